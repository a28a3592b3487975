// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/logs/levelwords.h"
#include "server/core/runtime/logs/logtext.h"
#include "tests/fuzz/fuzz.h"

using namespace signalbox;
using namespace signalbox::core;

// Of printed bytes to what the log file has, and back.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto take = [](QByteArrayView printed, bool cut) {
        LogLine line;
        line.text = displayText(printed, cut);
        line.level = levelInWords(line.text);
        QByteArray stored;
        appendLogLine(stored, line, toIsoMilliseconds(line.time).toLatin1());
        stored.chop(1);
        const auto parsed = parseLogLine(stored);
        require(parsed && parsed->source == line.source && parsed->level == line.level
                && QString::fromUtf8(parsed->text) == line.text);
        (void)parseLogLine(printed);
    };
    LineSplitter splitter;
    splitter.feed(bytesOf(data, size), take);
    splitter.finish(take);
    return 0;
}
