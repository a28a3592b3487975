// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/agents/agentregistry.h"
#include "server/core/runtime/commandrouter.h"
#include "server/dialects/ark/arkdialect.h"
#include "server/dialects/ark/names.h"
#include "tests/support/fakeclock.h"
#include "tests/support/memoryinstances.h"
#include "tests/support/memoryjournal.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace signalbox;
using namespace signalbox::ark;
using namespace signalbox::dialects;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

// Ids 1, 2, 3 …, so that bodies can be compared whole.
class CountingIds final : public core::Ids
{
public:
    QString next() override { return QString::number(++m_last); }

private:
    int m_last = 0;
};

class NoEngine final : public core::CommandHandler
{
public:
    Result<QString> handle(const Command &) override { return unexpected(ErrorCode::Unsupported); }
};

// What an agent was handed for this attempt of a job.
QByteArray runOf(const QString &job, int attempt)
{
    Execution run;
    run.id = job;
    run.attempt = attempt;
    return jobRunId(run).toLatin1();
}

const QString jobTypeProblem =
    u"jobType must be one of the following values: INSTALL_SERVER, UPDATE_SERVER, START_INSTANCE, "
    "STOP_INSTANCE, RESTART_INSTANCE, BACKUP_INSTANCE, VERIFY_BACKUP, RESTORE_BACKUP, "
    "PRUNE_BACKUPS, SYNC_MODS, ACTIVATE_BUILD"_s;

const char *const registration = R"({"agentId":"a","hostname":"h","capabilities":{"supportsHardlinks":true,)"
                                 R"("maxConcurrentJobs":2,"supportedGameTypes":["ASA"]},"version":"1.0"})";

} // namespace

class ArkRestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void health();
    void anAgentWorksOffAJob();
    void instances();
    void instanceFilters_data();
    void instanceFilters();
    void jobsOfEveryKind();
    void logs();
    void jobTypes();
    void unknownQueryNames_data();
    void unknownQueryNames();
    void validation_data();
    void validation();
    void hundredThousandMistakesGetAShortAnswer();
    void refusals_data();
    void refusals();
    void oldJobsComeFromTheStore();
    void oldJobsMayBeCompletedAgain();
    void routesAndRoles();
    void openApiAgrees();

private:
    RestResponse call(const QByteArray &method, const QString &path, const QByteArray &body = {},
                      Role role = Role::Operator);
    QByteArray bodyOf(const QByteArray &method, const QString &path, const QByteArray &body = {})
    {
        return call(method, path, body).body;
    }
    // The clock's time as it stands in bodies.
    QByteArray now() const { return toIsoMilliseconds(m_clock.now()).toUtf8(); }
    QJsonValue message(const RestResponse &response) const
    {
        return QJsonDocument::fromJson(response.body)["message"_L1];
    }
    void addComponent()
    {
        Component storage;
        storage.id = u"storage"_s;
        storage.name = u"Storage"_s;
        storage.kind = u"database"_s;
        storage.state = ComponentState::Running;
        storage.stateSince = m_clock.now();
        QVERIFY(m_hub->record(ComponentChanged{storage}));
    }

    test::FakeClock m_clock;
    std::unique_ptr<CountingIds> m_ids;
    test::MemoryJournal m_journal;
    test::MemoryInstances m_instances;
    NoEngine m_engine;
    std::unique_ptr<core::Hub> m_hub;
    std::unique_ptr<core::AgentRegistry> m_registry;
    std::unique_ptr<core::CommandRouter> m_router;
    std::unique_ptr<ArkDialect> m_dialect;
    std::optional<Query> m_asked;
    Result<Answer> m_answer = unexpected(ErrorCode::NotFound);
};

