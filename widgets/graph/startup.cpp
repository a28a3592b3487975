// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/startup.h"

#include <QHash>

#include <algorithm>

namespace signalbox::widgets {

namespace {

constexpr Milliseconds together{1'000}; // requests that are no further apart belong to one start-up

// The newest group of components that were asked for together and are more than one; else the newest.
QList<Component> newestGroup(QList<Component> started)
{
    std::sort(started.begin(), started.end(),
              [](const Component &a, const Component &b) { return a.lastStart->wanted > b.lastStart->wanted; });
    QList<Component> newest;
    for (qsizetype first = 0; first < started.size();) {
        qsizetype end = first + 1;
        while (end < started.size() && started[end - 1].lastStart->wanted - started[end].lastStart->wanted <= together)
            ++end;
        if (newest.isEmpty() || (newest.size() == 1 && end - first > 1))
            newest = started.mid(first, end - first);
        if (newest.size() > 1)
            break;
        first = end;
    }
    return newest;
}

// Backwards from the one that was ready last: to whichever of its dependencies was ready last.
QStringList chainOf(const QHash<QString, const Component *> &group, const Component *last)
{
    QStringList ids;
    while (last && !ids.contains(last->id)) {
        ids.prepend(last->id);
        const Component *before = nullptr;
        for (const QString &id : last->dependsOn) {
            const Component *needed = group.value(id);
            if (needed && needed->lastStart->ready
                && (!before || *needed->lastStart->ready > *before->lastStart->ready))
                before = needed;
        }
        last = before;
    }
    return ids;
}

} // namespace

Startup lastStartup(const QList<Component> &components)
{
    QList<Component> started;
    std::copy_if(components.cbegin(), components.cend(), std::back_inserter(started),
                 [](const Component &component) { return component.lastStart.has_value(); });
    const QList<Component> group = newestGroup(started);
    Startup startup;
    if (group.isEmpty())
        return startup;
    startup.began = group.constLast().lastStart->wanted;
    QHash<QString, const Component *> byId;
    const Component *last = nullptr;
    for (const Component &component : group) {
        byId.insert(component.id, &component);
        if (component.lastStart->ready && (!last || *component.lastStart->ready > *last->lastStart->ready))
            last = &component;
    }
    const QStringList chain = chainOf(byId, last);
    const auto since = [&](const std::optional<Timestamp> &time) {
        return time ? std::optional(std::max(*time - startup.began, Milliseconds(0))) : std::nullopt;
    };
    for (const Component &component : group) {
        const LastStart &start = *component.lastStart;
        startup.bars.append({component.id, component.name, *since(start.wanted), since(start.launched),
                             since(start.ready), chain.contains(component.id)});
        const Startup::Bar &bar = startup.bars.constLast();
        startup.length =
            std::max({startup.length, bar.wanted, bar.launched.value_or(bar.wanted), bar.ready.value_or(bar.wanted)});
    }
    for (const QString &id : chain)
        startup.chain.append(byId.value(id)->name);
    std::stable_sort(startup.bars.begin(), startup.bars.end(), [](const Startup::Bar &a, const Startup::Bar &b) {
        return a.launched.value_or(Milliseconds::max()) < b.launched.value_or(Milliseconds::max());
    });
    return startup;
}

} // namespace signalbox::widgets
