// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/executions/engine.h"

#include "server/core/runtime/executions/graphrun.h"
#include "server/core/runtime/executions/outputtail.h"
#include "server/core/runtime/executions/processrun.h"

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

Execution executionFrom(const Plan &plan, const QString &id, const Actor &actor, Timestamp now)
{
    Execution execution;
    execution.id = id;
    execution.kind = plan.kind;
    execution.name = plan.name;
    execution.catalogueId = plan.catalogueId;
    execution.scheduleId = plan.scheduleId;
    execution.project = plan.project;
    execution.owner = actor.user;
    execution.dialect = actor.dialect;
    execution.params = plan.params;
    execution.details = plan.details;
    execution.createdAt = now;
    return execution;
}

Task taskFrom(const PlannedTask &planned, const QString &executionId, Timestamp now)
{
    Task task;
    task.id = executionId % u'.' % planned.nodeId;
    task.executionId = executionId;
    task.nodeId = planned.nodeId;
    task.nodeKind = planned.nodeKind;
    task.command = planned.command;
    task.predecessors = planned.predecessors;
    task.params = planned.params;
    task.createdAt = now;
    return task;
}

Unexpected notFound()
{
    return unexpected(ErrorCode::NotFound, Why::UnknownExecution);
}

Unexpected stopping()
{
    return unexpected(ErrorCode::Conflict, Why::ServerStops);
}

} // namespace

struct Engine::Visitor
{
    Engine &engine;
    const Command &command;

    const Catalogue &catalogue() const { return engine.m_hub.snapshot().catalogue; }

    Result<QString> operator()(const StartPipeline &request) const
    {
        return engine.begin(planPipeline(request, catalogue()), command);
    }
    Result<QString> operator()(const StartGraph &request) const
    {
        return engine.begin(planGraph(request, catalogue()), command);
    }
    Result<QString> operator()(const StartProcess &request) const
    {
        return engine.begin(planProcess(request, catalogue()), command);
    }
    Result<QString> operator()(const StartExperiment &request) const
    {
        return engine.begin(planExperiment(request, catalogue()), command, nullptr, request.submit);
    }
    Result<QString> operator()(const SubmitExperiment &request) const
    {
        return engine.submitExperiment(request.executionId, command);
    }
    Result<QString> operator()(const RetryExecution &request) const
    {
        const Snapshot &snapshot = engine.m_hub.snapshot();
        const Execution *known = snapshot.execution(request.executionId);
        if (!known)
            return notFound();
        return engine.retry({*known, snapshot.tasks.value(known->id).values()}, request, command);
    }
    Result<QString> operator()(const CancelExecution &request) const
    {
        return engine.cancel(request.executionId, command);
    }
    Result<QString> operator()(const UpdateExperiment &request) const { return engine.update(request, command); }
    Result<QString> operator()(const SetMode &request) const { return engine.setMode(request, command); }
    // All other Commands. One of executions that is forgotten above comes here, too: it compiles, and fails when it is
    // submitted.
    template<typename Other>
    Result<QString> operator()(const Other &) const
    {
        return unexpected(ErrorCode::Unsupported, u"this is no command about executions"_s);
    }
};

Engine::Engine(Hub &hub, Runner &runner, ExecutionJournal &journal, EngineOptions options, QObject *parent)
    : QObject(parent)
    , m_hub(hub)
    , m_options(std::move(options))
    , m_scheduler(hub, m_options.host)
    , m_parts{hub, runner, journal, m_files, m_scheduler, m_options}
{
    connect(&hub, &Hub::changed, this, [this](const Change &change) {
        if (std::holds_alternative<ModeChanged>(change.body) || std::holds_alternative<ServerChanged>(change.body))
            beginWaitingSoon();
    });
}

Engine::~Engine()
{
    // Also those that deleteLater() was called on: they leave m_scheduler, which must still exist then.
    qDeleteAll(findChildren<LiveExecution *>(Qt::FindDirectChildrenOnly));
}

Result<QString> Engine::handle(const Command &command)
{
    const bool ends =
        std::holds_alternative<CancelExecution>(command.body) || std::holds_alternative<SetMode>(command.body);
    if (m_shuttingDown && !ends)
        return stopping();
    return std::visit(Visitor{*this, command}, command.body);
}

void Engine::setWorkers(int count)
{
    m_scheduler.setWorkers(count);
}

void Engine::dismissWorkers()
{
    m_scheduler.dismissWorkers();
}

int Engine::calls() const
{
    return static_cast<int>(std::count_if(m_live.cbegin(), m_live.cend(), [](const LiveExecution *live) {
        return live->plan().kind == ExecutionKind::Process;
    }));
}

