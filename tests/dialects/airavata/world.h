// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/auth/userauthenticator.h"
#include "server/core/hub.h"
#include "server/dialects/airavata/airavatadialect.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakepeer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace signalbox::airavata::test {

using signalbox::test::FakeClock;
using signalbox::test::FakePeer;

QByteArray fixture(const QString &name);    // tests/fixtures/airavata/<name>.json
QByteArray compact(const QByteArray &json); // without white space outside texts, members in their order
QJsonObject object(const QByteArray &json);
QStringList types(const QList<QByteArray> &frames);

// A whole server behind the dialect but for the processes: a real Hub, real tokens and users, an engine that does what
// the test says. Executions are e1, e2…; the clock stands still. Users: admin, ann and bob (operators), vic (viewer),
// nobody (no role); passwords are the names.
class World : public core::CommandHandler
{
public:
    explicit World(int subscriptions = 4);

    struct Connection
    {
        FakePeer peer;
        std::unique_ptr<dialects::Session> session;

        void say(const QByteArray &text) { session->textReceived(text); }
    };

    QByteArray token(const QString &user, Milliseconds lifetime = std::chrono::hours(10)) const;
    dialects::RequestHead head(const QString &path, const QByteArray &token) const;
    dialects::Admission admit(const dialects::RequestHead &head);
    std::unique_ptr<Connection> connect(const QString &user, const QString &path,
                                        Milliseconds lifetime = std::chrono::hours(10));

    // The answer of the route that path matches; status 0: no answer came. As the gateway does, without checking roles.
    dialects::RestResponse call(const QByteArray &method, const QString &path, const QString &user,
                                const QByteArray &body = {}, const QList<std::pair<QString, QString>> &query = {});

    Result<QString> handle(const Command &command) override;
    QString begin(const Actor &actor, const QString &project, int tasks, ExecutionKind kind = ExecutionKind::Experiment,
                  bool submit = true);
    void move(const QString &id, ExecutionState state, const QString &error = {});
    void moveTask(const QString &id, int task, ExecutionState state, const QString &worker = {});

    FakeClock clock;
    core::Ids ids;
    core::Hub hub{clock, ids};
    core::Tokens tokens{clock, {QByteArray(32, 'k'), {}, {}}};
    QList<core::Account> accounts;
    core::UserAuthenticator authenticator;
    AiravataDialect dialect;
    QHash<QString, ExecutionDetail> stored; // executions that have left the Snapshot
    HistoryQuery lastHistory;
    std::optional<Error> refusal; // for the next Command
    Actor actorOf(const QString &user) const;

private:
    void ask(const Query &query, const core::AnswerCallback &answered);

    int m_started = 0;
    int m_clients = 0;
};

} // namespace signalbox::airavata::test
