// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/hub.h"
#include "server/dialects/alger/algerdialect.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakepeer.h"

#include <map>

namespace signalbox::alger::test {

using signalbox::test::FakeClock;
using signalbox::test::FakePeer;

// Every user's password is the name; the user "slow" must wait after failures. Answers at once, or in release() while
// isHeld.
class ScriptedAuthenticator final : public core::Authenticator
{
public:
    void checkPassword(const QString &user, const QString &password, const core::LoginOrigin &from, Done done) override;
    Result<core::TokenInfo> checkToken(const QByteArray &) const override;
    Result<core::TokenInfo> check(const core::Credential &credential) const override;
    void release();

    bool isHeld = false;
    QString lastAddress;

private:
    std::vector<std::pair<Result<User>, Done>> m_held;
};

// Takes the oldest message that the peer still holds; empty when there is none.
inline QByteArray takeOne(FakePeer &peer)
{
    return peer.messages.isEmpty() ? QByteArray() : peer.messages.takeFirst().payload;
}

// An engine whose nodes end when the test says so, behind a real Hub; the clock stands still. Executions are e1, e2…
class World : public core::CommandHandler
{
public:
    World();

    struct Connection
    {
        FakePeer peer;
        std::unique_ptr<dialects::Session> dialect;
    };

    Connection &connect(const QString &user); // admin, bob and alice (operators), viewer
    Result<QString> handle(const Command &command) override;

    // Carries out one `!` line of a fixture: see tests/fixtures/alger/README.md. False: an unknown one.
    bool perform(const QStringList &words);

    FakeClock clock;
    core::Ids ids;
    core::Hub hub{clock, ids};
    ScriptedAuthenticator authenticator;
    AlgerDialect dialect;

private:
    QString begin(const Command &command, const QString &pipelineId, const QList<PipelineNode> &nodes);
    void end(const QString &id, ExecutionState state, const QString &error = {});
    void endNode(const QString &nodeId, ExecutionState state);
    void ask(const Query &query, const core::AnswerCallback &answered) const;
    void completeAll(const std::optional<Error> &error);

    std::map<QString, Connection> m_connections;
    std::vector<std::pair<Command, QString>> m_incomplete;
    QHash<QString, Execution> m_stored;                    // executions that have left the Snapshot
    std::optional<QByteArray> m_output = "made by load\n"; // none: it cannot be read
    int m_started = 0;
    QString m_current; // the execution that `! node` and `! end` are about
    bool m_isCompletionHeld = false;
};

} // namespace signalbox::alger::test
