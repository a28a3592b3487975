// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/executionsmodel.h"

#include "widgets/text/format.h"
#include "widgets/text/reasontext.h"

namespace signalbox::widgets {

namespace {

// Why it ended as it did, else what it said last.
Reason message(const Execution &execution)
{
    const Reason reason = reasonOf(execution);
    return reason.isEmpty() ? execution.message : reason;
}

QString progressText(ExecutionRow row)
{
    const Execution &execution = row.execution;
    if (isFinal(execution.state) && (execution.percent <= 0.0 || execution.percent >= 100.0))
        return {};
    return isOfUnknownLength(execution) ? ExecutionsModel::tr("under way") : format::percent(execution.percent);
}

QVariant progress(ExecutionRow row)
{
    if (isFinal(row.execution.state))
        return {};
    return isOfUnknownLength(row.execution) ? -1.0 : row.execution.percent;
}

QString duration(ExecutionRow row)
{
    const Execution &execution = row.execution;
    return execution.startedAt ? format::lasted(*execution.startedAt, execution.endedAt, row.liveness.serverNow())
                               : format::dash();
}

constexpr auto executionColumns = std::to_array<Column<ExecutionRow>>({
    {.id = ExecutionsModel::State,
     .title = [] { return ExecutionsModel::tr("State"); },
     .width = 12,
     .badge = true,
     .display = [](ExecutionRow row) { return format::state(row.execution.state); },
     .tone = [](ExecutionRow row) { return toneOf(row.execution.state); }},
    {.id = ExecutionsModel::Name,
     .title = [] { return ExecutionsModel::tr("Name"); },
     .width = 20,
     .naming = true,
     .display = [](ExecutionRow row) { return row.execution.name; },
     .tip = [](ExecutionRow row) { return row.execution.name; }},
    {.id = ExecutionsModel::Progress,
     .title = [] { return ExecutionsModel::tr("Progress"); },
     .width = 13,
     .display = progressText,
     .progress = progress},
    {.id = ExecutionsModel::Created,
     .title = [] { return ExecutionsModel::tr("Created"); },
     .width = 14,
     .firm = true,
     .display = [](ExecutionRow row) { return format::dateTime(row.execution.createdAt); }},
    {.id = ExecutionsModel::Duration,
     .title = [] { return ExecutionsModel::tr("Duration"); },
     .width = 10,
     .figure = true,
     .display = duration},
    {.id = ExecutionsModel::Kind,
     .title = [] { return ExecutionsModel::tr("Kind"); },
     .width = 10,
     .display = [](ExecutionRow row) { return format::kind(row.execution.kind); }},
    {.id = ExecutionsModel::Owner,
     .title = [] { return ExecutionsModel::tr("Owner"); },
     .width = 10,
     .display = [](ExecutionRow row) { return row.execution.owner; }},
    {.id = ExecutionsModel::Session,
     .title = [] { return ExecutionsModel::tr("Source"); },
     .width = 8,
     .display = [](ExecutionRow row) { return row.execution.dialect; }},
    {.id = ExecutionsModel::Message,
     .title = [] { return ExecutionsModel::tr("Message"); },
     .width = 18,
     .display = [](ExecutionRow row) { return reasontext::words(message(row.execution)); },
     .tip = [](ExecutionRow row) { return reasontext::inFull(message(row.execution)); },
     .tone = [](ExecutionRow row) { return row.execution.error.isEmpty() ? Tone::Neutral : Tone::Bad; }},
    {.id = ExecutionsModel::Id,
     .title = [] { return ExecutionsModel::tr("Id"); },
     .width = 36,
     .spare = true,
     .display = [](ExecutionRow row) { return row.execution.id; },
     .tip = [](ExecutionRow row) { return row.execution.id; }},
});
static_assert(isComplete(executionColumns));

} // namespace

bool matches(const HistoryFilter &filter, const Execution &execution)
{
    const auto contains = [&filter](const QString &text) { return text.contains(filter.text, Qt::CaseInsensitive); };
    return (filter.text.isEmpty() || contains(execution.id) || contains(execution.name))
           && (filter.states.isEmpty() || filter.states.contains(execution.state))
           && (filter.kinds.isEmpty() || filter.kinds.contains(execution.kind))
           && (filter.owner.isEmpty() || filter.owner == execution.owner)
           && (filter.dialect.isEmpty() || filter.dialect == execution.dialect)
           && (filter.project.isEmpty() || filter.project == execution.project)
           && (filter.schedule.isEmpty() || filter.schedule == execution.scheduleId)
           && (!filter.createdFrom || execution.createdAt >= *filter.createdFrom)
           && (!filter.createdTo || execution.createdAt <= *filter.createdTo);
}

ExecutionsModel::ExecutionsModel(Replica &replica, const Liveness &liveness, QObject *parent)
    : ColumnTable(executionColumns, parent)
    , m_replica(replica)
    , m_liveness(liveness)
{
    connect(&replica, &Replica::missed, this, &ExecutionsModel::reload);
    connect(&replica, &Replica::executionChanged, this, [this](const Execution *, const Execution &now) { take(now); });
    // A task changes its execution's counts and percent with it.
    connect(&replica, &Replica::taskChanged, this,
            [this](const Task *, const Task &, const Execution &execution) { take(execution); });
    connect(&replica, &Replica::executionForgotten, this, &ExecutionsModel::drop);
    connect(&replica, &Replica::connectedChanged, this, [this](bool connected) {
        if (!connected)
            m_asking.cancel();
    });
    connect(&liveness, &Liveness::secondPassed, this, [this] {
        if (m_awake && m_running > 0)
            Q_EMIT dataChanged(index(0, Duration), index(m_running - 1, Duration), {Qt::DisplayRole});
    });
    reload();
}

void ExecutionsModel::setFilter(const HistoryFilter &filter)
{
    m_filter = filter;
    reload();
}

void ExecutionsModel::setAwake(bool awake)
{
    m_awake = awake;
}

void ExecutionsModel::reload()
{
    beginResetModel();
    m_rows.clear();
    m_running = m_total = m_loaded = 0;
    m_complete = false;
    m_error.clear();
    ask(); // before the views hear of the reset: they would ask for more at once
    endResetModel();
    mergeLive();
    Q_EMIT counted();
}

void ExecutionsModel::ask()
{
    m_asking.cancel();
    if (m_replica.isConnected())
        m_asking = m_replica.ask(HistoryQuery{m_filter, pageSize, m_loaded},
                                 [this](const Result<HistoryPage> &page) { takePage(page); });
}

bool ExecutionsModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_complete && !isLoading() && m_error.isEmpty() && m_replica.isConnected();
}

void ExecutionsModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    ask();
    Q_EMIT counted();
}

void ExecutionsModel::takePage(const Result<HistoryPage> &page)
{
    if (!page) {
        m_error = reasontext::words(page.error().message);
        m_complete = true;
        mergeLive();
        Q_EMIT counted();
        return;
    }
    m_loaded += static_cast<int>(page->executions.size());
    m_total = page->total;
    m_complete = page->executions.isEmpty() || m_loaded >= page->total;
    // Newest first, so nearly always one run at the end.
    QList<Execution> tail;
    for (const Execution &stored : page->executions) {
        // The Snapshot may know more than the store does yet.
        const Execution *live = m_replica.snapshot().execution(stored.id);
        const Execution &execution = live ? *live : stored;
        if (rowOf(execution) >= 0 || !matches(m_filter, execution))
            continue;
        const bool follows = isFinal(execution.state)
                             && (m_rows.size() == m_running || m_rows.constLast().createdAt >= execution.createdAt);
        if (follows)
            tail.append(execution);
        else
            put(execution);
    }
    if (!tail.isEmpty()) {
        beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(tail.size()) - 1);
        m_rows += tail;
        endInsertRows();
    }
    mergeLive();
    Q_EMIT counted();
}

void ExecutionsModel::mergeLive()
{
    for (const Execution &execution : m_replica.snapshot().executions) {
        if (rowOf(execution) < 0 && matches(m_filter, execution) && !isBeyondLoaded(execution))
            put(execution);
    }
}

