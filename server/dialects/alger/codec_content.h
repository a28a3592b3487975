// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/alger/messages.h"
#include "server/model/catalogue.h"
#include "server/model/execution.h"
#include "server/model/query.h"
#include "server/model/user.h"

#include <QByteArray>
#include <QString>

// The texts inside `content`, each shape written once, members in the order of README.md, "Contents". Pure.
namespace signalbox::alger::content {

QByteArray error(const QString &text);
QByteArray wrongId(qint64 expected, qint64 received);
QByteArray wrongRequestId(qint64 expectedId, const Incoming &message);

QByteArray loggedIn();
QByteArray user(const User &user);
QByteArray catalogue(const QList<Pipeline> &pipelines);
// status: "pipeline-execution-started", "ad-hoc-execution-started", "stopped"; state: what is true now
QByteArray execution(const QString &executionId, QLatin1String status, ExecutionState state);

// As much of the output's beginning as fits into a frame of frameBytes once it is escaped.
QByteArray output(const QString &executionId, const OutputChunk &chunk, qint64 frameBytes);
QByteArray failedOutput(const Execution &execution);

// Pushes.
QByteArray node(const Task &task, const QString &pipelineId);
QByteArray finished(const Execution &execution, const QMap<QString, Task> &tasks);
QByteArray crashed(const Execution &execution);

// Why an execution did not succeed, for people.
QString errorOf(const Execution &execution);

} // namespace signalbox::alger::content
