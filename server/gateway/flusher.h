// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <vector>

namespace signalbox::gateway {

class Connection;

// Lets every connection that was written to in one turn of the event loop send once, in the next
// (performance.md: gather). Server thread; owned by Gateway.
class Flusher : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // The connection remembers that it is scheduled until it is flushed.
    void schedule(Connection &connection);
    void forget(Connection &connection);

protected:
    bool event(QEvent *event) override;

private:
    std::vector<Connection *> m_due;
    std::vector<Connection *> m_flushing;
};

} // namespace signalbox::gateway
