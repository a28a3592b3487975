// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/runtime/process/descriptor.h"
#include "server/model/result.h"

#include <QString>

namespace signalbox::core {

// Tells whether guards of an earlier server for this data dir are still at work: every guard with a command keeps the file open under
// the server's lock, and the kernel drops the lock with the last of them. So nothing is started twice when a server is
// killed and started again at once. Server thread; owned by Server.
class Lease
{
public:
    // Opens <dataDirectory>/lease without taking it. Internal: it cannot be opened.
    Result<void> open(const QString &dataDirectory);

    // False: guards of an earlier server are still ending their commands, which they do by themselves; try again later.
    bool take();

    int descriptor() const { return m_file.number(); } // for Guards

private:
    Descriptor m_file;
};

} // namespace signalbox::core
