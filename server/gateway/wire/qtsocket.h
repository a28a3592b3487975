// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/wire/clientsocket.h"

#include <QSslConfiguration>
#include <QSslSocket>

#include <memory>

namespace signalbox::gateway {

// A client's socket as Qt has it: with TLS, and where there is no epoll. Its read buffer is bounded, and with it what
// TLS has taken from the kernel and not yet given out.
class QtSocket final : public QObject, public ClientSocket
{
    Q_OBJECT

public:
    // Takes the descriptor; nullptr: Qt refuses it, and it is closed. tls: null for none.
    static std::unique_ptr<QtSocket> adopt(qintptr descriptor, const QSslConfiguration &tls);
    ~QtSocket() override;

    int descriptor() const override { return static_cast<int>(m_socket->socketDescriptor()); }
    qint64 send(QByteArrayView bytes) override;
    void write(QByteArrayView bytes) override;
    void sendWaiting() override { m_socket->flush(); }
    qint64 unsentBytes() const override;
    void setPaused(bool paused) override;
    void finish() override;
    void drop() override;

private:
    explicit QtSocket(std::unique_ptr<QTcpSocket> socket);

    void receive();
    void endWriting();
    void written();
    void ended();

    std::unique_ptr<QTcpSocket> m_socket;
    QSslSocket *const m_secure; // m_socket, with TLS
    bool m_paused = false;
    bool m_finishing = false;
    bool m_wantsRoom = false;
    bool m_writing = false;
    bool m_receiving = false;
};

} // namespace signalbox::gateway
