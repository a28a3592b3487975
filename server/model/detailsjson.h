// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/execution.h"

#include <QJsonArray>
#include <QJsonObject>

namespace signalbox {

// Execution::details, retryOf and scheduleId as one object, as stored and as shown to people. Read back by kind; unknown members
// are dropped, missing ones are empty.
QJsonObject detailsToJson(const Execution &execution);
void readDetails(Execution &execution, const QJsonObject &json);

QJsonArray toJson(const QList<ParameterSet> &parameters);

} // namespace signalbox
