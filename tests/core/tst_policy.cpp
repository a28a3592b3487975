// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/policy.h"
#include "server/model/job.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

// A Snapshot that holds what each of requests() is about, so that only the actor and the mode decide.
Snapshot populated()
{
    Snapshot snapshot;
    snapshot.server.capacity = 1;
    Component stopped;
    stopped.id = u"c"_s;
    snapshot.components.insert(stopped.id, stopped);
    Component runs;
    runs.id = u"r@1"_s;
    runs.instanceOf = u"r"_s;
    runs.state = ComponentState::Running;
    runs.pid = 42;
    runs.takesInput = true;
    snapshot.components.insert(runs.id, runs);
    snapshot.catalogue.pipelines.append(Pipeline{});
    snapshot.catalogue.pipelines.last().id = u"demo"_s;
    ProcessDefinition process;
    process.name = u"echo"_s;
    snapshot.catalogue.processes.append(process);
    Execution execution;
    execution.id = u"e"_s;
    execution.kind = ExecutionKind::Process;
    execution.owner = u"ann"_s;
    execution.state = ExecutionState::Running;
    snapshot.executions.insert(execution.id, execution);
    snapshot.projects.insert(u"p"_s, {u"p"_s, u"Project"_s, {}, u"ann"_s, {}, {}});
    snapshot.clients.insert(u"x"_s, Client{});
    Schedule schedule;
    schedule.id = u"s"_s;
    schedule.target = PipelineTarget{u"demo"_s, {}};
    snapshot.schedules.insert(schedule.id, schedule);
    return snapshot;
}

// Not every Command, although a new one belongs here. What ARK says of agents, instances and jobs is tried in
// tests/dialects/ark.
const QList<std::pair<const char *, CommandBody>> &requests()
{
    static const QList<std::pair<const char *, CommandBody>> all{
        {"start component", StartComponent{u"c"_s}},
        {"restart component", RestartComponent{u"c"_s}},
        {"kill component", KillComponent{u"r@1"_s}},
        {"scale component", ScaleComponent{u"r"_s, 2}},
        {"type to component", TypeToComponent{u"r@1"_s, "x"}},
        {"black box", TakeBlackBox{u"c"_s}},
        {"mark seen", MarkSeen{}},
        {"start all", StartComponents{}},
        {"start pipeline", StartPipeline{u"demo"_s, {}}},
        {"start graph", StartGraph{}},
        {"start process", StartProcess{u"echo"_s, {}}},
        {"start experiment", StartExperiment{}},
        {"cancel", CancelExecution{u"e"_s}},
        {"rename experiment", UpdateExperiment{u"e"_s, u"new"_s, {}}},
        {"create project", CreateProject{u"p"_s, {}}},
        {"update project", UpdateProject{u"p"_s, u"new"_s, {}}},
        {"delete project", DeleteProject{u"p"_s}},
        {"run schedule", RunScheduleNow{u"s"_s}},
        {"enable schedule", EnableSchedule{u"s"_s}},
        {"disable schedule", DisableSchedule{u"s"_s}},
        {"set mode", SetMode{Mode::Halted}},
        {"disconnect", DisconnectClient{u"x"_s}},
        {"reload", ReloadConfiguration{}},
        {"issue token", IssueToken{u"ann"_s}},
    };
    return all;
}

Role leastRoleFor(const CommandBody &body)
{
    const bool forAdmins = std::holds_alternative<SetMode>(body) || std::holds_alternative<DisconnectClient>(body)
                           || std::holds_alternative<ReloadConfiguration>(body)
                           || std::holds_alternative<IssueToken>(body);
    return forAdmins ? Role::Admin : Role::Operator;
}

} // namespace

