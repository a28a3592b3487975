// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/ask.h"
#include "server/core/auth/authenticator.h"
#include "server/core/hub.h"
#include "server/dialects/alger/messages.h"
#include "server/dialects/alger/numbering.h"
#include "server/dialects/alger/runs.h"
#include "server/dialects/dialect.h"

#include <QObject>
#include <QPointer>

#include <deque>
#include <functional>
#include <optional>

namespace signalbox::alger {

// What every connection of this dialect works with. References outlive the factory.
struct Services
{
    core::Hub &hub;
    core::Authenticator &authenticator;
    core::Ask ask;
    qint64 frameBytes = 1'048'576; // [limits.alger] message_bytes; also the most this side sends as output
};

// A 103 or 104 whose answer waits: until durable, and then until it ended or has settled.
struct Start
{
    QString executionId;
    bool isDurable = false;
    bool hasSettled = false;
};

// One Alger connection: requests are served one after the other in the order they came, pushes go between them.
// Server thread; owned by its Connection.
class AlgerDialect final : public dialects::Dialect
{
public:
    // How long a start may take before it is answered although it runs on (wire.md, Alger, Settling).
    static constexpr Milliseconds settling{200};
    // How long a promised outcome (durable, stopped) is waited for.
    static constexpr Milliseconds patience = std::chrono::seconds(30);

    AlgerDialect(const Services &services, Watchers &watchers, dialects::Peer &peer, const Actor &actor,
                 const QString &address);

    void textReceived(const QByteArray &utf8) override;
    void binaryReceived(const QByteArray &payload) override { textReceived(payload); }
    void closed() override;

    // Of executions this connection started.
    void taskChanged(const Task &task);
    void executionChanged(const Execution &execution);

private:
    using WithExecution = std::function<void(const Execution &)>;

    void serveWaiting();
    void serve(const QByteArray &utf8);
    void dispatch();
    void answer(int type, const QByteArray &content);
    void answerError(const QString &text);
    void send(const Outgoing &message);
    void push(qint64 requestId, int type, const QByteArray &content);
    // Runs the callback later, if the request under way is still the same one by then; goes on serving after it.
    template<typename Callback>
    auto whileServing(Callback callback)
    {
        return [this, life = QPointer<QObject>(&m_life), turn = m_turn, callback](const auto &...outcome) {
            if (!life || !m_isOpen || !m_isServing || turn != m_turn)
                return;
            callback(outcome...);
            serveWaiting();
        };
    }

    void login();
    void sendUser();
    void sendCatalogue();
    void runStored();
    void runGraph();
    void stop();
    void sendOutput();

    void start(CommandBody body);
    void failStart(const QString &text);
    void settle();
    void answerStart();
    void withExecution(const WithExecution &use);
    void cancel(const QString &executionId);
    void readOutput(const QString &executionId);
    QString text(const char *member) const;

    const Services &m_services;
    dialects::Peer &m_peer;
    const Actor m_actor;
    const QString m_address;
    QObject m_life; // callbacks come only while it lives
    Numbering m_numbering;
    Runs m_runs;
    std::deque<QByteArray> m_waiting; // messages that came while a request was under way
    Incoming m_request;               // under way, if m_isServing
    std::optional<Start> m_start;
    quint64 m_turn = 0; // counts requests
    bool m_isServing = false;
    bool m_isInLoop = false;
    bool m_isReadingPaused = false;
    bool m_isOpen = true;
};

} // namespace signalbox::alger