Result<QString> Engine::begin(const Result<Plan> &plan, const Command &command, const ExecutionDetail *reused,
                              bool submit)
{
    if (!plan)
        return Unexpected{plan.error()};
    if (plan->kind == ExecutionKind::Process && calls() >= m_options.calls)
        return unexpected(ErrorCode::Capacity, Why::CallCapacity, {Reason::number(m_options.calls)});
    const QString id = m_hub.ids().next();
    if (const Result<void> created = ExecutionFolder(m_options.dataDirectory, id).create(); !created)
        return Unexpected{created.error()};
    const Timestamp now = m_hub.clock().now();
    Execution execution = executionFrom(*plan, id, command.actor, now);
    if (reused)
        execution.retryOf = reused->execution.id;
    LiveExecution *live = submit ? &add(id, *plan, command) : nullptr;
    (void)m_hub.record(ExecutionChanged{execution}, &command);
    if (plan->kind != ExecutionKind::Process) {
        for (const PlannedTask &task : plan->tasks)
            (void)m_hub.record(TaskChanged{taskFrom(task, id, now)}, &command);
    }
    auto *run = qobject_cast<GraphRun *>(live);
    if (run && reused)
        reuse(*run, *reused);
    const bool waits = run && plan->kind == ExecutionKind::Pipeline && !hasRoom();
    if (waits) {
        m_waiting.append(id);
        run->waitForRoom();
    }
    journalStart(id, command); // of what waits with what it waits for
    if (live && !waits)
        live->begin();
    return id;
}

// For one more pipeline that is known already. The mode and a full disk keep those that wait from beginning, too.
bool Engine::hasRoom() const
{
    const Snapshot &snapshot = m_hub.snapshot();
    const qsizetype unfinished = snapshot.running(ExecutionKind::Pipeline);
    return snapshot.mode == Mode::Normal && snapshot.server.shortage.isEmpty()
           && unfinished - m_waiting.size() <= snapshot.server.capacity;
}

void Engine::beginWaiting()
{
    while (!m_shuttingDown && !m_waiting.isEmpty()) {
        const QString id = m_waiting.takeFirst();
        if (!hasRoom()) {
            m_waiting.prepend(id);
            return;
        }
        if (LiveExecution *live = m_live.value(id))
            live->begin();
    }
}

// Later: what makes room is in the middle of something.
void Engine::beginWaitingSoon()
{
    if (!m_waiting.isEmpty())
        QMetaObject::invokeMethod(this, &Engine::beginWaiting, Qt::QueuedConnection);
}

LiveExecution &Engine::add(const QString &id, const Plan &plan, const Command &command)
{
    LiveExecution *live = nullptr;
    if (plan.kind == ExecutionKind::Process) {
        auto *call = new ProcessRun(m_parts, id, plan, command, *m_hub.snapshot().catalogue.process(plan.catalogueId));
        connect(call, &ProcessRun::inputWritten, this,
                [this, id](qint64 pending) { Q_EMIT inputWritten(id, pending); });
        live = call;
    } else {
        live = new GraphRun(m_parts, id, plan, command);
    }
    live->setParent(this);
    m_live.insert(id, live);
    connect(live, &LiveExecution::ended, this, [this, id] {
        m_waiting.removeOne(id);
        beginWaitingSoon();
        const QList<Command> cancels = m_cancels.values(id);
        m_cancels.remove(id);
        for (const Command &cancel : cancels)
            m_hub.complete(cancel, id);
    });
    connect(live, &LiveExecution::saved, this, [this, id] { remove(id); });
    return *live;
}

void Engine::remove(const QString &id)
{
    if (LiveExecution *live = m_live.take(id))
        live->deleteLater();
    if (m_shuttingDown && m_live.isEmpty())
        Q_EMIT shutDownFinished();
}

void Engine::journalStart(const QString &id, const Command &command)
{
    const Snapshot &snapshot = m_hub.snapshot();
    m_parts.journal.save(*snapshot.execution(id), snapshot.tasks.value(id).values(),
                         [self = QPointer<Engine>(this), id, command](const Result<void> &durable) {
                             if (!self)
                                 return;
                             if (durable)
                                 return self->m_hub.complete(command, id);
                             // A process call is not required to be in the history, so a failed save does not end it.
                             LiveExecution *live = self->m_live.value(id);
                             if (live && live->plan().kind != ExecutionKind::Process)
                                 live->end({ExecutionState::Failed, durable.error().message});
                             self->m_hub.complete(command, id, durable.error());
                         });
}

Result<QString> Engine::submitExperiment(const QString &id, const Command &command)
{
    const Execution *execution = m_hub.snapshot().execution(id);
    if (!execution)
        return notFound();
    const Result<Plan> plan = planAgain(*execution, m_hub.snapshot().catalogue);
    if (!plan)
        return Unexpected{plan.error()};
    LiveExecution &live = add(id, *plan, command);
    live.begin();
    journalStart(id, command);
    return id;
}

// A running execution takes the new name from the Snapshot when it is saved at its end; saved here as well, because the
// name must survive a restart before that.
Result<QString> Engine::update(const UpdateExperiment &request, const Command &command)
{
    const QString id = request.executionId;
    const Execution *known = m_hub.snapshot().execution(id);
    if (!known)
        return notFound();
    Execution execution = *known;
    execution.name = request.name.value_or(execution.name);
    if (request.description)
        editDetails<ExperimentDetails>(execution).description = *request.description;
    (void)m_hub.record(ExecutionChanged{execution}, &command);
    m_parts.journal.save(
        *m_hub.snapshot().execution(id), {}, [self = QPointer<Engine>(this), id, command](const Result<void> &durable) {
            if (self)
                self->m_hub.complete(command, id, durable ? std::nullopt : std::optional(durable.error()));
        });
    return id;
}

