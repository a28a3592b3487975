// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/supervision/supervisor.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

using Phase = ManagedComponent::Phase;
using Needs = ManagedComponent::Needs;

constexpr int looksAtMemory = 10;
constexpr Milliseconds betweenLooks{2}; // of real time: the process takes it

} // namespace

Supervisor::Supervisor(Hub &hub, LogBook &logs, const QString &dataDirectory, std::function<double()> random,
                       Guards *guards, const ControlGroups *groups, SecretSource *secrets, QObject *parent)
    : QObject(parent)
    , m_surroundings{hub, logs, dataDirectory, std::move(random), guards, groups, secrets}
{
}

Supervisor::~Supervisor() = default;

const ComponentConfig *Supervisor::configOf(const QString &id) const
{
    const ManagedComponent *component = find(id);
    return component ? &component->config() : nullptr;
}

ManagedComponent *Supervisor::find(const QString &id) const
{
    const auto found = m_components.find(id);
    return found == m_components.end() ? nullptr : found->second.get();
}

void Supervisor::add(const QList<ComponentConfig> &configured, int position)
{
    const ComponentConfig &config = configured.at(position);
    auto component = std::make_unique<ManagedComponent>(m_surroundings, configured, position, nullptr);
    connect(component.get(), &ManagedComponent::moved, this, &Supervisor::advance);
    connect(component.get(), &ManagedComponent::gone, this, [this, id = config.id] { componentGone(id); });
    ManagedComponent &added = *component;
    if (const auto restored = m_restored.constFind(config.id); restored != m_restored.cend())
        added.setWish(*restored);
    m_components.insert_or_assign(config.id, std::move(component));
    added.announce();
}

void Supervisor::restore(const QList<ComponentWish> &wishes)
{
    for (const ComponentWish &wish : wishes)
        m_restored.insert(wish.componentId, wish);
}

void Supervisor::applyConfig(const QList<ComponentConfig> &components)
{
    const auto instancesOf = [](const QList<ComponentConfig> &described, const QString &id) {
        const auto found =
            std::find_if(described.cbegin(), described.cend(), [&](const auto &each) { return each.id == id; });
        return found == described.cend() ? std::nullopt : found->instances;
    };
    erase_if(m_scales, [&](const auto &scale) {
        return instancesOf(components, scale.key()) != instancesOf(m_described, scale.key());
    });
    m_described = components;
    together([&] {
        const QStringList toStart = applyComponents(Why::RemovedFromConfiguration);
        m_restored.clear();
        if (!m_autostarted || m_surroundings.isClosing)
            return;
        for (const QString &id : withDependencies(toStart))
            find(id)->requestStart({}, Why::StartedForConfiguration, Needs::All);
    });
}

// Those that should be started now.
QStringList Supervisor::applyComponents(const Reason &removal)
{
    const QList<ComponentConfig> wanted = components();
    QSet<QString> known;
    QStringList toStart;
    QStringList restarted;
    for (int position = 0; position < wanted.size(); ++position) {
        known.insert(wanted[position].id);
        if (apply(wanted, position, restarted))
            toStart.append(wanted[position].id);
    }
    for (const auto &[id, component] : m_components) {
        if (known.contains(id) || m_leaving.contains(id))
            continue;
        m_leaving.insert(id);
        component->setWish({});
        component->requestStop({}, removal);
    }
    return toStart + oneshotsToRun(restarted);
}

// Adds, reconfigures or restarts one component; true: it, and what it needs, should be started now.
bool Supervisor::apply(const QList<ComponentConfig> &configured, int position, QStringList &restarted)
{
    const ComponentConfig &config = configured.at(position);
    ManagedComponent *known = find(config.id);
    if (!known) {
        add(configured, position);
        return config.autostart;
    }
    if (m_leaving.remove(config.id)) {
        (void)known->reconfigure(configured, position);
        known->announce();
        return config.autostart;
    }
    if (known->config() == config && known->position() == position) {
        known->keep(configured);
        return false;
    }
    const bool wasDone = known->isDone();
    const bool outdated = known->reconfigure(configured, position);
    known->announce();
    if (known->phase() == Phase::Waiting && known->needs() == Needs::All)
        return true; // that is, what it needs now
    if (!outdated)
        return false;
    if (known->isActive()) {
        known->requestRestart({}, Why::RestartedForConfiguration, Needs::Oneshots);
        restarted.append(config.id);
    }
    // A changed configuration of a component that failed is tried at once; so is what is done no longer.
    return config.autostart && (known->state() == ComponentState::Error || (wasDone && !known->isDone()));
}

// Whether the last thing a person did to it was to stop it.
bool Supervisor::isStoppedByPerson(const QString &id) const
{
    const ManagedComponent *component = find(id);
    return component && component->wish() && !component->wish()->toRun;
}

