// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/dialect.h"
#include "server/gateway/admission/limits.h"
#include "server/gateway/requestparser.h"
#include "server/gateway/timeouts.h"
#include "server/gateway/wire/clientsocket.h"

namespace signalbox::gateway {

class HttpConnection;

// What an HttpConnection asks about requests; implemented by Listener.
class HttpHandler
{
public:
    virtual ~HttpHandler() = default;

    struct RouteDecision
    {
        std::optional<dialects::RestResponse> answer; // given instead of calling route.handle
        dialects::RestRoute route;
        QHash<QString, QString> captures;
        Actor actor;
        qint64 bodyBytes = 0;
        QByteArray allowedOrigin;
    };
    // Called once the head is complete, before the body is read: checks the head, finds its route, and fills in what
    // RequestParser cannot know, the listener's rules.
    virtual RouteDecision decideRoute(HttpConnection &http, dialects::RequestHead &head) = 0;
    virtual void upgrade(HttpConnection &http, const dialects::RequestHead &head) = 0;
    // This listener's response for a failure outside of the routes' handlers.
    virtual dialects::RestResponse failure(const dialects::RequestHead &head, int status,
                                           const QString &message) const = 0;
    virtual void answered(const dialects::RequestHead &head, int status, std::chrono::nanoseconds latency) = 0;
};

// HTTP on one accepted socket: requests in order, ceilings on size and time, keep-alive; until it closes or
// is released for an upgrade. Server thread; child of its Listener, deletes itself after ended().
class HttpConnection final : public QObject, private ClientSocket::User, private Places::Idle
{
    Q_OBJECT

public:
    HttpConnection(std::unique_ptr<ClientSocket> socket, core::PeerUser user, HttpHandler &handler, Timeouts &timeouts,
                   const Limits &limits, bool secure, QObject *parent);

    void start();
    const QHostAddress &peerAddress() const { return m_peer; }
    const core::PeerUser &peerUser() const { return m_user; }

    bool isHandling() const { return m_phase == Phase::Handling; } // a request, which is neither answered nor given up
    // Answers the request that is being handled; without effect when there is none.
    void respond(const dialects::RestResponse &response);

    struct Released
    {
        std::unique_ptr<ClientSocket> socket;
        QByteArray leftover;
    };
    Released release(); // hands the socket over for an upgrade and ends

    void finish(); // the server stops: answers the request under way, then closes
    void drop();

Q_SIGNALS:
    void ended();

private:
    enum class Phase { Head, Body, Handling, Closing, Ended };

    void received(std::span<char> bytes) override;
    void roomMade() override;
    void peerGone() override { end(); }
    bool owesAnswer() const override;
    void giveWay() override { drop(); }
    void read();
    void count();
    bool isCrowded() const;
    dialects::RestResponse crowdedAnswer() const;
    qsizetype feed(qint64 most); // of what has come, to the parser; how much that took
    void advance();
    void rest(Milliseconds time);
    void rested();
    void headDone();
    void dispatch();
    void refuse(int status, const QString &message);
    void write(const dialects::RestResponse &response, bool keepAlive);
    void nextRequest();
    void beginClosing();
    void setDeadline(Milliseconds delay);
    void expired();
    void end();

    std::unique_ptr<ClientSocket> m_socket;
    HttpHandler &m_handler;
    core::Clock &m_clock;
    Timeout m_deadline;
    Timeout m_rest;
    const Limits m_limits;
    const bool m_secure;
    const QHostAddress m_peer;
    const core::PeerUser m_user;

    std::unique_ptr<RequestParser> m_parser;
    QByteArray m_buffer; // read, not yet taken by the parser
    dialects::RequestHead m_head;
    HttpHandler::RouteDecision m_decision;
    std::chrono::steady_clock::time_point m_begun{};
    qint64 m_unsent = 0; // bytes the client had not taken when the deadline was set
    Phase m_phase = Phase::Head;
    int m_servedInTurn = 0;
    bool m_resting = false; // until rested(): nothing is read
    bool m_reading = false;
    bool m_stalled = false;   // the parser needs more than m_buffer
    bool m_receiving = false; // the first bytes of this request have come
    bool m_first = true;
    bool m_idle = false; // as m_socket's place knows
    bool m_finishing = false;
};

} // namespace signalbox::gateway
