// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/executions/taskspec.h"

#include "server/core/graph.h"
#include "server/core/runtime/process/processspec.h"

#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace signalbox::core {

Result<TaskSpec> nodeSpec(const QString &executionId, const PlannedTask &task, const QString &safeName,
                          const QList<NodeInput> &inputs, const ExecutionFolder &folder)
{
    TaskSpec spec;
    spec.command = task.command;
    spec.tellsProgress = task.progress;
    spec.secrets = task.secrets;
    spec.workingDirectory = folder.workDirectory();
    spec.outputFile = folder.path(ExecutionFolder::partName(safeName));
    spec.errorFile = folder.path(ExecutionFolder::errorName(safeName));
    spec.orderFile = folder.path(ExecutionFolder::orderName(safeName));
    spec.environment.insert(u"SIGNALBOX_EXECUTION"_s, executionId);
    spec.environment.insert(u"SIGNALBOX_NODE"_s, task.nodeId);
    for (const NodeInput &input : inputs) {
        spec.inputFiles.append(input.path);
        spec.environment.insert(inputVariable(input.nodeId), input.path);
    }
    const QByteArray params = QJsonDocument(task.params).toJson(QJsonDocument::Compact);
    if (params.size() <= maxArgumentBytes) {
        spec.environment.insert(u"SIGNALBOX_PARAMS"_s, QString::fromUtf8(params));
        return spec;
    }
    QFile file(folder.path(safeName % u".params.json"_s));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate, QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        || file.write(params) != params.size() || !file.flush())
        return unexpected(ErrorCode::Internal,
                          u"cannot write the parameters to '%1': %2"_s.arg(file.fileName(), file.errorString()));
    spec.environment.insert(u"SIGNALBOX_PARAMS_FILE"_s, file.fileName());
    return spec;
}

} // namespace signalbox::core
