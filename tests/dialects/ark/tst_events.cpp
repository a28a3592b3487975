// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/agents/agentregistry.h"
#include "server/dialects/ark/codec_events.h"
#include "server/dialects/ark/codes.h"
#include "server/dialects/ark/events.h"
#include "server/model/snapshot.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace signalbox;
using namespace signalbox::ark;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// The fixture of an event, without the white space between tokens.
QByteArray fixture(QString event)
{
    const QString name = event.replace(u':', u'-').replace(u'_', u'-');
    const QByteArray json = contentOf(QString::fromUtf8(FIXTURES "/") + name + u".json"_s);
    QByteArray result;
    bool inText = false;
    for (qsizetype at = 0; at < json.size(); ++at) {
        const char c = json.at(at);
        if (c == '"' && (at == 0 || json.at(at - 1) != '\\'))
            inText = !inText;
        if (inText || !QByteArrayView(" \n").contains(c))
            result.append(c);
    }
    return result;
}

Timestamp at(int minute)
{
    return *fromIso(u"2024-01-15T10:%1:00.000Z"_s.arg(minute, 2, 10, QChar(u'0')));
}

const QString jobId = u"550e8400-e29b-41d4-a716-446655440000"_s;
const QString instanceId = u"770e8400-e29b-41d4-a716-446655440002"_s;

Execution job(ExecutionState state = ExecutionState::Queued)
{
    Execution execution;
    execution.id = jobId;
    execution.kind = ExecutionKind::Job;
    execution.details = JobDetails{.jobType = u"INSTALL_SERVER"_s, .instanceId = instanceId};
    execution.state = state;
    execution.createdAt = at(29);
    if (isFinal(state))
        execution.endedAt = at(35);
    return execution;
}

Instance island(ComponentState state = ComponentState::Stopped)
{
    return {instanceId, u"The Island"_s, u"ASA"_s, u"agent-1"_s, {}, state, state, at(39), at(39)};
}

Agent agent(AgentState state = AgentState::Online)
{
    Agent agent;
    agent.id = u"agent-1"_s;
    agent.hostname = u"host-1"_s;
    agent.state = state;
    agent.registeredAt = at(28);
    agent.lastSeenAt = at(29);
    return agent;
}

// Applies Changes as the Hub does, and returns the events made of them.
class Teller
{
public:
    QList<QByteArray> tell(ChangeBody body, Timestamp time = at(40))
    {
        const Change change{snapshot.number + 1, time, {}, {}, std::move(body)};
        const Replaced replaced = apply(snapshot, change);
        return eventsOf(change, replaced);
    }
    QStringList names(ChangeBody body)
    {
        QStringList names;
        for (const QByteArray &event : tell(std::move(body)))
            names.append(QJsonDocument::fromJson(event)["event"_L1].toString());
        return names;
    }

    Snapshot snapshot;
};

Task task(const QString &node, ExecutionState state)
{
    Task task;
    task.executionId = jobId;
    task.nodeId = node;
    task.state = state;
    return task;
}

} // namespace

class ArkEventsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEventHasAFixture();
    void readmeHasTheTable();
    void writesTheDocument();
    void pipelinesTellOfEveryTask();
    void tasksTellHowFarTheyAre();
    void kinds_data();
    void kinds();
    void jobsGoBackToTheQueue();
    void endsAreToldOnce();
    void interruptedIsFailed();
    void componentsAreInstances();
    void agentsComeAndGo();
    void framesStaySmall_data();
    void framesStaySmall();
    void bigResultsAreLeftOut();
    void cuts_data();
    void cuts();
};

void ArkEventsTest::everyEventHasAFixture()
{
    for (const EventRow &row : eventTable) {
        const QString name = QString::fromUtf16(row.event);
        const QByteArray head = R"({"event":")" + name.toUtf8() + '"';
        QVERIFY2(fixture(name).startsWith(head), qPrintable(name));
    }
}

void ArkEventsTest::readmeHasTheTable()
{
    QVERIFY2(QString::fromUtf8(contentOf(QString::fromUtf8(ARK_README))).contains(protocolTable()),
             "paste what --print-protocol ark prints");
}

