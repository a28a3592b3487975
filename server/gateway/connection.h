// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/dialect.h"
#include "server/gateway/access.h"
#include "server/gateway/keepalive.h"
#include "server/gateway/outbox.h"
#include "server/gateway/services.h"
#include "server/gateway/wire/clientsocket.h"
#include "server/gateway/wire/framefilter.h"
#include "server/gateway/wire/tokenbucket.h"
#include "server/model/client.h"
#include "server/model/clientframe.h"

#include <QObject>

namespace signalbox::gateway {

class Flusher;

// One WebSocket, its Session, its counters and its outbox. Server thread; owned by Gateway, and deletes
// itself after ended().
class Connection final : public QObject,
                         public dialects::Peer,
                         private ClientSocket::User,
                         private Engines::User,
                         private KeepAlive::User,
                         private Access::User
{
    Q_OBJECT

public:
    struct Parts
    {
        std::unique_ptr<ClientSocket> socket; // the answer to the upgrade has been written
        QByteArray early;                     // what the client sent behind its head
        dialects::Dialect *dialect = nullptr;
        Actor actor;
        std::optional<core::Credential> credential; // unset: nobody is named, or is to be closed
        std::shared_ptr<ConnectionSlots::ConnectionSlot> slot;
    };

    // All but parts outlive the Connection.
    Connection(Parts parts, const Limits &limits, Services &services, Flusher &flusher, QObject *parent);
    ~Connection() override;

    // For an accepted upgrade: records ClientConnected, makes the Session and starts reading.
    void open(const dialects::RequestHead &head);
    // Sends the refusal's first frame, if it has one, and closes: no Session, and the Hub hears nothing of it.
    void openToClose(const dialects::AcceptThenClose &refusal);

    QString clientId() const override { return m_client.id; }
    const Actor &actor() const override { return m_actor; }
    void send(const dialects::Frame &frame) override;
    void sendLatest(const dialects::Frame &frame) override;
    void close(quint16 code, const QString &reason) override;
    qint64 backlogBytes() const override;
    void setReadingPaused(bool paused) override;
    void setSubscriptions(const QStringList &subscriptions) override;
    void setLastError(const QString &error) override;

    // Users, keys or sessions changed: takes over another role, or closes. user: of whom; empty: of anybody.
    void reviewAccess(const QString &user);
    // Totals since open(); nullopt when they have not changed since the last call.
    std::optional<ClientFigures> movedFigures();
    // The server stops: true while the Session still has a last word, after which it closes; else closes with 1001.
    bool leave();
    void drop(); // at once, without a close frame
    // As drop(), but the last word of a Session that closed after leave() still reaches a peer that reads again later.
    void dropAfterLastWord();
    void setWatched(bool watched); // frameSeen() is emitted while watched

    std::size_t waitingFrames() const { return m_outbox.size(); }
    void flushScheduled();
    void prefetch() const // what flushScheduled() will look at, in two steps
    {
        __builtin_prefetch(&m_socket);
        __builtin_prefetch(&m_sent, 1);
        __builtin_prefetch(&m_phase, 1);
    }
    void prefetchParts() const
    {
        m_socket->prefetch();
        m_outbox.prefetch();
    }

Q_SIGNALS:
    void ended(); // the peer is gone; deleteLater() follows
    void frameSeen(const signalbox::ClientFrame &frame);

private:
    // Closing: our close frame waits or has gone. Finishing: both sides' have, or the peer broke the protocol.
    enum class Phase : quint8 { Open, Closing, Finishing, Ended };

    // ClientSocket::User
    void received(std::span<char> bytes) override;
    void roomMade() override { writeMore(); }
    void peerGone() override { finish(); }
    // Engines::User
    void messageArrived(const QByteArray &payload) override;
    void pongArrived(const QByteArray &payload) override;
    void engineWrites(QByteArrayView bytes) override;
    void engineCloses(const QString &reason) override;
    // Access::User
    void roleFound(Role role) override;
    void accessLost(const QString &reason) override;
    // KeepAlive::User
    bool isRead() const override { return !m_pausedByDialect && !m_pausedByRate; }
    void pingDue() override;
    void peerLost() override;

    void take(std::span<char> &bytes);
    void pauseForTurn();
    void handle(const FrameFilter::Frame &frame);
    bool isHeldBack(QByteArrayView ping);
    void answerHeldPing();
    void deliver(const QByteArray &payload);
    enum class Counted : quint8 { Message, Other }; // a fragment or a control frame
    bool admitByRate(Counted what);
    void pauseByRate();
    bool admitMessage(const FrameFilter::Frame &frame);
    void countHeld();
    bool isPaused() const { return m_phase == Phase::Open && (m_pausedByDialect || m_pausedByRate || m_pausedByTurn); }
    void applyPause();
    void resume();
    void afterAppend();
    void measureRoom();
    void schedule();
    void flush();
    void writeMore();
    void watchClosing(qint64 sentBefore);
    void countSent();
    void finish();

    // What a broadcast touches stands together: with a thousand clients, a line of the cache more is seen.
    std::unique_ptr<ClientSocket> m_socket;
    Outbox m_outbox;
    Outbox::Written m_sent; // since open()
    const qint64 m_backlogBytes;
    qint64 m_room; // what m_outbox may hold; as of the last write to m_socket, so rather less than there is
    Flusher &m_flusher;
    Phase m_phase = Phase::Open;
    bool m_scheduled = false;
    const bool m_pausesSource; // SlowReader::Pause
    bool m_isText = false;     // the message that arrives
    bool m_holds = true;       // as m_socket's seat knows; at first what the handshake held
    bool m_pausedByDialect = false;
    bool m_pausedByRate = false;
    bool m_pausedByTurn = false; // until others have had theirs
    bool m_rateReported = false;
    bool m_watched = false;
    bool m_hasLastWord = false;
    std::unique_ptr<QByteArray> m_heldPing; // the newest one whose pong had no room
    std::unique_ptr<dialects::Session> m_session;
    std::unique_ptr<KeepAlive> m_keepAlive; // from open() until finish()
    std::unique_ptr<Access> m_access;       // of a named user, until finish()
    std::unique_ptr<Timeout> m_closing;     // from the first close frame until finish()

    Services &m_services;
    dialects::Dialect *m_dialect = nullptr;
    Actor m_actor;
    std::shared_ptr<ConnectionSlots::ConnectionSlot> m_slot;
    FrameFilter m_filter;
    QByteArray m_held; // received while paused, or before open()
    Client m_client;
    ClientFigures m_reported;
    QString m_reason; // for ClientDisconnected
    const int m_messagesPerSecond;
    TokenBucket m_rate; // of messages
};

} // namespace signalbox::gateway
