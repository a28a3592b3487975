// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/ask.h"
#include "server/core/hub.h"
#include "server/core/runtime/agents/agentjournal.h"
#include "server/core/runtime/executions/executionjournal.h"
#include "server/core/storage/pendingwrites.h"
#include "server/core/storage/recoveredstate.h"
#include "server/core/storage/storereader.h"
#include "server/core/storage/storewriter.h"
#include "server/core/work/background.h"
#include "server/core/work/turns.h"
#include "server/model/replaced.h"

namespace signalbox::core {

// Keeps executions, samples, events, projects, instances, agents, logouts, what came of schedules and what people
// wanted of components in <data dir>/signalbox.db, and answers Queries about them. A thread writes, another reads;
// everything saved while one transaction is under way becomes the next one. While the database cannot be written, the
// server runs on without history: a ProblemOccurred says so once, and the Store tries again every minute.
// Server thread; owned by Server.
class Store final : public QObject, public ExecutionJournal, public AgentJournal
{
    Q_OBJECT

public:
    // Nothing is deleted for its age until the wall clock has not jumped for this long.
    static constexpr Milliseconds clockProbation = std::chrono::hours(1);

    // The hub outlives it. The directory need not exist yet.
    Store(Hub &hub, const QString &dataDirectory, const Retention &retention, QObject *parent = nullptr);
    ~Store() override; // writes what is left and waits for it

    // Once, before anything else. done is called on the server thread. Unsupported: the database was written by a
    // newer program. Internal: it cannot be opened. In both cases the Store tries again and then emits opened().
    void open(QObject *context, std::function<void(const Result<RecoveredState> &)> done);

    // Writes what is left and calls back for it, then empties the write-ahead log into the database. Call it when
    // nothing is saved any more.
    void close(QObject *context, std::function<void()> done);

    // Whether the database could be used at the last attempt.
    bool isOpen() const { return m_isOpen; }

    // See ExecutionJournal. What failed is kept in memory and written with the next attempt.
    void save(const Execution &execution, const QList<Task> &tasks, std::function<void(Result<void>)> durable) override;
    void record(const MetricsSample &sample);

    // See AgentJournal. What failed is written with the next attempt here, too.
    void saveInstance(const Instance &instance, std::function<void(Result<void>)> durable) override;
    void removeInstance(const QString &id, std::function<void(Result<void>)> durable) override;
    void saveAgent(const Agent &agent, std::function<void(Result<void>)> durable) override;
    void removeAgent(const QString &id) override { m_pending.removeAgent(id); }

    // What a person wanted of a component that is not configured any more.
    void forgetWish(const QString &componentId) { m_pending.removeWish(componentId); }

    // Of a schedule that is not configured any more.
    void forgetSchedule(const QString &id);

    // A logout, whose tokens are refused after a restart, too.
    void saveEndedSession(const EndedSession &session, std::function<void(Result<void>)> durable);

    // Calls back once everything that was saved before this call is durable, or with the error.
    void whenDurable(std::function<void(Result<void>)> durable);

    // History, executions, outputs, samples, events, usual durations; see ask.h. Unsupported: a LogQuery. An execution that the Snapshot holds
    // is answered from there: it is newer than the database.
    // Capacity: see Turns.
    void ask(const Query &query, QObject *context, AnswerCallback answered, const Asker &asker = {});

public Q_SLOTS:
    // Of the Hub: saves samples, events, projects, wishes and what came of schedules, deletes what a Command deleted.
    void changed(const signalbox::Change &change, const signalbox::Replaced &replaced);

Q_SIGNALS:
    void opened(const signalbox::core::RecoveredState &opened); // by an attempt after open() had failed

private:
    using Durable = std::function<void(Result<void>)>;
    struct Written
    {
        Result<void> result;
        QString setAside;
        bool wasLost = false;
        bool isOpen = false;
    };

    void soon();
    void flush();
    void written(const WriteBatch &batch, const std::vector<Durable> &durables, const Written &outcome);
    void finishClose();
    void everyMinute();
    void watchClock();
    void openAgain();
    void checkDamage();
    void thin();
    void forgetFiles();
    void forgetEvents();
    void keepWish(const Component &component, const Replaced &replaced);
    void keepRecord(const Schedule &schedule, const Replaced &replaced);
    void forget(const QStringList &executionIds);
    void deleteNow(const QString &executionId);
    void report(const Error &error);
    void reportSetAside(const QString &file);
    using Read = std::function<Result<Answer>(StoreReader &)>;
    Read reading(const QueryBody &query) const;
    bool isPending(const QueryBody &query) const;
    void answer(const QueryBody &query, const Turns::Turn &turn, const QPointer<QObject> &context,
                const AnswerCallback &answered);
    std::optional<ExecutionDetail> live(const QString &executionId) const; // in the Snapshot

    Hub &m_hub;
    Clock &m_clock;
    Retention m_retention;
    PendingWrites m_pending;
    std::vector<Durable> m_durables; // of m_pending, in order
    std::function<void()> m_closed;
    bool m_isOpen = false;
    bool m_checking = false;
    bool m_soon = false;
    bool m_writing = false;
    bool m_samplesWait = false;
    bool m_thinning = false;
    bool m_forgetting = false;
    bool m_forgettingEvents = false;
    bool m_reported = false; // until it works again
    Timestamp m_lastWall;
    std::chrono::steady_clock::time_point m_lastSteady;
    std::chrono::steady_clock::time_point m_clockTrustedFrom;

    std::unique_ptr<StoreWriter> m_writer;
    std::unique_ptr<StoreReader> m_reader;
    std::unique_ptr<Background> m_writerThread;
    std::unique_ptr<Background> m_readerThread;
    Turns m_turns; // on m_readerThread
};

} // namespace signalbox::core