// Role × action (docs/model.md, "Who may do what").
class PolicyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roles_data();
    void roles();
    void othersExecutionsNeedAdmin();
    void projectsAreTheirOwners_data();
    void projectsAreTheirOwners();
    void runningExecutionsAreNotDeleted();
    void modesRefuse_data();
    void modesRefuse();
    void capacityCountsPipelinesOnly();
    void ceilings_data();
    void ceilings();
    void tasksOfARetryCount();
    void agentsThatAreKnownOrOfflineNeedNoRoom();
    void nothingStartsWhenSomethingIsShort_data();
    void nothingStartsWhenSomethingIsShort();
    void componentStates();
    void retriesAreAskedAsTheFirstWishWas_data();
    void retriesAreAskedAsTheFirstWishWas();
    void agentsBelongToWhoRegisteredThem_data();
    void agentsBelongToWhoRegisteredThem();
};

void PolicyTest::roles_data()
{
    QTest::addColumn<int>("request");
    QTest::addColumn<Role>("role");
    for (int i = 0; i < requests().size(); ++i) {
        for (const Role role : {Role::None, Role::Viewer, Role::Operator, Role::Admin})
            QTest::addRow("%s as %s", requests().at(i).first, qPrintable(toString(role))) << i << role;
    }
}

void PolicyTest::roles()
{
    QFETCH(int, request);
    QFETCH(Role, role);
    const CommandBody &body = requests().at(request).second;
    const Result<void> admitted =
        core::policy::admit(populated(), Command{u"1"_s, Actor{u"ann"_s, role, u"sutra"_s, {}}, body});
    QCOMPARE(admitted.has_value(), role >= leastRoleFor(body));
    if (!admitted)
        QCOMPARE(admitted.error().code, ErrorCode::Forbidden);
}

void PolicyTest::othersExecutionsNeedAdmin()
{
    const auto cancel = [](const Actor &actor) {
        return core::policy::admit(populated(), Command{u"1"_s, actor, CancelExecution{u"e"_s}});
    };
    QVERIFY(cancel({u"ann"_s, Role::Operator, {}, {}}));
    QVERIFY(!cancel({u"bob"_s, Role::Operator, {}, {}}));
    QVERIFY(cancel({u"root"_s, Role::Admin, {}, {}}));
}

void PolicyTest::projectsAreTheirOwners_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<Role>("role");
    QTest::addColumn<QString>("project");
    QTest::addColumn<bool>("may");
    QTest::newRow("owner") << u"ann"_s << Role::Operator << u"p"_s << true;
    QTest::newRow("owner who became a viewer") << u"ann"_s << Role::Viewer << u"p"_s << false;
    QTest::newRow("somebody else") << u"bob"_s << Role::Operator << u"p"_s << false;
    QTest::newRow("admin") << u"root"_s << Role::Admin << u"p"_s << true;
    QTest::newRow("default belongs to nobody") << u"ann"_s << Role::Operator << u"default"_s << false;
    QTest::newRow("default stays") << u"root"_s << Role::Admin << u"default"_s << false;
    QTest::newRow("unknown") << u"root"_s << Role::Admin << u"nope"_s << false;
}

void PolicyTest::projectsAreTheirOwners()
{
    QFETCH(QString, user);
    QFETCH(Role, role);
    QFETCH(QString, project);
    QTEST(core::policy::admit(populated(), {u"1"_s, {user, role, {}, {}}, DeleteProject{project}}).has_value(), "may");
}

void PolicyTest::runningExecutionsAreNotDeleted()
{
    Snapshot snapshot = populated();
    const Command request{u"1"_s, {u"ann"_s, Role::Operator, {}, {}}, DeleteExecution{u"e"_s}};
    QCOMPARE(core::policy::admit(snapshot, request).error().code, ErrorCode::Conflict);
    snapshot.executions[u"e"_s].state = ExecutionState::Failed;
    QVERIFY(core::policy::admit(snapshot, request));
    snapshot.executions.clear(); // an old execution, which only the store knows
    QVERIFY(core::policy::admit(snapshot, request));
    const Command viewers{u"1"_s, {u"ann"_s, Role::Viewer, {}, {}}, DeleteExecution{u"e"_s}};
    QCOMPARE(core::policy::admit(snapshot, viewers).error().code, ErrorCode::Forbidden);
}

