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
    return unexpected(ErrorCode::NotFound, u"execution not found"_s);
}

Unexpected stopping()
{
    return unexpected(ErrorCode::Conflict, u"the server is stopping"_s);
}

} // namespace

struct Engine::Visitor
{
    Engine &engine;
    const Command &command;

    const Catalogue &catalogue() const { return engine.m_hub.snapshot().catalogue; }

    Result<QString> operator()(const StartPipeline &wish) const
    {
        return engine.begin(planPipeline(wish, catalogue()), command);
    }
    Result<QString> operator()(const StartGraph &wish) const
    {
        return engine.begin(planGraph(wish, catalogue()), command);
    }
    Result<QString> operator()(const StartProcess &wish) const
    {
        return engine.begin(planProcess(wish, catalogue()), command);
    }
    Result<QString> operator()(const StartExperiment &wish) const
    {
        return engine.begin(planExperiment(wish, catalogue()), command, nullptr, wish.submit);
    }
    Result<QString> operator()(const SubmitExperiment &wish) const
    {
        return engine.submitExperiment(wish.executionId, command);
    }
    Result<QString> operator()(const RetryExecution &wish) const
    {
        const Snapshot &snapshot = engine.m_hub.snapshot();
        const Execution *known = snapshot.execution(wish.executionId);
        if (!known)
            return notFound();
        return engine.retry({*known, snapshot.tasks.value(known->id).values()}, wish, command);
    }
    Result<QString> operator()(const CancelExecution &wish) const { return engine.cancel(wish.executionId, command); }
    Result<QString> operator()(const UpdateExperiment &wish) const { return engine.update(wish, command); }
    Result<QString> operator()(const SetMode &wish) const { return engine.setMode(wish, command); }
    template<typename Other>
    Result<QString> operator()(const Other &) const
    {
        return unexpected(ErrorCode::Unsupported, u"this is no wish about executions"_s);
    }
};

Engine::Engine(Hub &hub, Runner &runner, ExecutionJournal &journal, EngineOptions options, QObject *parent)
    : QObject(parent)
    , m_hub(hub)
    , m_options(std::move(options))
    , m_scheduler(hub, m_options.host)
    , m_parts{hub, runner, journal, m_files, m_scheduler, m_options}
{
}

Engine::~Engine()
{
    // Those too that were about to go, while the scheduler they leave is still there.
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
        return unexpected(ErrorCode::Capacity,
                          u"%1 processes are running, as many as are allowed"_s.arg(m_options.calls));
    const QString id = m_hub.ids().next();
    if (const Result<void> created = ExecutionFolder(m_options.dataDirectory, id).create(); !created)
        return Unexpected{created.error()};
    const Timestamp now = m_hub.clock().now();
    Execution execution = executionFrom(*plan, id, command.actor, now);
    if (reused)
        execution.details.insert(u"retryOf"_s, reused->execution.id);
    LiveExecution *live = submit ? &add(id, *plan, command) : nullptr;
    (void)m_hub.record(ExecutionChanged{execution}, &command);
    if (plan->kind != ExecutionKind::Process) {
        for (const PlannedTask &task : plan->tasks)
            (void)m_hub.record(TaskChanged{taskFrom(task, id, now)}, &command);
    }
    journalStart(id, command);
    if (!live)
        return id;
    if (auto *run = qobject_cast<GraphRun *>(live); run && reused)
        reuse(*run, *reused);
    live->begin();
    return id;
}

