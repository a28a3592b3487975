// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/taskspec.h"

#include "server/core/config/config.h"
#include "server/core/runtime/graph.h"
#include "server/core/runtime/processspec.h"

#include <QFile>
#include <QJsonDocument>

namespace signalbox::core {

Result<TaskSpec> nodeSpec(const QString &executionId, const PlannedTask &task, const QString &safeName,
                          const QList<NodeInput> &inputs, const ExecutionFolder &folder)
{
    TaskSpec spec;
    spec.command = task.command;
    spec.workingDirectory = folder.workDirectory();
    spec.outputFile = folder.path(ExecutionFolder::partName(safeName));
    spec.errorFile = folder.path(ExecutionFolder::errorName(safeName));
    spec.environment.insert(QStringLiteral("SIGNALBOX_EXECUTION"), executionId);
    spec.environment.insert(QStringLiteral("SIGNALBOX_NODE"), task.nodeId);
    for (const NodeInput &input : inputs) {
        spec.inputFiles.append(input.path);
        spec.environment.insert(inputVariable(input.nodeId), input.path);
    }
    const QByteArray params = QJsonDocument(task.params).toJson(QJsonDocument::Compact);
    if (params.size() <= maxArgumentBytes) {
        spec.environment.insert(QStringLiteral("SIGNALBOX_PARAMS"), QString::fromUtf8(params));
        return spec;
    }
    QFile file(folder.path(safeName % QStringLiteral(".params.json")));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate, QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        || file.write(params) != params.size() || !file.flush())
        return unexpected(
            ErrorCode::Internal,
            QStringLiteral("cannot write the parameters to '%1': %2").arg(file.fileName(), file.errorString()));
    spec.environment.insert(QStringLiteral("SIGNALBOX_PARAMS_FILE"), file.fileName());
    return spec;
}

} // namespace signalbox::core
