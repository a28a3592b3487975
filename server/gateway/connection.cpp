// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/connection.h"

#include "server/gateway/flusher.h"
#include "server/gateway/framewatch.h"

#include <QtEndian>

using namespace Qt::StringLiterals;

namespace signalbox::gateway {

namespace {

// A peer that neither takes bytes nor answers the close frame is dropped after this long.
constexpr Milliseconds closingPatience{5000};
// Of a peer that pauses its source: the kernel keeps room for the last word (dropAfterLastWord()).
constexpr int unsentBytes = 64 * 1024;
// So many frames that have come at once are handled before others have their turn.
constexpr int turnFrames = 16;
constexpr std::size_t lastWordFrames = 2; // the frame that a Session sends before it closes, and the close frame

dialects::Frame closeFrame(quint16 code, const QString &reason)
{
    QByteArray text = reason.toUtf8();
    if (text.size() > 123) { // RFC 6455, 5.5: control frames carry at most 125 bytes
        text.truncate(123);
        while (!text.isEmpty() && (static_cast<unsigned char>(text.back()) & 0xc0) == 0x80)
            text.chop(1);
        if (!text.isEmpty() && static_cast<unsigned char>(text.back()) >= 0xc0)
            text.chop(1);
    }
    const quint16 wireCode = qToBigEndian(code);
    QByteArray bytes;
    bytes.append(static_cast<char>(0x88));
    bytes.append(static_cast<char>(text.size() + 2));
    bytes.append(reinterpret_cast<const char *>(&wireCode), sizeof wireCode);
    bytes.append(text);
    return dialects::Frame(bytes);
}

// While more than this waits for a client, pings are not answered but the newest (RFC 6455, 5.5.3 allows that).
constexpr qint64 pongRoom = 4096;

// The client's address; with its port, which is unknown of a proxy's client.
QString endpointOf(const dialects::RequestHead &head, const ClientSocket &socket)
{
    const QHostAddress &peer = socket.peerAddress();
    if (head.address != peer.toString())
        return head.address;
    const QString host = peer.protocol() == QAbstractSocket::IPv4Protocol ? head.address : u'[' + head.address + u']';
    return host + u':' + QString::number(socket.peerPort());
}

} // namespace

Connection::Connection(Parts parts, const Limits &limits, Services &services, Flusher &flusher, QObject *parent)
    : QObject(parent)
    , m_socket(std::move(parts.socket))
    , m_backlogBytes(limits.backlogBytes)
    , m_room(limits.backlogBytes)
    , m_flusher(flusher)
    , m_pausesSource(parts.dialect->slowReader() == dialects::SlowReader::Pause)
    , m_services(services)
    , m_dialect(parts.dialect)
    , m_actor(std::move(parts.actor))
    , m_slot(std::move(parts.slot))
    , m_filter(limits.messageBytes)
    , m_held(std::move(parts.early))
    , m_messagesPerSecond(limits.messagesPerSecond)
{
    if (parts.credential && services.authenticator) {
        Access::User &self = *this;
        m_access =
            std::make_unique<Access>(*services.authenticator, services.timeouts, *parts.credential, m_actor.role, self);
    }
    m_rate = TokenBucket::full(m_messagesPerSecond, m_services.hub.clock().steady());
    m_socket->setUser(this);
    if (m_pausesSource)
        m_socket->limitUnsent(unsentBytes);
}

Connection::~Connection()
{
    if (m_scheduled)
        m_flusher.forget(*this);
    m_session.reset();
}

void Connection::open(const dialects::RequestHead &head)
{
    m_client.id = m_actor.clientId;
    m_client.dialect = m_dialect->name();
    m_client.user = m_actor.user;
    m_client.role = toString(m_actor.role);
    m_client.address = endpointOf(head, *m_socket);
    m_client.path = head.path;
    m_client.connectedAt = m_services.hub.clock().now();
    (void)m_services.hub.record(ClientConnected{m_client});
    m_session = m_dialect->create(*this, head);
    m_session->opened();
    KeepAlive::User &self = *this;
    m_keepAlive = std::make_unique<KeepAlive>(*m_socket, m_services.timeouts, m_dialect->pingInterval(), self);
    reviewAccess({});
    resume();
}

void Connection::openToClose(const dialects::AcceptThenClose &refusal)
{
    if (refusal.firstFrame)
        m_outbox.append(*refusal.firstFrame);
    close(refusal.code, refusal.reason);
    resume();
}

// ---- reading

void Connection::received(std::span<char> bytes)
{
    if (m_keepAlive)
        m_keepAlive->heard();
    if (m_held.isEmpty())
        take(bytes);
    if (m_phase < Phase::Finishing && !bytes.empty())
        m_held.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
    countHeld();
}

// Most messages come whole, and leave nothing to count.
void Connection::countHeld()
{
    const qint64 held = m_filter.heldBytes();
    if ((held == 0 && !m_holds) || m_phase != Phase::Open || !m_socket->seat())
        return;
    m_holds = held > 0;
    m_socket->seat()->hold(held);
    if (m_holds && m_socket->seat()->isCrowded())
        close(1013, u"too many messages of your address or user are under way"_s);
}

// What was held comes before what is still in the kernel.
void Connection::resume()
{
    if (isPaused() || m_phase >= Phase::Finishing)
        return;
    QByteArray held = std::exchange(m_held, {});
    std::span<char> bytes(held.data(), static_cast<std::size_t>(held.size()));
    if (!bytes.empty())
        take(bytes);
    if (m_phase < Phase::Finishing && !bytes.empty())
        m_held = QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()));
    countHeld();
    if (m_phase < Phase::Finishing && !isPaused())
        m_socket->setPaused(false);
}

