// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/pow/powdialect.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakepeer.h"

#include <QMap>

namespace signalbox::test {

using namespace Qt::StringLiterals;

// Ids e1, e2, …, of Commands and executions alike.
class CountedIds final : public core::Ids
{
public:
    QString next() override { return u"e%1"_s.arg(++m_count); }

private:
    int m_count = 0;
};

// Processes whose output and end a test decides: carries out Commands, collects input and hands output to followers.
class FakeProcesses final : public core::LiveStreams, public core::CommandHandler
{
    Q_OBJECT

public:
    struct Process
    {
        ProcessDefinition definition;
        QByteArray input;
        bool isInputClosed = false;
        bool isPaused = false;
        bool isAskedToEnd = false;
        QList<ReceiveBytes> receivers;
        Command cause;
    };

    explicit FakeProcesses(core::Hub &hub) : m_hub(hub) {}

    Result<QString> handle(const Command &command) override;
    Result<void> write(const QString &id, const QByteArray &bytes) override;
    Result<void> closeInput(const QString &id) override;
    qint64 pendingInputBytes(const QString &) const override { return pendingInput; }
    core::Follow followOutput(const QString &id, ReceiveBytes receive) override;
    qint64 storedFrom(const QString &) const override { return 0; }
    core::Follow followLog(const QString &, ReceiveLines) override { return nullptr; }
    core::Follow followFrames(const QString &, ReceiveFrames) override { return nullptr; }

    void writes(const QString &id, const QByteArray &bytes);
    void ends(const QString &id, ExecutionState state, const QString &error = {});
    void reads(const QString &id, qint64 stillPending);
    void makeDurable();

    QMap<QString, Process> running;
    QString newest;
    qint64 pendingInput = 0;
    bool isStubborn = false;   // does not end when asked to
    bool holdsJournal = false; // starts are not durable before makeDurable()
    bool isInputFull = false;

private:
    Result<QString> start(const Command &command, const StartProcess &request);

    core::Hub &m_hub;
    QList<std::pair<QString, Command>> m_undurable;
    QList<std::pair<QString, Command>> m_cancels;
};

// A server with pow-1 alone, without sockets.
struct World
{
    World();

    std::unique_ptr<dialects::Session> connect(FakePeer &peer, Role role = Role::Operator,
                                               const QString &user = u"ann"_s);
    // Calls the route that the gateway's Router would choose. Status 0: the answer comes later; 404: there is no route.
    dialects::RestResponse rest(const QByteArray &method, const QString &path, const QByteArray &body = {},
                                Role role = Role::Operator, const QString &user = u"ann"_s);
    std::optional<dialects::RestResponse> answer; // of the last rest(), also one that comes later

    FakeClock clock;
    CountedIds ids;
    core::Hub hub{clock, ids};
    FakeProcesses processes{hub};
    pow::PowDialect dialect{{.hub = hub, .streams = &processes}};
};

} // namespace signalbox::test
