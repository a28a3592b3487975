// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/execution.h"

namespace signalbox::core {

// The task (node id) of a parameter set: its own id, or "t<position>", from 1.
QString taskIdOf(const ParameterSet &set, qsizetype position);

// The tasks (node ids) of an experiment in the order of its parameter sets; of other kinds none.
QStringList taskIdsOf(const Execution &execution);

// Whether [experiments] programs names exactly this program, or "*".
bool isProgramAllowed(const QString &program, const QStringList &allowed);

} // namespace signalbox::core
