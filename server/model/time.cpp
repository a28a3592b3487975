// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/time.h"

#include <QDateTime>

namespace signalbox {

namespace {

QDateTime toDateTime(Timestamp time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count(), Qt::UTC);
}

} // namespace

QString toIsoSeconds(Timestamp time)
{
    return toDateTime(time).toString(Qt::ISODate);
}

QString toIsoMilliseconds(Timestamp time)
{
    return toDateTime(time).toString(Qt::ISODateWithMs);
}

std::optional<Timestamp> fromIso(const QString &text)
{
    QDateTime parsed = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!parsed.isValid())
        return std::nullopt;
    if (parsed.timeSpec() == Qt::LocalTime)
        parsed.setTimeSpec(Qt::UTC);
    return Timestamp(Milliseconds(parsed.toMSecsSinceEpoch()));
}

} // namespace signalbox
