// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/hub.h"
#include "server/dialects/dialect.h"
#include "server/gateway/clientsocket.h"
#include "server/gateway/connectionslots.h"
#include "server/gateway/limits.h"
#include "server/gateway/outbox.h"
#include "server/model/client.h"
#include "server/model/clientframe.h"
#include "server/model/metrics.h"

#include <QWebSocket>

namespace signalbox::gateway {

class Flusher;

// One WebSocket, its Session, its counters and its outbox. Server thread; owned by Gateway, and deletes
// itself after ended().
class Connection final : public QObject, public dialects::Peer
{
    Q_OBJECT

public:
    struct Parts
    {
        std::unique_ptr<QWebSocket> webSocket;
        ClientSocket *socket = nullptr; // belongs to webSocket
        dialects::Dialect *dialect = nullptr;
        Actor actor;
        std::shared_ptr<ConnectionSlots::ConnectionSlot> slot;
    };

    Connection(Parts parts, const Limits &limits, core::Hub &hub, Flusher &flusher, RequestFigures &figures,
               QObject *parent);
    ~Connection() override;

    // For an accepted upgrade: records ClientConnected, makes the Session and starts reading.
    void open(const dialects::RequestHead &head);
    // Sends the refusal's first frame, if it has one, and closes: no Session, and the Hub hears nothing of it.
    void openToClose(const dialects::AcceptThenClose &refusal);

    QString clientId() const override { return m_client.id; }
    void send(const dialects::Frame &frame) override;
    void sendLatest(const dialects::Frame &frame) override;
    void ping() override;
    void close(quint16 code, const QString &reason) override;
    qint64 backlogBytes() const override;
    void setReadingPaused(bool paused) override;
    void setSubscriptions(const QStringList &subscriptions) override;
    void setLastError(const QString &error) override;

    // Totals since open(); nullopt when they have not changed since the last call.
    std::optional<ClientFigures> movedFigures();
    void drop();                   // at once, without a close frame
    void setWatched(bool watched); // frameSeen() is emitted while watched

    void flushScheduled();

Q_SIGNALS:
    void ended(); // the peer is gone; deleteLater() follows
    void frameSeen(const signalbox::ClientFrame &frame);

private:
    enum class Phase { Open, Closing, Ended };

    void listenTo();
    void textArrived(const QString &text);
    void received(const QByteArray &payload, bool text);
    void deliver(const QByteArray &payload, bool text);
    bool admitByRate();
    void applyPause();
    void afterAppend();
    void schedule();
    void flush();
    void writeMore();
    void closingElsewhere();
    void watchClosing(qint64 sentBefore);
    void finish();

    const Limits m_limits;
    core::Hub &m_hub;
    Flusher &m_flusher;
    RequestFigures &m_requests;
    dialects::Dialect *m_dialect = nullptr;
    Actor m_actor;
    std::shared_ptr<ConnectionSlots::ConnectionSlot> m_slot;
    std::unique_ptr<QWebSocket> m_webSocket;
    ClientSocket *m_socket = nullptr;
    QPointer<QTcpSocket> m_guard; // m_socket's: QWebSocket may delete the socket once it is disconnected
    std::unique_ptr<dialects::Session> m_session;
    Outbox m_outbox;
    Client m_client;
    ClientFigures m_reported;
    QString m_reason; // for ClientDisconnected
    double m_tokens = 0;
    std::chrono::steady_clock::time_point m_tokensAt{};
    Phase m_phase = Phase::Open;
    bool m_scheduled = false;
    bool m_pausedByDialect = false;
    bool m_pausedByRate = false;
    bool m_rateReported = false;
    bool m_watched = false;
};

} // namespace signalbox::gateway
