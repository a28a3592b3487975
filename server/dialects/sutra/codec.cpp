// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/sutra/codec.h"

#include "server/dialects/sutra/codes.h"
#include "server/json/jsonwriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <concepts>

using namespace Qt::StringLiterals;

namespace signalbox::sutra {

namespace {

// A tenth is enough for people and charts; measured noise is not worth bytes on every frame.
double tenths(double value)
{
    return std::round(value * 10.0) / 10.0;
}

qint64 tenths(std::integral auto value) // counts stay whole
{
    return value;
}

bool isWanted(const std::optional<QStringList> &wanted, const QString &name)
{
    return !wanted || std::binary_search(wanted->cbegin(), wanted->cend(), name);
}

// The document's example asks for "cpu" and "memory"; its frame calls them cpu_percent and memory_percent.
bool isWantedMetric(const std::optional<QStringList> &wanted, QLatin1String key)
{
    constexpr QLatin1String unit = "_percent"_L1;
    return !wanted || wanted->contains(key) || (key.endsWith(unit) && wanted->contains(key.chopped(unit.size())));
}

bool isMetric(const QString &name)
{
    const std::optional<QStringList> wanted{{name}};
    return std::any_of(metricTable.begin(), metricTable.end(),
                       [&wanted](const MetricInfo &metric) { return isWantedMetric(wanted, metric.key); });
}

void writeComponent(JsonWriter &json, const Snapshot &snapshot, const Component &component, Timestamp now)
{
    const bool runs = component.pid.has_value();
    std::optional<double> uptime;
    if (runs && component.startedAt)
        uptime = tenths(std::max(0.0, std::chrono::duration<double>(now - *component.startedAt).count()));
    json.beginObject()
        .member("name"_L1, component.name)
        .member("state"_L1, toString(component.state))
        .member("pid"_L1, component.pid)
        .member("uptime"_L1, uptime);
    const ComponentFigures *figures = snapshot.figuresOf(component);
    for (const ComponentMetricInfo &metric : componentMetricTable)
        json.member(metric.key, figures ? std::optional(tenths(figures->*metric.member)) : std::nullopt);
    json.member("error"_L1, unlessEmpty(component.error))
        .member("last_updated"_L1, toIsoSeconds(std::max(snapshot.metrics.time, component.stateSince)))
        .endObject();
}

void writeMetrics(JsonWriter &json, const MetricsSample &sample, const std::optional<QStringList> &wanted)
{
    json.beginObject();
    json.member("timestamp"_L1, toIsoSeconds(sample.time));
    for (const std::size_t index : inStatusOrder) {
        const MetricInfo &metric = metricTable[index];
        if (isWantedMetric(wanted, metric.key))
            std::visit([&](auto member) { json.member(metric.key, tenths(sample.*member)); }, metric.member);
    }
    json.endObject();
}

// Names of nothing say nothing, and each says it once: a client that sends thousands is as cheap as any other.
template<typename Known>
std::optional<QStringList> readNames(const QJsonValue &value, Known isKnown)
{
    if (!value.isArray())
        return std::nullopt;
    QSet<QString> names;
    for (const QJsonValue item : value.toArray()) {
        if (const QString name = item.toString(); !names.contains(name) && isKnown(name))
            names.insert(name);
    }
    QStringList sorted(names.cbegin(), names.cend());
    sorted.sort();
    return sorted;
}

} // namespace

std::optional<QString> unlessEmpty(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

std::optional<QString> isoTime(const std::optional<Timestamp> &time)
{
    return time ? std::optional(toIsoMilliseconds(*time)) : std::nullopt;
}

QByteArray status(const Snapshot &snapshot, const StatusFilter &filter)
{
    JsonWriter json(512 + 256 * snapshot.components.size());
    json.beginObject().key("components"_L1).beginObject();
    for (const Component &component : snapshot.componentsInOrder()) {
        if (!isWanted(filter.components, component.id))
            continue;
        json.key(component.id);
        writeComponent(json, snapshot, component, snapshot.metrics.time);
    }
    json.endObject().key("metrics"_L1);
    writeMetrics(json, snapshot.metrics, filter.metrics);
    json.endObject();
    return json.take();
}

QByteArray componentObject(const Snapshot &snapshot, const Component &component, Timestamp now)
{
    JsonWriter json;
    writeComponent(json, snapshot, component, now);
    return json.take();
}

QByteArray success(const QByteArray &component, const QStringList &neededBy)
{
    JsonWriter json;
    json.beginObject().member("success"_L1, true).key("component"_L1).raw(component);
    if (!neededBy.isEmpty())
        json.member("needed_by"_L1, neededBy);
    return json.endObject().take();
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

std::optional<StatusFilter> readSubscribe(const QByteArray &utf8, const Snapshot &snapshot)
{
    const QJsonObject message = QJsonDocument::fromJson(utf8).object();
    if (message.value("type"_L1).toString() != "subscribe"_L1)
        return std::nullopt;
    const auto isComponent = [&snapshot](const QString &name) { return snapshot.components.contains(name); };
    return StatusFilter{readNames(message.value("components"_L1), isComponent),
                        readNames(message.value("metrics"_L1), isMetric)};
}

} // namespace signalbox::sutra
