// SPDX-License-Identifier: GPL-3.0-or-later
// What depends on what, and who waits for whom.
#include "server/core/runtime/supervision/supervisor.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox::core {

using Phase = ManagedComponent::Phase;
using Needs = ManagedComponent::Needs;

QStringList Supervisor::withDependencies(const QStringList &ids) const
{
    QStringList found = ids;
    for (qsizetype index = 0; index < found.size(); ++index) {
        const ManagedComponent *component = find(found[index]);
        for (const Dependency &needed : component->config().dependsOn) {
            const ManagedComponent *other = find(needed.id);
            if (other && !other->isDone() && !found.contains(needed.id))
                found.append(needed.id);
        }
    }
    return found;
}

// Without which these are not started again either.
QStringList Supervisor::oneshotsToRun(const QStringList &ids) const
{
    QStringList found;
    for (const QString &id : ids) {
        for (const Dependency &needed : find(id)->config().dependsOn) {
            const ManagedComponent *other = find(needed.id);
            if (other && other->mustComplete(needed.after) && !other->isDone())
                found.append(needed.id);
        }
    }
    return found;
}

bool Supervisor::dependsOn(const ManagedComponent &component, const QString &id) const
{
    const QList<Dependency> &needed = component.config().dependsOn;
    return std::any_of(needed.cbegin(), needed.cend(), [&id](const Dependency &each) { return each.id == id; });
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

bool Supervisor::advanceWaiting(ManagedComponent &component)
{
    QList<Reason> missing;
    for (const Dependency &dependency : component.config().dependsOn) {
        const QString &id = dependency.id;
        const ManagedComponent *needed = find(id);
        if (!needed || needed->meets(dependency.after))
            continue;
        const bool isDown = needed->phase() == Phase::Down;
        const bool isNeeded = component.needs() == Needs::All
                              || (component.needs() == Needs::Oneshots && needed->mustComplete(dependency.after));
        if (isDown && !isNeeded)
            continue;
        if (isDown && !needed->willBeTriedAgain()) {
            component.fail(needed->error().isEmpty() ? Reason(Why::DependencyStopped, {id})
                                                     : Reason(Why::DependencyFailed, {id, needed->error()}));
            return true;
        }
        const QString &name = needed->config().name.isEmpty() ? id : needed->config().name;
        missing.append(isDown && !needed->error().isEmpty() ? Reason(Why::InBrackets, {name, needed->error()}) : name);
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

} // namespace signalbox::core
