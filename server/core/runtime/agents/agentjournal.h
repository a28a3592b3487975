// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/agent.h"
#include "server/model/result.h"

#include <functional>

namespace signalbox::core {

// Where instances, and the agents that look after them, are made to last. Server thread; the Store is one.
class InstanceJournal
{
public:
    virtual ~InstanceJournal() = default;

    // Adds or replaces; removes if there. Return at once; durable, if given, is called later on the server thread, in
    // order of the calls. Internal: it could not be written (disk full).
    virtual void saveInstance(const Instance &instance, std::function<void(Result<void>)> durable) = 0;
    virtual void removeInstance(const QString &id, std::function<void(Result<void>)> durable) = 0;
    // The same for agents; without durable it may take a minute.
    virtual void saveAgent(const Agent &agent, std::function<void(Result<void>)> durable) = 0;
    virtual void removeAgent(const QString &id) = 0;
};

} // namespace signalbox::core
