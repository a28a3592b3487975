// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/time.h"

#include <QDateTime>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

// Not by QDateTime: Qt before 6.5 writes the offset of QTimeZone::utc() as "+00:00", and takes three times as long.
// Empty for years that ISO 8601 cannot write in four digits.
QString toIso(Timestamp time, bool milliseconds)
{
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss clock{time - day};
    if (int(date.year()) < 0 || int(date.year()) > 9999)
        return {};
    QString text = milliseconds ? u"0000-00-00T00:00:00.000Z"_s : u"0000-00-00T00:00:00Z"_s;
    const auto put = [&text](qsizetype end, qint64 number) {
        for (; number > 0; number /= 10)
            text[--end] = QChar(char16_t(u'0' + number % 10));
    };
    put(4, int(date.year()));
    put(7, unsigned(date.month()));
    put(10, unsigned(date.day()));
    put(13, clock.hours().count());
    put(16, clock.minutes().count());
    put(19, clock.seconds().count());
    if (milliseconds)
        put(23, clock.subseconds().count());
    return text;
}

} // namespace

QString toIsoSeconds(Timestamp time)
{
    return toIso(time, false);
}

QString toIsoMilliseconds(Timestamp time)
{
    return toIso(time, true);
}

std::optional<Timestamp> fromIso(const QString &text)
{
    QDateTime parsed = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!parsed.isValid())
        return std::nullopt;
    if (parsed.timeSpec() == Qt::LocalTime)
        parsed.setTimeZone(QTimeZone::utc());
    return Timestamp(Milliseconds(parsed.toMSecsSinceEpoch()));
}

} // namespace signalbox