void ArkRestTest::init()
{
    m_dialect.reset();
    m_registry.reset();
    m_clock = {};
    m_asked.reset();
    m_answer = unexpected(ErrorCode::NotFound);
    m_ids = std::make_unique<CountingIds>();
    m_hub = std::make_unique<core::Hub>(m_clock, *m_ids);
    m_registry = std::make_unique<core::AgentRegistry>(*m_hub, m_journal, m_instances,
                                                       core::AgentRegistryOptions{u"here"_s, u"0.1"_s});
    core::CommandHandlers handlers;
    handlers.executions = &m_engine;
    handlers.agents = m_registry.get();
    m_router = std::make_unique<core::CommandRouter>(*m_hub, handlers);
    m_hub->setHandler(m_router.get());
    ServerInfo info;
    info.host = u"here"_s;
    info.startedAt = m_clock.now();
    QVERIFY(m_hub->record(ServerChanged{info}));
    m_registry->start();
    const core::Ask ask = [this](const Query &query, QObject *, const core::AnswerCallback &answered) {
        if (const auto *jobs = std::get_if<AgentJobsQuery>(&query.body))
            return answered(Answer(AgentJobs{m_registry->jobsFor(jobs->agentId)}));
        m_asked = query;
        answered(m_answer);
    };
    DialectServices services{*m_hub};
    services.ask = ask;
    m_dialect = std::make_unique<ArkDialect>(services);
}

RestResponse ArkRestTest::call(const QByteArray &method, const QString &path, const QByteArray &body, Role role)
{
    const auto response = std::make_shared<std::optional<RestResponse>>();
    RestRequest request;
    request.head.method = method;
    request.head.path = path.section(u'?', 0, 0);
    const QString query = path.section(u'?', 1);
    if (!query.isEmpty()) {
        for (const QString &part : query.split(u'&'))
            request.head.query.append({part.section(u'=', 0, 0), part.section(u'=', 1)});
    }
    request.body = body;
    request.actor = {u"anonymous"_s, role, u"ark"_s, {}};
    request.peer = m_hub.get();
    const QStringList segments = request.head.path.split(u'/');
    std::optional<RestRoute> found;
    int literals = -1;
    for (const RestRoute &route : m_dialect->routes()) {
        const QStringList pattern = route.pattern.split(u'/');
        if (route.method != method || pattern.size() != segments.size())
            continue;
        int equal = 0;
        bool fits = true;
        QHash<QString, QString> captures;
        for (qsizetype at = 0; at < pattern.size(); ++at) {
            if (pattern.at(at).startsWith(u'{'))
                captures.insert(pattern.at(at).sliced(1).chopped(1), segments.at(at));
            else if (pattern.at(at) == segments.at(at))
                ++equal;
            else
                fits = false;
        }
        if (fits && equal > literals) {
            found = route;
            literals = equal;
            request.captures = captures;
        }
    }
    if (!found)
        return m_dialect->restError(request.head, 404, {});
    found->handle(request, [response](RestResponse answer) { *response = std::move(answer); });
    for (int turn = 0; turn < 100 && !*response; ++turn)
        QCoreApplication::processEvents();
    return response->value_or(RestResponse{0, {}, "no answer", {}});
}

void ArkRestTest::health()
{
    const QByteArray expected = R"({"status":"ok","timestamp":")" + now() + R"(","database":"connected"})";
    QCOMPARE(bodyOf("GET", u"/health"_s), expected);
    QCOMPARE(bodyOf("GET", u"/api/health"_s), expected);
}

