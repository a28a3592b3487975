// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/executionsmodel.h"

#include "widgets/models/keyedtable.h"
#include "widgets/text/format.h"

namespace signalbox::widgets {

bool matches(const HistoryFilter &filter, const Execution &execution)
{
    const auto contains = [&filter](const QString &text) { return text.contains(filter.text, Qt::CaseInsensitive); };
    return (filter.text.isEmpty() || contains(execution.id) || contains(execution.name))
           && (filter.states.isEmpty() || filter.states.contains(execution.state))
           && (filter.kinds.isEmpty() || filter.kinds.contains(execution.kind))
           && (filter.owner.isEmpty() || filter.owner == execution.owner)
           && (filter.dialect.isEmpty() || filter.dialect == execution.dialect)
           && (filter.project.isEmpty() || filter.project == execution.project)
           && (!filter.createdFrom || execution.createdAt >= *filter.createdFrom)
           && (!filter.createdTo || execution.createdAt <= *filter.createdTo);
}

ExecutionsModel::ExecutionsModel(Replica &replica, const Liveness &liveness, QObject *parent)
    : Table(parent)
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
        m_error = page.error().message;
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
            Q_EMIT dataChanged(index(to - 1, 0), index(to - 1, ColumnCount - 1));
            Q_EMIT counted();
            return;
        }
        Q_EMIT dataChanged(index(known, 0), index(known, ColumnCount - 1));
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

QString ExecutionsModel::display(const Execution &execution, int column) const
{
    switch (column) {
    case State:
        return format::state(execution.state);
    case Name:
        return execution.name;
    case Progress:
        if (isFinal(execution.state) && (execution.percent <= 0.0 || execution.percent >= 100.0))
            return {};
        return isOfUnknownLength(execution) ? tr("under way") : format::percent(execution.percent);
    case Created:
        return format::dateTime(execution.createdAt);
    case Duration:
        if (!execution.startedAt)
            return format::dash();
        return format::lasted(*execution.startedAt, execution.endedAt, m_liveness.serverNow());
    case Kind:
        return format::kind(execution.kind);
    case Owner:
        return execution.owner;
    case Session:
        return execution.dialect;
    case Message:
        return execution.error.isEmpty() ? execution.message : execution.error;
    case Id:
        return execution.id;
    default:
        return {};
    }
}

QVariant ExecutionsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Execution &execution = m_rows.at(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return display(execution, column);
    case Qt::ToolTipRole:
        return column == Message || column == Id || column == Name ? display(execution, column) : QString();
    case Qt::TextAlignmentRole:
        return alignment(column);
    case IdRole:
        return execution.id;
    case ExecutionStateRole:
        return static_cast<int>(execution.state);
    case ProgressRole:
        if (column != Progress || isFinal(execution.state))
            return {};
        return isOfUnknownLength(execution) ? -1.0 : execution.percent;
    case BadRole:
        return column == Message && !execution.error.isEmpty();
    default:
        return {};
    }
}

QString ExecutionsModel::title(int column) const
{
    switch (column) {
    case State:
        return tr("State");
    case Name:
        return tr("Name");
    case Progress:
        return tr("Progress");
    case Created:
        return tr("Created");
    case Duration:
        return tr("Duration");
    case Kind:
        return tr("Kind");
    case Owner:
        return tr("Owner");
    case Session:
        return tr("Source");
    case Message:
        return tr("Message");
    case Id:
        return tr("Id");
    default:
        return {};
    }
}

} // namespace signalbox::widgets