LiveExecution &Engine::add(const QString &id, const Plan &plan, const Command &command)
{
    LiveExecution *live = nullptr;
    if (plan.kind == ExecutionKind::Process) {
        auto *call = new Call(m_parts, id, plan, command, *m_hub.snapshot().catalogue.process(plan.catalogueId));
        connect(call, &Call::inputWritten, this, [this, id](qint64 pending) { Q_EMIT inputWritten(id, pending); });
        live = call;
    } else {
        live = new GraphRun(m_parts, id, plan, command);
    }
    live->setParent(this);
    m_live.insert(id, live);
    connect(live, &LiveExecution::ended, this, [this, id] {
        const QList<Command> cancels = m_cancels.values(id);
        m_cancels.remove(id);
        for (const Command &cancel : cancels)
            m_hub.settle(cancel, id);
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
                                 return self->m_hub.settle(command, id);
                             // A call was promised to nobody\'s history; it goes on.
                             LiveExecution *live = self->m_live.value(id);
                             if (live && live->plan().kind != ExecutionKind::Process)
                                 live->end({ExecutionState::Failed, durable.error().message});
                             self->m_hub.settle(command, id, durable.error());
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

// Whoever runs it goes on from what the Snapshot says, and saves that at the end; until then a restart must know it too.
Result<QString> Engine::update(const UpdateExperiment &wish, const Command &command)
{
    const QString id = wish.executionId;
    const Execution *known = m_hub.snapshot().execution(id);
    if (!known)
        return notFound();
    Execution execution = *known;
    execution.name = wish.name.value_or(execution.name);
    if (wish.description)
        execution.details.insert(u"description"_s, *wish.description);
    (void)m_hub.record(ExecutionChanged{execution}, &command);
    m_parts.journal.save(
        *m_hub.snapshot().execution(id), {}, [self = QPointer<Engine>(this), id, command](const Result<void> &durable) {
            if (self)
                self->m_hub.settle(command, id, durable ? std::nullopt : std::optional(durable.error()));
        });
    return id;
}

Result<QString> Engine::retry(const ExecutionDetail &detail, const RetryExecution &wish, const Command &command)
{
    if (m_shuttingDown)
        return stopping();
    return begin(planAgain(detail.execution, m_hub.snapshot().catalogue), command, wish.failedOnly ? &detail : nullptr);
}

// What succeeded, if the same command would run on the same inputs again.
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
        m_hub.settle(command, id); // wire.md, Alger: a finished one stays finished and still answers 206
        return id;
    }
    if (LiveExecution *live = m_live.value(id)) {
        m_cancels.insert(id, command);
        live->end({ExecutionState::Cancelled, u"cancelled by %1"_s.arg(command.actor.user)});
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
    execution.message = u"cancelled by %1"_s.arg(command.actor.user);
    (void)m_hub.record(ExecutionChanged{execution}, &command);
    journalStart(execution.id, command);
}

Result<QString> Engine::setMode(const SetMode &wish, const Command &command)
{
    if (wish.mode == Mode::Halted) {
        const QList<LiveExecution *> all = m_live.values();
        for (LiveExecution *live : all) {
            if (live->plan().kind == ExecutionKind::Pipeline)
                live->end({ExecutionState::Cancelled, u"halted by an operator"_s});
        }
    }
    m_hub.settle(command, toString(wish.mode));
    return toString(wish.mode);
}

Result<void> Engine::writeInput(const QString &executionId, const QByteArray &bytes)
{
    if (auto *call = qobject_cast<Call *>(m_live.value(executionId)))
        return call->write(bytes);
    return notFound();
}

Result<void> Engine::closeInput(const QString &executionId)
{
    auto *call = qobject_cast<Call *>(m_live.value(executionId));
    if (!call)
        return notFound();
    call->closeInput();
    return {};
}

qint64 Engine::pendingInputBytes(const QString &executionId) const
{
    const auto *call = qobject_cast<Call *>(m_live.value(executionId));
    return call ? call->pendingInputBytes() : 0;
}

std::unique_ptr<OutputTap> Engine::tapOutput(const QString &executionId, QObject *context, OutputTap::Receive receive,
                                             const QString &nodeId)
{
    LiveExecution *live = m_live.value(executionId);
    if (!live)
        return nullptr;
    auto tap = std::make_unique<OutputTap>(context, std::move(receive));
    if (auto *call = qobject_cast<Call *>(live))
        call->addTap(tap.get());
    else if (auto *run = qobject_cast<GraphRun *>(live))
        new OutputTail(*tap, *run, m_hub.clock(), nodeId); // child of the tap
    return tap;
}

void Engine::shutDown()
{
    m_shuttingDown = true;
    if (m_live.isEmpty())
        QMetaObject::invokeMethod(this, [this] { Q_EMIT shutDownFinished(); }, Qt::QueuedConnection);
    const QList<LiveExecution *> all = m_live.values();
    for (LiveExecution *live : all)
        live->end({ExecutionState::Interrupted, u"interrupted"_s});
}

} // namespace signalbox::core
