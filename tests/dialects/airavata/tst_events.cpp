// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/airavata/routing.h"
#include "tests/dialects/airavata/world.h"

#include <QRegularExpression>
#include <QTest>

using namespace signalbox;
using namespace signalbox::airavata;
namespace at = signalbox::airavata::test;
using namespace Qt::StringLiterals;
using S = ExecutionState;

namespace {

QStringList texts(const QList<Resource> &resources)
{
    QStringList all;
    for (const Resource &resource : resources)
        all.append(resource.type == ResourceType::Everyone
                       ? u"everyone"_s
                       : QString(airavata::toString(resource.type) + u':' + resource.id));
    all.sort();
    return all;
}

} // namespace

// The events of each Change, their receivers, their number and their order (the README of server/dialects/airavata,
// "The wire as implemented").
class EventsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void routes_data();
    void routes();
    void sweepIsCountedExactly();
    void everyPathShowsTheSameEvents();
    void onceHoweverManySubscriptionsMatch();
    void othersHearNothing();
    void endsAreSpelled_data();
    void endsAreSpelled();
    void percentagesNeverRunBackwards();
    void tasksTellTheirProgress();
    void jobsTellTheirOwnPercentage();
    void theFirstReportOfAJobIsProgress();
    void repeatedJobsDoNotRunBackwards();
    void otherDialectsAppear();
    void workersComeAndGo();
    void theModeConcernsAll();
    void ticksAreForSystemSubscribers();
    void idsAreUniqueAndTelling();
    void encodedOncePerEvent();
    void knownThingsAreNoNews();
};

void EventsTest::routes_data()
{
    QTest::addColumn<ChangeBody>("body");
    QTest::addColumn<QStringList>("resources");
    Execution execution;
    execution.id = u"e"_s;
    execution.project = u"p"_s;
    execution.owner = u"ann"_s;
    Task task;
    task.id = u"e.t"_s;
    task.executionId = u"e"_s;
    const QStringList three{u"experiment:e"_s, u"project:p"_s, u"user:ann"_s};
    QTest::newRow("experiment") << ChangeBody(ExecutionChanged{execution}) << three;
    QTest::newRow("task") << ChangeBody(TaskChanged{task})
                          << QStringList{three.at(0), three.at(1), u"task:e.t"_s, three.at(2)};
    task.executionId = u"gone"_s;
    QTest::newRow("task of nothing") << ChangeBody(TaskChanged{task}) << QStringList();
    QTest::newRow("worker") << ChangeBody(WorkerChanged{{u"w"_s, u"host"_s, WorkerState::Idle, {}, {}}})
                            << QStringList{u"system:"_s, u"worker:w"_s};
    QTest::newRow("mode") << ChangeBody(ModeChanged{Mode::Halted}) << QStringList{u"everyone"_s};
    QTest::newRow("tick") << ChangeBody(MetricsSampled{}) << QStringList{u"system:"_s};
    QTest::newRow("component") << ChangeBody(ComponentChanged{}) << QStringList();
    QTest::newRow("client") << ChangeBody(ClientConnected{}) << QStringList();
    QTest::newRow("settled") << ChangeBody(CommandCompleted{}) << QStringList();
}

void EventsTest::routes()
{
    QFETCH(ChangeBody, body);
    Snapshot snapshot;
    Execution execution;
    execution.id = u"e"_s;
    execution.project = u"p"_s;
    execution.owner = u"ann"_s;
    snapshot.executions.insert(execution.id, execution);
    QTEST(texts(resourcesOf(Change{1, {}, {}, {}, body}, snapshot)), "resources");
}

