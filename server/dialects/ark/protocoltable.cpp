// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/ark/codes.h"

using namespace Qt::StringLiterals;

namespace signalbox::ark {

QString protocolTable()
{
    QString text = u"| Event | Data | When |\n|---|---|---|\n"_s;
    for (const EventRow &row : eventTable)
        text += u"| `%1` | `%2` | %3 |\n"_s.arg(QStringView(row.event), row.data().words(), QStringView(row.when));
    text += u"\n| Route | Success | Least role | Description |\n|---|---|---|---|\n"_s;
    for (const RouteRow &row : routeTable) {
        const QString least = row.least == Role::None ? u"–"_s : toString(row.least);
        text += u"| `%1 %2` | %3 | %4 | %5 |\n"_s.arg(QLatin1String(row.method), QLatin1String(row.pattern))
                    .arg(row.success)
                    .arg(least, QString::fromUtf16(row.description));
    }
    return text;
}

dialects::AsyncApi asyncApi()
{
    using namespace dialects;
    AsyncApi api{u"Signalbox: agents, instances and jobs (ARK)"_s,
                 u"Events of everything that happens; what clients send is ignored. REST: /api/openapi.json."_s,
                 Credentials::TokenOrAnonymous,
                 {},
                 {{u"events"_s, u"/ws"_s, u"Frames stay below 4096 bytes."_s}},
                 {}};
    for (const EventRow &row : eventTable) {
        const QString name = QString::fromUtf16(row.event);
        const Schema frame = schema::object({{"event"_L1, schema::constant(name)}, {"data"_L1, row.data()}});
        api.messages.append({documentKey(name), name, {}, QString::fromUtf16(row.when), Sender::Server, frame});
    }
    return api;
}

} // namespace signalbox::ark
