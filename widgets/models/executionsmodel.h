// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/table.h"
#include "widgets/state/liveness.h"
#include "widgets/state/replica.h"

namespace signalbox::widgets {

// An execution, and the time that it is shown with.
struct ExecutionRow
{
    const Execution &execution;
    const Liveness &liveness;
};

// Executions that match a filter: what runs first, then the history, both newest first. The history comes from the store in
// pages as a view asks for more; Changes move single rows. GUI thread; owned by its page.
class ExecutionsModel final : public ColumnTable<ExecutionRow>
{
    Q_OBJECT

public:
    enum Column { State, Name, Progress, Created, Duration, Kind, Owner, Session, Message, Id };
    static constexpr int pageSize = 100;

    ExecutionsModel(Replica &replica, const Liveness &liveness, QObject *parent = nullptr);

    void setFilter(const HistoryFilter &filter); // asks anew
    const HistoryFilter &filter() const { return m_filter; }
    // How many match, loaded or not; what is known until the first answer.
    int total() const { return std::max(m_total, rowCount()); }
    int running() const { return m_running; }
    bool isLoading() const { return m_asking.isUnderWay(); }
    QString error() const { return m_error; } // why the history is not there
    // Asleep, durations do not count on.
    void setAwake(bool awake);
    const Execution *find(const QString &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void counted(); // total, running, loading or error changed

private:
    ExecutionRow shown(int row) const override { return {m_rows.at(row), m_liveness}; }
    QString idAt(int row) const override { return m_rows.at(row).id; }
    void reload();
    void ask();
    void takePage(const Result<HistoryPage> &page);
    void take(const Execution &execution);
    void put(const Execution &execution);
    void drop(const QString &id);
    void mergeLive();
    int rowOf(const Execution &execution) const;
    int placeFor(const Execution &execution) const;
    bool isBeyondLoaded(const Execution &execution) const;

    Replica &m_replica;
    const Liveness &m_liveness;
    HistoryFilter m_filter;
    QList<Execution> m_rows; // m_running unfinished ones, then finished ones
    int m_running = 0;
    int m_total = 0;
    int m_loaded = 0; // of the store's answers: where the next page starts
    bool m_complete = false;
    Asking m_asking;
    QString m_error;
    bool m_awake = true;
};

// Whether the store would find it with this filter.
bool matches(const HistoryFilter &filter, const Execution &execution);

} // namespace signalbox::widgets
