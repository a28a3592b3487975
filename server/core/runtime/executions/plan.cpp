// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/executions/plan.h"

#include "server/core/commandtemplate.h"
#include "server/core/experiment.h"
#include "server/core/graph.h"
#include "server/core/runtime/process/processspec.h"

#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

constexpr QLatin1String paramsMember("params"); // of a process, in Execution::params

const QString defaultProject = u"default"_s;

QStringList toTexts(const QJsonArray &array)
{
    QStringList texts;
    for (const QJsonValue &value : array)
        texts.append(value.toString());
    return texts;
}

Result<QStringList> withinLimits(const Result<QStringList> &command)
{
    if (!command)
        return command;
    if (command->isEmpty() || command->constFirst().isEmpty())
        return unexpected(ErrorCode::InvalidArgument, Why::EmptyCommand);
    for (qsizetype index = 0; index < command->size(); ++index) {
        const QString &argument = command->at(index);
        if (argument.contains(QChar::Null))
            return unexpected(ErrorCode::InvalidArgument, Why::NulInArgument, {Reason::number(index)});
        const qsizetype bytes = argument.toUtf8().size();
        if (bytes > maxArgumentBytes)
            return unexpected(ErrorCode::InvalidArgument, Why::LongArgument,
                              {Reason::number(index), Reason::number(bytes), Reason::number(maxArgumentBytes)});
    }
    return command;
}

Result<QStringList> nodeCommand(const QStringList &command, const QJsonObject &params)
{
    const auto parsed = CommandTemplate::parse(command, Placeholders::Param);
    return parsed ? withinLimits(parsed->fill(params)) : Unexpected{parsed.error()};
}

Result<void> planNodes(Plan &plan, const QList<PipelineNode> &nodes, const Catalogue &catalogue, bool progress = true)
{
    const Result<Graph> graph = Graph::fromNodes(nodes, catalogue.kinds);
    if (!graph)
        return Unexpected{graph.error()};
    for (const PipelineNode &node : graph->nodes()) {
        const NodeKind *kind = node.command.isEmpty() ? catalogue.kind(node.kind) : nullptr;
        PlannedTask task{
            node.id, kind ? kind->name : u"command"_s, {}, mergedParams(node.params, plan.params), node.after};
        const auto command = nodeCommand(kind ? kind->command : node.command, task.params);
        if (!command)
            return unexpected(ErrorCode::InvalidArgument, Why::InNode, {node.id, command.error().message});
        task.command = *command;
        task.progress = progress && (!kind || kind->progress);
        task.secrets = node.secrets;
        for (const QString &name : kind ? kind->secrets : QStringList()) {
            if (!task.secrets.contains(name))
                task.secrets.append(name);
        }
        plan.tasks.append(task);
    }
    plan.sinks = graph->sinks();
    return {};
}

Result<void> planSets(Plan &plan, const QList<ParameterSet> &sets, const CommandTemplate &parsed,
                      const AllowedCommands &allowed)
{
    QSet<QString> ids;
    for (qsizetype index = 0; index < sets.size(); ++index) {
        const ParameterSet &set = sets.at(index);
        const QString id = taskIdOf(set, index);
        if (ids.contains(id))
            return unexpected(ErrorCode::InvalidArgument, u"parameters: the id '%1' is used twice"_s.arg(id));
        ids.insert(id);
        const auto command = withinLimits(parsed.fill(set.values));
        if (!command)
            return unexpected(ErrorCode::InvalidArgument,
                              u"parameters[%1]: %2"_s.arg(index).arg(command.error().message));
        if (const Result<void> checked = allowed.check(*command); !checked)
            return unexpected(checked.error().code, u"parameters[%1]: %2"_s.arg(index).arg(checked.error().message));
        plan.tasks.append({id, u"command"_s, *command, set.values, {}});
        plan.sinks.append(id);
    }
    return {};
}

Result<QStringList> processCommand(const ProcessDefinition &process, const QStringList &params)
{
    const auto parsed = CommandTemplate::parse(process.command, Placeholders::Numbered);
    if (!parsed)
        return Unexpected{parsed.error()};
    auto command = parsed->fill(process.params == ProcessDefinition::Params::Named ? params : QStringList());
    if (command && process.params == ProcessDefinition::Params::Append)
        *command += params;
    return withinLimits(command);
}

} // namespace

