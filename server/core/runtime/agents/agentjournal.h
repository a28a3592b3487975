// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/agent.h"
#include "server/model/result.h"

#include <functional>

namespace signalbox::core {

// Makes instances, and the agents that look after them, durable. Server thread; implemented by Store.
class AgentJournal
{
public:
    virtual ~AgentJournal() = default;

    // Adds or replaces an instance; removes it if it is there. Both return at once; durable, if given, is called later
    // on the server thread, in order of the calls. Internal: it could not be written (disk full).
    virtual void saveInstance(const Instance &instance, std::function<void(Result<void>)> durable) = 0;
    virtual void removeInstance(const QString &id, std::function<void(Result<void>)> durable) = 0;
    // The same for agents; without durable, writing may take a minute.
    virtual void saveAgent(const Agent &agent, std::function<void(Result<void>)> durable) = 0;
    virtual void removeAgent(const QString &id) = 0;
};

} // namespace signalbox::core
