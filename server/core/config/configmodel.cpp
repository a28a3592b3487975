// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/config/configmodel.h"

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

NodeKind kindOf(const KindConfig &config)
{
    return {config.name,       config.inputs.min, config.inputs.max.value_or(std::numeric_limits<int>::max()),
            config.command,    config.progress,   config.secrets,
            config.description};
}

Pipeline pipelineOf(const PipelineConfig &config, Timestamp readAt)
{
    Pipeline pipeline{
        config.id, config.name, config.description, config.project, config.onFailure == NodeFailure::Cancel, {},
        readAt,    readAt};
    pipeline.progress = config.progress;
    for (const NodeConfig &node : config.nodes)
        pipeline.nodes.append({node.id, node.kind, node.command, node.params, node.after, node.secrets});
    return pipeline;
}

ProcessDefinition::Params paramsOf(ParamsKind kind)
{
    switch (kind) {
    case ParamsKind::Append:
        return ProcessDefinition::Params::Append;
    case ParamsKind::Named:
        return ProcessDefinition::Params::Named;
    case ParamsKind::Ignore:
        break;
    }
    return ProcessDefinition::Params::Ignore;
}

ProcessDefinition::ResultFrom resultOf(ResultKind kind)
{
    switch (kind) {
    case ResultKind::Params:
        return ProcessDefinition::ResultFrom::Params;
    case ResultKind::ExitCode:
        return ProcessDefinition::ResultFrom::ExitCode;
    case ResultKind::LastLine:
        return ProcessDefinition::ResultFrom::LastLine;
    case ResultKind::None:
        break;
    }
    return ProcessDefinition::ResultFrom::None;
}

ProcessDefinition processOf(const ProcessConfig &config)
{
    return {config.name,           config.command,          config.workingDirectory,
            config.environment,    paramsOf(config.params), resultOf(config.result),
            config.requiredRole(), config.timeout,          config.secrets,
            config.description};
}

} // namespace

Catalogue catalogueOf(const Config &config, Timestamp readAt)
{
    Catalogue catalogue;
    for (const KindConfig &kind : config.kinds)
        catalogue.kinds.append(kindOf(kind));
    for (const PipelineConfig &pipeline : config.pipelines)
        catalogue.pipelines.append(pipelineOf(pipeline, readAt));
    for (const ProcessConfig &process : config.processes)
        catalogue.processes.append(processOf(process));
    catalogue.experimentTemplates = config.experiments.templates;
    catalogue.experimentPrograms = config.experiments.programs;
    return catalogue;
}

QList<Account> accountsOf(const Config &config)
{
    QList<Account> accounts;
    for (const UserConfig &user : config.users)
        accounts.append({user.user(), user.password, user.passwordHash});
    return accounts;
}

TokenSettings tokenSettingsOf(const Config &config, const QByteArray &key)
{
    return {key, config.auth.issuer, config.auth.audience, config.auth.refreshAge};
}

QList<User> usersOf(const Config &config)
{
    QList<User> users;
    for (const UserConfig &user : config.users)
        users.append(user.user());
    return users;
}

Ceilings ceilingsOf(const Config &config)
{
    const Limits &limits = config.limits;
    return {limits.projects, limits.experiments, limits.tasks, limits.jobs, limits.agents, limits.instances};
}

QList<std::pair<QString, QString>> limitTextsOf(const Config &config)
{
    QList<std::pair<QString, QString>> texts;
    const auto add = [&](const QString &name, qint64 value) {
        if (value > 0)
            texts.append({name, QString::number(value)});
    };
    add(u"projects"_s, config.limits.projects);
    add(u"experiments"_s, config.limits.experiments);
    add(u"tasks"_s, config.limits.tasks);
    add(u"jobs"_s, config.limits.jobs);
    add(u"agents"_s, config.limits.agents);
    add(u"instances"_s, config.limits.instances);
    add(u"node_output_bytes"_s, config.limits.nodeOutputBytes);
    add(u"history_bytes"_s, config.limits.historyBytes);
    add(u"answer_bytes"_s, config.limits.answerBytes);
    add(u"free_disk_bytes"_s, config.limits.freeDiskBytes);
    add(u"sockets_per_address"_s, config.limits.socketsPerAddress);
    add(u"requests_per_second"_s, config.limits.requestsPerSecond);
    add(u"held_bytes_per_address"_s, config.limits.heldBytesPerAddress);
    for (const QString &dialect : config.dialectNames()) {
        const Limits limits = config.limitsFor(dialect);
        const QString prefix = dialect + u'.';
        add(prefix + "message_bytes"_L1, limits.messageBytes);
        add(prefix + "backlog_bytes"_L1, limits.backlogBytes);
        add(prefix + "connections"_L1, limits.connections);
        add(prefix + "connections_per_user"_L1, limits.connectionsPerUser);
        add(prefix + "connections_per_address"_L1, limits.connectionsPerAddress);
        add(prefix + "messages_per_second"_L1, limits.messagesPerSecond);
        add(prefix + "subscriptions"_L1, limits.subscriptions);
    }
    return texts;
}

} // namespace signalbox::core