void ArkRestTest::anAgentWorksOffAJob()
{
    RestResponse response = call("POST", u"/agents/register"_s, registration);
    QCOMPARE(response.status, 200);
    QCOMPARE(response.body, QByteArray(R"({"agentId":"a","status":"ONLINE","assignedJobs":[],"config":{)"
                                       R"("pollIntervalSeconds":5,"heartbeatIntervalSeconds":30,"maxRetries":3}})"));
    response = call("POST", u"/api/agents/heartbeat"_s,
                    R"({"agentId":"a","status":"ONLINE","activeJobIds":[],"resourceUsage":{"cpuPercent":12.5}})");
    QCOMPARE(response.status, 204);
    QVERIFY(response.body.isEmpty());
    QCOMPARE(m_hub->snapshot().agents.value(u"a"_s).resourceUsage.value(u"cpuPercent"_s).toDouble(), 12.5);

    response = call("POST", u"/jobs"_s, R"({"jobType":"INSTALL_SERVER","parameters":{"n":1}})");
    QCOMPARE(response.status, 201);
    const QString id = QJsonDocument::fromJson(response.body)["jobId"_L1].toString();
    const QByteArray runId = runOf(id, 1);
    const QByteArray begin =
        R"({"jobId":")" + id.toUtf8() + R"(","jobRunId":")" + runId + R"(","jobType":"INSTALL_SERVER","status":")";
    const QByteArray created = R"("parameters":{"n":1},"createdAt":")" + now() + R"(","retryCount":0,)";
    const QByteArray queued = begin + R"(QUEUED",)" + created
                              + R"("progressPercent":0,"progressMessage":"Job queued","priority":0,"agentId":"a"})";
    QCOMPARE(response.body, queued);
    const QByteArray polled = R"({"jobs":[)" + queued + "]}";
    QCOMPARE(bodyOf("GET", u"/jobs/poll?agentId=a"_s), polled);
    const QByteArray assigned = R"("assignedJobs":[")" + id.toUtf8() + "\"]";
    QVERIFY(bodyOf("POST", u"/agents/register"_s, registration).contains(assigned));

    const QByteArray run = R"("jobId":")" + id.toUtf8() + R"(","jobRunId":")" + runId + R"(",)";
    const QByteArray progress =
        "{" + run + R"("status":"RUNNING","percent":45,"message":"Installing","timestamp":"2024-01-15T10:30:00.000Z"})";
    QCOMPARE(call("POST", u"/jobs/progress"_s, progress).status, 204);
    QCOMPARE(bodyOf("GET", u"/jobs/poll?agentId=a"_s), QByteArray(R"({"jobs":[]})"));
    const QByteArray done = "{" + run + R"("status":"COMPLETED","result":{"buildId":"7"}})";
    QCOMPARE(call("POST", u"/jobs/complete"_s, done).status, 204);
    const QByteArray ended = begin + R"(COMPLETED",)" + created
                             + R"("progressPercent":100,"progressMessage":"Installing","priority":0,"agentId":"a",)"
                             + R"("startedAt":")" + now() + R"(","completedAt":")" + now()
                             + R"(","result":{"buildId":"7"}})";
    QCOMPARE(bodyOf("GET", "/jobs/"_L1 + id), ended);
    const QByteArray list = "[" + ended + "]";
    QCOMPARE(bodyOf("GET", u"/api/jobs"_s), list);

    response = call("POST", "/jobs/"_L1 + id + "/cancel"_L1); // a finished job stays finished
    QCOMPARE(response.status, 201);
    QCOMPARE(response.body, ended);
}

void ArkRestTest::instances()
{
    RestResponse response =
        call("POST", u"/instances"_s, R"({"name":"Island","gameType":"ASA","agentId":"a","config":{"map":"x"}})");
    QCOMPARE(response.status, 201);
    const QString id = QJsonDocument::fromJson(response.body)["instanceId"_L1].toString();
    const auto expected = [&](const QByteArray &name) {
        return QByteArray(R"({"instanceId":")" + id.toUtf8() + R"(","name":")" + name
                          + R"(","gameType":"ASA","status":"STOPPED","agentId":"a","createdAt":")" + now()
                          + R"(","updatedAt":")" + now() + R"(","config":{"map":"x"}})");
    };
    QCOMPARE(response.body, expected("Island"));
    QCOMPARE(m_instances.instances.value(id).name, u"Island"_s);
    QCOMPARE(bodyOf("GET", "/instances/"_L1 + id), expected("Island"));
    response = call("PUT", "/instances/"_L1 + id, R"({"name":"Centre"})");
    QCOMPARE(response.status, 200);
    QCOMPARE(response.body, expected("Centre"));
    QCOMPARE(bodyOf("GET", "/instances/"_L1 + id + "/logs"_L1), QByteArray("[]"));

    QCOMPARE(call("POST", u"/agents/register"_s, registration).status, 200);
    const QByteArray command = R"({"jobType":"SYNC_MODS","parameters":{},"instanceId":")" + id.toUtf8() + "\"}";
    response = call("POST", u"/jobs"_s, command);
    QCOMPARE(response.status, 201);
    const QString job = QJsonDocument::fromJson(response.body)["jobId"_L1].toString();
    response = call("DELETE", "/instances/"_L1 + id);
    QCOMPARE(response.status, 400);
    response = call("POST", "/jobs/"_L1 + job + "/cancel"_L1);
    QCOMPARE(response.status, 201);
    QVERIFY(response.body.contains(R"("status":"CANCELLED")"));
    response = call("DELETE", "/instances/"_L1 + id);
    QCOMPARE(response.status, 204);
    QCOMPARE(call("GET", "/instances/"_L1 + id).status, 404);
}

