// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/ask.h"
#include "server/core/auth/authenticator.h"
#include "server/core/hub.h"
#include "server/dialects/alger/messages.h"
#include "server/dialects/alger/numbering.h"
#include "server/dialects/alger/runs.h"
#include "server/dialects/dialect.h"
#include "server/dialects/services.h"

#include <QObject>
#include <QPointer>

#include <deque>
#include <functional>
#include <optional>
#include <variant>

namespace signalbox::alger {

// What the sessions of all connections share. Owned by AlgerDialect.
struct Shared
{
    Watchers watchers;
    QByteArray catalogue; // the content of a 202; empty: to be written when the next 102 asks for it
};

// A 103 or 104 that is not answered yet: until its execution is durable, and then until that has ended or
// AlgerSession::answerDelay is over.
struct Start
{
    QString executionId;
    bool isDurable = false;
    bool delayIsOver = false;
};

// One Alger connection: serves its requests one after the other, in the order they came; pushes go between the answers.
// Server thread; owned by its Connection.
class AlgerSession final : public dialects::Session
{
public:
    // From a 103 or 104 to its answer, when the execution still runs then (README.md, "Answering a start").
    static constexpr Milliseconds answerDelay{200};
    // The longest wait for an execution to become durable, or to end after a 106.
    static constexpr Milliseconds patience = std::chrono::seconds(30);

    AlgerSession(const dialects::DialectServices &services, Shared &shared, dialects::Peer &peer,
                 core::LoginOrigin origin);

    void textReceived(const QByteArray &utf8) override;
    void binaryReceived(const QByteArray &payload) override { textReceived(payload); }
    void closed() override;

    // From AlgerDialect, for executions that this connection started.
    void taskChanged(const Task &task);
    void executionChanged(const Execution &execution);

private:
    using WithExecution = std::function<void(const Execution &)>;
    // Among the messages that wait: here the pushes of a run go out, because the messages before ask for that run.
    struct Release
    {
        QString executionId;
    };
    using Waiting = std::variant<Result<Incoming>, Release>;

    void serveWaiting();
    void serve(const Result<Incoming> &message);
    void refuse(const Incoming &message, const QString &problem, const QByteArray &content); // by a 395
    void dispatch();
    void answer(int type, const QByteArray &content);
    void answerError(const QString &text);
    void answerAbout(const Execution &execution, int type, const QByteArray &content);
    void send(const Outgoing &message);
    void push(qint64 requestId, int type, const QByteArray &content);
    // The callback, to be called later: it runs only if the request under way is still the same by then; the messages
    // that wait are served after it.
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
    void answerDelayed();
    void answerStart();
    void releasePushes(const QString &executionId);
    void withExecution(const WithExecution &use);
    void cancel(const QString &executionId);
    void failStop(const QString &executionId, const QString &text);
    void readOutput(const Execution &execution);
    QString text(const char *member) const;

    const dialects::DialectServices &m_services;
    Shared &m_shared;
    dialects::Peer &m_peer;
    const core::LoginOrigin m_origin;
    QObject m_life; // the context of all callbacks: none comes after this session
    Numbering m_numbering;
    Runs m_runs;
    std::deque<Waiting> m_waiting; // while a request is under way
    Incoming m_request;            // under way, if m_isServing
    std::optional<Start> m_start;
    quint64 m_turn = 0; // counts requests
    bool m_isServing = false;
    bool m_isInLoop = false;
    bool m_isReadingPaused = false;
    bool m_isOpen = true;
};

} // namespace signalbox::alger
