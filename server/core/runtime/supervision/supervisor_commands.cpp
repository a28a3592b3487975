// SPDX-License-Identifier: GPL-3.0-or-later
// What people ask of components.
#include "server/core/runtime/supervision/supervisor.h"

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

using Needs = ManagedComponent::Needs;

Reason by(const Command &command, Why what)
{
    return {what, {command.actor.user}};
}

} // namespace

Result<QString> Supervisor::handle(const Command &command)
{
    if (m_surroundings.isClosing)
        return unexpected(ErrorCode::Conflict, Why::ServerStopping);
    if (const auto *request = std::get_if<StartComponent>(&command.body))
        return start(command, {request->id});
    if (const auto *request = std::get_if<StopComponent>(&command.body))
        return request->dependents ? stop(command, withActiveDependents({request->id}), stopReason(command, {}))
                                   : stop(command, {request->id}, stopReason(command, request->id));
    if (const auto *request = std::get_if<KillComponent>(&command.body))
        return kill(command, *request);
    if (const auto *request = std::get_if<ScaleComponent>(&command.body))
        return scale(command, *request);
    if (const auto *request = std::get_if<TypeToComponent>(&command.body))
        return type(command, *request);
    if (const auto *request = std::get_if<RestartComponent>(&command.body))
        return restart(command, {request->id}, false, {request->id});
    if (const auto *request = std::get_if<StartComponents>(&command.body))
        return start(command, request->ids.isEmpty() ? allIds() : request->ids);
    if (const auto *request = std::get_if<StopComponents>(&command.body))
        return stop(command, withActiveDependents(request->ids.isEmpty() ? allIds() : request->ids),
                    stopReason(command, {}));
    if (const auto *request = std::get_if<RestartComponents>(&command.body)) {
        QStringList ids = request->ids;
        if (ids.isEmpty()) { // all that are meant to run: components that were stopped stay stopped
            for (const auto &[id, component] : m_components) {
                if (component->state() != ComponentState::Stopped || component->willBeTriedAgain())
                    ids.append(id);
            }
        }
        return restart(command, withActiveDependents(ids), true, request->ids);
    }
    return unexpected(ErrorCode::Unsupported, u"this is not about components"_s);
}

Result<QString> Supervisor::begin(const Command &command, bool up, const QStringList &ids)
{
    PendingCommand pending{command, ids.join(u','), up, {}, {}};
    for (const QString &id : ids) {
        const ManagedComponent *component = find(id);
        if (!component || m_leaving.contains(id))
            return unexpected(ErrorCode::NotFound, Why::UnknownComponent);
        if (up || component->isActive() || component->willBeTriedAgain())
            pending.awaited.insert(id);
    }
    const QString subject = pending.subject;
    m_pending.push_back(std::move(pending));
    return subject;
}

// Runs requests to several components: no Command may be completed and no component removed between two of them.
void Supervisor::together(const std::function<void()> &requests)
{
    const bool advancing = std::exchange(m_advancing, true);
    requests();
    m_advancing = advancing;
    advance();
}

void Supervisor::wish(const Command &command, bool toRun, const QStringList &named)
{
    if (command.actor == serverActor())
        return;
    for (const QString &id : named)
        find(id)->setWish(ComponentWish{id, toRun, command.actor.user});
}

// For another component that needs this one. The wish that this one stay stopped is over, but none that it run is kept.
void Supervisor::startAlong(ManagedComponent &component, const Command &command)
{
    if (isStoppedByPerson(component.config().id))
        component.setWish({});
    component.requestStart(command, by(command, Why::StartedBy), Needs::All);
}

void Supervisor::tellWishes(const Command &command)
{
    together([&] {
        for (const auto &[id, component] : m_components)
            component->tellWish(command);
    });
}

Result<QString> Supervisor::start(const Command &command, const QStringList &ids)
{
    Result<QString> subject = begin(command, true, ids);
    if (!subject)
        return subject;
    together([&] {
        wish(command, true, ids);
        for (const QString &id : withDependencies(ids))
            startAlong(*find(id), command);
    });
    tellWishes(command);
    return subject;
}

Result<QString> Supervisor::stop(const Command &command, const QStringList &ids, const Reason &reason)
{
    Result<QString> subject = begin(command, false, ids);
    if (!subject)
        return subject;
    together([&] {
        wish(command, false, ids);
        for (const QString &id : ids)
            find(id)->requestStop(command, reason);
    });
    tellWishes(command);
    return subject;
}

Result<QString> Supervisor::restart(const Command &command, const QStringList &ids, bool includeDependencies,
                                    const QStringList &named)
{
    Result<QString> subject = begin(command, true, ids);
    if (!subject)
        return subject;
    together([&] {
        wish(command, true, named);
        for (const QString &id : ids)
            find(id)->requestRestart(command, by(command, Why::RestartedBy),
                                     includeDependencies ? Needs::All : Needs::Oneshots);
        for (const QString &id : withDependencies(includeDependencies ? ids : oneshotsToRun(ids))) {
            if (!ids.contains(id))
                startAlong(*find(id), command);
        }
    });
    tellWishes(command);
    return subject;
}

// alone: the one that is stopped without those that need it, which run on and are named; empty: none is.
Reason Supervisor::stopReason(const Command &command, const QString &alone) const
{
    const QStringList needing = alone.isEmpty() ? QStringList() : withActiveDependents({alone}).mid(1);
    const Reason reason = by(command, Why::StoppedBy);
    if (needing.isEmpty())
        return reason;
    return {Why::NeededBy, {reason, Reason::list(QList<Reason>(needing.cbegin(), needing.cend()))}};
}

Result<QString> Supervisor::kill(const Command &command, const KillComponent &request)
{
    Result<QString> subject = begin(command, false, {request.id});
    if (!subject)
        return subject;
    together([&] {
        wish(command, false, {request.id});
        find(request.id)->requestKill(command, by(command, Why::KilledBy));
    });
    tellWishes(command);
    return subject;
}

// New instances are started whatever autostart says: that is what they are wanted for.
Result<QString> Supervisor::scale(const Command &command, const ScaleComponent &request)
{
    const QStringList before = allIds();
    PendingCommand pending{command, request.id, true, {}, {}};
    together([&] {
        m_scales.insert(request.id, request.instances);
        const Reason reason(Why::ScaledBy, {Reason::number(request.instances), command.actor.user});
        (void)applyComponents(reason);
        for (const QString &id : allIds()) {
            if (before.contains(id))
                continue;
            pending.awaited.insert(id);
            find(id)->requestStart(command, reason, Needs::All);
        }
        for (const QString &id : withDependencies(QStringList(pending.awaited.cbegin(), pending.awaited.cend()))) {
            if (!pending.awaited.contains(id))
                startAlong(*find(id), command);
        }
        Q_EMIT scaled();
        m_pending.push_back(std::move(pending));
    });
    return request.id;
}

Result<QString> Supervisor::type(const Command &command, const TypeToComponent &request)
{
    ManagedComponent *component = find(request.id);
    if (const Result<void> written = component->type(request.bytes, command.actor.user); !written)
        return Unexpected{written.error()};
    m_surroundings.hub.complete(command, request.id, {});
    return request.id;
}

} // namespace signalbox::core
