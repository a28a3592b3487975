// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/agents/agentregistry.h"
#include "server/core/runtime/commandrouter.h"
#include "tests/support/fakeclock.h"
#include "tests/support/memoryinstances.h"
#include "tests/support/memoryjournal.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::core;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

// Stands in for the Engine, which does not know jobs and refuses their Commands.
class NoEngine final : public CommandHandler
{
public:
    Result<QString> handle(const Command &) override { return unexpected(ErrorCode::Unsupported); }
};

// What an agent was handed for this attempt of a job.
QString runOf(const QString &job, int attempt)
{
    Execution run;
    run.id = job;
    run.attempt = attempt;
    return jobRunId(run);
}

const Actor operatorActor{u"anonymous"_s, Role::Operator, u"ark"_s, {}};

} // namespace

class AgentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void thisHostIsAnAgentThatTakesNoJobs();
    void aJobIsWorkedOff();
    void failedAndCancelledJobs();
    void assignment();
    void queueOrder();
    void silenceTakesJobsBackUntilTheyFail();
    void queuedJobsMoveToAnotherAgent();
    void outdatedRunsAreRefused();
    void repeatedCompletionIsHarmless();
    void cancelThroughTheRuntime();
    void restartKeepsJobs();
    void restartWithoutTheAgent();
    void restartRemembersAgents();
    void onlyDurableAssignmentsAreHandedOut();
    void reportsAreCompletedOnceDurable();
    void theOldestAbsentAgentMakesRoom();
    void agentsBringWorkers();
    void restartKeepsWorkers();
    void workersHaveACeiling();
    void instancesArePutOnRecord();
    void instancesFollowTheirJobs();
    void cancelledJobsGiveTheStatusBack_data();
    void cancelledJobsGiveTheStatusBack();
    void twoJobsOfOneInstance();
    void restartKeepsWhatInstancesAre();
    void fullDisk();
    void roles_data();
    void roles();
    void fiftyAgentsLoseAndDuplicateNothing();

private:
    Result<QString> submit(CommandBody body)
    {
        m_completed = 0;
        m_error.reset();
        return m_hub->submit(operatorActor, std::move(body), this,
                             [this, number = ++m_submitted](const CommandCompleted &outcome) {
                                 if (number != m_submitted)
                                     return; // the outcome of an earlier Command
                                 ++m_completed;
                                 m_error = outcome.error;
                             });
    }
    void make();
    bool enlist(const QString &id, int jobs = 2)
    {
        return submit(RegisterAgent{id, id + u"-host", u"1.0"_s, {{u"maxConcurrentJobs"_s, jobs}}}).has_value();
    }
    // "a-1 idle, a-2 running <job>": the workers of an agent that are not offline, in the order of their ids.
    QString workersOf(const QString &agentId) const
    {
        QStringList texts;
        for (const Worker &worker : m_hub->snapshot().workers) {
            if (worker.host == agentId && worker.state != WorkerState::Offline)
                texts.append(QStringList{worker.id, toString(worker.state), worker.executionId}.join(u' ').trimmed());
        }
        return texts.join(u", "_s);
    }
    bool beat(const QString &id) { return submit(ReportHeartbeat{id, AgentState::Online, {}}).has_value(); }
    // Moves the clock, with a heartbeat of each of the agents in alive every 5 s.
    void passTime(Milliseconds time, const QStringList &alive = {});
    QString newJob(const QString &jobType = u"INSTALL_SERVER"_s, const QString &instanceId = {}, int priority = 0)
    {
        const Result<QString> id = submit(CreateJob{jobType, instanceId, {{u"a"_s, 1}}, priority});
        return id ? *id : QString();
    }
    Execution job(const QString &id) const { return m_hub->snapshot().executions.value(id); }
    QString agentOf(const QString &id) const { return detailsOf<JobDetails>(job(id)).agentId; }
    QStringList poll(const QString &agentId) const
    {
        QStringList ids;
        for (const Execution &waiting : jobsWaitingFor(m_hub->snapshot(), agentId))
            ids.append(waiting.id);
        return ids;
    }
    Result<QString> report(const QString &id, double percent = 10)
    {
        return submit(ReportJobProgress{id, jobRunId(job(id)), percent, u"working"_s});
    }
    Result<QString> finish(const QString &id, ExecutionState state = ExecutionState::Succeeded)
    {
        return submit(ReportJobEnd{id, jobRunId(job(id)), state, QJsonObject{{u"buildId"_s, u"1"_s}}, {}, {}});
    }

    test::FakeClock m_clock;
    Ids m_ids;
    test::MemoryJournal m_journal;
    test::MemoryInstances m_instances;
    NoEngine m_engine;
    std::unique_ptr<Hub> m_hub;
    std::unique_ptr<AgentRegistry> m_registry;
    std::unique_ptr<CommandRouter> m_router;
    int m_submitted = 0;
    int m_completed = 0; // outcomes of the Command submitted last
    std::optional<Error> m_error;
};

