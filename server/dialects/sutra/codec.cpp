// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/sutra/codec.h"

#include "server/json/jsonwriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

using namespace Qt::StringLiterals;

namespace signalbox::sutra {

namespace {

// A tenth is enough for people and charts; measured noise is not worth bytes on every frame.
double tenths(double value)
{
    return std::round(value * 10.0) / 10.0;
}

std::optional<double> tenths(const std::optional<double> &value)
{
    return value ? std::optional(tenths(*value)) : std::nullopt;
}

bool isWanted(const std::optional<QStringList> &wanted, const QString &name)
{
    return !wanted || wanted->contains(name);
}

// The document's example asks for "cpu" and "memory"; its frame calls them cpu_percent and memory_percent.
bool isWantedMetric(const std::optional<QStringList> &wanted, QLatin1String name)
{
    if (!wanted || wanted->contains(name))
        return true;
    return (name == "cpu_percent"_L1 && wanted->contains("cpu"_L1))
           || (name == "memory_percent"_L1 && wanted->contains("memory"_L1));
}

void writeComponent(JsonWriter &json, const Component &component, Timestamp now)
{
    const bool runs = component.pid.has_value();
    std::optional<double> uptime;
    if (runs && component.startedAt)
        uptime = tenths(std::max(0.0, std::chrono::duration<double>(now - *component.startedAt).count()));
    json.beginObject()
        .member("name"_L1, component.name)
        .member("state"_L1, toString(component.state))
        .member("pid"_L1, component.pid)
        .member("uptime"_L1, uptime)
        .member("cpu_percent"_L1, tenths(component.cpuPercent))
        .member("memory_mb"_L1, tenths(component.memoryMb))
        .member("error"_L1, component.error.isEmpty() ? std::nullopt : std::optional(component.error))
        .member("last_updated"_L1, toIsoSeconds(std::max(component.lastUpdated, component.stateSince)))
        .endObject();
}

void writeMetrics(JsonWriter &json, const MetricsSample &sample, const std::optional<QStringList> &wanted)
{
    const auto member = [&](QLatin1String name, const auto &value) {
        if (isWantedMetric(wanted, name))
            json.member(name, value);
    };
    json.beginObject();
    json.member("timestamp"_L1, toIsoSeconds(sample.time));
    member("total_concepts"_L1, sample.totalConcepts);
    member("total_associations"_L1, sample.totalAssociations);
    member("storage_size_mb"_L1, tenths(sample.storageSizeMb));
    member("queries_per_second"_L1, tenths(sample.queriesPerSecond));
    member("avg_latency_ms"_L1, tenths(sample.averageLatencyMs));
    member("cpu_percent"_L1, tenths(sample.cpuPercent));
    member("memory_percent"_L1, tenths(sample.memoryPercent));
    json.endObject();
}

std::optional<QStringList> readNames(const QJsonValue &value)
{
    if (!value.isArray())
        return std::nullopt;
    QStringList names;
    for (const QJsonValue name : value.toArray())
        names.append(name.toString());
    names.sort();
    return names;
}

} // namespace

QByteArray status(const Snapshot &snapshot, const StatusFilter &filter)
{
    JsonWriter json(512 + 256 * snapshot.components.size());
    json.beginObject().key("components"_L1).beginObject();
    for (const Component &component : snapshot.componentsInOrder()) {
        if (!isWanted(filter.components, component.id))
            continue;
        json.key(component.id);
        writeComponent(json, component, snapshot.metrics.time);
    }
    json.endObject().key("metrics"_L1);
    writeMetrics(json, snapshot.metrics, filter.metrics);
    json.endObject();
    return json.take();
}

QByteArray componentObject(const Component &component, Timestamp now)
{
    JsonWriter json;
    writeComponent(json, component, now);
    return json.take();
}

QByteArray success(const QByteArray &component)
{
    JsonWriter json;
    json.beginObject().member("success"_L1, true).key("component"_L1).raw(component).endObject();
    return json.take();
}

QByteArray failure(const QString &error, const QByteArray &component)
{
    JsonWriter json;
    json.beginObject().member("success"_L1, false).member("error"_L1, error);
    if (!component.isEmpty())
        json.key("component"_L1).raw(component);
    json.endObject();
    return json.take();
}

QByteArray detail(const QString &text)
{
    JsonWriter json;
    json.beginObject().member("detail"_L1, text).endObject();
    return json.take();
}

std::optional<StatusFilter> readSubscribe(const QByteArray &utf8)
{
    const QJsonObject message = QJsonDocument::fromJson(utf8).object();
    if (message.value("type"_L1).toString() != "subscribe"_L1)
        return std::nullopt;
    return StatusFilter{readNames(message.value("components"_L1)), readNames(message.value("metrics"_L1))};
}

} // namespace signalbox::sutra
