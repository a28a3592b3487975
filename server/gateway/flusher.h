// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/wire/joined.h"

#include <QObject>

#include <vector>

namespace signalbox::gateway {

class Connection;

// Lets every connection that was written to in one turn of the event loop send once, in the next
// (docs/architecture.md, "Fan-out"). Server thread; owned by Gateway.
class Flusher : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // At most once before flushScheduled() is called: Connection remembers that it is scheduled.
    void schedule(Connection &connection);
    void forget(Connection &connection);
    Joined &joined() { return m_joined; }

protected:
    bool event(QEvent *event) override;

private:
    std::vector<Connection *> m_due;
    std::vector<Connection *> m_flushing;
    Joined m_joined;
};

} // namespace signalbox::gateway
