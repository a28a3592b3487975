// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/answers/eventscsv.h"

#include "server/model/answers/csv.h"

using namespace Qt::StringLiterals;

namespace signalbox {

QByteArray eventsCsv(const EventsPage &page)
{
    QString table = csvLine({u"id"_s, u"time"_s, u"until"_s, u"times"_s, u"kind"_s, u"what"_s, u"bad"_s, u"subject"_s,
                             u"name"_s, u"user"_s, u"dialect"_s, u"address"_s, u"detail"_s, u"text"_s});
    for (const EventEntry &entry : page.entries)
        table += csvLine({QString::number(entry.number), toIsoMilliseconds(entry.time), toIsoMilliseconds(entry.until),
                          QString::number(entry.times), toString(entry.kind), csvText(entry.what),
                          entry.isBad ? u"true"_s : u"false"_s, csvText(entry.subject), csvText(entry.name),
                          csvText(entry.actor), csvText(entry.dialect), csvText(entry.address), csvText(entry.detail),
                          csvText(entry.text)});
    return table.toUtf8();
}

} // namespace signalbox