void ArkEventsTest::writesTheDocument()
{
    Teller teller;
    const auto said = [&](ChangeBody body, int minute = 40) {
        const QList<QByteArray> events = teller.tell(std::move(body), at(minute));
        return events.size() == 1 ? events.constFirst() : QByteArray::number(events.size()) + " events";
    };
    QCOMPARE(said(AgentChanged{agent()}), fixture(u"agent:registered"_s));
    QCOMPARE(said(AgentChanged{agent(AgentState::Degraded)}), fixture(u"agent:heartbeat"_s));
    QCOMPARE(said(AgentChanged{agent(AgentState::Offline)}), fixture(u"agent:offline"_s));

    QCOMPARE(said(InstanceChanged{island()}), fixture(u"instance:created"_s));
    QCOMPARE(said(InstanceChanged{island()}), fixture(u"instance:updated"_s));
    QCOMPARE(said(InstanceChanged{island(ComponentState::Running)}), fixture(u"instance:status_changed"_s));
    Instance settledOtherwise = island(ComponentState::Running);
    settledOtherwise.settled = ComponentState::Stopped;
    QVERIFY(teller.tell(InstanceChanged{settledOtherwise}).isEmpty()); // ARK shows the status alone
    QCOMPARE(said(InstanceRemoved{instanceId}, 41), fixture(u"instance:deleted"_s));

    QCOMPARE(said(ExecutionChanged{job()}), fixture(u"job:created"_s));
    Execution running = job(ExecutionState::Running);
    running.percent = 45;
    running.message = u"Installing server files..."_s;
    QCOMPARE(said(ExecutionChanged{running}, 30), fixture(u"job:progress"_s));
    Execution done = job(ExecutionState::Succeeded);
    done.result = QJsonObject{{u"buildId"_s, u"12345678"_s},
                              {u"installPath"_s, uR"(D:\Ark ASA ASM\runtime\cache\server_builds\ASA\12345678)"_s}};
    QCOMPARE(said(ExecutionChanged{done}), fixture(u"job:completed"_s));

    Execution failed = job(ExecutionState::Failed);
    failed.error = u"Job failed"_s;
    QCOMPARE(events::jobEnded(failed, at(35)), fixture(u"job:failed"_s));
    QCOMPARE(events::jobEnded(job(ExecutionState::Cancelled), at(35)), fixture(u"job:cancelled"_s));
    QCOMPARE(events::instanceLog({u"storage"_s, 1, at(40), LogLevel::Warn, u"disk is \"nearly\" full"_s}),
             fixture(u"instance:log"_s));
    QCOMPARE(events::instanceLog({u"storage"_s, 1, at(40), {}, u"disk is \"nearly\" full"_s, false, LogSource::Error}),
             fixture(u"instance:log"_s)); // standard error without a level is WARN
    QVERIFY(events::instanceLog({u"storage"_s, 1, at(40), {}, u"x"_s, false, LogSource::Output})
                .contains(R"("level":"INFO")"));
    QCOMPARE(said(ProblemOccurred{u"disk full"_s, u"store"_s}), fixture(u"system:error"_s));
    QVERIFY(!said(ProblemOccurred{u"disk full"_s, {}}).contains("context")); // the member is absent, not empty
}

void ArkEventsTest::pipelinesTellOfEveryTask()
{
    Teller teller;
    Execution pipeline = job(ExecutionState::Created);
    pipeline.kind = ExecutionKind::Pipeline;
    pipeline.details = {};
    QCOMPARE(teller.tell(ExecutionChanged{pipeline}).size(), 1);
    for (const QString &node : {u"a"_s, u"b"_s, u"c"_s})
        QVERIFY(teller.tell(TaskChanged{task(node, ExecutionState::Created)}).isEmpty());
    pipeline = *teller.snapshot.execution(jobId);
    pipeline.state = ExecutionState::Running;
    QVERIFY(teller.tell(ExecutionChanged{pipeline}).isEmpty());
    QVERIFY(teller.tell(TaskChanged{task(u"a"_s, ExecutionState::Running)}).isEmpty());
    const auto progress = [&](const QString &node, ExecutionState state) {
        const QList<QByteArray> events = teller.tell(TaskChanged{task(node, state)});
        const QJsonValue data =
            events.size() == 1 ? QJsonDocument::fromJson(events.constFirst())["data"_L1] : QJsonValue();
        return u"%1 %2 %3"_s.arg(data["status"_L1].toString())
            .arg(data["percent"_L1].toDouble())
            .arg(data["message"_L1].toString());
    };
    QCOMPARE(progress(u"a"_s, ExecutionState::Succeeded), u"RUNNING 33.33 1 of 3: a finished"_s);
    QVERIFY(teller.tell(TaskChanged{task(u"a"_s, ExecutionState::Succeeded)}).isEmpty()); // sent already
    QCOMPARE(progress(u"b"_s, ExecutionState::Failed), u"RUNNING 33.33 1 of 3: b failed"_s);
    QCOMPARE(progress(u"c"_s, ExecutionState::Cancelled), u"RUNNING 33.33 1 of 3: c cancelled"_s);
    pipeline = *teller.snapshot.execution(jobId);
    pipeline.state = ExecutionState::Failed;
    QCOMPARE(teller.names(ExecutionChanged{pipeline}), QStringList{u"job:failed"_s});
    QVERIFY(teller.tell(TaskChanged{task(u"d"_s, ExecutionState::Cancelled)}).isEmpty());
}

