// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/storage/database.h"
#include "server/model/execution.h"
#include "server/model/query.h"

namespace signalbox::core {

// Executions and tasks as rows: the only place that knows their columns. Values; any thread.
namespace rows {

// Inserts, or replaces what can change after the beginning.
Result<void> write(Database &database, const Execution &execution);
Result<void> write(Database &database, const Task &task);

// The row of readColumns(), in that order.
QString readColumns();
Execution execution(const QSqlQuery &row);

// Nothing when it is not there.
Result<std::optional<Execution>> execution(Database &database, const QString &id);
Result<QList<Task>> tasks(Database &database, const QString &executionId); // by node id
// With their tasks; sql asks for ids.
Result<QList<ExecutionDetail>> details(Database &database, const QString &sql, const QVariantList &values = {});

Result<void> remove(Database &database, const QString &executionId);

// SQL lists of names: 'created','queued','running' and the other four.
QString unfinishedStates();
QString finalStates();

} // namespace rows

} // namespace signalbox::core