void PolicyTest::modesRefuse_data()
{
    QTest::addColumn<Mode>("mode");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("text");
    QTest::newRow("maintenance") << Mode::Maintenance << ErrorCode::Maintenance
                                 << u"Pipelines unavailable while maintenance mode is active."_s;
    QTest::newRow("halted") << Mode::Halted << ErrorCode::Halted << u"Pipeline executions are halted."_s;
}

void PolicyTest::modesRefuse()
{
    QFETCH(Mode, mode);
    Snapshot snapshot = populated();
    snapshot.mode = mode;
    const Result<void> admitted = core::policy::admit(
        snapshot, Command{u"1"_s, Actor{u"ann"_s, Role::Operator, {}, {}}, StartPipeline{u"demo"_s, {}}});
    QVERIFY(!admitted);
    QTEST(admitted.error().code, "code");
    QTEST(admitted.error().message.text(), "text");
}

void PolicyTest::capacityCountsPipelinesOnly()
{
    Snapshot snapshot = populated();
    const Command start{u"1"_s, Actor{u"ann"_s, Role::Operator, {}, {}}, StartPipeline{u"demo"_s, {}}};
    QVERIFY(core::policy::admit(snapshot, start)); // the running process does not count
    snapshot.executions[u"e"_s].kind = ExecutionKind::Pipeline;
    const Result<void> admitted = core::policy::admit(snapshot, start);
    QVERIFY(!admitted);
    QCOMPARE(admitted.error().code, ErrorCode::Capacity);
    QCOMPARE(admitted.error().message,
             u"Too many pipeline execution requests in progress. 1 have not ended, and [server] capacity allows 1."_s);
    // What may wait passes, unless something else is in its way.
    const auto queued = [&] {
        return core::policy::admit(
            snapshot, {u"1"_s, {u"ann"_s, Role::Operator, {}, {}}, StartPipeline{u"demo"_s, {}, {}, true}});
    };
    QVERIFY(queued());
    snapshot.server.ceilings.tasks = 1;
    snapshot.executions[u"e"_s].counts.total = 1;
    snapshot.catalogue.pipelines.first().nodes.resize(1);
    QCOMPARE(queued().error().code, ErrorCode::Capacity);
    snapshot.server.ceilings.tasks = 0;
    for (const Mode mode : {Mode::Maintenance, Mode::Halted}) {
        snapshot.mode = mode;
        QVERIFY(!queued());
    }
    snapshot.mode = Mode::Normal;
    snapshot.executions[u"e"_s].state = ExecutionState::Failed;
    QVERIFY(core::policy::admit(snapshot, start));
}

// Every kind of thing that peers create: one less than the ceiling is accepted, the ceiling is not, 0 is no ceiling.
void PolicyTest::ceilings_data()
{
    QTest::addColumn<CommandBody>("request");
    QTest::addColumn<int Ceilings::*>("ceiling");
    QTest::addColumn<int>("most"); // that the request is accepted for
    StartExperiment sweep;
    sweep.details.parameters.resize(3);
    StartGraph graph;
    graph.nodes.resize(2);
    QTest::newRow("projects") << CommandBody(CreateProject{u"p"_s, {}}) << &Ceilings::projects << 3;
    QTest::newRow("experiments") << CommandBody(StartExperiment{}) << &Ceilings::experiments << 2;
    QTest::newRow("jobs") << CommandBody(CreateJob{u"backup"_s, {}, {}, 0}) << &Ceilings::jobs << 2;
    QTest::newRow("agents") << CommandBody(RegisterAgent{u"new"_s, {}, {}, {}}) << &Ceilings::agents << 2;
    QTest::newRow("instances") << CommandBody(CreateInstance{u"i"_s, {}, {}, {}}) << &Ceilings::instances << 2;
    QTest::newRow("tasks of an experiment") << CommandBody(sweep) << &Ceilings::tasks << 8;
    QTest::newRow("tasks of a graph") << CommandBody(graph) << &Ceilings::tasks << 7;
    QTest::newRow("tasks of a pipeline") << CommandBody(StartPipeline{u"demo"_s, {}}) << &Ceilings::tasks << 6;
}