void Connection::take(std::span<char> &bytes)
{
    for (int taken = 0; m_phase < Phase::Finishing && !isPaused(); ++taken) {
        if (taken == turnFrames && m_phase == Phase::Open && !bytes.empty())
            return pauseForTurn();
        const FrameFilter::Frame frame = m_filter.next(bytes);
        if (frame.kind == FrameFilter::Kind::None)
            return;
        handle(frame);
    }
}

void Connection::pauseForTurn()
{
    m_pausedByTurn = true;
    applyPause();
    const auto goOn = [this] {
        m_pausedByTurn = false;
        resume();
    };
    QMetaObject::invokeMethod(this, goOn, Qt::QueuedConnection);
}

void Connection::handle(const FrameFilter::Frame &frame)
{
    using Kind = FrameFilter::Kind;
    if (m_phase == Phase::Closing && frame.kind != Kind::Close && frame.kind != Kind::Broken)
        return;
    switch (frame.kind) {
    case Kind::None:
        return;
    case Kind::Fragment:
    case Kind::Ping:
    case Kind::Pong:
        (void)admitByRate(Counted::Other);
        if (frame.kind == Kind::Fragment || (frame.kind == Kind::Ping && isHeldBack(frame.payload)))
            return;
        break;
    case Kind::Text:
    case Kind::Binary:
        m_isText = frame.kind == Kind::Text;
        if (!admitMessage(frame))
            return;
        break;
    case Kind::Close:
        break;
    case Kind::Broken:
        return m_services.engines.close(frame.closeCode, QString::fromLatin1(frame.reason), *this);
    }
    m_services.engines.handle(frame, *this);
}

// A ping whose answer has no room waits, until a newer one comes.
bool Connection::isHeldBack(QByteArrayView ping)
{
    m_heldPing.reset();
    if (m_socket->unsentBytes() <= pongRoom)
        return false;
    m_heldPing = std::make_unique<QByteArray>(ping.toByteArray());
    return true;
}

void Connection::answerHeldPing()
{
    if (m_phase != Phase::Open || m_socket->unsentBytes() > pongRoom)
        return;
    const std::unique_ptr<QByteArray> payload = std::move(m_heldPing);
    m_services.engines.handle({FrameFilter::Kind::Ping, *payload, 0, ""}, *this);
}

void Connection::pongArrived(const QByteArray &payload)
{
    if (m_watched)
        Q_EMIT frameSeen(receivedFrame(m_services.hub.clock().now(), FrameKind::Pong, payload));
    if (m_session && m_phase == Phase::Open)
        m_session->pongReceived(m_keepAlive->sincePing());
}

// Before an engine sees it: one that is discarded costs next to nothing.
bool Connection::admitMessage(const FrameFilter::Frame &frame)
{
    if (!m_session)
        return false;
    ++m_client.figures.messagesIn;
    m_client.figures.bytesIn += frame.payload.size();
    if (m_watched)
        Q_EMIT frameSeen(receivedFrame(m_services.hub.clock().now(), m_isText ? FrameKind::Text : FrameKind::Binary,
                                       frame.payload.toByteArray()));
    return admitByRate(Counted::Message);
}

void Connection::messageArrived(const QByteArray &payload)
{
    if (m_phase != Phase::Open || !m_session)
        return;
    const auto begun = m_services.hub.clock().steady();
    deliver(payload);
    ++m_services.figures.requests;
    m_services.figures.latency += m_services.hub.clock().steady() - begun;
}

void Connection::deliver(const QByteArray &payload)
{
    if (m_isText)
        m_session->textReceived(payload);
    else
        m_session->binaryReceived(payload);
}

// ---- writing

void Connection::send(const dialects::Frame &frame)
{
    if (m_phase != Phase::Open)
        return;
    m_outbox.append(frame);
    afterAppend();
}

void Connection::sendLatest(const dialects::Frame &frame)
{
    if (m_phase != Phase::Open)
        return;
    m_outbox.appendLatest(frame);
    // Bounded without a look at the backlog: at most the rest of one frame and the newest one wait.
    schedule();
}

