// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/airavata/codec.h"
#include "tests/dialects/airavata/world.h"

#include <QFile>
#include <QTest>

using namespace signalbox;
using namespace signalbox::airavata;
namespace at = signalbox::airavata::test;
using namespace Qt::StringLiterals;

namespace {

const Timestamp tenThirty = *fromIso(u"2024-01-15T10:30:00Z"_s);

Execution sweep(ExecutionState state)
{
    Execution execution;
    execution.id = u"exp-123"_s;
    execution.name = u"Parameter Sweep"_s;
    execution.state = state;
    execution.owner = u"user-456"_s;
    execution.project = u"proj-789"_s;
    return execution;
}

Task oneTask(ExecutionState state, const QString &worker)
{
    Task task;
    task.id = u"task-456"_s;
    task.executionId = u"exp-123"_s;
    task.state = state;
    task.command = u"python script.py --param1 value1"_s.split(u' ');
    task.workerId = worker;
    if (state == ExecutionState::Failed)
        task.error = u"Script execution failed"_s;
    return task;
}

Worker oneWorker(WorkerState state, const QString &task)
{
    return {u"worker-789"_s, u"compute-123"_s, state, u"exp-123"_s, task};
}

QByteArray progressOfTheDocument(Timestamp now)
{
    Execution execution = sweep(ExecutionState::Running);
    execution.counts = {100, 10, 45, 5, 0, 4500.0};
    execution.percent = 45.0;
    execution.startedAt = now - Milliseconds(90 * 60'000); // half is done, so the other half takes as long
    return shapes::experimentProgress(execution, progressOf(execution, now), now);
}

QByteArray taskProgressOfTheDocument(Timestamp now)
{
    Task task = oneTask(ExecutionState::Running, u"worker-789"_s);
    task.startedAt = *fromIso(u"2024-01-15T10:31:00Z"_s);
    return shapes::taskProgress(task, {75.0, fromIso(u"2024-01-15T10:35:00Z"_s)}, now);
}

} // namespace

// Every example of the protocol document, and every message a client may send.
class CodecTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheDocuments_data();
    void writesTheDocuments();
    void eventsSayWhatTheyAreAbout();
    void reads_data();
    void reads();
    void resources_data();
    void resources();
    void texts_data();
    void texts();
    void statusesAndErrors();
    void everyRowHasAFixture();
    void readmeShowsTheTable();
};

void CodecTest::writesTheDocuments_data()
{
    using S = ExecutionState;
    QTest::addColumn<QString>("example");
    QTest::addColumn<Type>("type");
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QByteArray>("extra"); // members that Signalbox adds at the end of data
    const auto row = [](const char *name, Type type, const QByteArray &data = {}, const QByteArray &extra = {}) {
        QTest::newRow(name) << QString::fromLatin1(name) << type << data << extra;
    };
    for (const char *name :
         {"error", "error-door", "error-authentication", "error-token", "error-rate", "error-format", "error-type"})
        row(name, Type::Error);
    for (const char *name : {"ping", "ping-heartbeat"})
        row(name, Type::Ping);
    for (const char *name : {"pong", "pong-heartbeat"})
        row(name, Type::Pong);
    row("system_status", Type::SystemStatus,
        shapes::statistics({150, 120, 15420, 25.5, 0.05, Milliseconds(9'015'000)}, Mode::Normal),
        R"(,"mode":"normal")");
    row("subscribed", Type::SystemStatus, shapes::confirmation(true, {ResourceType::Experiment, u"exp-123"_s}));
    row("experiment_created", Type::ExperimentCreated, shapes::experiment(sweep(S::Created)));
    row("experiment_updated", Type::ExperimentUpdated, shapes::experiment(sweep(S::Running)));
    row("experiment_progress", Type::ExperimentProgress, progressOfTheDocument(*fromIso(u"2024-01-15T10:32:00Z"_s)),
        R"(,"progress":0.45,"pendingTasks":40,"status":"RUNNING","message":"")");
    row("experiment_completed", Type::ExperimentCompleted, shapes::experiment(sweep(S::Succeeded)));
    row("experiment_failed", Type::ExperimentFailed, shapes::experiment(sweep(S::Failed)));
    row("task_created", Type::TaskCreated, shapes::task(oneTask(S::Created, {})));
    row("task_updated", Type::TaskUpdated, shapes::task(oneTask(S::Running, u"worker-789"_s)));
    row("task_progress", Type::TaskProgress, taskProgressOfTheDocument(*fromIso(u"2024-01-15T10:32:00Z"_s)),
        R"(,"progress":0.75,"message":"")");
    row("task_completed", Type::TaskCompleted, shapes::task(oneTask(S::Succeeded, u"worker-789"_s)));
    row("task_failed", Type::TaskFailed, shapes::task(oneTask(S::Failed, u"worker-789"_s)));
    row("worker_registered", Type::WorkerRegistered, shapes::worker(oneWorker(WorkerState::Running, {})));
    row("worker_updated", Type::WorkerUpdated, shapes::worker(oneWorker(WorkerState::Running, u"task-456"_s)));
    row("worker_offline", Type::WorkerOffline, shapes::worker(oneWorker(WorkerState::Offline, {})));
}

