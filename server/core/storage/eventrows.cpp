// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/storage/eventrows.h"

#include "server/core/storage/historysql.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox::core::rows {

namespace {

EventEntry entryOf(const Rows &row)
{
    EventEntry entry;
    entry.number = row.value(0).toLongLong();
    entry.time = timestamp(row.value(1));
    entry.until = timestamp(row.value(2));
    entry.times = row.value(3).toInt();
    entry.kind = eventKindFromString(row.value(4).toString()).value_or(EventEntry::Kind::Server);
    entry.what = row.value(5).toString();
    entry.isBad = row.value(6).toBool();
    QString *const texts[] = {&entry.subject, &entry.name,   &entry.actor, &entry.dialect,
                              &entry.address, &entry.detail, &entry.text};
    int column = 7;
    for (QString *text : texts)
        *text = row.value(column++).toString();
    return entry;
}

qint64 bytesOf(const EventEntry &entry)
{
    constexpr qint64 around = 200; // numbers and names of members
    return around + entry.subject.size() + entry.name.size() + entry.actor.size() + entry.address.size()
           + entry.detail.size() + entry.text.size();
}

Statement pageOf(const EventsQuery &query, int limit)
{
    QStringList conditions;
    QVariantList values;
    const auto where = [&](const QString &condition, const QVariantList &its) {
        conditions.append(condition);
        values.append(its);
    };
    if (query.before)
        where(u"number<?"_s, {*query.before});
    if (query.from)
        where(u"until>=?"_s, {milliseconds(*query.from)});
    if (query.to)
        where(u"time<=?"_s, {milliseconds(*query.to)});
    if (!query.kinds.isEmpty()) {
        QVariantList names;
        for (const EventEntry::Kind kind : query.kinds)
            names.append(toString(kind));
        where(u"kind IN (%1)"_s.arg(QStringList(names.size(), u"?"_s).join(u',')), names);
    }
    if (!query.subject.isEmpty())
        where(u"subject=?"_s, {query.subject});
    if (!query.actor.isEmpty())
        where(u"actor=?"_s, {query.actor});
    if (query.onlyBad)
        where(u"bad=1"_s, {});
    if (!query.text.isEmpty()) {
        const QString pattern = likePattern(query.text);
        where(u"(text LIKE ? ESCAPE '\\' OR name LIKE ? ESCAPE '\\' OR address LIKE ? ESCAPE '\\')"_s,
              {pattern, pattern, pattern});
    }
    const QString condition = conditions.isEmpty() ? QString() : u" WHERE "_s % conditions.join(u" AND "_s);
    return {u"SELECT number,time,until,times,kind,what,bad,subject,name,actor,dialect,address,detail,text FROM events"_s
                % condition % u" ORDER BY number DESC LIMIT ?"_s,
            values + QVariantList{limit}};
}

} // namespace

Result<void> write(Database &database, const EventEntry &entry)
{
    return database.run(u"INSERT OR REPLACE INTO events(number,time,until,times,kind,what,bad,subject,name,actor,"
                        "dialect,address,detail,text) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?)"_s,
                        {entry.number, milliseconds(entry.time), milliseconds(entry.until), entry.times,
                         toString(entry.kind), text(entry.what), entry.isBad ? 1 : 0, text(entry.subject),
                         text(entry.name), text(entry.actor), text(entry.dialect), text(entry.address),
                         text(entry.detail), text(entry.text)});
}

Result<EventsPage> events(Database &database, const EventsQuery &query)
{
    const int limit = std::clamp(query.limit, 0, EventsQuery::mostRows);
    const Statement statement = pageOf(query, limit + 1); // one more says whether there are more
    Result<Rows> row = database.ask(statement.sql, statement.values);
    if (!row)
        return Unexpected{row.error()};
    EventsPage page;
    qint64 bytes = 0;
    while (row->next()) {
        EventEntry entry = entryOf(*row);
        bytes += bytesOf(entry);
        const bool isTooMuch = query.mostBytes > 0 && bytes > query.mostBytes && !page.entries.isEmpty();
        page.hasMore = page.entries.size() == limit || isTooMuch;
        if (page.hasMore)
            break;
        page.entries.append(std::move(entry));
    }
    return page;
}

Result<EventsBefore> eventsBefore(Database &database)
{
    EventsBefore before;
    const Result<QVariant> last = database.value(u"SELECT max(number) FROM events"_s);
    if (!last)
        return Unexpected{last.error()};
    before.lastNumber = last->toLongLong();
    const Result<QVariant> run = database.value(u"SELECT what FROM events WHERE kind='server' AND what IN"
                                                " ('started','stopped') ORDER BY number DESC LIMIT 1"_s);
    if (!run)
        return Unexpected{run.error()};
    before.hasRun = run->isValid();
    before.hasEnded = run->toString() == "stopped"_L1;
    const Result<QVariant> sign = database.value(u"SELECT max(coalesce((SELECT max(time) FROM samples),0),"
                                                 "coalesce((SELECT max(until) FROM events),0))"_s);
    if (!sign)
        return Unexpected{sign.error()};
    if (sign->toLongLong() > 0)
        before.lastSign = timestamp(*sign);
    return before;
}

Result<void> forgetEvents(Database &database, const std::optional<Timestamp> &before)
{
    if (before) {
        const Result<void> aged = database.run(u"DELETE FROM events WHERE until<?"_s, {milliseconds(*before)});
        if (!aged)
            return aged;
    }
    return database.run(u"DELETE FROM events WHERE number<=(SELECT number FROM events ORDER BY number DESC"
                        " LIMIT 1 OFFSET ?)"_s,
                        {eventsKept});
}

} // namespace signalbox::core::rows