Result<QString> Engine::retry(const ExecutionDetail &detail, const RetryExecution &request, const Command &command)
{
    if (m_shuttingDown)
        return stopping();
    return begin(planAgain(detail.execution, m_hub.snapshot().catalogue), command,
                 request.failedOnly ? &detail : nullptr);
}

// Hands run the outputs of tasks that succeeded before and would run the same command with the same predecessors.
void Engine::reuse(GraphRun &run, const ExecutionDetail &before) const
{
    QHash<QString, const Task *> succeeded;
    for (const Task &task : before.tasks) {
        if (task.state == ExecutionState::Succeeded)
            succeeded.insert(task.nodeId, &task);
    }
    const ExecutionFolder folder(m_options.dataDirectory, before.execution.id);
    for (const PlannedTask &planned : run.plan().tasks) {
        const Task *known = succeeded.value(planned.nodeId);
        if (known && known->command == planned.command && known->predecessors == planned.predecessors)
            run.reuse(planned.nodeId, folder.path(known->outputFile));
    }
}

Result<QString> Engine::cancel(const QString &id, const Command &command)
{
    const Execution *execution = m_hub.snapshot().execution(id);
    if (!execution)
        return notFound();
    if (isFinal(execution->state)) {
        m_hub.complete(command, id); // a finished execution stays what it is; cancelling it is no error
        return id;
    }
    if (LiveExecution *live = m_live.value(id)) {
        m_cancels.insert(id, command);
        live->end({ExecutionState::Cancelled, {Why::CancelledBy, {command.actor.user}}});
        return id;
    }
    if (execution->kind == ExecutionKind::Job)
        return unexpected(ErrorCode::Unsupported, u"this job is not run here"_s);
    cancelUnsubmitted(*execution, command);
    return id;
}

void Engine::cancelUnsubmitted(const Execution &given, const Command &command)
{
    Execution execution = given;
    const QList<Task> tasks = m_hub.snapshot().tasks.value(execution.id).values();
    for (Task task : tasks) {
        task.state = ExecutionState::Cancelled;
        task.endedAt = m_hub.clock().now();
        (void)m_hub.record(TaskChanged{task}, &command);
    }
    execution = *m_hub.snapshot().execution(execution.id);
    execution.state = ExecutionState::Cancelled;
    execution.endedAt = m_hub.clock().now();
    execution.message = Reason(Why::CancelledBy, {command.actor.user});
    (void)m_hub.record(ExecutionChanged{execution}, &command);
    journalStart(execution.id, command);
}

Result<QString> Engine::setMode(const SetMode &request, const Command &command)
{
    if (request.mode == Mode::Halted) {
        const QList<LiveExecution *> all = m_live.values();
        for (LiveExecution *live : all) {
            if (live->plan().kind == ExecutionKind::Pipeline)
                live->end({ExecutionState::Cancelled, Why::HaltedByOperator});
        }
    }
    m_hub.complete(command, toString(request.mode));
    return toString(request.mode);
}

Result<void> Engine::writeInput(const QString &executionId, const QByteArray &bytes)
{
    if (auto *call = qobject_cast<ProcessRun *>(m_live.value(executionId)))
        return call->write(bytes);
    return notFound();
}

Result<void> Engine::closeInput(const QString &executionId)
{
    auto *call = qobject_cast<ProcessRun *>(m_live.value(executionId));
    if (!call)
        return notFound();
    call->closeInput();
    return {};
}

qint64 Engine::pendingInputBytes(const QString &executionId) const
{
    const auto *call = qobject_cast<ProcessRun *>(m_live.value(executionId));
    return call ? call->pendingInputBytes() : 0;
}

Follow Engine::followOutput(const QString &executionId, LiveStreams::ReceiveBytes receive)
{
    LiveExecution *live = m_live.value(executionId);
    if (!live)
        return nullptr;
    auto tap = std::make_unique<OutputTap>(std::move(receive));
    if (auto *call = qobject_cast<ProcessRun *>(live))
        call->addTap(tap.get());
    else if (auto *run = qobject_cast<GraphRun *>(live))
        new OutputTail(*tap, *run, m_hub.clock()); // child of the tap
    return tap;
}

qint64 Engine::storedFrom(const QString &executionId) const
{
    const auto *call = qobject_cast<ProcessRun *>(m_live.value(executionId));
    return call ? call->storedFrom() : 0;
}

void Engine::shutDown()
{
    m_shuttingDown = true;
    if (m_live.isEmpty())
        QMetaObject::invokeMethod(this, [this] { Q_EMIT shutDownFinished(); }, Qt::QueuedConnection);
    const QList<LiveExecution *> all = m_live.values();
    for (LiveExecution *live : all)
        live->end({ExecutionState::Interrupted, Why::Interrupted});
}

} // namespace signalbox::core
