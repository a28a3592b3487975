// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/wire/engine.h"

#include <QCoreApplication>
#include <QTcpSocket>
#include <QtEndian>

#include <array>

using namespace Qt::StringLiterals;

namespace signalbox::gateway {

namespace {

// Closing wears one out, and a handshake makes one: so many are kept between the two.
constexpr std::size_t spareEngines = 16;

// RFC 6455 left these to be registered, which has happened since; QWebSocket takes them for errors (Qt 6.4 to 6.9).
constexpr quint16 firstNewCode = 1012;
constexpr quint16 lastNewCode = 1014;
constexpr quint16 knownCode = 1001; // stands for them while QWebSocket has the frame

QByteArray headFor(const QByteArray &key, const QString &subprotocol)
{
    QByteArray head = "GET / HTTP/1.1\r\nHost: signalbox\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                      "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
                      + key + "\r\n";
    if (!subprotocol.isEmpty())
        head += "Sec-WebSocket-Protocol: " + subprotocol.toLatin1() + "\r\n";
    return head + "\r\n";
}

// QWebSocketServer allows every origin whatever the listener's own rules say (server/gateway/admission/origin.h).
QByteArray withoutCors(const QByteArray &answer)
{
    QByteArray kept;
    kept.reserve(answer.size());
    for (qsizetype at = 0; at < answer.size();) {
        const qsizetype end = answer.indexOf('\n', at);
        const QByteArray line = answer.mid(at, end < 0 ? -1 : end + 1 - at);
        if (!line.toLower().startsWith("access-control-"))
            kept += line;
        at += line.size();
    }
    return kept;
}

// A TCP socket without a descriptor: reads what it is given, and hands on what is written. It relies on QAbstractSocket
// not looking for its descriptor while the state is Connected (Qt 6.4 to 6.8).
class WireSocket final : public QTcpSocket
{
public:
    explicit WireSocket(const QByteArray &head) : m_own(head), m_front(m_own)
    {
        setPeerPort(1);
        setSocketState(ConnectedState);
        QIODevice::open(ReadWrite | Unbuffered);
    }

    void give(QByteArrayView front, QByteArrayView back)
    {
        m_front = front;
        m_back = back;
        Q_EMIT readyRead();
        m_front = m_back = {};
    }
    QByteArray takeWritten() { return std::exchange(m_written, {}); }
    bool hasClosed() const { return m_hasClosed; }

    qint64 bytesAvailable() const override { return m_front.size() + m_back.size() + QIODevice::bytesAvailable(); }
    void close() override { m_hasClosed = true; }
    void disconnectFromHost() override { close(); }

protected:
    qint64 readData(char *data, qint64 size) override
    {
        qint64 taken = 0;
        for (QByteArrayView *part : {&m_front, &m_back}) {
            const qsizetype here = std::min<qsizetype>(part->size(), size - taken);
            std::copy_n(part->data(), here, data + taken);
            *part = part->sliced(here);
            taken += here;
        }
        return taken;
    }
    qint64 skipData(qint64 size) override
    {
        std::array<char, 512> scratch;
        qint64 skipped = 0;
        while (skipped < size) {
            const qint64 taken = readData(scratch.data(), std::min<qint64>(scratch.size(), size - skipped));
            if (taken == 0)
                break;
            skipped += taken;
        }
        return skipped;
    }
    qint64 writeData(const char *data, qint64 size) override
    {
        m_written.append(data, size);
        return size;
    }

private:
    const QByteArray m_own;
    QByteArrayView m_front;
    QByteArrayView m_back;
    QByteArray m_written;
    bool m_hasClosed = false;
};

} // namespace

// One QWebSocket. Owned by Engines.
class Engine : public QObject
{
public:
    Engine(QWebSocket *webSocket, std::unique_ptr<WireSocket> socket)
        : m_socket(std::move(socket))
        , m_webSocket(webSocket)
        , m_answer(withoutCors(m_socket->takeWritten()))
    {
        m_webSocket->setParent(nullptr);
        m_socket->setParent(nullptr);
        connect(webSocket, &QWebSocket::binaryMessageReceived, this,
                [this](const QByteArray &payload) { m_user->messageArrived(payload); });
        connect(webSocket, &QWebSocket::pong, this,
                [this](quint64, const QByteArray &payload) { m_user->pongArrived(payload); });
    }

    QByteArray takeAnswer() { return std::exchange(m_answer, {}); }
    bool isSpent() const { return m_socket->hasClosed(); }

