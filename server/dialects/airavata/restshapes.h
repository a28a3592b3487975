// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/airavata/shapes.h"
#include "server/model/query.h"

// The objects REST answers with: those of the events, and what only a query tells. Pure.
namespace signalbox::airavata::shapes {

void writeFullExperiment(JsonWriter &json, const Execution &execution);
void writeFullTask(JsonWriter &json, const Task &task);
void writeFullTasks(JsonWriter &json, const QList<Task> &tasks); // an array, oldest first

QByteArray summary(const Execution &execution, Timestamp now);
QByteArray timeline(const ExecutionDetail &detail);
// Tasks that left an output file.
QByteArray outputs(const ExecutionDetail &detail);

} // namespace signalbox::airavata::shapes