void AgentsTest::make()
{
    m_registry.reset();
    m_hub = std::make_unique<Hub>(m_clock, m_ids);
    m_registry =
        std::make_unique<AgentRegistry>(*m_hub, m_journal, m_instances, AgentRegistryOptions{u"here"_s, u"0.1"_s});
    CommandHandlers handlers;
    handlers.executions = &m_engine;
    handlers.agents = m_registry.get();
    m_router = std::make_unique<CommandRouter>(*m_hub, handlers);
    m_hub->setHandler(m_router.get());
}

void AgentsTest::init()
{
    m_journal.executions.clear();
    m_journal.refuse = false;
    m_instances.instances.clear();
    m_instances.agents.clear();
    m_journal.hold = false;
    m_instances.refuse = false;
    make();
    m_registry->start();
}

void AgentsTest::passTime(Milliseconds time, const QStringList &alive)
{
    for (Milliseconds passed{0}; passed < time; passed += 5s) {
        m_clock.advance(5s);
        for (const QString &id : alive)
            QVERIFY(beat(id));
    }
}

void AgentsTest::thisHostIsAnAgentThatTakesNoJobs()
{
    const Timestamp begin = m_clock.now();
    Agent here = m_hub->snapshot().agents.value(u"here"_s);
    QVERIFY(here.local);
    QVERIFY(here.state == AgentState::Online);
    passTime(31s);
    QCOMPARE(m_hub->snapshot().agents.value(u"here"_s).lastSeenAt, begin + 30s);
    passTime(200s);
    QVERIFY(m_hub->snapshot().agents.value(u"here"_s).state == AgentState::Online); // never times out

    const Result<QString> refused = submit(CreateJob{u"X"_s, {}, {}, 0});
    QCOMPARE(refused.error(), (Error{ErrorCode::Conflict, u"No available agents to assign job"_s}));
    QCOMPARE(submit(RegisterAgent{u"here"_s, {}, {}, {}}).error().code, ErrorCode::Conflict);
    m_registry->shutDown();
    QVERIFY(m_hub->snapshot().agents.value(u"here"_s).state == AgentState::Offline);
}

void AgentsTest::aJobIsWorkedOff()
{
    QVERIFY(enlist(u"a"_s));
    const QString id = newJob();
    QCOMPARE(m_completed, 0); // not before the job is in the journal
    QTRY_COMPARE(m_completed, 1);
    QVERIFY(m_journal.executions.value(id).state == ExecutionState::Queued);
    QVERIFY(job(id).state == ExecutionState::Queued);
    QCOMPARE(poll(u"a"_s), QStringList{id});
    QCOMPARE(jobRunId(job(id)), runOf(id, 1));

    QVERIFY(report(id, 45));
    QTRY_COMPARE(m_completed, 1);
    QVERIFY(job(id).state == ExecutionState::Running);
    QCOMPARE(job(id).percent, 45.0);
    QVERIFY(poll(u"a"_s).isEmpty());
    QVERIFY(report(id, 30));
    QCOMPARE(job(id).percent, 45.0); // a lower percentage is ignored

    QVERIFY(finish(id));
    QTRY_COMPARE(m_completed, 1);
    QVERIFY(job(id).state == ExecutionState::Succeeded);
    QCOMPARE(job(id).percent, 100.0);
    QCOMPARE(m_journal.executions.value(id).result.toObject().value(u"buildId"_s).toString(), u"1"_s);
}

void AgentsTest::failedAndCancelledJobs()
{
    QVERIFY(enlist(u"a"_s));
    const QString failed = newJob();
    QVERIFY(report(failed));
    QVERIFY(
        submit(ReportJobEnd{failed, runOf(failed, 1), ExecutionState::Failed, {}, {}, QJsonObject{{u"code"_s, 7}}}));
    QCOMPARE(job(failed).error, u"Job failed"_s);
    QCOMPARE(detailsOf<JobDetails>(job(failed)).errorDetails.toObject().value(u"code"_s).toInt(), 7);
    const QString cancelled = newJob();
    QVERIFY(finish(cancelled, ExecutionState::Cancelled));
    QVERIFY(job(cancelled).state == ExecutionState::Cancelled);
}

