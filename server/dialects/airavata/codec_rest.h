// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/airavata/codec_shapes.h"
#include "server/dialects/page.h"
#include "server/model/query.h"

// The objects of REST: those of the events with more members, and those that no event has. Pure.
namespace signalbox::airavata::shapes {

void writeFullExperiment(JsonWriter &json, const Execution &execution);
void writeFullTask(JsonWriter &json, const Task &task);
void addFullTasks(dialects::Page &page, const QList<Task> &tasks); // in the given order

QByteArray summary(const Execution &execution, Timestamp now);
QByteArray timeline(const ExecutionDetail &detail, dialects::Page &page);
// The tasks that left an output file, each with the path of its route.
QByteArray outputs(const ExecutionDetail &detail, dialects::Page &page);

} // namespace signalbox::airavata::shapes
