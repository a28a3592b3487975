// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/replica.h"

namespace signalbox::widgets {

// Emits the signal of one Change.
struct Replica::Teller
{
    Replica &replica;
    const Change &change;
    const Replaced &replaced;

    template<typename Value>
    const Value *before() const
    {
        return std::get_if<Value>(&replaced);
    }

    void operator()(const ComponentChanged &c) const
    {
        Q_EMIT replica.componentChanged(before<Component>(), &c.component, change);
    }
    void operator()(const ComponentRemoved &) const
    {
        if (before<Component>())
            Q_EMIT replica.componentChanged(before<Component>(), nullptr, change);
    }
    void operator()(const ExecutionChanged &c) const
    {
        Q_EMIT replica.executionChanged(before<Execution>(), c.execution, change);
    }
    void operator()(const TaskChanged &c) const
    {
        const auto *known = before<ReplacedTask>();
        if (known) // else a task of an execution that the Snapshot does not hold
            Q_EMIT replica.taskChanged(known->task ? &*known->task : nullptr, c.task, known->execution, change);
    }
    void operator()(const ExecutionForgotten &c) const { Q_EMIT replica.executionForgotten(c.id, before<Execution>()); }
    void operator()(const ProjectChanged &) const {} // not shown in the window
    void operator()(const ProjectRemoved &) const {}
    void operator()(const WorkerChanged &c) const { Q_EMIT replica.workerChanged(c.worker); }
    void operator()(const AgentChanged &c) const { Q_EMIT replica.agentChanged(before<Agent>(), &c.agent, change); }
    void operator()(const AgentRemoved &) const
    {
        if (before<Agent>())
            Q_EMIT replica.agentChanged(before<Agent>(), nullptr, change);
    }
    void operator()(const InstanceChanged &c) const
    {
        Q_EMIT replica.instanceChanged(before<Instance>(), &c.instance, change);
    }
    void operator()(const InstanceRemoved &) const
    {
        if (before<Instance>())
            Q_EMIT replica.instanceChanged(before<Instance>(), nullptr, change);
    }
    void operator()(const ScheduleChanged &c) const
    {
        Q_EMIT replica.scheduleChanged(before<Schedule>(), &c.schedule, change);
    }
    void operator()(const ScheduleRemoved &) const
    {
        if (before<Schedule>())
            Q_EMIT replica.scheduleChanged(before<Schedule>(), nullptr, change);
    }
    void operator()(const ClientConnected &c) const { Q_EMIT replica.clientConnected(c.client, change); }
    void operator()(const ClientChanged &c) const { Q_EMIT replica.clientChanged(before<Client>(), c.client, change); }
    void operator()(const ClientDisconnected &c) const
    {
        if (before<Client>())
            Q_EMIT replica.clientGone(*before<Client>(), c.reason, change);
    }
    void operator()(const ClientsCounted &c) const { Q_EMIT replica.clientsCounted(c.figures, change.time); }
    void operator()(const MetricsSampled &c) const { Q_EMIT replica.sampled(c.sample, change.time); }
    void operator()(const CatalogueChanged &) const { Q_EMIT replica.catalogueChanged(change); }
    void operator()(const ServerChanged &) const { Q_EMIT replica.serverChanged(); }
    void operator()(const ModeChanged &c) const { Q_EMIT replica.modeChanged(c.mode, change); }
    void operator()(const CommandCompleted &c) const
    {
        if (c.error)
            Q_EMIT replica.commandFailed(c.subject, *c.error, change);
    }
    void operator()(const ProblemOccurred &c) const { Q_EMIT replica.problemOccurred(c.error, c.context, change); }
    void operator()(const EventHappened &c) const { Q_EMIT replica.eventHappened(c.entry); }
};

Replica::Replica(link::ControlLink &link, QObject *parent)
    : QObject(parent)
    , m_link(link)
    , m_logs(link, &link::ControlLink::followLog, &link::ControlLink::unfollowLog)
    , m_frames(link, &link::ControlLink::followClient, &link::ControlLink::unfollowClient)
    , m_outputs(link, &link::ControlLink::followOutput, &link::ControlLink::unfollowOutput)
{
    using link::ControlLink;
    connect(&link, &ControlLink::connectedChanged, this, &Replica::connectedChanged);
    connect(&link, &ControlLink::snapshotReplaced, this, [this](const Snapshot &before) {
        m_logs.forget();
        m_frames.forget();
        m_outputs.forget();
        Q_EMIT missed(before);
    });
    connect(&link, &ControlLink::answered, this, &Replica::answer);
    connect(
        &link, &ControlLink::logLines, this,
        [this](const QString &id, const QList<LogLine> &lines, qint64 leftOut) { m_logs.tell(id, lines, leftOut); });
    connect(&link, &ControlLink::clientFrames, this,
            [this](const QString &id, const QList<ClientFrame> &frames, qint64 leftOut) {
                m_frames.tell(id, frames, leftOut);
            });
    connect(
        &link, &ControlLink::outputReceived, this,
        [this](const QString &id, qint64 position, const QByteArray &bytes) { m_outputs.tell(id, position, bytes); });
    connect(&link, &ControlLink::changed, this, [this](const Change &change, const Replaced &replaced) {
        std::visit(Teller{*this, change, replaced}, change.body);
        Q_EMIT heard(change.time);
    });
}

Asking Replica::ask(QueryBody query, Answered answered)
{
    const QueryId id = m_link.ask(std::move(query));
    const auto asking = std::make_shared<QueryId>(id);
    m_questions.insert(id, {asking, std::move(answered)});
    return Asking(asking);
}

void Replica::answer(QueryId id, const Result<Answer> &answer)
{
    const Question question = m_questions.take(id);
    const std::shared_ptr<QueryId> asking = question.id.lock();
    if (!asking)
        return;
    *asking = 0; // no longer under way, for whatever answered() looks at
    question.answered(answer);
}

} // namespace signalbox::widgets