void ArkRestTest::instanceFilters_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("all") << u""_s << QStringList{u"Storage"_s, u"One"_s, u"Two"_s};
    QTest::newRow("agent") << u"?agentId=b"_s << QStringList{u"Two"_s};
    QTest::newRow("this host") << u"?agentId=here"_s << QStringList{u"Storage"_s};
    QTest::newRow("game") << u"?gameType=ASA"_s << QStringList{u"One"_s};
    QTest::newRow("status") << u"?status=RUNNING"_s << QStringList{u"Storage"_s};
    QTest::newRow("both") << u"?status=STOPPED&gameType=ASE"_s << QStringList{u"Two"_s};
    QTest::newRow("page") << u"?limit=1&offset=1"_s << QStringList{u"One"_s};
    QTest::newRow("behind") << u"?offset=9"_s << QStringList();
}

void ArkRestTest::instanceFilters()
{
    QFETCH(QString, query);
    addComponent();
    QCOMPARE(call("POST", u"/instances"_s, R"({"name":"One","gameType":"ASA","agentId":"a"})").status, 201);
    m_clock.advance(1s);
    QCOMPARE(call("POST", u"/instances"_s, R"({"name":"Two","gameType":"ASE","agentId":"b"})").status, 201);
    QStringList names;
    const QJsonArray list = QJsonDocument::fromJson(bodyOf("GET", "/instances"_L1 + query)).array();
    for (const QJsonValue &instance : list)
        names.append(instance["name"_L1].toString());
    QTEST(names, "names");
}

void ArkRestTest::jobsOfEveryKind()
{
    for (const ExecutionKind kind : {ExecutionKind::Pipeline, ExecutionKind::Process, ExecutionKind::Experiment}) {
        m_clock.advance(1s);
        Execution execution;
        execution.id = toString(kind);
        execution.kind = kind;
        execution.createdAt = m_clock.now();
        execution.state = kind == ExecutionKind::Process ? ExecutionState::Interrupted : ExecutionState::Running;
        QVERIFY(m_hub->record(ExecutionChanged{execution}));
    }
    const auto types = [this](const QString &query) {
        QStringList found;
        const QJsonArray list = QJsonDocument::fromJson(bodyOf("GET", "/jobs"_L1 + query)).array();
        for (const QJsonValue &job : list)
            found.append(job["jobType"_L1].toString());
        return found;
    };
    QCOMPARE(types({}), (QStringList{u"RUN_EXPERIMENT"_s, u"RUN_PROCESS"_s, u"RUN_PIPELINE"_s}));
    QCOMPARE(types(u"?status=FAILED"_s), QStringList{u"RUN_PROCESS"_s});
    QCOMPARE(types(u"?jobType=RUN_PIPELINE"_s), QStringList{u"RUN_PIPELINE"_s});
    QCOMPARE(types(u"?limit=1&offset=2"_s), QStringList{u"RUN_PIPELINE"_s});
    QVERIFY(bodyOf("GET", u"/jobs/process"_s).contains(R"("error":"interrupted")"));
}