    void handle(const FrameFilter::Frame &frame, Engines::User &user)
    {
        QByteArray close;
        QByteArrayView payload = frame.payload;
        quint16 newCode = 0;
        if (frame.kind == FrameFilter::Kind::Close && payload.size() >= 2) {
            newCode = qFromBigEndian<quint16>(payload.data());
            if (newCode < firstNewCode || newCode > lastNewCode)
                newCode = 0;
        }
        if (newCode != 0) {
            close = payload.toByteArray();
            qToBigEndian(knownCode, close.data());
            payload = close;
        }
        m_user = &user;
        const Head head = headOf(frame.kind, payload.size());
        m_socket->give({head.bytes.data(), head.size}, payload);
        tell(newCode, user);
    }

    void close(quint16 code, const QString &reason, Engines::User &user)
    {
        m_webSocket->close(static_cast<QWebSocketProtocol::CloseCode>(code), reason);
        tell(0, user);
    }

private:
    struct Head
    {
        std::array<char, 14> bytes{};
        qsizetype size = 0;
    };

    // Of a client's frame; its mask is zero, which leaves nothing to unmask. Text goes as binary, and stays UTF-8.
    static Head headOf(FrameFilter::Kind kind, qsizetype payload)
    {
        const int opcode = kind == FrameFilter::Kind::Close  ? 0x8
                           : kind == FrameFilter::Kind::Ping ? 0x9
                           : kind == FrameFilter::Kind::Pong ? 0xa
                                                             : 0x2;
        Head head;
        head.bytes[0] = static_cast<char>(0x80 | opcode);
        if (payload < 126) {
            head.bytes[1] = static_cast<char>(0x80 | payload);
            head.size = 6;
        } else if (payload <= 0xffff) {
            head.bytes[1] = static_cast<char>(0x80 | 126);
            qToBigEndian(static_cast<quint16>(payload), head.bytes.data() + 2);
            head.size = 8;
        } else {
            head.bytes[1] = static_cast<char>(0x80 | 127);
            qToBigEndian(static_cast<quint64>(payload), head.bytes.data() + 2);
            head.size = 14;
        }
        return head;
    }

    // A pong is written in two parts, and is sent as one.
    void tell(quint16 newCode, Engines::User &user)
    {
        m_user = nullptr;
        QByteArray written = m_socket->takeWritten();
        if (newCode != 0 && written.size() >= 4)
            qToBigEndian(newCode, written.data() + 2);
        if (!written.isEmpty())
            user.engineWrites(written);
        if (m_socket->hasClosed())
            user.engineCloses(m_webSocket->closeReason());
    }

    const std::unique_ptr<WireSocket> m_socket; // goes after m_webSocket, which uses it to the last
    const std::unique_ptr<QWebSocket> m_webSocket;
    Engines::User *m_user = nullptr;
    QByteArray m_answer;
};

Engines::Engines() : m_server(u"signalbox"_s, QWebSocketServer::NonSecureMode)
{
}

Engines::~Engines() = default;

// QWebSocketServer looks at the head in a queued call of its own; sent at once, so that nothing can happen to the client
// in between.
std::unique_ptr<Engine> Engines::make(const QByteArray &key, const QString &subprotocol)
{
    if (!subprotocol.isEmpty()) {
        if (QStringList known = m_server.supportedSubprotocols(); !known.contains(subprotocol)) {
            known.append(subprotocol);
            m_server.setSupportedSubprotocols(known);
        }
    }
    auto socket = std::make_unique<WireSocket>(headFor(key, subprotocol));
    m_server.handleConnection(socket.get());
    QCoreApplication::sendPostedEvents(&m_server, QEvent::MetaCall);
    QWebSocket *webSocket = m_server.nextPendingConnection();
    if (!webSocket)
        return nullptr;
    return std::make_unique<Engine>(webSocket, std::move(socket));
}

std::optional<QByteArray> Engines::handshake(const QByteArray &key, const QString &subprotocol)
{
    std::unique_ptr<Engine> engine = make(key, subprotocol);
    if (!engine)
        return std::nullopt;
    QByteArray answer = engine->takeAnswer();
    giveBack(std::move(engine));
    return answer;
}

std::unique_ptr<Engine> Engines::lend()
{
    if (m_spare.empty())
        return make("c2lnbmFsYm94IGVuZ2luZQ==", {});
    std::unique_ptr<Engine> engine = std::move(m_spare.back());
    m_spare.pop_back();
    return engine;
}

void Engines::giveBack(std::unique_ptr<Engine> engine)
{
    if (!engine->isSpent() && m_spare.size() < spareEngines)
        m_spare.push_back(std::move(engine));
}

void Engines::handle(const FrameFilter::Frame &frame, User &user)
{
    std::unique_ptr<Engine> engine = lend();
    engine->handle(frame, user);
    giveBack(std::move(engine));
}

void Engines::close(quint16 code, const QString &reason, User &user)
{
    std::unique_ptr<Engine> engine = lend();
    engine->close(code, reason, user);
    giveBack(std::move(engine));
}

} // namespace signalbox::gateway