void CodecTest::writesTheDocuments()
{
    QFETCH(QString, example);
    QFETCH(Type, type);
    QFETCH(QByteArray, data);
    QFETCH(QByteArray, extra);
    const QByteArray expected = at::compact(at::fixture(example));
    QVERIFY(!expected.isEmpty());
    const QJsonObject frame = at::object(expected);
    QByteArray written = encode({type,
                                 frame.value("id"_L1).toString(),
                                 *fromIso(frame.value("timestamp"_L1).toString()),
                                 data,
                                 frame.value("error"_L1).toString(),
                                 {}});
    if (!extra.isEmpty()) {
        QCOMPARE(written.count(extra), 1);
        written.replace(extra, {});
    }
    QCOMPARE(written, expected);
}

void CodecTest::eventsSayWhatTheyAreAbout()
{
    const QByteArray frame =
        encode({Type::TaskCreated, u"task_a.b_1"_s, tenThirty, "{}", {}, Resource{ResourceType::Task, u"a.b"_s}});
    QCOMPARE(frame,
             QByteArray(R"({"type":"task_created","id":"task_a.b_1","timestamp":"2024-01-15T10:30:00Z","data":{},)"
                        R"("resourceType":"task","resourceId":"a.b"})"));
}

void CodecTest::reads_data()
{
    using W = Incoming::Action;
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<Incoming>("message");
    QTest::addColumn<QString>("error");
    const Incoming wanted{W::Subscribe, u"experiment"_s, u"exp-123"_s};
    const auto good = [](const char *name, const QByteArray &frame, const Incoming &message) {
        QTest::newRow(name) << frame << message << QString();
    };
    const auto bad = [](const char *name, const QByteArray &frame, bool isUnknown = false) {
        QTest::newRow(name) << frame << Incoming{}
                            << (isUnknown ? u"Unknown message type"_s : u"Invalid message format"_s);
    };
    good("the document's ping", at::fixture(u"ping"_s), {W::Ping, {}, {}});
    good("the document's heartbeat answer", at::fixture(u"pong-heartbeat"_s), {W::Pong, {}, {}});
    good("ping, nothing more", R"({"type":"ping"})", {W::Ping, {}, {}});
    good("statistics", R"({"type":"system_status"})", {W::Statistics, {}, {}});
    good("statistics, empty data", R"({"type":"system_status","data":{}})", {W::Statistics, {}, {}});
    good("the document's subscription", at::fixture(u"subscribe"_s), wanted);
    good("the document's unsubscription", at::fixture(u"unsubscribe"_s),
         {W::Unsubscribe, u"experiment"_s, u"exp-123"_s});
    good("under any type",
         R"({"type":"x","data":{"action":"subscribe","resourceType":"experiment","resourceId":"exp-123"}})", wanted);
    good("under another known type",
         R"({"type":"ping","data":{"action":"subscribe","resourceType":"experiment","resourceId":"exp-123"}})", wanted);
    good("at top level", R"({"type":"x","action":"subscribe","resourceType":"experiment","resourceId":"exp-123"})",
         wanted);
    good("snake_case in data",
         R"({"type":"x","data":{"action":"subscribe","resource_type":"experiment","resource_id":"exp-123"}})", wanted);
    good("snake_case at top level",
         R"({"type":"x","action":"subscribe","resource_type":"experiment","resource_id":"exp-123"})", wanted);
    good("half here, half there",
         R"({"type":"x","resourceType":"experiment","data":{"action":"subscribe","resource_id":"exp-123"}})", wanted);
    good("the action as type", R"({"type":"subscribe","data":{"resourceType":"experiment","resourceId":"exp-123"}})",
         wanted);
    good("no type at all", R"({"action":"subscribe","resourceType":"experiment","resourceId":"exp-123"})", wanted);
    good("data null", R"({"type":"ping","data":null})", {W::Ping, {}, {}});
    bad("unknown type", R"({"type":"dance"})", true);
    bad("what only servers send", R"({"type":"experiment_created"})", true);
    bad("errors are not for clients", R"({"type":"error"})", true);
    bad("nothing", "");
    bad("no JSON", "{{{{");
    bad("an array", R"([{"type":"ping"}])");
    bad("a text", R"("ping")");
    bad("no type, no action", R"({"foo":1})");
    bad("empty type", R"({"type":""})");
    bad("type is a number", R"({"type":7})");
    bad("data is a text", R"({"type":"ping","data":"x"})");
    bad("unknown action", R"({"type":"system_status","data":{"action":"dance"}})");
    bad("id is a number", R"({"type":"x","data":{"action":"subscribe","resourceType":"task","resourceId":7}})");
    bad("deep", "{\"type\":" + QByteArray(100'000, '['));
    bad("deep but closed", "{\"type\":\"ping\",\"data\":{\"a\":" + QByteArray(80, '[') + QByteArray(80, ']') + "}}");
    bad("not UTF-8", "{\"type\":\"\xff\xfe\"");
}

void CodecTest::reads()
{
    QFETCH(QByteArray, frame);
    QFETCH(Incoming, message);
    QFETCH(QString, error);
    const Result<Incoming> read = decode(frame);
    QCOMPARE(read ? QString() : read.error().message.text(), error);
    if (read)
        QCOMPARE(*read, message);
}

void CodecTest::resources_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("outcome");
    for (const char *type : {"experiment", "task", "project", "user", "worker"})
        QTest::addRow("%s", type) << QString::fromLatin1(type) << u"x"_s << QString::fromLatin1(type) + u" x"_s;
    QTest::newRow("the system needs no id") << u"system"_s << QString() << u"system "_s;
    QTest::newRow("one's own user") << u"user"_s << QString() << u"user ann"_s;
    QTest::newRow("no id") << u"experiment"_s << QString() << u"resourceId is required"_s;
    QTest::newRow("no type") << QString() << u"x"_s << u"resourceType is required"_s;
    QTest::newRow("unknown type") << u"galaxy"_s << u"x"_s << u"Unknown resource type: galaxy"_s;
    QTest::newRow("endless id") << u"task"_s << QString(600, u'x') << u"resourceId is too long"_s;
}

void CodecTest::resources()
{
    QFETCH(QString, type);
    QFETCH(QString, id);
    const Result<Resource> resource = resourceOf({Incoming::Action::Subscribe, type, id}, u"ann"_s);
    const QString outcome =
        resource ? QString(airavata::toString(resource->type) + u' ' + resource->id) : resource.error().message.text();
    QTEST(outcome, "outcome");
}

void CodecTest::texts_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("uptime");
    QTest::addColumn<QString>("remaining");
    QTest::newRow("the document's") << 9015 << u"2h 30m 15s"_s << u"2h 30m"_s;
    QTest::newRow("nothing") << 0 << u"0s"_s << u"0s"_s;
    QTest::newRow("seconds") << 45 << u"45s"_s << u"45s"_s;
    QTest::newRow("minutes") << 310 << u"5m 10s"_s << u"5m 10s"_s;
    QTest::newRow("days") << 90'000 << u"25h 0m 0s"_s << u"25h 0m"_s;
    QTest::newRow("a clock that went back") << -5 << u"0s"_s << u"0s"_s;
}

void CodecTest::texts()
{
    QFETCH(int, seconds);
    QTEST(uptimeText(std::chrono::seconds(seconds)), "uptime");
    QTEST(remainingText(std::chrono::seconds(seconds)), "remaining");
}

void CodecTest::statusesAndErrors()
{
    Execution execution = sweep(ExecutionState::Interrupted);
    execution.error = u"the server stopped"_s;
    QVERIFY(shapes::experiment(execution).contains(
        R"("status":"FAILED","ownerId":"user-456","projectId":"proj-789","error":"interrupted"})"));
    QCOMPARE(statusOf(ExecutionState::Cancelled), u"CANCELED"_s);
    QCOMPARE(statusOf(WorkerState::Idle), u"IDLE"_s);
    QCOMPARE(commandText({u"echo"_s, u"a b"_s, u"it's"_s, QString()}), u"echo 'a b' 'it'\\''s' ''"_s);
}

void CodecTest::everyRowHasAFixture()
{
    for (const Row &row : messageTable) {
        const QString name = QString::fromUtf16(row.name);
        QCOMPARE(at::object(at::fixture(name)).value("type"_L1).toString(), name);
        QVERIFY(&rowOf(row.type) == &row); // the table is in the order of Type
    }
}

void CodecTest::readmeShowsTheTable()
{
    QFile readme(QString::fromUtf8(AIRAVATA_README));
    QVERIFY(readme.open(QIODevice::ReadOnly));
    QVERIFY2(readme.readAll().contains(protocolTable().toUtf8()), qUtf8Printable(protocolTable()));
}

QTEST_GUILESS_MAIN(CodecTest)
#include "tst_codec.moc"
