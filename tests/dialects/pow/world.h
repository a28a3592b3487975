// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/pow/powdialect.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakepeer.h"

#include <QMap>

namespace signalbox::test {

using namespace Qt::StringLiterals;

// Ids as a test expects them: e1, e2, …; Commands take from the same row.
class CountedIds final : public core::Ids
{
public:
    QString next() override { return u"e%1"_s.arg(++m_count); }

private:
    int m_count = 0;
};

// Processes that do what a test says, seen from both sides: commands come in, input is collected, output goes out.
class FakeProcesses final : public pow::ProcessStreams, public core::CommandHandler
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
        QList<Receive> receivers;
        Command cause;
    };

    explicit FakeProcesses(core::Hub &hub) : m_hub(hub) {}

    Result<QString> handle(const Command &command) override;
    Result<void> write(const QString &id, const QByteArray &bytes) override;
    Result<void> closeInput(const QString &id) override;
    qint64 pendingInputBytes(const QString &) const override { return pendingInput; }
    std::unique_ptr<pow::OutputHandle> tap(const QString &id, QObject *, Receive receive) override;

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
    Result<QString> start(const Command &command, const StartProcess &wish);

    core::Hub &m_hub;
    QList<std::pair<QString, Command>> m_undurable;
    QList<std::pair<QString, Command>> m_cancels;
};

// A server with pow-1 alone, without sockets.
struct World
{
    World();

    std::unique_ptr<dialects::Dialect> connect(FakePeer &peer, Role role = Role::Operator,
                                               const QString &user = u"ann"_s);
    // The route that the gateway's router would choose; status 0 when there is none.
    dialects::RestResponse rest(const QByteArray &method, const QString &path, const QByteArray &body = {},
                                Role role = Role::Operator, const QString &user = u"ann"_s);
    std::optional<dialects::RestResponse> answer; // of the last rest(), also when it came later

    FakeClock clock;
    CountedIds ids;
    core::Hub hub{clock, ids};
    FakeProcesses processes{hub};
    pow::PowFactory factory{hub, processes};
};

} // namespace signalbox::test