// job:progress "percent": the mean of the tasks, with the text of the one that came further.
void ArkEventsTest::tasksTellHowFarTheyAre()
{
    Teller teller;
    Execution pipeline = job(ExecutionState::Running);
    pipeline.kind = ExecutionKind::Pipeline;
    (void)teller.tell(ExecutionChanged{pipeline});
    for (const QString &node : {u"a"_s, u"b"_s})
        QVERIFY(teller.tell(TaskChanged{task(node, ExecutionState::Running)}).isEmpty());
    const auto told = [&](double percent, const QString &message) {
        Task further = task(u"a"_s, ExecutionState::Running);
        further.percent = percent;
        further.message = message;
        QByteArray all;
        for (const QByteArray &event : teller.tell(TaskChanged{further}, at(30)))
            all += event;
        return all;
    };
    QByteArray expected = fixture(u"job:progress"_s);
    QCOMPARE(told(90, u"Installing server files..."_s), expected);     // 45 of both
    QCOMPARE(told(80, u"Installing server files..."_s), QByteArray()); // never backwards
    QCOMPARE(told(80, u"Verifying"_s), expected.replace("Installing server files...", "Verifying"));
    QVERIFY(told(100, u"Verifying"_s).contains(R"("percent":50,)"));
}

void ArkEventsTest::kinds_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("type");
    QTest::newRow("pipeline") << static_cast<int>(ExecutionKind::Pipeline) << QByteArray("RUN_PIPELINE");
    QTest::newRow("process") << static_cast<int>(ExecutionKind::Process) << QByteArray("RUN_PROCESS");
    QTest::newRow("experiment") << static_cast<int>(ExecutionKind::Experiment) << QByteArray("RUN_EXPERIMENT");
}

void ArkEventsTest::kinds()
{
    QFETCH(int, kind);
    QFETCH(QByteArray, type);
    Teller teller;
    Execution execution = job();
    execution.kind = static_cast<ExecutionKind>(kind);
    execution.details = {};
    QCOMPARE(teller.tell(ExecutionChanged{execution}),
             QList<QByteArray>{R"({"event":"job:created","data":{"jobId":")" + jobId.toUtf8() + R"(","jobType":")"
                               + type + R"(","createdAt":"2024-01-15T10:29:00.000Z"}})"});
}

void ArkEventsTest::jobsGoBackToTheQueue()
{
    Teller teller;
    (void)teller.tell(ExecutionChanged{job()});
    (void)teller.tell(ExecutionChanged{job(ExecutionState::Running)});
    Execution again = job();
    again.attempt = 2;
    again.message = u"agent agent-1 went offline"_s;
    const QJsonDocument event = QJsonDocument::fromJson(teller.tell(ExecutionChanged{again}).value(0));
    QCOMPARE(event["data"_L1]["status"_L1].toString(), u"QUEUED"_s);
    QCOMPARE(event["data"_L1]["jobRunId"_L1].toString(), jobRunId(again));
}

void ArkEventsTest::endsAreToldOnce()
{
    Teller teller;
    QCOMPARE(teller.names(ExecutionChanged{job(ExecutionState::Cancelled)}),
             (QStringList{u"job:created"_s, u"job:cancelled"_s}));
    QVERIFY(teller.tell(ExecutionChanged{job(ExecutionState::Cancelled)}).isEmpty());
}

void ArkEventsTest::interruptedIsFailed()
{
    Teller teller;
    Execution interrupted = job(ExecutionState::Interrupted);
    interrupted.error = u"execution interrupted by a restart"_s;
    QVERIFY(teller.tell(ExecutionChanged{interrupted}).value(1).contains(R"("error":"interrupted")"));
}

