// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/agent.h"
#include "server/model/result.h"

#include <functional>

namespace signalbox::core {

// Where instances are made to last. Server thread; the Store is one.
class InstanceJournal
{
public:
    virtual ~InstanceJournal() = default;

    // Adds or replaces; removes if there. Return at once; durable is called later on the server thread. Internal: it
    // could not be written (disk full).
    virtual void saveInstance(const Instance &instance, std::function<void(Result<void>)> durable) = 0;
    virtual void removeInstance(const QString &id, std::function<void(Result<void>)> durable) = 0;
};

} // namespace signalbox::core