void AgentsTest::assignment()
{
    QVERIFY(enlist(u"a"_s));
    m_clock.advance(1s);
    QVERIFY(enlist(u"b"_s));
    const QString ofA = *submit(CreateInstance{u"Island"_s, u"ASA"_s, u"a"_s, {}});
    const QString ofNobody = *submit(CreateInstance{u"Centre"_s, u"ASA"_s, u"never seen"_s, {}});
    QCOMPARE(agentOf(newJob(u"X"_s, ofA)), u"a"_s);
    QCOMPARE(agentOf(newJob(u"X"_s, ofNobody)), u"b"_s); // the agent seen last
    QCOMPARE(agentOf(newJob()), u"b"_s);
    m_clock.advance(1s);
    QVERIFY(beat(u"a"_s));
    QCOMPARE(agentOf(newJob()), u"a"_s);
    QVERIFY(submit(ReportHeartbeat{u"a"_s, AgentState::Offline, {}}));
    QCOMPARE(agentOf(newJob(u"X"_s, ofA)), u"b"_s);
    QCOMPARE(submit(CreateJob{u"X"_s, u"nope"_s, {}, 0}).error(),
             (Error{ErrorCode::NotFound, u"Instance not found: nope"_s}));
}

void AgentsTest::queueOrder()
{
    QVERIFY(enlist(u"a"_s));
    const QString first = newJob();
    m_clock.advance(1s);
    const QString second = newJob();
    m_clock.advance(1s);
    const QString urgent = newJob(u"X"_s, {}, 5);
    QCOMPARE(poll(u"a"_s), (QStringList{urgent, first, second}));
    QCOMPARE(poll(u"a"_s).size(), 3); // a poll does not take jobs out of the queue
    QVERIFY(report(first));
    QCOMPARE(poll(u"a"_s), (QStringList{urgent, second}));
}

void AgentsTest::silenceTakesJobsBackUntilTheyFail()
{
    QVERIFY(enlist(u"a"_s));
    const QString id = newJob();
    for (int retry = 1; retry <= 3; ++retry) {
        QVERIFY(report(id, 50));
        passTime(85s);
        QVERIFY(job(id).state == ExecutionState::Running);
        passTime(10s);
        QVERIFY(m_hub->snapshot().agents.value(u"a"_s).state == AgentState::Offline);
        QVERIFY(job(id).state == ExecutionState::Queued);
        QCOMPARE(job(id).percent, 0.0);
        QCOMPARE(job(id).attempt, retry + 1);
        QCOMPARE(detailsOf<JobDetails>(job(id)).retryCount, retry);
        QVERIFY(agentOf(id).isEmpty());
        QVERIFY(beat(u"a"_s)); // online again
        QCOMPARE(agentOf(id), u"a"_s);
        QCOMPARE(job(id).attempt, retry + 1);
    }
    QVERIFY(report(id));
    passTime(95s);
    QVERIFY(job(id).state == ExecutionState::Failed);
    QCOMPARE(job(id).error, u"agent a went offline; given up after 3 retries"_s);
    QVERIFY(m_journal.executions.value(id).state == ExecutionState::Failed);
}

void AgentsTest::queuedJobsMoveToAnotherAgent()
{
    QVERIFY(enlist(u"a"_s));
    const QString id = newJob();
    QVERIFY(enlist(u"b"_s));
    passTime(100s, {u"b"_s});
    QCOMPARE(agentOf(id), u"b"_s);
    QCOMPARE(detailsOf<JobDetails>(job(id)).retryCount, 0);
    // Agent a may have polled the job before it vanished, so its run is outdated.
    QCOMPARE(submit(ReportJobProgress{id, runOf(id, 1), {}, {}}).error().code, ErrorCode::NotFound);
    QVERIFY(report(id));
}

void AgentsTest::outdatedRunsAreRefused()
{
    QVERIFY(enlist(u"a"_s));
    const QString id = newJob();
    QVERIFY(report(id));
    QVERIFY(submit(ReportHeartbeat{u"a"_s, AgentState::Offline, {}}));
    QVERIFY(enlist(u"b"_s));
    QVERIFY(report(id));
    const Result<QString> late = submit(ReportJobEnd{id, runOf(id, 1), ExecutionState::Succeeded, {}, {}, {}});
    QCOMPARE(late.error(), (Error{ErrorCode::NotFound, "Job run not found: "_L1 + runOf(id, 1)}));
    QVERIFY(job(id).state == ExecutionState::Running);
    QCOMPARE(submit(ReportJobProgress{u"nope"_s, {}, {}, {}}).error(),
             (Error{ErrorCode::NotFound, u"Job not found: nope"_s}));
}

