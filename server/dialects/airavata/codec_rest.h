// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/airavata/codec_shapes.h"
#include "server/model/query.h"

// The objects of REST: those of the events with more members, and those that no event has. Pure.
namespace signalbox::airavata::shapes {

void writeFullExperiment(JsonWriter &json, const Execution &execution);
void writeFullTask(JsonWriter &json, const Task &task);
void writeFullTasks(JsonWriter &json, const QList<Task> &tasks); // an array, in the given order

QByteArray summary(const Execution &execution, Timestamp now);
QByteArray timeline(const ExecutionDetail &detail);
// The tasks that left an output file, each with the path of its route.
QByteArray outputs(const ExecutionDetail &detail);

} // namespace signalbox::airavata::shapes
