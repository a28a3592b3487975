// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/supervision/supervisor.h"

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

using Phase = ManagedComponent::Phase;

QString by(const Command &command, const QString &what)
{
    return u"%1 by %2"_s.arg(what, command.actor.user);
}

} // namespace

Supervisor::Supervisor(Hub &hub, LogBook &logs, const QString &dataDirectory, std::function<double()> random, int lease,
                       QObject *parent)
    : QObject(parent)
    , m_surroundings{hub, logs, dataDirectory, std::move(random), lease}
{
}

Supervisor::~Supervisor() = default;

ManagedComponent *Supervisor::find(const QString &id) const
{
    const auto found = m_components.find(id);
    return found == m_components.end() ? nullptr : found->second.get();
}

void Supervisor::add(const ComponentConfig &config, int position)
{
    auto component = std::make_unique<ManagedComponent>(m_surroundings, config, position, nullptr);
    connect(component.get(), &ManagedComponent::moved, this, &Supervisor::advance);
    connect(component.get(), &ManagedComponent::gone, this, [this, id = config.id] { componentGone(id); });
    ManagedComponent &added = *component;
    m_components.insert_or_assign(config.id, std::move(component));
    added.announce();
}

void Supervisor::applyConfig(const QList<ComponentConfig> &components)
{
    together([&] {
        QSet<QString> configured;
        QStringList toStart;
        for (int position = 0; position < components.size(); ++position) {
            configured.insert(components[position].id);
            if (apply(components[position], position))
                toStart.append(components[position].id);
        }
        for (const auto &[id, component] : m_components) {
            if (configured.contains(id) || m_leaving.contains(id))
                continue;
            m_leaving.insert(id);
            component->requestStop({}, u"removed from the configuration"_s);
        }
        if (!m_autostarted || m_closing)
            return;
        for (const QString &id : withDependencies(toStart))
            find(id)->requestStart({}, u"started because the configuration changed"_s, true);
    });
}

// Adds or reconfigures one component; true: it should be started now.
bool Supervisor::apply(const ComponentConfig &config, int position)
{
    ManagedComponent *known = find(config.id);
    if (!known) {
        add(config, position);
        return config.autostart;
    }
    if (m_leaving.remove(config.id)) {
        (void)known->reconfigure(config, position);
        known->announce();
        return config.autostart;
    }
    if (known->config() == config && known->position() == position)
        return false;
    const bool outdated = known->reconfigure(config, position);
    known->announce();
    if (!outdated)
        return false;
    if (known->isActive())
        known->requestRestart({}, u"restarted because its configuration changed"_s, false);
    // A changed configuration of a component that failed is tried at once.
    return config.autostart && known->state() == ComponentState::Error;
}

void Supervisor::autostart()
{
    m_autostarted = true;
    QStringList ids;
    for (const auto &[id, component] : m_components) {
        if (component->config().autostart)
            ids.append(id);
    }
    together([&] {
        for (const QString &id : withDependencies(ids))
            find(id)->requestStart({}, u"started with the server"_s, true);
    });
}

QStringList Supervisor::allIds() const
{
    QStringList ids;
    for (const auto &entry : m_components)
        ids.append(entry.first);
    return ids;
}

QStringList Supervisor::withDependencies(const QStringList &ids) const
{
    QStringList found = ids;
    for (qsizetype index = 0; index < found.size(); ++index) {
        const ManagedComponent *component = find(found[index]);
        for (const QString &id : component->config().dependsOn) {
            if (find(id) && !found.contains(id))
                found.append(id);
        }
    }
    return found;
}

bool Supervisor::dependsOn(const ManagedComponent &component, const QString &id) const
{
    return component.config().dependsOn.contains(id);
}

QStringList Supervisor::withActiveDependents(const QStringList &ids) const
{
    QStringList found = ids;
    for (qsizetype index = 0; index < found.size(); ++index) {
        for (const auto &[id, component] : m_components) {
            const bool concerned = component->isActive() || component->willBeTriedAgain();
            if (concerned && dependsOn(*component, found[index]) && !found.contains(id))
                found.append(id);
        }
    }
    return found;
}

Result<QString> Supervisor::handle(const Command &command)
{
    if (m_closing)
        return unexpected(ErrorCode::Conflict, u"the server is being stopped"_s);
    if (const auto *request = std::get_if<StartComponent>(&command.body))
        return start(command, {request->id});
    if (const auto *request = std::get_if<StopComponent>(&command.body))
        return stop(command, {request->id});
    if (const auto *request = std::get_if<RestartComponent>(&command.body))
        return restart(command, {request->id}, false);
    if (const auto *request = std::get_if<StartComponents>(&command.body))
        return start(command, request->ids.isEmpty() ? allIds() : request->ids);
    if (const auto *request = std::get_if<StopComponents>(&command.body))
        return stop(command, withActiveDependents(request->ids.isEmpty() ? allIds() : request->ids));
    if (const auto *request = std::get_if<RestartComponents>(&command.body)) {
        QStringList ids = request->ids;
        if (ids.isEmpty()) { // all that are meant to run: components that were stopped stay stopped
            for (const auto &[id, component] : m_components) {
                if (component->state() != ComponentState::Stopped || component->willBeTriedAgain())
                    ids.append(id);
            }
        }
        return restart(command, withActiveDependents(ids), true);
    }
    return unexpected(ErrorCode::Unsupported, u"this is not about components"_s);
}

