// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/runtime/process/poller.h"
#include "server/gateway/wire/clientsocket.h"

#include <QSslConfiguration>
#include <QSslSocket>

#include <memory>

namespace signalbox::gateway {

// A client's socket as Qt has it: with TLS, and where there is no epoll. Its read buffer is bounded, and with it what
// TLS has taken from the kernel and not yet given out. With TLS it begins as a descriptor alone: what TLS needs, some
// 75 KiB, is there once the client's first record is.
class QtSocket final : public QObject, public ClientSocket, private core::Poller::Watcher
{
    Q_OBJECT

public:
    // Takes the descriptor; nullptr: it cannot be used, and is closed. tls: null for none. poller: null without epoll.
    static std::unique_ptr<QtSocket> adopt(int descriptor, const QHostAddress &address, quint16 port,
                                           const QSslConfiguration &tls, core::Poller *poller);
    ~QtSocket() override;

    int descriptor() const override;
    qint64 send(QByteArrayView bytes) override;
    void write(QByteArrayView bytes) override;
    void sendWaiting() override;
    qint64 unsentBytes() const override;
    void setPaused(bool paused) override;
    void finish() override;
    void drop() override;

private:
    QtSocket(const QHostAddress &address, quint16 port, const QSslConfiguration &tls, core::Poller *poller);

    bool waitForHello(int descriptor);
    void readable(bool failed) override;
    bool begin(int descriptor);
    void stopWaiting();
    void receive();
    void watchAnswersOfTls();
    void endWriting();
    void written();
    void ended();

    const QSslConfiguration m_tls;
    core::Poller *const m_poller;
    int m_waiting = -1;                   // the descriptor, until the first record of TLS is there
    int m_helloBytes = 0;                 // of that record, once they are known
    std::unique_ptr<QTcpSocket> m_socket; // null while m_waiting
    QSslSocket *m_secure = nullptr;       // m_socket, with TLS
    qint64 m_unsentOfUser = 0;            // unsentBytes() when the user wrote last
    bool m_paused = false;
    bool m_finishing = false;
    bool m_wantsRoom = false;
    bool m_writing = false;
    bool m_receiving = false;
};

} // namespace signalbox::gateway