// populated(), and one of each kind that counts: what has ended does not.
static Snapshot withOneOfEach()
{
    Snapshot snapshot = populated();
    snapshot.server.capacity = 9;
    snapshot.catalogue.pipelines.last().nodes.resize(1);
    for (const ExecutionKind kind : {ExecutionKind::Experiment, ExecutionKind::Job}) {
        for (const ExecutionState state : {ExecutionState::Created, ExecutionState::Succeeded}) {
            Execution execution;
            execution.id = toString(kind) + toString(state);
            execution.kind = kind;
            execution.state = state;
            execution.counts.total = kind == ExecutionKind::Experiment ? 5 : 0;
            snapshot.executions.insert(execution.id, execution);
        }
    }
    Agent agent;
    agent.id = u"agent"_s;
    agent.state = AgentState::Online;
    snapshot.agents.insert(agent.id, agent);
    snapshot.instances.insert(u"instance"_s, Instance{});
    return snapshot;
}

void PolicyTest::ceilings()
{
    QFETCH(CommandBody, request);
    QFETCH(int Ceilings::*, ceiling);
    QFETCH(int, most);
    Snapshot snapshot = withOneOfEach();
    const auto admit = [&] {
        return core::policy::admit(snapshot, {u"1"_s, {u"ann"_s, Role::Operator, {}, {}}, request});
    };
    for (const int enough : {0, most, most + 1}) {
        snapshot.server.ceilings.*ceiling = enough;
        QVERIFY2(admit(), qPrintable(QString::number(enough)));
    }
    snapshot.server.ceilings.*ceiling = most - 1;
    const Result<void> refused = admit();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Capacity);
    QVERIFY2(refused.error().message.contains(u"[limits] "_s), qPrintable(refused.error().message));
}

void PolicyTest::tasksOfARetryCount()
{
    Snapshot snapshot = withOneOfEach();
    Execution ended = *snapshot.execution(u"experimentsucceeded"_s);
    ended.owner = u"ann"_s;
    editDetails<ExperimentDetails>(ended).parameters.resize(5);
    const Actor ann{u"ann"_s, Role::Operator, {}, {}};
    snapshot.server.ceilings.tasks = 10; // 5 of the one that has not ended, 5 of the retry
    QVERIFY(core::policy::mayRetry(snapshot, ann, ended, false));
    snapshot.server.ceilings.tasks = 9;
    QCOMPARE(core::policy::mayRetry(snapshot, ann, ended, false).error().code, ErrorCode::Capacity);
    snapshot.server.ceilings = {};
    snapshot.server.ceilings.experiments = 1;
    QCOMPARE(core::policy::mayRetry(snapshot, ann, ended, false).error().code, ErrorCode::Capacity);
}

void PolicyTest::agentsThatAreKnownOrOfflineNeedNoRoom()
{
    Snapshot snapshot = withOneOfEach();
    snapshot.server.ceilings.agents = 1;
    snapshot.agents[u"agent"_s].owner = u"ann"_s;
    const auto may = [&](const QString &id) {
        return core::policy::admit(snapshot,
                                   {u"1"_s, {u"ann"_s, Role::Operator, {}, {}}, RegisterAgent{id, {}, {}, {}}})
            .has_value();
    };
    QVERIFY(!may(u"new"_s));
    QVERIFY(may(u"agent"_s));
    snapshot.agents[u"agent"_s].state = AgentState::Offline;
    QVERIFY(may(u"new"_s));
    snapshot.agents[u"agent"_s].local = true;
    QVERIFY(!may(u"new"_s));
}

