// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/hub.h"
#include "server/core/runtime/executions/engineparts.h"
#include "server/core/runtime/executions/outputtap.h"
#include "server/model/query.h"

namespace signalbox::core {

// Carries out executions: pipelines, graphs and experiments on workers, process calls beside them; their
// input and live output. Their facts are in the Snapshot; the Engine holds only what is running.
// Server thread; owned by Server.
//
// Commands that start or rename an execution are completed once the journal has it, a cancel once the execution has
// ended. A pipeline for which there is no room (policy lets such a one pass if it may wait) is Queued until there is.
class Engine : public QObject, public CommandHandler
{
    Q_OBJECT

public:
    // All outlive the Engine.
    Engine(Hub &hub, Runner &runner, ExecutionJournal &journal, EngineOptions options, QObject *parent = nullptr);
    ~Engine() override; // kills what still runs; after shutDownFinished() nothing does

    // StartPipeline, StartGraph, StartProcess, StartExperiment, SubmitExperiment, CancelExecution, RetryExecution,
    // UpdateExperiment and SetMode (Halted ends pipelines). Everything else: Unsupported.
    Result<QString> handle(const Command &command) override;
    // RetryExecution of an execution that only the store still holds. policy::mayRetry() has admitted it.
    Result<QString> retry(const ExecutionDetail &detail, const RetryExecution &request, const Command &command);

    void setWorkers(int count); // announces them; at the start and at every reload
    void dismissWorkers();      // the server stops: they are offline, and shutDown() follows
    int running() const { return static_cast<int>(m_live.size()); }

    // As in LiveStreams. Up to 16 MiB of input wait for the process to read them. Output of a call: from now on; of a
    // pipeline or experiment: of all nodes that run, from their beginning.
    Result<void> writeInput(const QString &executionId, const QByteArray &bytes);
    Result<void> closeInput(const QString &executionId);
    qint64 pendingInputBytes(const QString &executionId) const;
    Follow followOutput(const QString &executionId, LiveStreams::ReceiveBytes receive);
    qint64 storedFrom(const QString &executionId) const;

    // Ends all executions as Interrupted and refuses new ones; shutDownFinished() follows when the journal has them.
    void shutDown();

Q_SIGNALS:
    void inputWritten(const QString &executionId, qint64 pendingBytes);
    void shutDownFinished();

private:
    struct Visitor;

    Result<QString> begin(const Result<Plan> &plan, const Command &command, const ExecutionDetail *reused = nullptr,
                          bool submit = true);
    Result<QString> submitExperiment(const QString &id, const Command &command);
    Result<QString> update(const UpdateExperiment &request, const Command &command);
    Result<QString> cancel(const QString &id, const Command &command);
    Result<QString> setMode(const SetMode &request, const Command &command);
    void cancelUnsubmitted(const Execution &execution, const Command &command);
    void reuse(class GraphRun &run, const ExecutionDetail &before) const;
    LiveExecution &add(const QString &id, const Plan &plan, const Command &command);
    void journalStart(const QString &id, const Command &command);
    void remove(const QString &id);
    int calls() const;
    bool hasRoom() const;
    void beginWaiting();
    void beginWaitingSoon();

    Hub &m_hub;
    EngineOptions m_options;
    DurableFiles m_files;
    Scheduler m_scheduler;
    EngineParts m_parts;
    QHash<QString, LiveExecution *> m_live; // children
    QStringList m_waiting;                  // of these, pipelines that wait for room, in the order in which they came
    QMultiHash<QString, Command> m_cancels; // by execution
    bool m_shuttingDown = false;
};

} // namespace signalbox::core
