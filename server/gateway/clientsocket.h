// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslSocket>
#include <QTcpSocket>

#include <sys/socket.h>

#include <array>
#include <concepts>

namespace signalbox::gateway {

// What the gateway does to an accepted socket that QTcpSocket cannot: hold QWebSocket back at a message's
// end, silence it, and close without losing the last frame. Server thread; owned by HttpConnection, then by
// QWebSocket.
class ClientSocket
{
public:
    virtual ~ClientSocket() = default;

    virtual QTcpSocket &tcp() = 0;
    // QWebSocket asks bytesAvailable() before each message: while it is 0, the read buffer fills up and TCP
    // pushes back. Unlike blocked signals, this still notices when the peer goes.
    virtual void setPaused(bool paused) = 0;
    // From here on everything written is thrown away: our close frame was the last word.
    virtual void mute() = 0;
    virtual void drop() = 0; // closes at once; what is still buffered is lost
    virtual bool isPlain() const = 0;
};

template<std::derived_from<QTcpSocket> Base>
class BasicClientSocket final : public Base, public ClientSocket
{
public:
    static constexpr bool plain = std::same_as<Base, QTcpSocket>;

    QTcpSocket &tcp() override { return *this; }
    bool isPlain() const override { return plain; }
    void mute() override { m_muted = true; }

    qint64 bytesAvailable() const override { return m_paused || m_lingering ? 0 : Base::bytesAvailable(); }

    void setPaused(bool paused) override
    {
        if (m_paused == paused)
            return;
        m_paused = paused;
        if (!paused && !m_lingering)
            resume();
    }

    void drop() override
    {
        m_dropping = true;
        Base::abort();
    }

    // A socket closed with unread input sends RST, and the peer may lose the close frame or the response
    // before it. So: send the rest, end our direction, throw away what still comes until the peer ends its
    // own. HttpConnection and Connection set a deadline for that and then call drop().
    void close() override
    {
        // After a failed write QAbstractSocket calls close() to abort: its engine has closed the descriptor, whose
        // number may already belong to another file or socket.
        const bool failed = this->error() != QAbstractSocket::UnknownSocketError;
        if (!plain || m_dropping || failed || this->state() != QAbstractSocket::ConnectedState)
            return Base::close();
        if (m_lingering)
            return;
        m_lingering = true;
        QObject::connect(this, &QIODevice::readyRead, this, [this] { discard(); });
        QObject::connect(this, &QIODevice::bytesWritten, this, [this] { endWriting(); });
        Base::flush();
        endWriting();
        discard();
        rearm();
    }

protected:
    qint64 writeData(const char *data, qint64 size) override { return m_muted ? size : Base::writeData(data, size); }

private:
    // Queued, so that it never runs inside a readyRead of this socket: a nested one is lost.
    void resume()
    {
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (m_paused || m_lingering)
                    return;
                if (Base::bytesAvailable() > 0)
                    Q_EMIT this->readyRead();
                rearm();
            },
            Qt::QueuedConnection);
    }

    // The read notifier was switched off when the buffer was full; a changed size switches it on again.
    void rearm()
    {
        const qint64 size = this->readBufferSize();
        this->setReadBufferSize(0);
        this->setReadBufferSize(size);
    }

    void discard()
    {
        std::array<char, 4096> scratch;
        while (Base::read(scratch.data(), scratch.size()) > 0) {
        }
    }

    void endWriting()
    {
        if (this->bytesToWrite() == 0 && this->socketDescriptor() >= 0)
            ::shutdown(static_cast<int>(this->socketDescriptor()), SHUT_WR);
    }

    bool m_paused = false;
    bool m_muted = false;
    bool m_lingering = false;
    bool m_dropping = false;
};

} // namespace signalbox::gateway