void AgentsTest::repeatedCompletionIsHarmless()
{
    QVERIFY(enlist(u"a"_s));
    const QString id = newJob();
    QVERIFY(finish(id));
    QTRY_COMPARE(m_completed, 1);
    const quint64 number = m_hub->snapshot().number;
    QVERIFY(finish(id));
    QTRY_COMPARE(m_completed, 1);
    QCOMPARE(m_hub->snapshot().number, number + 1); // CommandCompleted alone
    QCOMPARE(finish(id, ExecutionState::Failed).error().code, ErrorCode::Conflict);
    QCOMPARE(report(id).error().code, ErrorCode::Conflict);
}

void AgentsTest::cancelThroughTheRuntime()
{
    QVERIFY(enlist(u"a"_s));
    const QString id = newJob();
    QTRY_COMPARE(m_completed, 1);
    QVERIFY(report(id));
    QVERIFY(submit(CancelExecution{id}));
    QTRY_COMPARE(m_completed, 1);
    QVERIFY(job(id).state == ExecutionState::Cancelled);
    QCOMPARE(report(id).error().code, ErrorCode::Conflict); // tells the agent of the cancellation
    QVERIFY(submit(CancelExecution{id}));
    QTRY_COMPARE(m_completed, 1);
}

void AgentsTest::restartKeepsJobs()
{
    QVERIFY(enlist(u"a"_s));
    const QString running = newJob();
    const QString waiting = newJob();
    const QString instance = *submit(CreateInstance{u"Island"_s, u"ASA"_s, u"a"_s, {}});
    QVERIFY(report(running));
    make();
    m_registry->restore(m_instances.agents.values(), m_instances.instances.values(), m_journal.executions.values());
    m_registry->start();
    QVERIFY(m_hub->snapshot().instances.contains(instance));
    passTime(60s);
    QVERIFY(enlist(u"b"_s)); // b is back before a: a's jobs stay a's for now
    QVERIFY(poll(u"b"_s).isEmpty());
    QVERIFY(beat(u"a"_s)); // without registering anew
    passTime(60s, {u"a"_s, u"b"_s});
    QCOMPARE(poll(u"a"_s), QStringList{waiting});
    QVERIFY(submit(ReportJobEnd{running, runOf(running, 1), ExecutionState::Succeeded, {}, {}, {}}));
    QVERIFY(job(running).state == ExecutionState::Succeeded);
}

void AgentsTest::restartWithoutTheAgent()
{
    QVERIFY(enlist(u"a"_s));
    const QString running = newJob();
    const QString waiting = newJob();
    QVERIFY(report(running));
    make();
    // A database of a version that did not store agents.
    m_registry->restore({}, {}, m_journal.executions.values());
    m_registry->start();
    QCOMPARE(submit(ReportHeartbeat{u"a"_s, AgentState::Online, {}}).error(),
             (Error{ErrorCode::NotFound, u"Agent not found: a"_s}));
    QVERIFY(enlist(u"b"_s));
    passTime(95s, {u"b"_s});
    QCOMPARE(poll(u"b"_s).size(), 2);
    QCOMPARE(detailsOf<JobDetails>(job(running)).retryCount, 1);
    QCOMPARE(detailsOf<JobDetails>(job(waiting)).retryCount, 0);
}

void AgentsTest::restartRemembersAgents()
{
    QVERIFY(enlist(u"a"_s));
    QCOMPARE(m_completed, 0);
    QTRY_COMPARE(m_completed, 1); // once the agent is in the journal
    QVERIFY(enlist(u"b"_s));
    QVERIFY(submit(ReportHeartbeat{u"b"_s, AgentState::Offline, {}}));
    QTRY_COMPARE(m_completed, 1);
    const Agent kept = m_hub->snapshot().agents.value(u"a"_s);
    make();
    m_registry->restore(m_instances.agents.values(), {}, {});
    m_registry->start();
    QCOMPARE(m_hub->snapshot().agents.value(u"a"_s), kept);
    QCOMPARE(agentOf(newJob()), u"a"_s); // b is offline
    passTime(95s);
    QVERIFY(m_hub->snapshot().agents.value(u"a"_s).state == AgentState::Offline);
    QVERIFY(beat(u"b"_s));
    QVERIFY(m_hub->snapshot().agents.value(u"b"_s).state == AgentState::Online);
}

