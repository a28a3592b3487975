// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/supervision/instances.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

ComponentConfig instanceOf(const ComponentConfig &description, int number)
{
    const auto numbered = [number](QString text) { return text.replace("{instance}"_L1, QString::number(number)); };
    ComponentConfig instance = description;
    instance.id = instanceId(description.id, number);
    instance.name = u"%1 %2"_s.arg(description.name, QString::number(number));
    if (instance.group.isEmpty())
        instance.group = description.id;
    instance.instances.reset();
    instance.instance = number;
    instance.instanceOf = description.id;
    for (QStringList *command :
         {&instance.command, &instance.ready.command, &instance.health.command, &instance.beforeStart.command,
          &instance.afterStart.command, &instance.beforeStop.command, &instance.afterStop.command,
          &instance.onFailure.command}) {
        for (QString &word : *command)
            word = numbered(word);
    }
    for (QString &value : instance.environment)
        value = numbered(value);
    for (ProbeConfig *probe : {&instance.ready, &instance.health})
        probe->http = numbered(probe->http);
    instance.workingDirectory = numbered(instance.workingDirectory);
    instance.storagePath = numbered(instance.storagePath);
    if (instance.metrics)
        instance.metrics->location = numbered(instance.metrics->location);
    return instance;
}

} // namespace

QString instanceId(const QString &id, int number)
{
    return u"%1@%2"_s.arg(id, QString::number(number));
}

QList<ComponentConfig> withInstances(const QList<ComponentConfig> &components, const QHash<QString, int> &counts)
{
    if (std::ranges::none_of(components, [](const ComponentConfig &each) { return each.instances.has_value(); }))
        return components;
    QHash<QString, int> numbers;
    QList<ComponentConfig> result;
    for (const ComponentConfig &component : components) {
        if (!component.instances) {
            result.append(component);
            continue;
        }
        const int count = counts.value(component.id, *component.instances);
        numbers.insert(component.id, count);
        for (int number = 1; number <= count; ++number)
            result.append(instanceOf(component, number));
    }
    for (ComponentConfig &component : result) {
        QList<Dependency> needed;
        for (const Dependency &dependency : std::as_const(component.dependsOn)) {
            const int count = numbers.value(dependency.id, 0);
            if (count == 0)
                needed.append(dependency);
            for (int number = 1; number <= count; ++number)
                needed.append({instanceId(dependency.id, number), dependency.after});
        }
        component.dependsOn = needed;
    }
    return result;
}

} // namespace signalbox::core
