// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/storage/database.h"
#include "server/model/execution.h"
#include "server/model/query.h"

namespace signalbox::core {

// Executions and tasks as rows: the only place that knows their columns. Values; any thread.
namespace rows {

// Inserts the row, or updates the columns that can change after the start.
Result<void> write(Database &database, const Execution &execution);
Result<void> write(Database &database, const Task &task);

// The row of readColumns(), in that order.
QString readColumns();
Execution execution(const QSqlQuery &row);

// Nothing when there is no such execution.
Result<std::optional<Execution>> execution(Database &database, const QString &id);
Result<QList<Task>> tasks(Database &database, const QString &executionId); // by node id
// The executions whose ids sql selects, with their tasks.
Result<QList<ExecutionDetail>> details(Database &database, const QString &sql, const QVariantList &values = {});

Result<void> remove(Database &database, const QString &executionId);

// SQL lists of names: 'created','queued','running' and the other four.
QString unfinishedStates();
QString finalStates();

} // namespace rows

} // namespace signalbox::core