// An assignment that is not durable could be another one after a crash, under the same run id.
void AgentsTest::onlyDurableAssignmentsAreHandedOut()
{
    const auto handedOut = [this](const QString &agentId) { return m_registry->jobsFor(agentId).size(); };
    QVERIFY(enlist(u"a"_s));
    m_journal.hold = true;
    const QString id = newJob();
    QCOMPARE(poll(u"a"_s), QStringList{id});
    QCOMPARE(handedOut(u"a"_s), 0);
    m_journal.release();
    QCOMPARE(handedOut(u"a"_s), 1);
    QVERIFY(report(id));
    QTRY_COMPARE(m_completed, 1);
    QVERIFY(enlist(u"b"_s));
    m_journal.hold = true;
    passTime(95s, {u"b"_s});
    QCOMPARE(agentOf(id), u"b"_s);
    QCOMPARE(handedOut(u"b"_s), 0);
    m_journal.release();
    QCOMPARE(handedOut(u"b"_s), 1);
}

// A report completes when it is durable, so that a crash cannot take back what an agent was answered.
void AgentsTest::reportsAreCompletedOnceDurable()
{
    QVERIFY(enlist(u"a"_s));
    const QString id = newJob();
    QTRY_COMPARE(m_completed, 1);
    m_journal.hold = true;
    QVERIFY(report(id));
    QCOMPARE(m_completed, 0);
    m_journal.release();
    QCOMPARE(m_completed, 1);
    m_journal.hold = true;
    QVERIFY(finish(id));
    QVERIFY(finish(id)); // repeated, because the first report was not answered
    QCOMPARE(m_completed, 0);
    m_journal.release();
    QCOMPARE(m_completed, 1);
}

// At the ceiling of agents the one that is offline for longest is forgotten, so that a new one can register.
void AgentsTest::theOldestAbsentAgentMakesRoom()
{
    ServerInfo server;
    server.ceilings.agents = 1000;
    QVERIFY(m_hub->record(ServerChanged{server}));
    for (int n = 0; n < 998; ++n)
        QVERIFY(enlist(u"agent-%1"_s.arg(n)));
    passTime(95s, {u"agent-0"_s});
    QVERIFY(enlist(u"new"_s)); // the thousandth agent, this host included
    QVERIFY(enlist(u"newer"_s));
    const QMap<QString, Agent> &agents = m_hub->snapshot().agents;
    QCOMPARE(agents.size(), 1000);
    QVERIFY(agents.contains(u"agent-0"_s) && agents.contains(u"new"_s) && agents.contains(u"here"_s));
    QVERIFY(enlist(u"new"_s)); // known: no room is needed
    QVERIFY(!agents.contains(u"agent-1"_s) && !m_instances.agents.contains(u"agent-1"_s));
}

void AgentsTest::agentsBringWorkers()
{
    QVERIFY(enlist(u"a"_s, 2));
    QCOMPARE(workersOf(u"a"_s), u"a-1 idle, a-2 idle"_s);
    QCOMPARE(workersOf(u"here"_s), QString()); // the Engine has this host's
    const QString first = newJob();
    QCOMPARE(workersOf(u"a"_s), u"a-1 idle, a-2 idle"_s); // not yet begun
    QVERIFY(report(first));
    QVERIFY(report(first, 20));
    const QString second = newJob();
    QVERIFY(report(second));
    QCOMPARE(workersOf(u"a"_s), u"a-1 running %1, a-2 running %2"_s.arg(first, second));
    QVERIFY(report(newJob())); // more than the agent said it can do: no worker is left for it
    QVERIFY(finish(first));
    QCOMPARE(workersOf(u"a"_s), u"a-1 idle, a-2 running "_s + second);
    QVERIFY(enlist(u"a"_s, 1)); // a worker taken away while it is busy goes when it is idle
    QCOMPARE(workersOf(u"a"_s), u"a-1 idle, a-2 running "_s + second);
    QVERIFY(submit(CancelExecution{second}));
    QCOMPARE(workersOf(u"a"_s), u"a-1 idle"_s);
    QVERIFY(enlist(u"a"_s, 3));
    QCOMPARE(workersOf(u"a"_s), u"a-1 idle, a-2 idle, a-3 idle"_s);

    const QString left = newJob();
    QVERIFY(report(left));
    passTime(95s); // silence
    QCOMPARE(workersOf(u"a"_s), QString());
    QVERIFY(beat(u"a"_s));
    QCOMPARE(workersOf(u"a"_s), u"a-1 idle, a-2 idle, a-3 idle"_s);
    QVERIFY(report(left));
    QVERIFY(workersOf(u"a"_s).startsWith(u"a-1 running "_s + left));
    QVERIFY(submit(ReportHeartbeat{u"a"_s, AgentState::Offline, {}}));
    QCOMPARE(workersOf(u"a"_s), QString());
    QCOMPARE(m_hub->snapshot().workers.value(u"a-1"_s).executionId, QString());
}