void EventsTest::sweepIsCountedExactly()
{
    at::World world;
    const auto client = world.connect(u"ann"_s, u"/ws/experiments/e1"_s);
    const auto tasker = world.connect(u"ann"_s, u"/ws/tasks/e1.t7"_s);
    const auto other = world.connect(u"bob"_s, u"/ws/user"_s);
    const QString id = world.begin(world.actorOf(u"ann"_s), u"default"_s, 100);
    world.move(id, S::Running);
    for (int task = 1; task <= 100; ++task) {
        world.moveTask(id, task, S::Queued);
        world.moveTask(id, task, S::Running, u"host-1"_s);
        world.clock.advance(Milliseconds(60'000 / 100)); // 60 s in all; pings of the heartbeat are not counted
        world.moveTask(id, task, S::Succeeded);
    }
    world.move(id, S::Succeeded);

    QMap<QString, int> counted;
    double percent = 0.0;
    QStringList order;
    for (const QByteArray &text : client->peer.take()) {
        const QJsonObject frame = at::object(text);
        const QString type = frame.value("type"_L1).toString();
        if (type == "ping"_L1)
            continue;
        ++counted[type];
        if (frame.value("resourceId"_L1).toString() == "e1.t1"_L1)
            order.append(type + u' ' + frame.value("data"_L1)["task"_L1]["status"_L1].toString());
        if (type == "experiment_progress"_L1) {
            QVERIFY(frame.value("data"_L1)["progressPercent"_L1].toDouble() >= percent);
            percent = frame.value("data"_L1)["progressPercent"_L1].toDouble();
        }
    }
    QCOMPARE(percent, 100.0);
    const QMap<QString, int> expected{
        {u"experiment_created"_s, 1},    {u"experiment_updated"_s, 2}, // QUEUED, RUNNING
        {u"experiment_progress"_s, 100}, {u"experiment_completed"_s, 1},
        {u"task_created"_s, 100},        {u"task_updated"_s, 200},   // QUEUED, RUNNING
        {u"task_progress"_s, 200},       {u"task_completed"_s, 100}, // 0 %, 100 %
    };
    QCOMPARE(counted, expected);
    QCOMPARE(order, (QStringList{u"task_created CREATED"_s, u"task_updated QUEUED"_s, u"task_updated RUNNING"_s,
                                 u"task_progress "_s, u"task_progress "_s, u"task_completed COMPLETED"_s}));
    QStringList own = at::types(tasker->peer.take());
    own.removeAll(u"ping"_s);
    QCOMPARE(own, (QStringList{u"task_created"_s, u"task_updated"_s, u"task_updated"_s, u"task_progress"_s,
                               u"task_progress"_s, u"task_completed"_s}));
    QStringList foreign = at::types(other->peer.take());
    foreign.removeAll(u"ping"_s);
    QCOMPARE(foreign, QStringList());
}

void EventsTest::everyPathShowsTheSameEvents()
{
    at::World world;
    const auto first = world.connect(u"ann"_s, u"/ws/experiments/e1"_s);
    const auto second = world.connect(u"ann"_s, u"/ws/projects/default"_s);
    const auto third = world.connect(u"ann"_s, u"/ws/user"_s);
    const auto none = world.connect(u"ann"_s, u"/ws"_s);
    const QString id = world.begin(world.actorOf(u"ann"_s), u"default"_s, 3);
    world.moveTask(id, 2, S::Running);
    world.moveTask(id, 2, S::Failed);
    const QList<QByteArray> frames = first->peer.take();
    QCOMPARE(frames.size(), 1 + 3 + 1 + 2 + 2);
    QCOMPARE(second->peer.take(), frames);
    QCOMPARE(third->peer.take(), frames);
    QCOMPARE(none->peer.take(), QList<QByteArray>());
}

void EventsTest::onceHoweverManySubscriptionsMatch()
{
    at::World world;
    const auto client = world.connect(u"ann"_s, u"/ws/experiments/e1"_s);
    client->say(R"({"type":"x","action":"subscribe","resourceType":"project","resourceId":"default"})");
    client->say(R"({"type":"x","action":"subscribe","resourceType":"user"})");
    client->say(R"({"type":"x","action":"subscribe","resourceType":"user"})");
    client->peer.take();
    world.begin(world.actorOf(u"ann"_s), u"default"_s, 0, ExecutionKind::Experiment, false);
    QCOMPARE(at::types(client->peer.take()), QStringList{u"experiment_created"_s});
    client->say(R"({"type":"x","action":"unsubscribe","resourceType":"user"})");
    client->say(R"({"type":"x","action":"unsubscribe","resourceType":"project","resourceId":"default"})");
    client->peer.take();
    world.move(u"e1"_s, S::Queued);
    QCOMPARE(client->peer.take().size(), 1);
    client->say(R"({"type":"x","action":"unsubscribe","resourceType":"experiment","resourceId":"e1"})");
    client->peer.take();
    world.move(u"e1"_s, S::Running);
    QCOMPARE(client->peer.take().size(), 0);
}

void EventsTest::othersHearNothing()
{
    at::World world;
    const auto project = world.hub.submit(world.actorOf(u"bob"_s), CreateProject{u"Bob's"_s, {}});
    const auto bob = world.connect(u"bob"_s, u"/ws/projects/"_s + *project);
    const auto admin = world.connect(u"admin"_s, u"/ws/user"_s);
    admin->say(R"({"type":"x","action":"subscribe","resourceType":"user","resourceId":"ann"})");
    const auto vic = world.connect(u"vic"_s, u"/ws/experiments/e1"_s);
    vic->say(R"({"type":"x","action":"subscribe","resourceType":"user","resourceId":"ann"})");
    vic->say(R"({"type":"x","action":"subscribe","resourceType":"task","resourceId":"e1.t1"})");
    QCOMPARE(at::types(vic->peer.take()),
             (QStringList{u"system_status"_s, u"system_status"_s})); // confirmed, although vic may not see them
    admin->peer.take();
    world.begin(world.actorOf(u"ann"_s), *project, 1); // e1: in bob's project
    QCOMPARE(vic->peer.take().size(), 0);
    QCOMPARE(bob->peer.take().size(), 3);
    QCOMPARE(admin->peer.take().size(), 3);
    world.begin(world.actorOf(u"ann"_s), u"default"_s, 1); // e2
    QCOMPARE(bob->peer.take().size(), 0);
    QCOMPARE(admin->peer.take().size(), 3);
}

void EventsTest::endsAreSpelled_data()
{
    QTest::addColumn<S>("state");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("succeeded") << S::Succeeded << u"experiment_completed"_s << QByteArray(R"("status":"COMPLETED")");
    QTest::newRow("failed") << S::Failed << u"experiment_failed"_s << QByteArray(R"("error":"1 of 1 tasks failed")");
    QTest::newRow("interrupted") << S::Interrupted << u"experiment_failed"_s << QByteArray(R"("error":"interrupted")");
    QTest::newRow("cancelled") << S::Cancelled << u"experiment_updated"_s << QByteArray(R"("status":"CANCELED")");
}

void EventsTest::endsAreSpelled()
{
    QFETCH(S, state);
    QFETCH(QString, type);
    QFETCH(QByteArray, part);
    at::World world;
    const auto client = world.connect(u"ann"_s, u"/ws/user"_s);
    const QString id = world.begin(world.actorOf(u"ann"_s), u"default"_s, 0);
    client->peer.take();
    world.move(id, state, u"1 of 1 tasks failed"_s);
    const QList<QByteArray> frames = client->peer.take();
    QCOMPARE(at::types(frames), QStringList{type});
    QVERIFY2(frames.constFirst().contains(part), frames.constFirst());
    world.move(id, state, u"1 of 1 tasks failed"_s); // no event for a state that is known
    QCOMPARE(client->peer.take().size(), 0);
}

void EventsTest::percentagesNeverRunBackwards()
{
    at::World world;
    const auto client = world.connect(u"ann"_s, u"/ws/tasks/e1.t1"_s);
    const QString id = world.begin(world.actorOf(u"ann"_s), u"default"_s, 1);
    const auto further = [&](double percent) {
        Task task = world.hub.snapshot().tasks.value(id).value(u"t1"_s);
        task.percent = percent;
        (void)world.hub.record(TaskChanged{task});
    };
    world.moveTask(id, 1, S::Running);
    world.clock.advance(Milliseconds(10'000));
    further(50);
    further(40);
    further(45);
    further(60);
    QList<double> told;
    QString estimate;
    for (const QByteArray &frame : client->peer.take()) {
        const QJsonObject data = at::object(frame).value("data"_L1).toObject();
        if (data.contains("progressPercent"_L1))
            told.append(data.value("progressPercent"_L1).toDouble());
        if (told.size() == 2 && estimate.isEmpty())
            estimate = data.value("estimatedCompletion"_L1).toString();
    }
    QCOMPARE(told, (QList<double>{0, 50, 60}));
    QCOMPARE(estimate, toIsoSeconds(world.clock.now() + Milliseconds(10'000)));
}

// "Task Progress", and that of their experiment, whenever that is a tenth of a percent further.
void EventsTest::tasksTellTheirProgress()
{
    at::World world;
    const auto client = world.connect(u"ann"_s, u"/ws/experiments/e1"_s);
    const QString id = world.begin(world.actorOf(u"ann"_s), u"default"_s, 100);
    world.moveTask(id, 1, S::Running, u"host-1"_s);
    client->peer.take();
    const auto told = [&](double percent, const QString &text) {
        Task task = world.hub.snapshot().tasks.value(id).value(u"t1"_s);
        task.percent = percent;
        task.message = text;
        (void)world.hub.record(TaskChanged{task});
        QStringList events;
        for (const QByteArray &frame : client->peer.take()) {
            const QJsonObject data = at::object(frame).value("data"_L1).toObject();
            events.append(u"%1 %2 %3 %4"_s.arg(at::object(frame).value("type"_L1).toString())
                              .arg(data.value("progressPercent"_L1).toDouble())
                              .arg(data.value("progress"_L1).toDouble())
                              .arg(data.value("message"_L1).toString()));
        }
        return events;
    };
    QCOMPARE(told(75.0, u"epoch 3"_s),
             (QStringList{u"task_progress 75 0.75 epoch 3"_s, u"experiment_progress 0.8 0.008 epoch 3"_s}));
    QCOMPARE(told(76.04, u"epoch 4"_s), QStringList{u"task_progress 76 0.76 epoch 4"_s});
    QCOMPARE(told(76.04, u"epoch 4"_s), QStringList());
    QCOMPARE(told(70, u"epoch 5"_s).value(0), u"task_progress 76 0.76 epoch 5"_s);
    QCOMPARE(told(90, {}), (QStringList{u"task_progress 90 0.9 "_s, u"experiment_progress 0.9 0.009 "_s}));
    world.moveTask(id, 1, S::Succeeded);
    QCOMPARE(at::types(client->peer.take()),
             (QStringList{u"task_progress"_s, u"task_completed"_s, u"experiment_progress"_s}));
}

void EventsTest::jobsTellTheirOwnPercentage()
{
    at::World world;
    const auto client = world.connect(u"ann"_s, u"/ws/user"_s);
    const QString id = world.begin(world.actorOf(u"ann"_s), u"default"_s, 0, ExecutionKind::Job);
    world.move(id, S::Running);
    client->peer.take();
    Execution job = *world.hub.snapshot().execution(id);
    job.percent = 25;
    job.message = u"copying"_s;
    world.clock.advance(Milliseconds(30'000));
    (void)world.hub.record(ExecutionChanged{job});
    const QJsonObject data = at::object(client->peer.take().value(0)).value("data"_L1).toObject();
    QCOMPARE(data.value("progressPercent"_L1).toDouble(), 25.0);
    QCOMPARE(data.value("message"_L1).toString(), u"copying"_s);
    QCOMPARE(data.value("estimatedTimeRemaining"_L1).toString(), u"1m 30s"_s);
}

// "Experiment Progress": a job that begins with a report of 30 % tells it at once.
void EventsTest::theFirstReportOfAJobIsProgress()
{
    at::World world;
    const auto client = world.connect(u"ann"_s, u"/ws/user"_s);
    const QString id = world.begin(world.actorOf(u"ann"_s), u"default"_s, 0, ExecutionKind::Job);
    client->peer.take();
    Execution job = *world.hub.snapshot().execution(id);
    job.state = S::Running;
    job.startedAt = world.clock.now();
    job.percent = 30;
    job.message = u"copying"_s;
    (void)world.hub.record(ExecutionChanged{job});
    const QList<QByteArray> frames = client->peer.take();
    QCOMPARE(at::types(frames), (QStringList{u"experiment_updated"_s, u"experiment_progress"_s}));
    const QJsonObject data = at::object(frames.at(1)).value("data"_L1).toObject();
    QCOMPARE(data.value("progressPercent"_L1).toDouble(), 30.0);
    QCOMPARE(data.value("message"_L1).toString(), u"copying"_s);
    const QString other = world.begin(world.actorOf(u"ann"_s), u"default"_s, 0, ExecutionKind::Job);
    client->peer.take();
    world.move(other, S::Running); // without a percentage
    QCOMPARE(at::types(client->peer.take()), QStringList{u"experiment_updated"_s});
}

// An attempt that is repeated begins at 0 in the Snapshot, on this wire it goes on where it was.
void EventsTest::repeatedJobsDoNotRunBackwards()
{
    at::World world;
    const auto client = world.connect(u"ann"_s, u"/ws/user"_s);
    const QString id = world.begin(world.actorOf(u"ann"_s), u"default"_s, 0, ExecutionKind::Job);
    QList<double> told;
    const auto tell = [&](S state, double percent, const QString &message) {
        Execution job = *world.hub.snapshot().execution(id);
        job.state = state;
        job.percent = percent;
        job.message = message;
        client->peer.take();
        (void)world.hub.record(ExecutionChanged{job});
        for (const QByteArray &frame : client->peer.take()) {
            const QJsonObject data = at::object(frame).value("data"_L1).toObject();
            if (data.contains("progressPercent"_L1))
                told.append(data.value("progressPercent"_L1).toDouble());
        }
    };
    tell(S::Running, 0, {});
    tell(S::Running, 60, {});
    tell(S::Queued, 0, {});
    tell(S::Running, 0, {});
    tell(S::Running, 20, u"copying"_s);
    tell(S::Running, 30, u"copying"_s);
    tell(S::Running, 70, u"copying"_s);
    QCOMPARE(told, (QList<double>{60, 60, 70}));
}

void EventsTest::otherDialectsAppear()
{
    at::World world;
    const auto client = world.connect(u"ann"_s, u"/ws/user"_s);
    Actor alger = world.actorOf(u"ann"_s);
    alger.dialect = u"alger"_s;
    world.begin(alger, u"climate"_s, 1, ExecutionKind::Pipeline);
    const QList<QByteArray> frames = client->peer.take();
    QCOMPARE(at::types(frames), (QStringList{u"experiment_created"_s, u"task_created"_s, u"experiment_updated"_s}));
    QVERIFY(frames.constFirst().contains(R"("ownerId":"ann","projectId":"climate")"));
}

void EventsTest::workersComeAndGo()
{
    at::World world;
    const auto system = world.connect(u"vic"_s, u"/ws"_s);
    system->say(R"({"type":"x","action":"subscribe","resourceType":"system"})");
    const auto one = world.connect(u"vic"_s, u"/ws"_s);
    one->say(R"({"type":"x","action":"subscribe","resourceType":"worker","resourceId":"host-1"})");
    system->peer.take();
    one->peer.take();
    const auto tell = [&](const QString &id, WorkerState state) {
        (void)world.hub.record(WorkerChanged{{id, u"host"_s, state, {}, {}}});
    };
    tell(u"host-1"_s, WorkerState::Idle);
    tell(u"host-2"_s, WorkerState::Idle);
    tell(u"host-1"_s, WorkerState::Running);
    tell(u"host-1"_s, WorkerState::Offline);
    tell(u"host-1"_s, WorkerState::Idle);
    QCOMPARE(at::types(system->peer.take()),
             (QStringList{u"worker_registered"_s, u"worker_registered"_s, u"worker_updated"_s, u"worker_offline"_s,
                          u"worker_registered"_s}));
    QCOMPARE(one->peer.take().size(), 4);
}

void EventsTest::theModeConcernsAll()
{
    at::World world;
    const auto client = world.connect(u"vic"_s, u"/ws"_s);
    (void)world.hub.record(ModeChanged{Mode::Maintenance});
    const QList<QByteArray> frames = client->peer.take();
    QCOMPARE(at::types(frames), QStringList{u"system_status"_s});
    QVERIFY(frames.constFirst().contains(R"("mode":"maintenance")"));
}

void EventsTest::ticksAreForSystemSubscribers()
{
    at::World world;
    const auto client = world.connect(u"vic"_s, u"/ws"_s);
    const auto watcher = world.connect(u"vic"_s, u"/ws"_s);
    watcher->say(R"({"type":"x","action":"subscribe","resourceType":"system"})");
    watcher->peer.take();
    (void)world.hub.record(MetricsSampled{});
    QCOMPARE(at::types(watcher->peer.take()), QStringList{u"system_status"_s});
    QCOMPARE(client->peer.take().size(), 0);
}

void EventsTest::idsAreUniqueAndTelling()
{
    at::World world;
    const auto client = world.connect(u"ann"_s, u"/ws/user"_s);
    const QString id = world.begin(world.actorOf(u"ann"_s), u"default"_s, 20);
    client->say(R"({"type":"ping"})");
    QSet<QString> seen;
    for (const QByteArray &text : client->peer.take()) {
        const QJsonObject frame = at::object(text);
        const QString own = frame.value("id"_L1).toString();
        QVERIFY2(!seen.contains(own), qUtf8Printable(own));
        seen.insert(own);
        const QString type = frame.value("type"_L1).toString();
        const QString start = type.startsWith("task"_L1) ? u"task_"_s + id + u"\\.t[0-9]+_"_s
                              : type == "pong"_L1        ? u"system_"_s
                                                         : u"exp_"_s + id + u'_';
        QVERIFY2(QRegularExpression(u'^' + start + u"[0-9]{19}$"_s).match(own).hasMatch(), qUtf8Printable(own));
    }
    QCOMPARE(seen.size(), 23);
}

void EventsTest::encodedOncePerEvent()
{
    at::World world;
    struct Keeping final : dialects::Peer
    {
        QString clientId() const override { return {}; }
        const Actor &actor() const override { return user; }
        void send(const dialects::Frame &frame) override { frames.append(frame); }
        void sendLatest(const dialects::Frame &) override {}
        void close(quint16, const QString &) override {}
        qint64 backlogBytes() const override { return 0; }
        void setReadingPaused(bool) override {}
        void setSubscriptions(const QStringList &) override {}
        void setLastError(const QString &) override {}
        Actor user;
        QList<dialects::Frame> frames;
    };
    Keeping one;
    Keeping two;
    const dialects::RequestHead head = world.head(u"/ws/user"_s, world.token(u"ann"_s));
    one.user = two.user = world.actorOf(u"ann"_s);
    const auto first = world.dialect.create(one, head);
    const auto second = world.dialect.create(two, head);
    world.begin(world.actorOf(u"ann"_s), u"default"_s, 1);
    QCOMPARE(one.frames.size(), 3);
    for (qsizetype i = 0; i < 3; ++i)
        QVERIFY(one.frames.at(i).isSame(two.frames.at(i))); // one shared buffer
}

void EventsTest::knownThingsAreNoNews()
{
    at::World world;
    const QString id = world.begin(world.actorOf(u"ann"_s), u"default"_s, 2);
    (void)world.hub.record(WorkerChanged{{u"host-1"_s, u"host"_s, WorkerState::Idle, {}, {}}});
    Events late(world.hub.snapshot());
    Task task = world.hub.snapshot().tasks.value(id).value(u"t1"_s);
    Snapshot snapshot = world.hub.snapshot();
    const auto of = [&](ChangeBody body) {
        const Change change{snapshot.number + 1, {}, {}, {}, std::move(body)};
        const Replaced replaced = apply(snapshot, change);
        return late.of(change, replaced);
    };
    QCOMPARE(of(TaskChanged{task}).size(), 0);
    QCOMPARE(of(ExecutionChanged{*world.hub.snapshot().execution(id)}).size(), 0);
    QCOMPARE(of(WorkerChanged{{u"host-1"_s, u"host"_s, WorkerState::Running, {}, {}}}).constFirst().type,
             Type::WorkerUpdated);
    task.state = S::Cancelled;
    const QList<Event> events = of(TaskChanged{task});
    QCOMPARE(events.size(), 2);
    QCOMPARE(events.constFirst().type, Type::TaskUpdated);
}

QTEST_GUILESS_MAIN(EventsTest)
#include "tst_events.moc"
