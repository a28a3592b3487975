// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/supervision/notice.h"

#include "server/core/runtime/logs/logtext.h"

namespace signalbox::core {

namespace {

void readLine(QByteArrayView line, Notice &notice)
{
    const qsizetype equals = line.indexOf('=');
    if (equals < 0)
        return;
    const QByteArrayView name = line.first(equals);
    const QByteArrayView value = line.sliced(equals + 1);
    if (name == "READY") {
        notice.isReady = notice.isReady || value == "1";
    } else if (name == "WATCHDOG") {
        notice.isAlive = notice.isAlive || value == "1";
        notice.isTriggered = notice.isTriggered || value == "trigger";
    } else if (name == "STATUS") {
        notice.status = displayText(value).simplified().left(Notice::longestStatus);
    } else if (name == "EXTEND_TIMEOUT_USEC") {
        bool isNumber = false;
        const qulonglong microseconds = value.toByteArray().toULongLong(&isNumber);
        constexpr auto most = static_cast<qulonglong>(Notice::longestExtension.count());
        if (isNumber && microseconds > 0)
            notice.more = Milliseconds(static_cast<qint64>(std::min(microseconds / 1000, most)));
    }
}

} // namespace

Notice readNotice(QByteArrayView text)
{
    Notice notice;
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf('\n');
        readLine(end < 0 ? text : text.first(end), notice);
        text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
    }
    return notice;
}

} // namespace signalbox::core
