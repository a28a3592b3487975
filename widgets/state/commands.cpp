// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/commands.h"

namespace signalbox::widgets {

Commands::Commands(Replica &replica, QObject *parent) : QObject(parent), m_replica(replica)
{
    connect(&replica.link(), &link::ControlLink::completed, this, &Commands::complete);
    connect(&replica.link(), &link::ControlLink::secretReceived, this,
            [this](const CommandId &id, const QString &secret) {
                if (const auto found = m_subjects.constFind(id); found != m_subjects.cend())
                    Q_EMIT secretReceived(*found, secret);
            });
    connect(&replica, &Replica::componentChanged, this, &Commands::hear);
    connect(&replica, &Replica::missed, this, [this](const Snapshot &before) {
        for (const Component &component : m_replica.snapshot().components)
            hear(before.component(component.id), &component);
    });
    connect(&replica, &Replica::connectedChanged, this, [this](bool connected) {
        if (connected)
            return;
        // Nobody will answer any more; what became of them is in the next Snapshot.
        const QStringList pending = std::exchange(m_pending, {}).keys();
        m_subjects.clear();
        for (const QString &subject : pending)
            Q_EMIT changed(subject);
    });
}

void Commands::submit(const QString &subject, CommandBody body)
{
    m_errors.remove(subject);
    const bool isStop = std::holds_alternative<StopComponent>(body);
    const CommandId id = m_replica.link().submit(std::move(body));
    m_pending.insert(subject, {id, isStop});
    m_subjects.insert(id, subject);
    Q_EMIT changed(subject);
}

void Commands::dismiss(const QString &subject)
{
    if (m_errors.remove(subject))
        Q_EMIT changed(subject);
}

bool Commands::mayQueue(const QString &subject) const
{
    const auto refused = m_errors.constFind(subject);
    if (refused == m_errors.cend() || refused->code != ErrorCode::Capacity)
        return false;
    // Other ceilings are refused alike, and there is no waiting for them.
    const Snapshot &snapshot = m_replica.snapshot();
    return snapshot.server.shortage.isEmpty() && snapshot.running(ExecutionKind::Pipeline) >= snapshot.server.capacity;
}

void Commands::complete(const CommandId &id, const QString &about, const std::optional<Error> &error)
{
    const auto found = m_subjects.constFind(id);
    if (found == m_subjects.cend())
        return;
    const QString subject = *found;
    m_subjects.erase(found);
    if (m_pending.value(subject).id != id)
        return; // something else was asked of it meanwhile
    m_pending.remove(subject);
    if (error)
        m_errors.insert(subject, *error);
    Q_EMIT changed(subject);
    if (!error)
        Q_EMIT done(subject, about);
}

void Commands::hear(const Component *before, const Component *now)
{
    if (!before || !now || before->state == now->state)
        return;
    dismiss(now->id);
    dismiss(allComponents());
}

bool canStart(const Component &component)
{
    return component.state == ComponentState::Stopped || component.state == ComponentState::Error;
}

bool canStop(const Component &component)
{
    return component.state == ComponentState::Running || component.state == ComponentState::Starting
           || (component.state == ComponentState::Error && component.nextRestartAt);
}

bool canStartNow(const Commands &commands, const Component &component)
{
    return canStart(component) && !commands.isPending(component.id);
}

bool canRestartNow(const Commands &commands, const Component &component)
{
    return canRestart(component) && !commands.isPending(component.id);
}

bool canStopNow(const Commands &commands, const Component &component)
{
    return canStop(component) && !commands.isStopping(component.id)
           && (component.state == ComponentState::Starting || !commands.isPending(component.id));
}

bool canRestart(const Component &component)
{
    return component.state == ComponentState::Running || component.state == ComponentState::Error;
}

} // namespace signalbox::widgets
