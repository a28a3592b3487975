// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/hub.h"
#include "server/core/runtime/executions/engineparts.h"
#include "server/core/runtime/executions/outputtap.h"
#include "server/model/query.h"

namespace signalbox::core {

// Makes executions happen: pipelines, graphs and experiments on workers, process calls beside them; their
// input and live output. What it knows of them is in the Snapshot; it keeps only what is running.
// Server thread; owned by Server.
//
// A Command that starts an execution is settled once the journal has it, as is a new name; a cancel once the execution has ended.
class Engine : public QObject, public CommandHandler
{
    Q_OBJECT

public:
    // All outlive the Engine.
    Engine(Hub &hub, Runner &runner, ExecutionJournal &journal, EngineOptions options, QObject *parent = nullptr);
    ~Engine() override; // kills what still runs; shutDown() first is kinder

    // StartPipeline, StartGraph, StartProcess, StartExperiment, SubmitExperiment, CancelExecution, RetryExecution,
    // UpdateExperiment and SetMode (Halted ends pipelines). Everything else: Unsupported.
    Result<QString> handle(const Command &command) override;
    // RetryExecution of one that the store alone still knows; was admitted.
    Result<QString> retry(const ExecutionDetail &detail, const RetryExecution &wish, const Command &command);

    void setWorkers(int count); // announces them; call once at the start and after every reload
    int running() const { return static_cast<int>(m_live.size()); }

    // A call's standard input, possible from the moment it was started; kept until the process reads it, up to
    // 16 MiB. NotFound: no such call runs; Conflict: its input is closed; Capacity: too much is waiting.
    Result<void> writeInput(const QString &executionId, const QByteArray &bytes);
    Result<void> closeInput(const QString &executionId);
    qint64 pendingInputBytes(const QString &executionId) const;

    // From now on, until the tap is destroyed; null when nothing of that id runs. Of a pipeline or experiment: one
    // node's output or, without a node, everything that is printed.
    std::unique_ptr<OutputTap> tapOutput(const QString &executionId, QObject *context, OutputTap::Receive receive,
                                         const QString &nodeId = {});

    // Ends everything as Interrupted and refuses what comes; shutDownFinished() when the journal has it all.
    void shutDown();

Q_SIGNALS:
    void inputWritten(const QString &executionId, qint64 pendingBytes);
    void shutDownFinished();

private:
    struct Visitor;

    Result<QString> begin(const Result<Plan> &plan, const Command &command, const ExecutionDetail *reused = nullptr,
                          bool submit = true);
    Result<QString> submitExperiment(const QString &id, const Command &command);
    Result<QString> update(const UpdateExperiment &wish, const Command &command);
    Result<QString> cancel(const QString &id, const Command &command);
    Result<QString> setMode(const SetMode &wish, const Command &command);
    void cancelUnsubmitted(const Execution &execution, const Command &command);
    void reuse(class GraphRun &run, const ExecutionDetail &before) const;
    LiveExecution &add(const QString &id, const Plan &plan, const Command &command);
    void journalStart(const QString &id, const Command &command);
    void remove(const QString &id);
    int calls() const;

    Hub &m_hub;
    EngineOptions m_options;
    FileKeeper m_files;
    Scheduler m_scheduler;
    EngineParts m_parts;
    QHash<QString, LiveExecution *> m_live; // children
    QMultiHash<QString, Command> m_cancels; // by execution
    bool m_shuttingDown = false;
};

} // namespace signalbox::core
