// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/ark/codes.h"

using namespace Qt::StringLiterals;

namespace signalbox::ark {

QString protocolTable()
{
    QString text = u"| Event | Data | When |\n|---|---|---|\n"_s;
    for (const EventRow &row : eventTable)
        text += u"| `%1` | %2 | %3 |\n"_s.arg(QStringView(row.event), QStringView(row.data), QStringView(row.when));
    text += u"\n| Route | Success | Least role | Description |\n|---|---|---|---|\n"_s;
    for (const RouteRow &row : routeTable) {
        const QString least = row.least == Role::None ? u"–"_s : toString(row.least);
        text += u"| `%1 %2` | %3 | %4 | %5 |\n"_s.arg(QLatin1String(row.method), QLatin1String(row.pattern))
                    .arg(row.success)
                    .arg(least, QString::fromUtf16(row.description));
    }
    return text;
}

} // namespace signalbox::ark