// A line has the level that it names, else that of its stream: INFO, of standard error WARN.
void ArkRestTest::logs()
{
    addComponent();
    const LogPage page{{{u"storage"_s, 1, m_clock.now(), LogLevel::Warn, u"hot"_s},
                        {u"storage"_s, 2, m_clock.now(), LogLevel::Error, u"on fire"_s},
                        {u"storage"_s, 3, m_clock.now(), {}, u"out"_s, false, LogSource::Output},
                        {u"storage"_s, 4, m_clock.now(), {}, u"err"_s, false, LogSource::Error}}};
    m_answer = Answer(page);
    QByteArrayList objects;
    for (const QByteArray rest : {R"(WARN","message":"err"})", R"(INFO","message":"out"})",
                                  R"(ERROR","message":"on fire"})", R"(WARN","message":"hot"})"})
        objects.append(R"({"timestamp":")" + now() + R"(","level":")" + rest);
    const QByteArray expected = '[' + objects.join(',') + ']';
    QCOMPARE(bodyOf("GET", u"/instances/storage/logs?limit=7&since=2024-01-15T10:30:00.000Z&level=WARN"_s), expected);
    const LogQuery asked = std::get<LogQuery>(m_asked->body);
    QCOMPARE(asked.componentId, u"storage"_s);
    QCOMPARE(asked.limit, 7);
    QVERIFY(asked.since == fromIso(u"2024-01-15T10:30:00.000Z"_s));
    QVERIFY(asked.leastLevel == LogLevel::Warn);
    QCOMPARE(call("GET", u"/instances/nope/logs"_s).status, 404);
    QCOMPARE(message(call("GET", u"/instances/storage/logs?limit=0&since=x&level=LOUD"_s)).toArray(),
             (QJsonArray{u"limit must not be less than 1"_s, u"since must be a valid ISO 8601 date string"_s,
                         u"level must be one of the following values: INFO, WARN, ERROR, DEBUG, TRACE"_s}));
}

// "Job types are exactly" the eleven of the contracts, and the filter of the list knows them and those of other executions.
void ArkRestTest::jobTypes()
{
    QCOMPARE(call("POST", u"/agents/register"_s, registration).status, 200);
    const QStringList types = ark::jobTypes();
    QCOMPARE("jobType must be one of the following values: "_L1 + types.join(", "_L1), jobTypeProblem);
    for (const QString &type : types) {
        const RestResponse made =
            call("POST", u"/jobs"_s, R"({"parameters":{},"jobType":")" + type.toLatin1() + R"("})");
        QCOMPARE(made.status, 201);
        QCOMPARE(QJsonDocument::fromJson(bodyOf("GET", "/jobs?jobType="_L1 + type)).array().size(), 1);
    }
    for (const char *wrong : {R"("NOPE")", R"("install_server")", R"("RUN_PIPELINE")", R"("")", "1", "null"}) {
        const RestResponse refused =
            call("POST", u"/jobs"_s, R"({"parameters":{},"jobType":)" + QByteArray(wrong) + '}');
        QCOMPARE(refused.status, 400);
        QCOMPARE(message(refused).toArray(), QJsonArray{jobTypeProblem});
    }
    QCOMPARE(call("GET", u"/jobs?jobType=RUN_PIPELINE"_s).status, 200);
    QCOMPARE(call("GET", u"/jobs?jobType=NOPE"_s).status, 400);
}

void ArkRestTest::unknownQueryNames_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    for (const QString &prefix : {u""_s, u"/api"_s}) {
        for (const RouteRow &row : routeTable) {
            const QString path = prefix + QString::fromLatin1(row.pattern).replace("{id}"_L1, "storage"_L1);
            QTest::newRow(qPrintable(QLatin1String(row.method) + path)) << QByteArray(row.method) << path;
        }
    }
}

// Whatever else is wrong with the request.
void ArkRestTest::unknownQueryNames()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    addComponent();
    const RestResponse refused = call(method, path + "?foo=1&token=x&Limit=2"_L1);
    QCOMPARE(refused.status, 400);
    const QJsonArray said = message(refused).toArray();
    QCOMPARE(said.at(0).toString(), u"property foo should not exist"_s);
    QCOMPARE(said.at(1).toString(), u"property Limit should not exist"_s);
    QVERIFY(!call(method, path + "?token=x"_L1).body.contains("should not exist"));
}