bool ExecutionsModel::isBeyondLoaded(const Execution &execution) const
{
    if (!isFinal(execution.state) || m_complete)
        return false;
    return m_rows.size() > m_running ? execution.createdAt < m_rows.constLast().createdAt : m_loaded > 0;
}

int ExecutionsModel::rowOf(const Execution &execution) const
{
    for (int i = 0; i < m_running; ++i) {
        if (m_rows[i].id == execution.id)
            return i;
    }
    const auto from = m_rows.cbegin() + m_running;
    auto found = std::lower_bound(from, m_rows.cend(), execution.createdAt,
                                  [](const Execution &row, Timestamp time) { return row.createdAt > time; });
    for (; found != m_rows.cend() && found->createdAt == execution.createdAt; ++found) {
        if (found->id == execution.id)
            return static_cast<int>(found - m_rows.cbegin());
    }
    return -1;
}

int ExecutionsModel::placeFor(const Execution &execution) const
{
    const bool final = isFinal(execution.state);
    const auto from = m_rows.cbegin() + (final ? m_running : 0);
    const auto to = final ? m_rows.cend() : m_rows.cbegin() + m_running;
    const auto place = std::lower_bound(from, to, execution.createdAt,
                                        [](const Execution &row, Timestamp time) { return row.createdAt > time; });
    return static_cast<int>(place - m_rows.cbegin());
}

void ExecutionsModel::put(const Execution &execution)
{
    const int known = rowOf(execution);
    if (known >= 0) {
        const bool ended = known < m_running && isFinal(execution.state);
        m_rows[known] = execution;
        if (ended) {
            // From the running ones down to its place in the history, counted before it leaves: one too many above it.
            const int to = placeFor(execution);
            const bool moves = to > known + 1 && beginMoveRows({}, known, known, {}, to);
            m_rows.move(known, to - 1);
            --m_running;
            if (moves)
                endMoveRows();
            Q_EMIT dataChanged(index(to - 1, 0), index(to - 1, columnCount() - 1));
            Q_EMIT counted();
            return;
        }
        Q_EMIT dataChanged(index(known, 0), index(known, columnCount() - 1));
        return;
    }
    const int at = placeFor(execution);
    beginInsertRows({}, at, at);
    m_rows.insert(at, execution);
    m_running += !isFinal(execution.state);
    endInsertRows();
}

void ExecutionsModel::drop(const QString &id)
{
    const auto found =
        std::find_if(m_rows.cbegin(), m_rows.cend(), [&id](const Execution &row) { return row.id == id; });
    if (found == m_rows.cend())
        return;
    const int at = static_cast<int>(found - m_rows.cbegin());
    beginRemoveRows({}, at, at);
    m_rows.removeAt(at);
    m_running -= at < m_running;
    endRemoveRows();
    m_total = std::max(0, m_total - 1);
    m_loaded = std::max(0, m_loaded - 1); // rather a row twice than one left out
    Q_EMIT counted();
}

void ExecutionsModel::take(const Execution &execution)
{
    const bool known = rowOf(execution) >= 0;
    if (!matches(m_filter, execution)) {
        if (known)
            drop(execution.id);
        return;
    }
    if (!known && isBeyondLoaded(execution))
        return;
    put(execution);
    if (!known) {
        ++m_total;
        Q_EMIT counted();
    }
}

const Execution *ExecutionsModel::find(const QString &id) const
{
    if (const Execution *live = m_replica.snapshot().execution(id))
        return live;
    const auto found =
        std::find_if(m_rows.cbegin(), m_rows.cend(), [&id](const Execution &row) { return row.id == id; });
    return found == m_rows.cend() ? nullptr : &*found;
}

int ExecutionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

} // namespace signalbox::widgets
