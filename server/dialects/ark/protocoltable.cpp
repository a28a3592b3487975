// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/ark/codes.h"

namespace signalbox::ark {

QString protocolTable()
{
    QString text = QStringLiteral("| Event | Data | When |\n|---|---|---|\n");
    for (const EventRow &row : eventTable)
        text += QStringLiteral("| `%1` | %2 | %3 |\n")
                    .arg(QStringView(row.event), QStringView(row.data), QStringView(row.when));
    text += QStringLiteral("\n| Route | Success | Least role | Description |\n|---|---|---|---|\n");
    for (const RouteRow &row : routeTable) {
        const QString least = row.least == Role::None ? QStringLiteral("–") : toString(row.least);
        text += QStringLiteral("| `%1 %2` | %3 | %4 | %5 |\n")
                    .arg(QLatin1String(row.method), QLatin1String(row.pattern))
                    .arg(row.success)
                    .arg(least, QString::fromUtf16(row.description));
    }
    return text;
}

} // namespace signalbox::ark