void ArkRestTest::validation_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("messages");
    const auto row = [](const char *name, const QString &path, const QByteArray &body, const QStringList &messages) {
        QTest::newRow(name) << path << body << messages;
    };
    const QString reg = u"/agents/register"_s;
    row("nothing", reg, {},
        {u"agentId must be a string"_s, u"hostname must be a string"_s, u"capabilities must be an object"_s,
         u"version must be a string"_s});
    row("wrong type", reg, QByteArray(registration).replace(R"("h")", "7"), {u"hostname must be a string"_s});
    row("empty", reg, QByteArray(registration).replace(R"("h")", R"("")"), {u"hostname should not be empty"_s});
    row("long", reg, QByteArray(registration).replace(R"("h")", QByteArray('"' + QByteArray(256, 'h') + '"')),
        {u"hostname must be shorter than or equal to 255 characters"_s});
    row("NUL", reg, QByteArray(registration).replace(R"("h")", R"("\u0000h")"), {u"hostname must not contain NUL"_s});
    row("extra", reg, QByteArray(registration).replace(R"("version")", R"("extra":1,"version")"),
        {u"property extra should not exist"_s});
    row("nested", reg,
        QByteArray(registration).replace("true", "1").replace(":2,", ":2.5,").replace(R"(["ASA"])", R"(["X"],"y":1)"),
        {u"capabilities.property y should not exist"_s, u"capabilities.supportsHardlinks must be a boolean value"_s,
         u"capabilities.maxConcurrentJobs must be an integer number"_s,
         u"each value in capabilities.supportedGameTypes must be one of the following values: ASA, ASE"_s});
    row("heartbeat", u"/agents/heartbeat"_s,
        R"({"agentId":"a","status":"GREAT","activeJobIds":[1],"resourceUsage":{"cpuPercent":"x"}})",
        {u"status must be one of the following values: OFFLINE, REGISTERING, ONLINE, DEGRADED"_s,
         u"each value in activeJobIds must be a string"_s,
         u"resourceUsage.cpuPercent must be a number conforming to the specified constraints"_s});
    row("instance", u"/instances"_s, R"({"name":"x","gameType":"DOOM","agentId":"a","config":[]})",
        {u"gameType must be one of the following values: ASA, ASE"_s, u"config must be an object"_s});
    row("job", u"/jobs"_s, R"({"jobType":"NOPE","priority":1.5,"instanceId":1})",
        {jobTypeProblem, u"instanceId must be a string"_s, u"parameters must be an object"_s,
         u"priority must be an integer number"_s});
    row("big parameters", u"/jobs"_s,
        R"({"jobType":"SYNC_MODS","parameters":{"x":")" + QByteArray(70'000, 'x') + R"("}})",
        {u"parameters must not be larger than 65536 bytes"_s});
    const QByteArray run = R"({"jobId":"j","jobRunId":"j.1",)";
    row("too much", u"/jobs/progress"_s,
        run + R"("status":"RUNNING","percent":101,"message":"","timestamp":"2024-01-15T10:30:00.000Z"})",
        {u"percent must not be greater than 100"_s});
    row("too little", u"/jobs/progress"_s, run + R"("status":"DONE","percent":-1,"timestamp":"yesterday"})",
        {u"status must be one of the following values: CREATED, QUEUED, RUNNING, COMPLETED, FAILED, CANCELLED"_s,
         u"percent must not be less than 0"_s, u"message must be a string"_s,
         u"timestamp must be a valid ISO 8601 date string"_s});
    row("completion", u"/jobs/complete"_s, run + R"("status":"RUNNING","result":1,"error":2,"errorDetails":"x"})",
        {u"status must be one of the following values: COMPLETED, FAILED, CANCELLED"_s, u"result must be an object"_s,
         u"error must be a string"_s, u"errorDetails must be an object"_s});
}

void ArkRestTest::validation()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, body);
    QFETCH(QStringList, messages);
    const RestResponse response = call("POST", path, body);
    QCOMPARE(response.status, 400);
    const QJsonArray said = message(response).toArray();
    QCOMPARE(QJsonDocument(said).toJson(), QJsonDocument(QJsonArray::fromStringList(messages)).toJson());
    const QByteArray head = R"({"statusCode":400,"timestamp":")" + now() + R"(","path":")" + path.toUtf8()
                            + R"(","method":"POST","message":[)";
    QCOMPARE(response.body.left(head.size()), head);
}