void Connection::pingDue()
{
    if (m_phase != Phase::Open)
        return;
    static const dialects::Frame frame{"\x89\0"_ba};
    m_outbox.append(frame);
    schedule();
}

void Connection::peerLost()
{
    close(1001, u"two pings were not answered"_s);
}

qint64 Connection::backlogBytes() const
{
    return m_outbox.bytes() + m_socket->unsentBytes();
}

void Connection::afterAppend()
{
    if (m_outbox.bytes() <= m_room)
        return schedule();
    flush(); // many frames in one turn do not make a slow reader: the kernel may take them all
    if (m_phase != Phase::Open || backlogBytes() <= m_backlogBytes || m_pausesSource)
        return;
    m_outbox.clear();
    m_client.lastError = u"slow consumer"_s;
    close(1013, u"slow consumer"_s);
}

// After each write to the socket, so that a frame that is appended costs no look at it.
void Connection::measureRoom()
{
    m_room = m_backlogBytes - m_socket->unsentBytes();
}

void Connection::schedule()
{
    if (m_scheduled)
        return;
    m_scheduled = true;
    m_flusher.schedule(*this);
}

void Connection::flushScheduled()
{
    m_scheduled = false;
    if (m_phase == Phase::Ended)
        return;
    writeMore();
}

void Connection::flush()
{
    if (m_phase == Phase::Ended || m_outbox.isEmpty())
        return;
    const Outbox::Written written = m_outbox.write(*m_socket, m_flusher.joined());
    measureRoom();
    m_sent.frames += written.frames;
    m_sent.bytes += written.bytes;
    // A socket that is paused may notice late that the connection has failed, and the outbox would fill up.
    if (written.failed)
        QMetaObject::invokeMethod(this, &Connection::drop, Qt::QueuedConnection);
}

// On the Flusher's turn, and when the socket has written: sends what waits, then tells a Session that pauses its
// source (SlowReader::Pause) that the backlog has gone down.
void Connection::writeMore()
{
    flush();
    if (m_heldPing)
        answerHeldPing();
    if (m_pausesSource && m_phase == Phase::Open && m_session && backlogBytes() < m_backlogBytes / 2)
        m_session->drained();
}

// ---- ending

void Connection::close(quint16 code, const QString &reason)
{
    if (m_phase != Phase::Open)
        return;
    m_phase = Phase::Closing;
    m_reason = reason;
    m_outbox.append(closeFrame(code, reason));
    applyPause();
    schedule();
    watchClosing(m_sent.bytes);
}

void Connection::engineWrites(QByteArrayView bytes)
{
    if (m_phase != Phase::Open) // our close frame is the last word
        return;
    flush();
    if (m_phase == Phase::Open) {
        m_socket->write(bytes);
        measureRoom();
    }
}

// The peer sent a close frame, as its own or as the answer to ours, or broke the protocol. Frames that wait in m_outbox
// would follow the close frame, so they are dropped.
void Connection::engineCloses(const QString &reason)
{
    if (m_phase >= Phase::Finishing)
        return;
    if (m_reason.isEmpty())
        m_reason = reason;
    const bool watched = m_phase == Phase::Closing;
    m_phase = Phase::Finishing;
    m_outbox.clear();
    if (!watched)
        watchClosing(m_sent.bytes);
    m_socket->finish();
}

void Connection::watchClosing(qint64 sentBefore)
{
    m_closing = std::make_unique<Timeout>(m_services.timeouts, [this, sentBefore] {
        const qint64 sent = m_sent.bytes;
        if (sent > sentBefore && !m_outbox.isEmpty())
            watchClosing(sent);
        else
            drop();
    });
    m_closing->start(closingPatience);
}

bool Connection::leave()
{
    m_hasLastWord = m_phase == Phase::Open && m_session && m_session->closesAtStop();
    if (!m_hasLastWord)
        close(1001, u"server is shutting down"_s);
    return m_hasLastWord;
}

void Connection::dropAfterLastWord()
{
    if (m_phase == Phase::Closing && m_hasLastWord && m_socket->descriptor() >= 0) {
        m_outbox.keepNewest(lastWordFrames);
        m_socket->limitUnsent(0);
        m_socket->sendWaiting(); // the rest of a frame that was begun
        flush();
        m_socket->sendWaiting();
    }
    drop();
}

void Connection::drop()
{
    if (m_phase == Phase::Ended)
        return;
    m_socket->drop();
    finish();
}

void Connection::finish()
{
    if (m_phase == Phase::Ended)
        return;
    m_phase = Phase::Ended;
    m_outbox.clear();
    m_slot.reset();
    m_keepAlive.reset();
    m_access.reset();
    m_closing.reset();
    if (m_session) {
        m_session->closed();
        (void)m_services.hub.record(ClientDisconnected{m_client.id, m_reason});
    }
    Q_EMIT ended();
    deleteLater();
}

} // namespace signalbox::gateway
