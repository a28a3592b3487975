// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/schedules/cronline.h"
#include "tests/fuzz/fuzz.h"

using namespace signalbox;
using namespace signalbox::core;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

// A line of a crontab, and its times from one in the first four bytes on: each later than the one before, at whole minutes
// of the clock, and again the same when it is asked from just before.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 4)
        return 0;
    const QByteArray bytes = bytesOf(data, size);
    const Result<CronLine> line = CronLine::parse(QString::fromUtf8(bytes.mid(4)));
    if (!line)
        return require(!line.error().message.isEmpty()), 0;
    quint32 seconds = 0;
    for (int i = 0; i < 4; ++i)
        seconds = seconds << 8 | static_cast<quint8>(bytes.at(i));
    static const QTimeZone zones[]{QTimeZone("UTC"), QTimeZone("Europe/Berlin"), QTimeZone("Australia/Lord_Howe")};
    const QTimeZone &zone = zones[seconds % 3];
    Timestamp time{std::chrono::seconds(seconds)};
    for (int i = 0; i < 3; ++i) {
        const std::optional<Timestamp> next = nextTime(*line, zone, time);
        if (!next)
            return 0;
        require(*next > time && next->time_since_epoch() % 1min == 0ms);
        require(nextTime(*line, zone, *next - 1ms) == next);
        time = *next;
    }
    return 0;
}
