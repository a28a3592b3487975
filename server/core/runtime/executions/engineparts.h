// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/hub.h"
#include "server/core/runtime/executions/executionfolder.h"
#include "server/core/runtime/executions/executionjournal.h"
#include "server/core/runtime/executions/plan.h"
#include "server/core/runtime/executions/runner.h"
#include "server/core/runtime/executions/scheduler.h"
#include "server/core/runtime/logs/durablefiles.h"

namespace signalbox::core {

struct EngineOptions
{
    QString dataDirectory;
    QString host;                                // workers are <host>-<n>
    int workers = 1;                             // [server] workers
    int calls = 256;                             // pow calls at once: [limits.pow] connections
    qint64 callOutputBytes = 16 * 1024 * 1024;   // [limits.pow] output_bytes
    qint64 nodeOutputBytes = 1024 * 1024 * 1024; // of one node: [limits] node_output_bytes
    Milliseconds stopTimeout{2'000};
};

// What all LiveExecutions share; owned by the Engine and outlives them.
struct EngineParts
{
    Hub &hub;
    Runner &runner;
    ExecutionJournal &journal;
    DurableFiles &files;
    Scheduler &scheduler;
    const EngineOptions &options;
};

// Why an execution ends before its time.
struct Ending
{
    ExecutionState state = ExecutionState::Cancelled; // or Interrupted, Failed
    Reason message;                                   // Execution::message, or ::error unless Cancelled
};

// An unfinished execution that runs here: a GraphRun or a ProcessRun. Server thread; owned by Engine.
class LiveExecution : public QObject
{
    Q_OBJECT

public:
    LiveExecution(EngineParts &parts, QString id, Plan plan, Command cause);

    const QString &id() const { return m_id; }
    const Plan &plan() const { return m_plan; }

    virtual void begin() = 0;                   // the execution is recorded as Created already
    virtual void end(const Ending &ending) = 0; // harmless when it is ending already; ended() follows

Q_SIGNALS:
    void ended(); // the final Change was recorded
    void saved(); // the journal has it, or could not write it

protected:
    Execution execution() const { return *m_parts.hub.snapshot().execution(m_id); }
    void record(const Execution &execution);
    Execution recordFinal(Execution execution); // returns what was recorded
    Timestamp now() const { return m_parts.hub.clock().now(); }

    EngineParts &m_parts;
    QString m_id;
    Plan m_plan;
    Command m_cause;
    ExecutionFolder m_folder;
    std::optional<Ending> m_ending;
};

} // namespace signalbox::core
