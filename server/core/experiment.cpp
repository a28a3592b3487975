// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/experiment.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace signalbox::core {

QString taskIdOf(const ParameterSet &set, qsizetype position)
{
    return set.id.isEmpty() ? u"t%1"_s.arg(position + 1) : set.id;
}

QStringList taskIdsOf(const Execution &execution)
{
    QStringList ids;
    if (execution.kind != ExecutionKind::Experiment)
        return ids;
    const QList<ParameterSet> sets = experimentFrom(execution).parameters;
    for (qsizetype index = 0; index < sets.size(); ++index)
        ids.append(taskIdOf(sets.at(index), index));
    return ids;
}

StartExperiment experimentFrom(const Execution &execution)
{
    StartExperiment request;
    request.name = execution.name;
    request.project = execution.project;
    request.details = execution.details;
    request.description = execution.details.value(experimentdetail::description).toString();
    request.commandTemplate = execution.details.value(experimentdetail::commandTemplate).toString();
    request.maxRetries = execution.details.value(experimentdetail::maxRetries).toInt();
    for (const QJsonValue &value : execution.details.value(experimentdetail::parameters).toArray())
        request.parameters.append({value["id"_L1].toString(), value["values"_L1].toObject()});
    return request;
}

bool isProgramAllowed(const QString &program, const QStringList &allowed)
{
    return allowed.contains(u"*"_s) || allowed.contains(program);
}

} // namespace signalbox::core
