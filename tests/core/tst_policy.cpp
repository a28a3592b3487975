// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/policy.h"

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
    return snapshot;
}

// Not every Command, although a new one belongs here. What ARK says of agents, instances and jobs is tried in
// tests/dialects/ark.
const QList<std::pair<const char *, CommandBody>> &requests()
{
    static const QList<std::pair<const char *, CommandBody>> all{
        {"start component", StartComponent{u"c"_s}},
        {"restart component", RestartComponent{u"c"_s}},
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
    void componentStates();
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
    QTEST(admitted.error().message, "text");
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
    QCOMPARE(admitted.error().message, u"Too many pipeline execution requests in progress."_s);
    snapshot.executions[u"e"_s].state = ExecutionState::Failed;
    QVERIFY(core::policy::admit(snapshot, start));
}

void PolicyTest::componentStates()
{
    Snapshot snapshot = populated();
    const Actor ann{u"ann"_s, Role::Operator, {}, {}};
    const auto message = [&](CommandBody body) {
        const Result<void> admitted = core::policy::admit(snapshot, Command{u"1"_s, ann, std::move(body)});
        return admitted ? QString() : admitted.error().message;
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

QTEST_GUILESS_MAIN(PolicyTest)
#include "tst_policy.moc"