Result<QString> Supervisor::begin(const Command &command, bool up, const QStringList &ids)
{
    PendingCommand pending{command, ids.join(u','), up, {}, {}};
    for (const QString &id : ids) {
        const ManagedComponent *component = find(id);
        if (!component || m_leaving.contains(id))
            return unexpected(ErrorCode::NotFound, u"Unknown component"_s);
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

Result<QString> Supervisor::start(const Command &command, const QStringList &ids)
{
    Result<QString> subject = begin(command, true, ids);
    if (!subject)
        return subject;
    together([&] {
        for (const QString &id : withDependencies(ids))
            find(id)->requestStart(command, by(command, u"started"_s), true);
    });
    return subject;
}

Result<QString> Supervisor::stop(const Command &command, const QStringList &ids)
{
    Result<QString> subject = begin(command, false, ids);
    if (!subject)
        return subject;
    together([&] {
        for (const QString &id : ids)
            find(id)->requestStop(command, by(command, u"stopped"_s));
    });
    return subject;
}

Result<QString> Supervisor::restart(const Command &command, const QStringList &ids, bool includeDependencies)
{
    Result<QString> subject = begin(command, true, ids);
    if (!subject)
        return subject;
    together([&] {
        for (const QString &id : ids)
            find(id)->requestRestart(command, by(command, u"restarted"_s), includeDependencies);
        for (const QString &id : includeDependencies ? withDependencies(ids) : QStringList()) {
            if (!ids.contains(id))
                find(id)->requestStart(command, by(command, u"started"_s), true);
        }
    });
    return subject;
}

void Supervisor::shutDown(std::function<void()> done)
{
    m_closing = true;
    m_shutDownDone = std::move(done);
    together([&] {
        for (const auto &[id, component] : m_components)
            component->requestStop({}, u"stopped with the server"_s);
    });
}

QHash<QString, qint64> Supervisor::treeRoots() const
{
    QHash<QString, qint64> roots;
    for (const auto &[id, component] : m_components) {
        if (const qint64 root = component->treeRoot(); root != 0)
            roots.insert(id, root);
    }
    return roots;
}

// Launches and ends components that waited for others, until all that are left must wait; then completes Commands.
// Facts recorded meanwhile may call this again.
void Supervisor::advance()
{
    m_again = true;
    if (m_advancing)
        return;
    m_advancing = true;
    while (std::exchange(m_again, false)) {
        while (advanceOnce()) {
        }
        checkPending();
        removeLeaving();
    }
    m_advancing = false;
    if (m_closing && m_shutDownDone && std::none_of(m_components.begin(), m_components.end(), [](const auto &entry) {
            return entry.second->isActive();
        }))
        std::exchange(m_shutDownDone, nullptr)();
}

bool Supervisor::advanceOnce()
{
    bool went = false;
    for (const auto &[id, component] : m_components) {
        if (component->phase() == Phase::Waiting)
            went = advanceWaiting(*component) || went;
        else if (component->phase() == Phase::Holding)
            went = advanceHolding(*component) || went;
    }
    return went;
}

bool Supervisor::advanceWaiting(ManagedComponent &component)
{
    QStringList missing;
    for (const QString &id : component.config().dependsOn) {
        const ManagedComponent *needed = find(id);
        if (!needed || needed->phase() == Phase::Up)
            continue;
        const bool isDown = needed->phase() == Phase::Down;
        if (isDown && !component.needsDependencies())
            continue;
        if (isDown && !needed->willBeTriedAgain()) {
            component.fail(needed->error().isEmpty()
                               ? u"'%1', which it depends on, was stopped"_s.arg(id)
                               : u"'%1', which it depends on, failed: %2"_s.arg(id, needed->error()));
            return true;
        }
        missing.append(id);
    }
    if (!missing.isEmpty()) {
        component.waitFor(missing);
        return false;
    }
    component.launch();
    return true;
}

bool Supervisor::advanceHolding(ManagedComponent &component)
{
    for (const auto &[id, other] : m_components) {
        if (other->isStopping() && dependsOn(*other, component.config().id))
            return false;
    }
    component.end();
    return true;
}

void Supervisor::componentGone(const QString &id)
{
    for (PendingCommand &pending : m_pending) {
        if (!pending.up)
            pending.awaited.remove(id);
    }
}

void Supervisor::checkPending()
{
    std::vector<PendingCommand> over;
    for (PendingCommand &pending : m_pending) {
        const QSet<QString> awaited = pending.awaited;
        for (const QString &id : awaited) {
            const ManagedComponent *component = find(id);
            const bool isDown = !component || component->phase() == Phase::Down;
            if (isDown || (pending.up && component->phase() == Phase::Up))
                pending.awaited.remove(id);
            if (!pending.up || !isDown || pending.error)
                continue;
            const bool failed = component && component->state() == ComponentState::Error;
            pending.error = failed ? Error{ErrorCode::Internal, component->error()}
                                   : Error{ErrorCode::Conflict, u"'%1' was stopped before it was ready"_s.arg(id)};
        }
    }
    std::erase_if(m_pending, [&](PendingCommand &pending) {
        if (!pending.awaited.isEmpty())
            return false;
        over.push_back(std::move(pending));
        return true;
    });
    for (const PendingCommand &pending : over)
        m_surroundings.hub.complete(pending.command, pending.subject, pending.error);
}

void Supervisor::removeLeaving()
{
    const QSet<QString> leaving = m_leaving;
    for (const QString &id : leaving) {
        const auto found = m_components.find(id);
        if (found->second->isActive())
            continue;
        m_leaving.remove(id);
        found->second.release()->deleteLater(); // the component may be the caller
        m_components.erase(found);
        (void)m_surroundings.hub.record(ComponentRemoved{id});
    }
}

} // namespace signalbox::core
