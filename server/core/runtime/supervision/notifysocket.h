// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/runtime/process/descriptor.h"
#include "server/core/runtime/supervision/notice.h"
#include "server/model/result.h"

#include <QObject>
#include <QSocketNotifier>

#include <memory>

struct msghdr;

namespace signalbox::core {

// The socket on which a component says that it is ready and alive, as to systemd ($NOTIFY_SOCKET). Only processes of its own
// are believed: the kernel says whose a message is. One for each run that wants it, so that a program that floods its socket
// holds up no other.
// Server thread; owned by ManagedComponent.
class NotifySocket : public QObject
{
    Q_OBJECT

public:
    // At most so many messages are read in one turn, and the next ones after the pause: the sender waits for that.
    static constexpr int mostAtOnce = 16;
    static constexpr Milliseconds pause{10};

    // path: where it is made, mode 0600, for the server's user alone; where that cannot be, the kernel names it.
    static Result<std::unique_ptr<NotifySocket>> open(const QString &path);
    ~NotifySocket() override;

    const QString &name() const { return m_name; } // for $NOTIFY_SOCKET
    // Nothing is read before: a program may speak before the server has heard that it was started.
    void setTreeRoot(qint64 pid)
    {
        m_treeRoot = pid;
        m_notifier.setEnabled(true);
    }

Q_SIGNALS:
    void told(const signalbox::core::Notice &notice);
    void strangerHeard(qint64 pid); // whose message is not believed; pid 0: of a process that the server cannot see

private:
    NotifySocket(Descriptor socket, const QString &path, const QString &name);
    void read();
    bool readOne();
    static qint64 senderOf(msghdr &message);

    Descriptor m_socket;
    QString m_path; // to be removed; empty: none
    QString m_name;
    QSocketNotifier m_notifier;
    qint64 m_treeRoot = 0;
};

} // namespace signalbox::core