void ArkRestTest::hundredThousandMistakesGetAShortAnswer()
{
    QByteArray members;
    for (int n = 0; n < 100'000; ++n)
        members += ",\"m" + QByteArray::number(n) + "\":1";
    const RestResponse response = call("POST", u"/jobs"_s, R"({"jobType":"SYNC_MODS","parameters":{})" + members + '}');
    QCOMPARE(response.status, 400);
    QCOMPARE(message(response).toArray().size(), 50);
    QCOMPARE(message(response)[0].toString(), u"property m0 should not exist"_s);
}

void ArkRestTest::refusals_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QByteArray &method, const QString &path, const QByteArray &body,
                        int status,
                        const QString &text) { QTest::newRow(name) << method << path << body << status << text; };
    row("route", "GET", u"/nope"_s, {}, 404, u"Cannot GET /nope"_s);
    row("no agents", "POST", u"/jobs"_s, R"({"jobType":"SYNC_MODS","parameters":{}})", 400,
        u"No available agents to assign job"_s);
    row("job", "GET", u"/jobs/x"_s, {}, 404, u"Job not found: x"_s);
    row("job under api", "GET", u"/api/jobs/x"_s, {}, 404, u"Job not found: x"_s);
    row("cancel", "POST", u"/jobs/x/cancel"_s, {}, 404, u"Job not found: x"_s);
    row("progress", "POST", u"/jobs/progress"_s,
        R"({"jobId":"x","jobRunId":"x.1","status":"RUNNING","message":"","timestamp":"2024-01-15T10:30:00Z"})", 404,
        u"Job not found: x"_s);
    row("instance", "GET", u"/instances/x"_s, {}, 404, u"Instance not found: x"_s);
    row("instance of a job", "POST", u"/jobs"_s, R"({"jobType":"SYNC_MODS","parameters":{},"instanceId":"x"})", 404,
        u"Instance not found: x"_s);
    row("delete", "DELETE", u"/instances/../x"_s, {}, 404, u"Cannot DELETE /instances/../x"_s);
    row("component PUT", "PUT", u"/instances/storage"_s, R"({"name":"x"})", 400,
        u"Instance storage is configured in the server's configuration file; change it there"_s);
    row("component DELETE", "DELETE", u"/instances/storage"_s, {}, 400,
        u"Instance storage is configured in the server's configuration file; change it there"_s);
    row("heartbeat", "POST", u"/agents/heartbeat"_s, R"({"agentId":"x","status":"ONLINE","activeJobIds":[]})", 404,
        u"Agent not found: x"_s);
    row("poll", "GET", u"/jobs/poll?agentId=x"_s, {}, 404, u"Agent not found: x"_s);
    row("array", "POST", u"/jobs"_s, "[]", 400, u"Body must be a JSON object"_s);
    row("garbage", "POST", u"/jobs"_s, "{{", 400, u"Body is not valid JSON: unterminated object at offset 2"_s);
}

void ArkRestTest::refusals()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QString, text);
    addComponent();
    const RestResponse response = call(method, path, body);
    QCOMPARE(message(response).toString(), text);
    const QByteArray expected = R"({"statusCode":)" + QByteArray::number(status) + R"(,"timestamp":")" + now()
                                + R"(","path":")" + path.section(u'?', 0, 0).toUtf8() + R"(","method":")" + method
                                + R"(","message":")" + text.toUtf8() + R"("})";
    QCOMPARE(response.body, expected);
    QCOMPARE(response.status, status);
}

void ArkRestTest::oldJobsComeFromTheStore()
{
    Execution old;
    old.id = u"old"_s;
    old.state = ExecutionState::Succeeded;
    m_answer = Answer(ExecutionDetail{old, {}});
    const QByteArray begin = R"({"jobId":"old","jobRunId":")" + runOf(u"old"_s, 1) + R"(","jobType":"RUN_PIPELINE")";
    QVERIFY(bodyOf("GET", u"/jobs/old"_s).startsWith(begin));
    QCOMPARE(std::get<ExecutionQuery>(m_asked->body).id, u"old"_s);
    m_answer = unexpected(ErrorCode::Internal, u"the database cannot be read"_s);
    QCOMPARE(call("GET", u"/jobs/old"_s).status, 500);
}

