// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/condition.h"

#include "widgets/text/format.h"

#include <QMap>

namespace signalbox::widgets {

Condition conditionOf(const Component &component)
{
    if (component.isDone)
        return Condition::Done;
    if (isDegraded(component))
        return Condition::Degraded;
    switch (component.state) {
    case ComponentState::Error:
        return Condition::Failed;
    case ComponentState::Stopping:
        return Condition::Stopping;
    case ComponentState::Starting:
        return Condition::Starting;
    case ComponentState::Running:
        return Condition::Running;
    case ComponentState::Stopped:
        break;
    }
    return Condition::Stopped;
}

QString word(Condition condition)
{
    Component example;
    switch (condition) {
    case Condition::Degraded:
        example.error = QString(u'-');
        [[fallthrough]];
    case Condition::Running:
        example.state = ComponentState::Running;
        break;
    case Condition::Done:
        example.isDone = true;
        break;
    case Condition::Failed:
        example.state = ComponentState::Error;
        break;
    case Condition::Stopping:
        example.state = ComponentState::Stopping;
        break;
    case Condition::Starting:
        example.state = ComponentState::Starting;
        break;
    case Condition::Stopped:
        break;
    }
    return format::state(example);
}

QList<Section> sectionsOf(const Snapshot &snapshot, bool divided)
{
    Section problems{Section::Kind::Problems, {}, {}};
    Section rest;
    QMap<QString, Section> groups;
    QList<std::pair<Condition, QString>> unwell;
    for (const Component &component : snapshot.componentsInOrder()) {
        const Condition condition = conditionOf(component);
        if (isProblem(condition))
            unwell.append({condition, component.id});
        else if (!divided || component.group.isEmpty())
            rest.ids.append(component.id);
        else
            groups[component.group].ids.append(component.id);
    }
    std::stable_sort(unwell.begin(), unwell.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    for (const auto &[condition, id] : std::as_const(unwell))
        problems.ids.append(id);
    if (!divided) {
        rest.ids = problems.ids + rest.ids;
        return {rest};
    }
    QList<Section> all{problems};
    for (auto group = groups.begin(); group != groups.end(); ++group) {
        group->kind = Section::Kind::Group;
        group->group = group.key();
        all.append(*group);
    }
    all.append(rest);
    all.removeIf([](const Section &section) { return section.ids.isEmpty(); });
    return all;
}

} // namespace signalbox::widgets
