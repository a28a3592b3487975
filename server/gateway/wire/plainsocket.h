// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/runtime/process/poller.h"
#include "server/gateway/wire/clientsocket.h"

namespace signalbox::gateway {

// A client's descriptor, read and written directly. No buffer but for what the kernel does not take.
class PlainSocket final : public ClientSocket, private core::Poller::Watcher
{
public:
    // Takes the descriptor, which is non-blocking and close-on-exec; nullptr: it could not be watched, and is closed.
    static std::unique_ptr<PlainSocket> adopt(core::Poller &poller, int descriptor, const QHostAddress &address,
                                              quint16 port);
    ~PlainSocket() override;

    int descriptor() const override { return m_descriptor; }
    qint64 send(QByteArrayView bytes) override;
    void write(QByteArrayView bytes) override;
    void sendWaiting() override;
    qint64 unsentBytes() const override { return m_unsent.size(); }
    void setPaused(bool paused) override;
    void finish() override;
    void drop() override { closeDescriptor(); }

private:
    PlainSocket(core::Poller &poller, int descriptor, const QHostAddress &address, quint16 port);

    void readable(bool failed) override;
    void writable() override;
    qint64 sendNow(QByteArrayView bytes); // -1: the connection is gone
    void inputEnded();
    void lookForEnd();
    void end();
    void watch();
    void closeDescriptor();

    QByteArray m_unsent;
    int m_descriptor = -1;
    bool m_wantsRoom = false;
    bool m_paused = false;
    bool m_finishing = false;
    bool m_shut = false;       // our direction has been ended
    bool m_inputEnded = false; // the peer's direction has been, and what is unsent or owed still goes
    bool m_endHidden = false;  // paused, with unread input before the end
    quint32 m_watchedFor = 0;  // the events
    core::Poller &m_poller;
};

} // namespace signalbox::gateway