void PolicyTest::nothingStartsWhenSomethingIsShort_data()
{
    QTest::addColumn<CommandBody>("request");
    QTest::addColumn<bool>("starts");
    QTest::newRow("pipeline") << CommandBody(StartPipeline{u"demo"_s, {}}) << true;
    QTest::newRow("graph") << CommandBody(StartGraph{}) << true;
    QTest::newRow("process") << CommandBody(StartProcess{u"echo"_s, {}}) << true;
    QTest::newRow("experiment") << CommandBody(StartExperiment{}) << true;
    QTest::newRow("submission") << CommandBody(SubmitExperiment{u"experimentcreated"_s}) << true;
    QTest::newRow("retry") << CommandBody(RetryExecution{u"experimentsucceeded"_s}) << true;
    QTest::newRow("job") << CommandBody(CreateJob{u"backup"_s, {}, {}, 0}) << true;
    QTest::newRow("component, which may be what makes room") << CommandBody(StartComponent{u"c"_s}) << false;
    QTest::newRow("deletion") << CommandBody(DeleteExecution{u"experimentsucceeded"_s}) << false;
}

void PolicyTest::nothingStartsWhenSomethingIsShort()
{
    QFETCH(CommandBody, request);
    QFETCH(bool, starts);
    Snapshot snapshot = withOneOfEach();
    const auto admit = [&] {
        return core::policy::admit(snapshot, {u"1"_s, {u"root"_s, Role::Admin, {}, {}}, request});
    };
    QVERIFY(admit());
    snapshot.server.shortage = u"the disk is full"_s;
    const Result<void> admitted = admit();
    QCOMPARE(admitted.has_value(), !starts);
    if (starts) {
        QCOMPARE(admitted.error().code, ErrorCode::Capacity);
        QCOMPARE(admitted.error().message, u"the disk is full"_s);
    }
}

void PolicyTest::componentStates()
{
    Snapshot snapshot = populated();
    const Actor ann{u"ann"_s, Role::Operator, {}, {}};
    const auto message = [&](CommandBody body) {
        const Result<void> admitted = core::policy::admit(snapshot, Command{u"1"_s, ann, std::move(body)});
        return admitted ? QString() : admitted.error().message.text();
    };
    QCOMPARE(message(StartComponent{u"nope"_s}), u"Unknown component"_s);
    QCOMPARE(message(StopComponent{u"c"_s}), u"Component already stopped"_s);
    snapshot.components[u"c"_s].state = ComponentState::Running;
    QCOMPARE(message(StartComponent{u"c"_s}), u"Component already running"_s);
    QCOMPARE(message(StopComponent{u"c"_s}), QString());
    snapshot.components[u"c"_s].state = ComponentState::Error;
    QCOMPARE(message(StartComponent{u"c"_s}), QString());
    QCOMPARE(message(StopComponent{u"c"_s}), u"Component already stopped"_s);
    snapshot.components[u"c"_s].nextRestartAt = Timestamp{};
    QCOMPARE(message(StopComponent{u"c"_s}), QString());
}

void PolicyTest::retriesAreAskedAsTheFirstWishWas_data()
{
    QTest::addColumn<QString>("catalogueId");
    QTest::addColumn<ExecutionKind>("kind");
    QTest::addColumn<Role>("needed"); // of the process, since a reload
    QTest::addColumn<bool>("may");
    using K = ExecutionKind;
    QTest::newRow("process") << u"echo"_s << K::Process << Role::Operator << true;
    QTest::newRow("process that needs an admin now") << u"echo"_s << K::Process << Role::Admin << false;
    QTest::newRow("process that is gone") << u"gone"_s << K::Process << Role::Operator << false;
    QTest::newRow("pipeline") << u"demo"_s << K::Pipeline << Role::Operator << true;
    QTest::newRow("pipeline that is gone") << u"gone"_s << K::Pipeline << Role::Operator << false;
    QTest::newRow("ad-hoc graph") << QString() << K::Pipeline << Role::Operator << true;
    QTest::newRow("experiment") << QString() << K::Experiment << Role::Operator << true;
}

