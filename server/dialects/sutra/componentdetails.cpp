// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/sutra/componentdetails.h"

#include "server/dialects/sutra/codec.h"
#include "server/json/jsonwriter.h"

using namespace Qt::StringLiterals;

namespace signalbox::sutra {

namespace {

// What is not known yet is null, as of one that does not run.
void writeFigures(JsonWriter &json, const ComponentFigures &figures)
{
    const auto known = [](auto value, int by) { return by > 0 ? std::optional(value) : std::nullopt; };
    json.member("processes"_L1, known(figures.processes, figures.processes))
        .member("threads"_L1, known(figures.threads, figures.processes))
        .member("descriptors"_L1, known(figures.descriptors, figures.descriptors))
        .member("read_bytes"_L1, known(figures.readBytes, figures.descriptors))
        .member("written_bytes"_L1, known(figures.writtenBytes, figures.descriptors))
        .key("listens_on"_L1)
        .beginArray();
    for (const ListeningPort &port : figures.listensOn)
        json.beginObject()
            .member("address"_L1, port.address)
            .member("port"_L1, static_cast<int>(port.port))
            .endObject();
    json.endArray().key("figures"_L1).beginObject();
    for (auto figure = figures.figures.cbegin(); figure != figures.figures.cend(); ++figure)
        json.member(figure.key(), figure.value());
    json.endObject();
}

void writeDetails(JsonWriter &json, const Snapshot &snapshot, const Component &component)
{
    const ComponentFigures *figures = snapshot.figuresOf(component);
    const bool isChecked = component.health != ComponentHealth::Unchecked;
    json.beginObject()
        .member("id"_L1, component.id)
        .member("name"_L1, component.name)
        .member("group"_L1, unlessEmpty(component.group))
        .member("instance_of"_L1, unlessEmpty(component.instanceOf))
        .member("state"_L1, toString(component.state))
        .member("state_since"_L1, isoTime(component.stateSince))
        .member("done"_L1, component.isDone)
        .member("reason"_L1, component.reason)
        .member("error"_L1, unlessEmpty(component.error))
        .member("pid"_L1, component.pid)
        .member("started_at"_L1, isoTime(component.startedAt))
        .member("restarts"_L1, component.restarts)
        .member("next_restart_at"_L1, isoTime(component.nextRestartAt))
        .member("kill_at"_L1, isoTime(component.killAt))
        .member("takes_input"_L1, component.takesInput)
        .member("depends_on"_L1, component.dependsOn)
        .member("health"_L1, isChecked ? std::optional(toString(component.health)) : std::nullopt)
        .member("health_since"_L1, isoTime(component.healthSince))
        .member("limits"_L1, unlessEmpty(component.limits));
    writeFigures(json, figures ? *figures : ComponentFigures());
    json.endObject();
}

} // namespace

QByteArray components(const Snapshot &snapshot)
{
    JsonWriter json(64 + 512 * snapshot.components.size());
    json.beginObject().key("components"_L1).beginArray();
    for (const Component &component : snapshot.componentsInOrder())
        writeDetails(json, snapshot, component);
    json.endArray().endObject();
    return json.take();
}

QByteArray success(const Snapshot &snapshot, const QStringList &ids, Timestamp now)
{
    JsonWriter json;
    json.beginObject().member("success"_L1, true).key("components"_L1).beginObject();
    for (const QString &id : ids) {
        if (const Component *component = snapshot.component(id))
            json.key(id).raw(componentObject(snapshot, *component, now));
    }
    json.endObject().endObject();
    return json.take();
}

} // namespace signalbox::sutra