// An agent whose report was not answered repeats it, perhaps long after the job has left the Snapshot.
void ArkRestTest::oldJobsMayBeCompletedAgain()
{
    Execution old;
    old.id = u"old"_s;
    old.kind = ExecutionKind::Job;
    old.state = ExecutionState::Succeeded;
    m_answer = Answer(ExecutionDetail{old, {}});
    const auto complete = [this](const QByteArray &run, const QByteArray &status) {
        return call("POST", u"/jobs/complete"_s,
                    R"({"jobId":"old","jobRunId":")" + run + R"(","status":")" + status + R"("})");
    };
    QCOMPARE(complete(runOf(u"old"_s, 1), "COMPLETED").status, 204);
    QCOMPARE(message(complete(runOf(u"old"_s, 1), "FAILED")).toString(), u"Job old has ended already: succeeded"_s);
    QCOMPARE(complete(runOf(u"old"_s, 1), "FAILED").status, 400);
    QCOMPARE(message(complete(runOf(u"old"_s, 2), "COMPLETED")).toString(),
             "Job run not found: "_L1 + QString::fromLatin1(runOf(u"old"_s, 2)));
    m_answer = unexpected(ErrorCode::NotFound);
    QCOMPARE(complete(runOf(u"old"_s, 1), "COMPLETED").status, 404);
    m_answer = unexpected(ErrorCode::Internal, u"the database cannot be read"_s);
    QCOMPARE(complete(runOf(u"old"_s, 1), "COMPLETED").status, 500);
}

// Every route is served twice, with the role of the table; the Hub refuses a viewer, too.
void ArkRestTest::routesAndRoles()
{
    const QList<RestRoute> routes = m_dialect->routes();
    QCOMPARE(routes.size(), 2 * qsizetype(routeTable.size()) + 4); // and documents, and pages
    for (const RouteRow &row : routeTable) {
        for (const QLatin1String prefix : {""_L1, "/api"_L1}) {
            const QString pattern = prefix + QLatin1String(row.pattern);
            const auto route = std::find_if(routes.begin(), routes.end(), [&](const RestRoute &candidate) {
                return candidate.method == row.method && candidate.pattern == pattern;
            });
            QVERIFY2(route != routes.end(), qPrintable(pattern));
            QVERIFY(route->least == row.least);
        }
    }
    QCOMPARE(call("POST", u"/agents/register"_s, registration, Role::Viewer).status, 403);
    QCOMPARE(call("POST", u"/jobs"_s, R"({"jobType":"SYNC_MODS","parameters":{}})", Role::Viewer).status, 403);
    QCOMPARE(call("DELETE", u"/instances/x"_s, {}, Role::Viewer).status, 403);
}

void ArkRestTest::openApiAgrees()
{
    const RestResponse response = call("GET", u"/api/openapi.json"_s);
    QCOMPARE(response.status, 200);
    const QJsonObject document = QJsonDocument::fromJson(response.body).object();
    QVERIFY(document.value("openapi"_L1).toString().startsWith("3."_L1));
    QSet<QString> documented;
    const QJsonObject paths = document.value("paths"_L1).toObject();
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const QStringList methods = path.value().toObject().keys();
        for (const QString &method : methods)
            documented.insert(method.toUpper() + u' ' + path.key());
    }
    QSet<QString> served;
    for (const RestRoute &route : m_dialect->routes()) {
        if (!route.pattern.startsWith("/api/docs"_L1))
            served.insert(QString::fromLatin1(route.method) + u' ' + route.pattern);
    }
    QCOMPARE(documented, served);
    for (const RouteRow &row : routeTable) {
        const QJsonObject responses =
            paths.value(QLatin1String(row.pattern))[QString::fromLatin1(row.method).toLower()]["responses"_L1]
                .toObject();
        QVERIFY2(responses.contains(QString::number(row.success)), row.pattern);
    }
}

QTEST_GUILESS_MAIN(ArkRestTest)
#include "tst_rest.moc"