void PolicyTest::retriesAreAskedAsTheFirstWishWas()
{
    QFETCH(QString, catalogueId);
    QFETCH(ExecutionKind, kind);
    QFETCH(Role, needed);
    Snapshot snapshot = populated();
    snapshot.catalogue.processes.last().role = needed;
    Execution execution = snapshot.executions.value(u"e"_s);
    execution.state = ExecutionState::Failed;
    execution.kind = kind;
    execution.catalogueId = catalogueId;
    const Actor ann{u"ann"_s, Role::Operator, {}, {}};
    QTEST(core::policy::mayRetry(snapshot, ann, execution, false).has_value(), "may"); // of the history
    snapshot.executions.insert(execution.id, execution);
    QTEST(core::policy::admit(snapshot, {u"1"_s, ann, RetryExecution{u"e"_s, false}}).has_value(), "may");
}

void PolicyTest::agentsBelongToWhoRegisteredThem_data()
{
    QTest::addColumn<QString>("owner");
    QTest::addColumn<Actor>("actor");
    QTest::addColumn<bool>("may");
    const Actor ann{u"ann"_s, Role::Operator, {}, {}};
    const Actor bob{u"bob"_s, Role::Operator, {}, {}};
    const Actor nobody{u"anonymous"_s, Role::Operator, {}, {}};
    QTest::newRow("own") << u"ann"_s << ann << true;
    QTest::newRow("somebody else's") << u"ann"_s << bob << false;
    QTest::newRow("somebody else's, anonymously") << u"ann"_s << nobody << false;
    QTest::newRow("admin") << u"ann"_s << Actor{u"root"_s, Role::Admin, {}, {}} << true;
    QTest::newRow("own, since a viewer") << u"ann"_s << Actor{u"ann"_s, Role::Viewer, {}, {}} << false;
    QTest::newRow("anonymous") << u"anonymous"_s << nobody << true;
    QTest::newRow("anonymous, by a user") << u"anonymous"_s << bob << true;
    QTest::newRow("anonymous, as a viewer") << u"anonymous"_s << Actor{u"anonymous"_s, Role::Viewer, {}, {}} << false;
}

void PolicyTest::agentsBelongToWhoRegisteredThem()
{
    QFETCH(QString, owner);
    QFETCH(Actor, actor);
    QFETCH(bool, may);
    Snapshot snapshot = populated();
    Agent agent;
    agent.id = u"far"_s;
    agent.owner = owner;
    snapshot.agents.insert(agent.id, agent);
    Execution job;
    job.id = u"j"_s;
    job.kind = ExecutionKind::Job;
    job.state = ExecutionState::Queued;
    job.owner = u"somebody"_s;
    job.details = JobDetails{.agentId = u"far"_s};
    snapshot.executions.insert(job.id, job);
    const QString run = jobRunId(job);
    const QList<CommandBody> reports{
        RegisterAgent{u"far"_s, u"h"_s, u"1"_s, {}}, ReportHeartbeat{u"far"_s, AgentState::Online, {}},
        ReportJobProgress{u"j"_s, run, 1.0, {}}, ReportJobEnd{u"j"_s, run, ExecutionState::Cancelled, {}, {}, {}}};
    for (const CommandBody &report : reports) {
        const Result<void> admitted = core::policy::admit(snapshot, {u"1"_s, actor, report});
        QCOMPARE(admitted.has_value(), may);
        if (!may)
            QCOMPARE(admitted.error().code, ErrorCode::Forbidden);
    }
    if (actor.role >= Role::Operator)
        QCOMPARE(core::policy::maySpeakFor(snapshot, actor, u"far"_s).has_value(), may);
    // Of a job that no agent has, nobody but an admin can tell anything.
    snapshot.agents.clear();
    const Command end{u"1"_s, actor, ReportJobEnd{u"j"_s, run, ExecutionState::Succeeded, {}, {}, {}}};
    QCOMPARE(core::policy::admit(snapshot, end).has_value(), actor.role == Role::Admin);
}

QTEST_GUILESS_MAIN(PolicyTest)
#include "tst_policy.moc"