// Neither autostart nor a dependent starts what a person has stopped.
void Supervisor::autostart(bool remember)
{
    m_autostarted = true;
    const auto isKeptDown = [&](const QString &id) { return remember && isStoppedByPerson(id); };
    const auto isDoneWithout = [&](const Dependency &needed) {
        return isKeptDown(needed.id) && !find(needed.id)->mustComplete(needed.after);
    };
    QStringList ids;
    for (const auto &[id, component] : m_components) {
        if (remember && component->wish() ? component->wish()->toRun : component->config().autostart)
            ids.append(id);
    }
    for (qsizetype index = 0; index < ids.size(); ++index) {
        for (const Dependency &needed : find(ids[index])->config().dependsOn) {
            if (find(needed.id) && !isDoneWithout(needed) && !ids.contains(needed.id))
                ids.append(needed.id);
        }
    }
    together([&] {
        for (const QString &id : ids) {
            ManagedComponent &component = *find(id);
            const QList<Dependency> &needed = component.config().dependsOn;
            const bool hasAll = std::none_of(needed.cbegin(), needed.cend(), isDoneWithout);
            const bool isWanted =
                remember && component.wish() && component.wish()->toRun && !component.config().autostart;
            component.requestStart(
                {}, isWanted ? Reason(Why::StartedAsWanted, {component.wish()->user}) : Why::StartedWithServer,
                hasAll ? Needs::All : Needs::Oneshots);
        }
        for (const auto &[id, component] : m_components) {
            if (isKeptDown(id) && !component->isActive())
                component->keepDown({Why::StoppedBefore, {component->wish()->user}});
        }
    });
}

QStringList Supervisor::allIds() const
{
    QStringList ids;
    for (const auto &entry : m_components)
        ids.append(entry.first);
    return ids;
}

void Supervisor::startNothingMore()
{
    m_surroundings.isClosing = true;
    together([&] {
        for (const auto &[id, component] : m_components) {
            if (component->state() == ComponentState::Error) // and waits to be tried again
                component->setWish({});
            if (component->phase() != Phase::Launching && component->phase() != Phase::Up)
                component->requestStop({}, Why::StoppedWithServer);
        }
    });
}

void Supervisor::shutDown(std::function<void()> done)
{
    startNothingMore();
    m_shutDownDone = std::move(done);
    together([&] {
        for (const auto &[id, component] : m_components)
            component->requestStop({}, Why::StoppedWithServer);
    });
}

void Supervisor::moveTimes(Milliseconds by)
{
    for (const auto &[id, component] : m_components)
        component->moveTimes(by);
}

static Supervisor::Tree treeFrom(const QString &id, const ManagedComponent &component)
{
    return {id, component.treeRoot(), component.group(), component.watchedMemory()};
}

QList<Supervisor::Tree> Supervisor::trees() const
{
    QList<Tree> trees;
    for (const auto &[id, component] : m_components) {
        if (component->treeRoot() != 0)
            trees.append(treeFrom(id, *component));
    }
    return trees;
}

Supervisor::Tree Supervisor::treeOf(const QString &id) const
{
    const ManagedComponent *component = find(id);
    return component ? treeFrom(id, *component) : Tree();
}

void Supervisor::killForMemory(const QString &id, qint64 usedBytes)
{
    if (ManagedComponent *component = find(id))
        component->killForMemory(usedBytes);
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
    if (m_surroundings.isClosing && m_shutDownDone
        && std::none_of(m_components.begin(), m_components.end(),
                        [](const auto &entry) { return entry.second->isActive(); }))
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
            if (!pending.up || !isDown || pending.error || (component && component->isDone()))
                continue;
            const bool failed = component && component->state() == ComponentState::Error;
            pending.error = failed ? Error{ErrorCode::Internal, component->error()}
                                   : Error{ErrorCode::Conflict, {Why::StoppedBeforeReady, {id}}};
        }
    }
    std::erase_if(m_pending, [&](PendingCommand &pending) {
        if (!pending.awaited.isEmpty())
            return false;
        over.push_back(std::move(pending));
        return true;
    });
    for (const PendingCommand &pending : over)
        complete(pending);
}

// What was answered is kept: the wish that came with the Command is durable by then. And what was started is answered
// with figures that are true: a process needs a moment to take its memory.
void Supervisor::complete(const PendingCommand &pending)
{
    m_surroundings.hub.whenDurable([self = QPointer<Supervisor>(this), pending](const Result<void> &) {
        if (self)
            self->completeOnceMeasured(pending, looksAtMemory);
    });
}

void Supervisor::completeOnceMeasured(const PendingCommand &pending, int looks)
{
    bool isMeasured = true;
    for (const QString &id : pending.up ? pending.subject.split(u',', Qt::SkipEmptyParts) : QStringList()) {
        if (ManagedComponent *component = find(id))
            isMeasured = component->measureAgain(pending.command) && isMeasured;
    }
    if (isMeasured || looks == 0)
        return m_surroundings.hub.complete(pending.command, pending.subject, pending.error);
    QTimer::singleShot(betweenLooks, this, [this, pending, looks] { completeOnceMeasured(pending, looks - 1); });
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