void ArkEventsTest::componentsAreInstances()
{
    Teller teller;
    Component storage;
    storage.id = u"storage"_s;
    storage.name = u"Storage"_s;
    storage.kind = u"database"_s;
    QVERIFY(teller.tell(ComponentChanged{storage}).value(0).contains(R"("name":"Storage","gameType":"database")"));
    storage.pid = 5; // ARK does not show pids
    QVERIFY(teller.tell(ComponentChanged{storage}).isEmpty());
    storage.state = ComponentState::Error;
    storage.error = u"Error: the disk is full"_s;
    const QByteArray failed = teller.tell(ComponentChanged{storage}).value(0);
    QVERIFY2(failed.contains(R"("status":"ERROR")") && failed.endsWith(R"(,"error":"Error: the disk is full"}})"),
             failed);
    storage.name = u"Store"_s;
    storage.state = ComponentState::Starting;
    storage.error.clear();
    QCOMPARE(teller.names(ComponentChanged{storage}),
             (QStringList{u"instance:updated"_s, u"instance:status_changed"_s}));
    storage.state = ComponentState::Running;
    QVERIFY(!teller.tell(ComponentChanged{storage}).value(0).contains("error"));
    storage.error = u"it does not answer"_s; // degraded
    QVERIFY(teller.tell(ComponentChanged{storage}).value(0).contains(R"("error":"it does not answer")"));
    storage.error.clear();
    QVERIFY(!teller.tell(ComponentChanged{storage}).value(0).contains("error"));
    QVERIFY(teller.tell(ComponentChanged{storage}).isEmpty());
    QCOMPARE(teller.names(ComponentRemoved{u"storage"_s}), QStringList{u"instance:deleted"_s});
    QVERIFY(teller.tell(ComponentRemoved{u"storage"_s}).isEmpty());
}

void ArkEventsTest::agentsComeAndGo()
{
    Teller teller;
    QCOMPARE(teller.names(AgentChanged{agent()}), QStringList{u"agent:registered"_s});
    QCOMPARE(teller.names(AgentChanged{agent()}), QStringList{u"agent:heartbeat"_s});
    QCOMPARE(teller.names(AgentChanged{agent(AgentState::Offline)}), QStringList{u"agent:offline"_s});
    QVERIFY(teller.names(AgentChanged{agent(AgentState::Offline)}).isEmpty());
    QCOMPARE(teller.names(AgentChanged{agent()}), QStringList{u"agent:heartbeat"_s}); // online again
    Agent again = agent();
    again.registeredAt += 1ms;
    QCOMPARE(teller.names(AgentChanged{again}), QStringList{u"agent:registered"_s});
}

void ArkEventsTest::framesStaySmall_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << QString(100'000, u'x');
    QTest::newRow("quotes") << QString(100'000, u'"');
    QTest::newRow("control") << QString(100'000, QChar(1));
    QTest::newRow("wide") << QString(100'000, QChar(0x20ac));
    QTest::newRow("pairs") << u"\U0001F996"_s.repeated(50'000);
}

void ArkEventsTest::framesStaySmall()
{
    QFETCH(QString, text);
    Execution failed = job(ExecutionState::Failed);
    failed.error = text;
    const QString type = text.left(255);
    editDetails<JobDetails>(failed).jobType = type;
    const QList<QByteArray> all{events::instanceLog({u"storage"_s, 1, at(1), LogLevel::Info, text}),
                                events::jobEnded(failed, at(1)),
                                events::jobCreated(failed),
                                events::jobProgress(failed, text, at(1)),
                                events::systemError(text, text, at(1)),
                                events::instanceCreated(instanceId, text, text, at(1))};
    for (const QByteArray &event : all) {
        QVERIFY2(event.size() + 4 < events::frameBytes, qPrintable(QString::number(event.size())));
        QJsonParseError error;
        (void)QJsonDocument::fromJson(event, &error);
        QCOMPARE(error.error, QJsonParseError::NoError);
        QVERIFY(!event.contains("\xef\xbf\xbd")); // cut between characters
    }
    QVERIFY(all.constFirst().contains("… [cut]"));
}

void ArkEventsTest::bigResultsAreLeftOut()
{
    Execution done = job(ExecutionState::Succeeded);
    done.result = QJsonObject{{u"x"_s, QString(3700, u'x')}};
    QVERIFY(events::jobEnded(done, at(1)).contains("result"));
    done.result = QJsonObject{{u"x"_s, QString(4000, u'x')}};
    QCOMPARE(
        events::jobEnded(done, at(1)),
        QByteArray(R"({"event":"job:completed","data":{"jobId":"550e8400-e29b-41d4-a716-446655440000",)"
                   R"("jobRunId":"d8e95601-9d0d-552d-b933-1fa98937116d","completedAt":"2024-01-15T10:35:00.000Z"}})"));
}

void ArkEventsTest::cuts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("fits exactly") << QString(20, u'x') << QString(20, u'x');
    QTest::newRow("one too long") << QString(21, u'x') << QString(11, u'x') + u"… [cut]";
    QTest::newRow("pairs stay whole") << u"\U0001F996"_s.repeated(6) << u"\U0001F996"_s.repeated(2) + u"… [cut]";
    QTest::newRow("empty") << QString() << QString();
}

void ArkEventsTest::cuts()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(events::cut(text, 20), expected);
}

QTEST_GUILESS_MAIN(ArkEventsTest)
#include "tst_events.moc"