Result<Plan> planPipeline(const StartPipeline &request, const Catalogue &catalogue)
{
    const Pipeline *pipeline = catalogue.pipeline(request.pipelineId);
    if (!pipeline)
        return unexpected(ErrorCode::NotFound, Why::UnknownPipeline);
    Plan plan;
    plan.name = pipeline->name;
    plan.catalogueId = pipeline->id;
    plan.scheduleId = request.scheduleId;
    plan.project = pipeline->project.isEmpty() ? defaultProject : pipeline->project;
    plan.params = request.params;
    plan.cancelOnFailure = pipeline->cancelOnFailure;
    if (const Result<void> planned = planNodes(plan, pipeline->nodes, catalogue, pipeline->progress); !planned)
        return Unexpected{planned.error()};
    return plan;
}

Result<Plan> planGraph(const StartGraph &request, const Catalogue &catalogue)
{
    Plan plan;
    plan.name = request.name.isEmpty() ? u"ad-hoc graph"_s : request.name;
    plan.project = defaultProject;
    plan.params = request.params;
    QList<PipelineNode> nodes = request.nodes;
    for (PipelineNode &node : nodes) {
        node.command.clear(); // an ad-hoc graph may run configured kinds only
        node.secrets.clear();
    }
    if (const Result<void> planned = planNodes(plan, nodes, catalogue); !planned)
        return Unexpected{planned.error()};
    plan.details = GraphDetails{nodes, request.original};
    return plan;
}

Result<Plan> planExperiment(const StartExperiment &request, const Catalogue &catalogue)
{
    Plan plan;
    plan.kind = ExecutionKind::Experiment;
    plan.name = request.name;
    plan.project = request.project.isEmpty() ? defaultProject : request.project;
    ExperimentDetails details = request.details;
    plan.maxRetries = details.maxRetries = std::max(0, details.maxRetries);
    plan.details = details;
    if (details.parameters.isEmpty())
        return unexpected(ErrorCode::InvalidArgument, u"parameters: at least one set is needed"_s);
    const auto words = splitTemplate(details.commandTemplate);
    if (!words)
        return Unexpected{words.error()};
    const AllowedCommands allowed(catalogue.experimentTemplates, catalogue.experimentPrograms);
    if (const Result<void> known = allowed.checkProgram(words->constFirst()); !known)
        return unexpected(known.error().code, u"commandTemplate: "_s + known.error().message);
    const auto parsed = CommandTemplate::parse(*words, Placeholders::Named);
    if (!parsed)
        return unexpected(ErrorCode::InvalidArgument, u"commandTemplate "_s + parsed.error().message);
    if (const Result<void> planned = planSets(plan, details.parameters, *parsed, allowed); !planned)
        return Unexpected{planned.error()};
    return plan;
}

Result<Plan> planProcess(const StartProcess &request, const Catalogue &catalogue)
{
    const ProcessDefinition *process = catalogue.process(request.name);
    if (!process)
        return unexpected(ErrorCode::NotFound, Why::UnknownProcess);
    const auto command = processCommand(*process, request.params);
    if (!command)
        return Unexpected{command.error()};
    Plan plan;
    plan.kind = ExecutionKind::Process;
    plan.name = process->name;
    plan.catalogueId = process->name;
    plan.scheduleId = request.scheduleId;
    plan.project = defaultProject;
    plan.params.insert(paramsMember, QJsonArray::fromStringList(request.params));
    plan.tasks.append({process->name, u"command"_s, *command, plan.params, {}});
    return plan;
}

Result<Plan> planAgain(const Execution &execution, const Catalogue &catalogue)
{
    const auto &graph = detailsOf<GraphDetails>(execution);
    switch (execution.kind) {
    case ExecutionKind::Pipeline:
        if (!execution.catalogueId.isEmpty())
            return planPipeline({execution.catalogueId, execution.params, execution.scheduleId}, catalogue);
        return planGraph({execution.name, graph.nodes, execution.params, graph.original}, catalogue);
    case ExecutionKind::Experiment:
        return planExperiment({execution.name, execution.project, detailsOf<ExperimentDetails>(execution)}, catalogue);
    case ExecutionKind::Process:
        return planProcess(
            {execution.catalogueId, toTexts(execution.params.value(paramsMember).toArray()), execution.scheduleId},
            catalogue);
    case ExecutionKind::Job:
        break;
    }
    return unexpected(ErrorCode::Unsupported, Why::JobRepeatedByAgent);
}

} // namespace signalbox::core
