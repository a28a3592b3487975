// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/detailsjson.h"

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

// Names of members in the database: never rename.
constexpr QLatin1String retryOf{"retryOf"};
constexpr QLatin1String scheduleId{"schedule"};
constexpr QLatin1String nodes{"nodes"};
constexpr QLatin1String graph{"graph"};
constexpr QLatin1String description{"description"};
constexpr QLatin1String commandTemplate{"commandTemplate"};
constexpr QLatin1String parameters{"parameters"};
constexpr QLatin1String maxRetries{"maxRetries"};
constexpr QLatin1String metadata{"metadata"};
constexpr QLatin1String jobType{"jobType"};
constexpr QLatin1String instanceId{"instanceId"};
constexpr QLatin1String agentId{"agentId"};
constexpr QLatin1String priority{"priority"};
constexpr QLatin1String retryCount{"retryCount"};
constexpr QLatin1String errorDetails{"errorDetails"};

struct Writer
{
    QJsonObject &json;

    void operator()(std::monostate) const {}

    void operator()(const GraphDetails &details) const
    {
        QJsonArray array;
        for (const PipelineNode &node : details.nodes)
            array.append(QJsonObject{{u"id"_s, node.id},
                                     {u"kind"_s, node.kind},
                                     {u"params"_s, node.params},
                                     {u"after"_s, QJsonArray::fromStringList(node.after)}});
        json.insert(nodes, array);
        json.insert(graph, details.original);
    }

    void operator()(const ExperimentDetails &details) const
    {
        json.insert(description, details.description);
        json.insert(commandTemplate, details.commandTemplate);
        json.insert(parameters, toJson(details.parameters));
        json.insert(maxRetries, details.maxRetries);
        if (details.metadata)
            json.insert(metadata, *details.metadata);
    }

    void operator()(const JobDetails &details) const
    {
        json.insert(jobType, details.jobType);
        json.insert(priority, details.priority);
        json.insert(retryCount, details.retryCount);
        if (!details.instanceId.isEmpty())
            json.insert(instanceId, details.instanceId);
        if (!details.agentId.isEmpty())
            json.insert(agentId, details.agentId);
        if (!details.errorDetails.isUndefined())
            json.insert(errorDetails, details.errorDetails);
    }
};

GraphDetails readGraph(const QJsonObject &json)
{
    GraphDetails details;
    details.original = json.value(graph).toObject();
    const QJsonArray array = json.value(nodes).toArray();
    for (const QJsonValue &value : array) {
        PipelineNode node;
        node.id = value["id"_L1].toString();
        node.kind = value["kind"_L1].toString();
        node.params = value["params"_L1].toObject();
        const QJsonArray after = value["after"_L1].toArray();
        for (const QJsonValue &id : after)
            node.after.append(id.toString());
        details.nodes.append(node);
    }
    return details;
}

ExperimentDetails readExperiment(const QJsonObject &json)
{
    ExperimentDetails details;
    details.description = json.value(description).toString();
    details.commandTemplate = json.value(commandTemplate).toString();
    const QJsonArray array = json.value(parameters).toArray();
    for (const QJsonValue &value : array)
        details.parameters.append({value["id"_L1].toString(), value["values"_L1].toObject()});
    details.maxRetries = json.value(maxRetries).toInt();
    if (const QJsonValue value = json.value(metadata); value.isObject())
        details.metadata = value.toObject();
    return details;
}

JobDetails readJob(const QJsonObject &json)
{
    JobDetails details;
    details.jobType = json.value(jobType).toString();
    details.instanceId = json.value(instanceId).toString();
    details.agentId = json.value(agentId).toString();
    details.priority = json.value(priority).toInt();
    details.retryCount = json.value(retryCount).toInt();
    details.errorDetails = json.value(errorDetails);
    return details;
}

} // namespace

QJsonArray toJson(const QList<ParameterSet> &sets)
{
    QJsonArray array;
    for (const ParameterSet &set : sets) {
        QJsonObject object{{u"values"_s, set.values}};
        if (!set.id.isEmpty())
            object.insert(u"id"_s, set.id);
        array.append(object);
    }
    return array;
}

QJsonObject detailsToJson(const Execution &execution)
{
    QJsonObject json;
    std::visit(Writer{json}, execution.details);
    if (!execution.retryOf.isEmpty())
        json.insert(retryOf, execution.retryOf);
    if (!execution.scheduleId.isEmpty())
        json.insert(scheduleId, execution.scheduleId);
    return json;
}

void readDetails(Execution &execution, const QJsonObject &json)
{
    execution.retryOf = json.value(retryOf).toString();
    execution.scheduleId = json.value(scheduleId).toString();
    execution.details = {};
    if (execution.kind == ExecutionKind::Pipeline && json.contains(nodes))
        execution.details = readGraph(json);
    else if (execution.kind == ExecutionKind::Experiment)
        execution.details = readExperiment(json);
    else if (execution.kind == ExecutionKind::Job)
        execution.details = readJob(json);
}

} // namespace signalbox
