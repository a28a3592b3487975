// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/supervision/notice.h"
#include "tests/fuzz/fuzz.h"

#include <QList>
#include <QString>

using namespace signalbox::core;

// What a component writes to its notification socket: the lines of a message mean together what each means alone.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text = bytesOf(data, size);
    const Notice whole = readNotice(text);
    Notice joined;
    for (const QByteArray &line : text.split('\n')) {
        const Notice one = readNotice(line);
        joined.isReady = joined.isReady || one.isReady;
        joined.isAlive = joined.isAlive || one.isAlive;
        joined.isTriggered = joined.isTriggered || one.isTriggered;
        joined.status = one.status ? one.status : joined.status;
        joined.more = one.more ? one.more : joined.more;
    }
    require(whole == joined);
    require(!whole.status || whole.status->size() <= Notice::longestStatus);
    require(!whole.more || (whole.more->count() >= 0 && *whole.more <= Notice::longestExtension));
    return 0;
}
