// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/time.h"

#include <QDateTime>
#include <QTimeZone>

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
    QString text = QString::asprintf("%04d-%02u-%02uT%02d:%02d:%02d", int(date.year()), unsigned(date.month()),
                                     unsigned(date.day()), int(clock.hours().count()), int(clock.minutes().count()),
                                     int(clock.seconds().count()));
    if (milliseconds)
        text += QString::asprintf(".%03d", int(clock.subseconds().count()));
    return text + u'Z';
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
