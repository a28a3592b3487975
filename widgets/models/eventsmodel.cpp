// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/eventsmodel.h"

#include "widgets/text/eventtext.h"
#include "widgets/text/format.h"
#include "widgets/text/reasontext.h"

namespace signalbox::widgets {

namespace {

constexpr auto eventColumns = std::to_array<Column<const EventEntry &>>({
    {.id = EventsModel::Time,
     .title = [] { return EventsModel::tr("Time"); },
     .width = 16,
     .firm = true,
     .display = [](const EventEntry &entry) { return format::dateTime(entry.time); }},
    {.id = EventsModel::Kind,
     .title = [] { return EventsModel::tr("About"); },
     .width = 11,
     .display = [](const EventEntry &entry) { return eventtext::kind(entry.kind); }},
    {.id = EventsModel::By,
     .title = [] { return EventsModel::tr("By"); },
     .width = 11,
     .display = [](const EventEntry &entry) { return eventtext::actor(entry); }},
    {.id = EventsModel::Over,
     .title = [] { return EventsModel::tr("Over"); },
     .width = 12,
     .display = [](const EventEntry &entry) { return eventtext::dialect(entry); }},
    {.id = EventsModel::From,
     .title = [] { return EventsModel::tr("From"); },
     .width = 12,
     .display = [](const EventEntry &entry) { return entry.address; }},
    {.id = EventsModel::Text,
     .title = [] { return EventsModel::tr("What happened"); },
     .width = 40,
     .naming = true,
     .display = [](const EventEntry &entry) { return eventtext::sentence(entry); },
     .tip = [](const EventEntry &entry) { return eventtext::sentence(entry); }},
});
static_assert(isComplete(eventColumns));

bool contains(const EventEntry &entry, const QString &text)
{
    const auto has = [&text](const QString &part) { return part.contains(text, Qt::CaseInsensitive); };
    return has(entry.text) || has(entry.name) || has(entry.address) || has(entry.detail);
}

} // namespace

bool matches(const EventsQuery &query, const EventEntry &entry)
{
    if (query.from && std::max(entry.time, entry.until) < *query.from)
        return false;
    if (query.to && entry.time > *query.to)
        return false;
    if (!query.kinds.isEmpty() && !query.kinds.contains(entry.kind))
        return false;
    if (query.onlyBad && !entry.isBad)
        return false;
    if (!query.subject.isEmpty() && query.subject != entry.subject)
        return false;
    if (!query.actor.isEmpty() && query.actor != entry.actor)
        return false;
    return query.text.isEmpty() || contains(entry, query.text);
}

EventsModel::EventsModel(Replica &replica, QObject *parent) : ColumnTable(eventColumns, parent), m_replica(replica)
{
    // One insertion per batch: hundreds at once must not cost hundreds of repaints.
    m_flush.setSingleShot(true);
    m_flush.setInterval(50);
    connect(&m_flush, &QTimer::timeout, this, &EventsModel::flush);
    connect(&replica, &Replica::missed, this, &EventsModel::reload);
    connect(&replica, &Replica::eventHappened, this, &EventsModel::hear);
    reload();
}

int EventsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

void EventsModel::setFilter(const EventsQuery &filter)
{
    m_filter = filter;
    reload();
}

void EventsModel::reload()
{
    m_asking.cancel();
    m_flush.stop();
    m_waiting.clear();
    beginResetModel();
    m_entries.clear();
    endResetModel();
    m_hasOlder = false;
    m_error.clear();
    if (!m_replica.isConnected())
        return;
    EventsQuery query = m_filter;
    query.limit = pageRows;
    m_asking = m_replica.ask(query, [this](const Result<signalbox::EventsPage> &page) { take(page, false); });
}

void EventsModel::askOlder()
{
    if (isAsking() || !m_hasOlder || m_entries.empty())
        return;
    EventsQuery query = m_filter;
    query.limit = pageRows;
    query.before = m_entries.front().number;
    m_asking = m_replica.ask(query, [this](const Result<signalbox::EventsPage> &page) { take(page, true); });
}

void EventsModel::take(const Result<signalbox::EventsPage> &page, bool isOlder)
{
    m_asking.cancel();
    if (!page) {
        m_error = reasontext::words(page.error().message);
        Q_EMIT loaded();
        return;
    }
    m_hasOlder = page->hasMore;
    const qint64 first = isOlder && !m_entries.empty() ? m_entries.front().number : std::numeric_limits<qint64>::max();
    QList<EventEntry> older;
    for (const EventEntry &entry : page->entries) {
        if (entry.number < first)
            older.prepend(entry);
    }
    if (!older.isEmpty()) {
        beginInsertRows({}, 0, static_cast<int>(older.size()) - 1);
        m_entries.insert(m_entries.begin(), older.cbegin(), older.cend());
        endInsertRows();
    }
    flush(); // what came live meanwhile, and may be in the page, too
    Q_EMIT loaded();
}

void EventsModel::hear(const EventEntry &entry)
{
    m_waiting.append(entry);
    if (!m_flush.isActive() && !isAsking())
        m_flush.start();
}

void EventsModel::flush()
{
    QList<EventEntry> fresh;
    for (const EventEntry &entry : std::exchange(m_waiting, {})) {
        const auto number = [](const EventEntry &each, qint64 wanted) { return each.number < wanted; };
        const auto known = std::lower_bound(m_entries.begin(), m_entries.end(), entry.number, number);
        if (known != m_entries.end() && known->number == entry.number) { // the same, once more
            *known = entry;
            const int row = static_cast<int>(known - m_entries.begin());
            Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
            continue;
        }
        const auto waits = std::find_if(fresh.begin(), fresh.end(), [&](auto &e) { return e.number == entry.number; });
        if (waits != fresh.end())
            *waits = entry;
        else if (known == m_entries.end() && matches(m_filter, entry))
            fresh.append(entry);
    }
    if (fresh.isEmpty())
        return;
    const int excess = rowCount() + static_cast<int>(fresh.size()) - bound;
    if (const int going = std::min(excess, rowCount()); going > 0) {
        beginRemoveRows({}, 0, going - 1);
        m_entries.erase(m_entries.begin(), m_entries.begin() + going);
        endRemoveRows();
        m_hasOlder = true;
    }
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(fresh.size()) - 1);
    m_entries.insert(m_entries.end(), fresh.cbegin(), fresh.cend());
    endInsertRows();
}

} // namespace signalbox::widgets
