// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/execution.h"
#include "server/model/result.h"

#include <QList>

#include <functional>

namespace signalbox::core {

// Makes executions durable. Server thread; implemented by Store.
class ExecutionJournal
{
public:
    virtual ~ExecutionJournal() = default;

    // Adds or replaces the execution and these tasks (its other tasks stay). Returns at once; durable, if given, is
    // called later on the server thread, in order of the calls. Internal: it could not be written (disk full).
    virtual void save(const Execution &execution, const QList<Task> &tasks,
                      std::function<void(Result<void>)> durable) = 0;
};

} // namespace signalbox::core