void AgentsTest::restartKeepsWorkers()
{
    QVERIFY(enlist(u"a"_s, 2));
    QVERIFY(enlist(u"b"_s, 2));
    QVERIFY(submit(ReportHeartbeat{u"b"_s, AgentState::Offline, {}}));
    const QString job = newJob();
    QVERIFY(report(job));
    make();
    m_registry->restore(m_instances.agents.values(), {}, {m_journal.executions.value(job)});
    m_registry->start();
    QCOMPARE(workersOf(u"a"_s), u"a-1 running %1, a-2 idle"_s.arg(job));
    QCOMPARE(workersOf(u"b"_s), QString());
    QVERIFY(finish(job));
    QCOMPARE(workersOf(u"a"_s), u"a-1 idle, a-2 idle"_s);
}

void AgentsTest::workersHaveACeiling()
{
    QVERIFY(enlist(u"a"_s, 10'000));
    QCOMPARE(m_hub->snapshot().workers.size(), 100);
    QVERIFY(enlist(u"a"_s, 0));
    QCOMPARE(workersOf(u"a"_s), QString());
    QVERIFY(enlist(u"a"_s, -1));
    QVERIFY(submit(RegisterAgent{u"b"_s, {}, {}, {}})); // says nothing of jobs
    QCOMPARE(workersOf(u"b"_s), QString());
}

void AgentsTest::instancesArePutOnRecord()
{
    QVERIFY(enlist(u"a"_s));
    const QString id = *submit(CreateInstance{u"Island"_s, u"ASA"_s, u"a"_s, {{u"map"_s, u"x"_s}}});
    QCOMPARE(m_completed, 0);
    QTRY_COMPARE(m_completed, 1);
    QCOMPARE(m_instances.instances.value(id).name, u"Island"_s);
    QVERIFY(submit(UpdateInstance{id, u"Centre"_s, {}}));
    QCOMPARE(m_instances.instances.value(id).name, u"Centre"_s);
    QCOMPARE(m_instances.instances.value(id).config.value(u"map"_s).toString(), u"x"_s);
    const QString open = newJob(u"X"_s, id);
    QCOMPARE(submit(DeleteInstance{id}).error().code, ErrorCode::Conflict);
    QVERIFY(submit(CancelExecution{open}));
    QVERIFY(submit(DeleteInstance{id}));
    QVERIFY(m_instances.instances.isEmpty());
    QCOMPARE(submit(DeleteInstance{id}).error().code, ErrorCode::NotFound);
    Component component;
    component.id = u"storage"_s;
    QVERIFY(m_hub->record(ComponentChanged{component}));
    QCOMPARE(submit(UpdateInstance{u"storage"_s, {}, {}}).error().code, ErrorCode::InvalidArgument);
}

void AgentsTest::instancesFollowTheirJobs()
{
    QVERIFY(enlist(u"a"_s));
    const QString id = *submit(CreateInstance{u"Island"_s, u"ASA"_s, u"a"_s, {}});
    const auto status = [&] { return m_hub->snapshot().instances.value(id).status; };
    const QString start = newJob(u"START_INSTANCE"_s, id);
    QVERIFY(status() == ComponentState::Stopped);
    QVERIFY(report(start));
    QVERIFY(status() == ComponentState::Starting);
    QVERIFY(finish(start));
    QVERIFY(status() == ComponentState::Running);
    QVERIFY(m_instances.instances.value(id).status == ComponentState::Running);
    const QString stop = newJob(u"STOP_INSTANCE"_s, id);
    QVERIFY(finish(stop, ExecutionState::Failed));
    QVERIFY(status() == ComponentState::Error);
}

void AgentsTest::cancelledJobsGiveTheStatusBack_data()
{
    QTest::addColumn<QString>("jobType");
    QTest::addColumn<bool>("isRunningBefore");
    QTest::addColumn<ComponentState>("during");
    using S = ComponentState;
    QTest::newRow("start") << u"START_INSTANCE"_s << false << S::Starting;
    QTest::newRow("stop") << u"STOP_INSTANCE"_s << true << S::Stopping;
    QTest::newRow("restart") << u"RESTART_INSTANCE"_s << true << S::Starting;
    QTest::newRow("stop what does not run") << u"STOP_INSTANCE"_s << false << S::Stopping;
}

// Whoever cancels the job, and when its agent goes: the instance is what it was, and the wire is told.
void AgentsTest::cancelledJobsGiveTheStatusBack()
{
    QFETCH(QString, jobType);
    QFETCH(bool, isRunningBefore);
    QFETCH(ComponentState, during);
    QVERIFY(enlist(u"a"_s));
    const QString id = *submit(CreateInstance{u"Island"_s, u"ASA"_s, u"a"_s, {}});
    const auto status = [&] { return toString(m_hub->snapshot().instances.value(id).status); };
    if (isRunningBefore)
        QVERIFY(finish(newJob(u"START_INSTANCE"_s, id)));
    const QString before = status();
    const auto begun = [&] {
        const QString job = newJob(jobType, id);
        const bool isReported = report(job).has_value() && report(job, 50).has_value();
        return isReported && status() == toString(during) ? job : QString();
    };
    QVERIFY(finish(begun(), ExecutionState::Cancelled));
    QCOMPARE(status(), before);
    QVERIFY(submit(CancelExecution{begun()}));
    QCOMPARE(status(), before);
    const QString job = begun();
    QVERIFY(submit(ReportHeartbeat{u"a"_s, AgentState::Offline, {}}));
    QVERIFY(this->job(job).state == ExecutionState::Queued);
    QCOMPARE(status(), before);
    QVERIFY(enlist(u"a"_s));
    QVERIFY(report(job));
    QCOMPARE(status(), toString(during));
    QVERIFY(submit(CancelExecution{job}));
    QCOMPARE(status(), before);
    QVERIFY(submit(CancelExecution{newJob(jobType, id)})); // that no agent has begun
    QCOMPARE(status(), before);
    QCOMPARE(toString(m_instances.instances.value(id).settled), before);
    m_journal.refuse = true; // the job is not there, so it cannot have failed
    (void)newJob(jobType, id);
    QTRY_COMPARE(m_completed, 1);
    QCOMPARE(status(), before);
}

void AgentsTest::twoJobsOfOneInstance()
{
    QVERIFY(enlist(u"a"_s));
    const QString id = *submit(CreateInstance{u"Island"_s, u"ASA"_s, u"a"_s, {}});
    const auto status = [&] { return toString(m_hub->snapshot().instances.value(id).status); };
    const QString start = newJob(u"START_INSTANCE"_s, id);
    QVERIFY(report(start));
    m_clock.advance(1s);
    const QString stop = newJob(u"STOP_INSTANCE"_s, id);
    QVERIFY(report(stop));
    QCOMPARE(status(), toString(ComponentState::Stopping));
    QVERIFY(finish(start));
    QCOMPARE(status(), toString(ComponentState::Stopping));
    QVERIFY(finish(stop, ExecutionState::Cancelled));
    QCOMPARE(status(), toString(ComponentState::Running)); // as the first one left it
    const QString again = newJob(u"RESTART_INSTANCE"_s, id);
    QVERIFY(report(again));
    m_clock.advance(1s);
    const QString other = newJob(u"STOP_INSTANCE"_s, id);
    QVERIFY(report(other));
    QVERIFY(submit(CancelExecution{other}));
    QCOMPARE(status(), toString(ComponentState::Starting)); // the other one still runs
    QVERIFY(submit(CancelExecution{again}));
    QCOMPARE(status(), toString(ComponentState::Running));
}

// A server restart with a job unfinished, with a job cancelled, and the database of a program that kept STARTING.
void AgentsTest::restartKeepsWhatInstancesAre()
{
    QVERIFY(enlist(u"a"_s));
    const QString id = *submit(CreateInstance{u"Island"_s, u"ASA"_s, u"a"_s, {}});
    const auto status = [&] { return toString(m_hub->snapshot().instances.value(id).status); };
    const auto restart = [&] {
        make();
        m_registry->restore(m_instances.agents.values(), m_instances.instances.values(), m_journal.executions.values());
        m_registry->start();
    };
    const QString start = newJob(u"START_INSTANCE"_s, id);
    QVERIFY(report(start));
    restart();
    QCOMPARE(status(), toString(ComponentState::Starting));
    QVERIFY(submit(CancelExecution{start}));
    QCOMPARE(status(), toString(ComponentState::Stopped));
    restart();
    QCOMPARE(status(), toString(ComponentState::Stopped));
    m_instances.instances[id].settled = ComponentState::Starting;
    restart();
    QCOMPARE(status(), toString(ComponentState::Stopped));
    m_instances.instances[id].settled = ComponentState::Stopping;
    restart();
    QCOMPARE(status(), toString(ComponentState::Running));
}

void AgentsTest::fullDisk()
{
    QVERIFY(enlist(u"a"_s));
    m_journal.refuse = true;
    const QString id = newJob();
    QTRY_COMPARE(m_completed, 1);
    QCOMPARE(m_error->message, u"the disk is full"_s);
    QVERIFY(job(id).state == ExecutionState::Failed);
    QVERIFY(poll(u"a"_s).isEmpty());
    m_instances.refuse = true;
    const QString island = *submit(CreateInstance{u"Island"_s, u"ASA"_s, u"a"_s, {}});
    QTRY_COMPARE(m_completed, 1);
    QVERIFY(m_error);
    QVERIFY(!m_hub->snapshot().instances.contains(island) && !m_instances.instances.contains(island));
}

void AgentsTest::roles_data()
{
    QTest::addColumn<CommandBody>("body");
    QTest::newRow("register") << CommandBody(RegisterAgent{u"x"_s, {}, {}, {}});
    QTest::newRow("heartbeat") << CommandBody(ReportHeartbeat{u"here"_s, AgentState::Online, {}});
    QTest::newRow("create instance") << CommandBody(CreateInstance{u"x"_s, u"ASA"_s, u"a"_s, {}});
    QTest::newRow("update instance") << CommandBody(UpdateInstance{u"x"_s, {}, {}});
    QTest::newRow("delete instance") << CommandBody(DeleteInstance{u"x"_s});
    QTest::newRow("create job") << CommandBody(CreateJob{u"X"_s, {}, {}, 0});
    QTest::newRow("progress") << CommandBody(ReportJobProgress{u"x"_s, {}, {}, {}});
    QTest::newRow("end") << CommandBody(ReportJobEnd{u"x"_s, {}, ExecutionState::Failed, {}, {}, {}});
}

void AgentsTest::roles()
{
    QFETCH(CommandBody, body);
    const Actor viewer{u"eve"_s, Role::Viewer, u"ark"_s, {}};
    QCOMPARE(m_hub->submit(viewer, body).error().code, ErrorCode::Forbidden);
    const Result<QString> admitted = m_hub->submit(operatorActor, body);
    QVERIFY(admitted || admitted.error().code != ErrorCode::Forbidden);
}

// Agents come, vanish at any point and come back; every job ends exactly once, done by one agent, or fails after its
// retries. Reports of an outdated run are refused.
void AgentsTest::fiftyAgentsLoseAndDuplicateNothing()
{
    constexpr int agentCount = 50;
    QHash<QString, int> completions;
    QHash<QString, QHash<QString, QString>> held; // agent -> job -> run that the agent was handed
    QStringList agents;
    for (int n = 0; n < agentCount; ++n) {
        agents.append(u"agent-%1"_s.arg(n));
        QVERIFY(enlist(agents.constLast()));
    }
    QStringList jobs;
    unsigned seed = 4711;
    const auto roll = [&seed](int sides) {
        seed = seed * 1'103'515'245U + 12'345U;
        return static_cast<int>((seed >> 16U) % static_cast<unsigned>(sides));
    };
    QSet<QString> silent;
    for (int round = 0; round < 120; ++round) {
        const QString busy = agents.at(roll(agentCount));
        if (!silent.contains(busy))
            QVERIFY(beat(busy)); // new jobs go to the agent seen last
        for (int n = 0; n < 4 && round < 60; ++n)
            jobs.append(newJob());
        for (const QString &agent : std::as_const(agents)) {
            if (round < 60 && roll(40) == 0)
                silent.insert(agent);
            else if (round >= 60 || roll(5) == 0)
                silent.remove(agent);
            if (!silent.contains(agent))
                QVERIFY(beat(agent));
            for (const Execution &waiting : jobsWaitingFor(m_hub->snapshot(), agent)) {
                held[agent].insert(waiting.id, jobRunId(waiting));
                if (!silent.contains(agent))
                    (void)submit(ReportJobProgress{waiting.id, jobRunId(waiting), 1.0, u"begun"_s});
            }
            if (silent.contains(agent) && roll(3) != 0)
                continue; // a silent agent may still finish its work late
            for (auto run = held[agent].begin(); run != held[agent].end();) {
                if (roll(3) != 0) {
                    ++run;
                    continue;
                }
                const bool isOpen = !isFinal(job(run.key()).state);
                const Result<QString> ended =
                    submit(ReportJobEnd{run.key(), run.value(), ExecutionState::Succeeded, {}, {}, {}});
                if (ended && isOpen)
                    ++completions[run.key()];
                run = held[agent].erase(run);
            }
        }
        m_clock.advance(10s);
    }
    QVERIFY(!jobs.contains(QString()));
    QCOMPARE(jobs.size(), 240);
    int succeeded = 0;
    for (const QString &id : std::as_const(jobs)) {
        // From the journal: the Snapshot has forgotten the older jobs.
        const Execution known = m_journal.executions.value(id);
        QVERIFY2(isFinal(known.state), qPrintable(toString(known.state)));
        QCOMPARE(completions.value(id), known.state == ExecutionState::Succeeded ? 1 : 0);
        succeeded += completions.value(id);
    }
    QVERIFY(succeeded > 200);
}

QTEST_GUILESS_MAIN(AgentsTest)
#include "tst_agents.moc"
