// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/dialects/airavata/world.h"

#include <QFile>
#include <QTest>

#include <unistd.h>

using namespace signalbox;
using namespace signalbox::airavata;
namespace at = signalbox::airavata::test;
using namespace Qt::StringLiterals;
using dialects::RestResponse;

namespace {

const QByteArray newSweep = R"({"name":"Sweep","projectId":"default","commandTemplate":"echo {x}",)"
                            R"("parameters":[{"values":{"x":1}},{"values":{"x":2}}]})";

} // namespace

// REST as the README of server/dialects/airavata describes it ("The wire as implemented").
class RestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers_data();
    void answers();
    void bothVersionsAreTheSame();
    void openApiNamesEveryRoute();
    void logsIn();
    void refreshes();
    void logsOut();
    void createsSubmitsAndCancels();
    void snakeCaseIsRead();
    void programsAreRefusedWith400();
    void listsOwnAndOfOwnProjects();
    void projects();
    void progressIsTheDocuments();
    void timelineAndOutputs();
    void asksTheStore();
    void tasksComeInOrder_data();
    void tasksComeInOrder();
    void secretsStayInside();
};

void RestTest::answers_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("part");
    const auto row = [](const char *request, const char *user, const QByteArray &body, int status,
                        const QByteArray &part = {}) {
        QTest::addRow("%s as %s: %d %s", request, user, status, body.left(40).constData())
            << QByteArray(request) << QString::fromLatin1(user) << body << status << part;
    };
    // e1 is ann's, running, with t1 succeeded and t2 failed; e2 is ann's and created; e3 is ann's and has ended.
    row("GET health", "", {}, 200, R"("status":"healthy")");
    row("GET projects", "", {}, 401, R"({"error":)");
    row("GET projects", "vic", {}, 200, R"("id":"default")");
    row("POST projects", "vic", R"({"name":"x"})", 403);
    row("POST projects", "ann", R"({"name":"x"})", 201, R"("name":"x","description":"","ownerId":"ann")");
    row("POST projects", "ann", R"({})", 400, "name is required");
    row("POST projects", "ann", R"({"name":7})", 400, "name must be a string");
    row("POST projects", "ann", "[", 400, "not a JSON object");
    row("GET projects/nope", "ann", {}, 404, "project 'nope' not found");
    row("PUT projects/default", "ann", R"({"name":"x"})", 403);
    row("PUT projects/default", "admin", R"({"name":"All"})", 200, R"("name":"All")");
    row("DELETE projects/default", "admin", {}, 409, "cannot be deleted");
    row("POST experiments", "vic", newSweep, 403);
    row("POST experiments", "ann", newSweep, 201, R"("status":"CREATED")");
    row("POST experiments", "ann", "nonsense", 400, "not a JSON object");
    row("POST experiments", "ann", R"({"name":"x"})", 400, "projectId is required");
    row("POST experiments", "ann", R"({"name":"x","projectId":"default","commandTemplate":"a"})", 400,
        "parameters is required");
    row("POST experiments", "ann", R"({"name":"x","projectId":"default","commandTemplate":"a","parameters":[{}]})", 400,
        "parameters[0].values must be an object");
    row("POST experiments", "ann",
        R"({"name":"x","projectId":"default","commandTemplate":"a","parameters":[{"values":{}}],"maxRetries":-1})", 400,
        "maxRetries");
    row("POST experiments", "ann",
        R"({"name":"x","projectId":"nope","commandTemplate":"a","parameters":[{"values":{}}]})", 404,
        "project 'nope' not found");
    row("GET experiments/e1", "ann", {}, 200, R"({"experiment":{"id":"e1","name":"Sweep","status":"RUNNING")");
    row("GET experiments/e1", "bob", {}, 404, "experiment 'e1' not found");
    row("GET experiments/e1", "admin", {}, 200);
    row("GET experiments/nope", "ann", {}, 404, R"({"error":"experiment 'nope' not found"})");
    row("GET experiments/e1/summary", "ann", {}, 200, R"("totalTasks":2,"completedTasks":1,"failedTasks":1)");
    row("GET experiments/e1/progress", "ann", {}, 200, R"({"experimentId":"e1","totalTasks":2)");
    row("GET experiments/e1/tasks", "ann", {}, 200, R"("total":2)");
    row("GET experiments/e1/failed-tasks", "ann", {}, 200, R"("error":"exit status 1")");
    row("GET experiments/e1/timeline", "bob", {}, 404);
    row("GET experiments/e1/outputs", "ann", {}, 200, R"("file":"t1.out")");
    row("GET experiments/e1/outputs/t1/t1.out", "ann", {}, 200, "hello from t1\n");
    row("GET experiments/e1/outputs/e1.t1/t1.out", "ann", {}, 200, "hello from t1\n");
    row("GET experiments/e1/outputs/t1/..", "ann", {}, 404, "output '..' not found");
    row("GET experiments/e1/outputs/t2/t2.out", "ann", {}, 404);
    row("GET experiments/e1/outputs/t9/x", "ann", {}, 404, "task 't9' not found");
    row("GET experiments/e1/outputs/t1/t1.out", "bob", {}, 404, "experiment 'e1' not found");
    row("PUT experiments/e1", "ann", R"({"name":"New","description":"why"})", 200, R"("name":"New")");
    row("PUT experiments/e1", "ann", R"({"commandTemplate":"rm"})", 400, "commandTemplate cannot be changed");
    row("PUT experiments/e1", "ann", R"({"name":""})", 400);
    row("PUT experiments/e3", "ann", R"({"name":"x"})", 409);
    row("PUT experiments/e1", "bob", R"({"name":"x"})", 404);
    row("DELETE experiments/e1", "ann", {}, 409, "cancel it first");
    row("DELETE experiments/e2", "ann", {}, 200, R"({"success":true)");
    row("DELETE experiments/e2", "vic", {}, 403);
    row("POST experiments/e2/submit", "ann", "{}", 200, R"("tasks":[{"id":"e2.t1")");
    row("POST experiments/e2/submit", "ann", {}, 200, R"("status":"QUEUED")");
    row("POST experiments/e1/submit", "ann", {}, 409, "submitted already");
    row("POST experiments/e1/cancel", "ann", {}, 200, R"("status":"CANCELED")");
    row("POST experiments/e3/cancel", "ann", {}, 409, "ended already: COMPLETED");
    row("POST experiments/e3/retry", "ann", {}, 201);
    row("POST experiments/e1/retry", "ann", {}, 409);
    row("GET tasks/e1.t1", "ann", {}, 200, R"({"task":{"id":"e1.t1","experimentId":"e1","status":"COMPLETED")");
    row("GET tasks/e1.t1", "bob", {}, 404, "task 'e1.t1' not found");
    row("GET tasks/e1.t9", "ann", {}, 404, "task 'e1.t9' not found");
    row("GET tasks/e1.t1/progress", "ann", {}, 200,
        R"({"taskId":"e1.t1","experimentId":"e1","status":"COMPLETED","progressPercent":100.0)");
    row("GET workers", "vic", {}, 200, R"({"workers":[{"id":"host-1","computeResourceId":"host")");
    row("GET experiments?status=galactic", "ann", {}, 400, "unknown status 'galactic'");
    row("GET experiments?limit=many", "ann", {}, 400, "limit must be a number");
    row("GET experiments?createdAfter=yesterday", "ann", {}, 400, "createdAfter must be a time");
    row("POST experiments/search", "ann", R"({"query":"sw","limit":7})", 200, R"("limit":7,"offset":0)");
    row("GET experiments/search?query=x&limit=5000", "ann", {}, 200, R"("limit":1000)");
    row("POST auth/login", "", R"({"username":"ann"})", 400, "username and password are required");
    row("POST auth/refresh", "", {}, 401);
    row("POST auth/logout", "", {}, 401);
}

void RestTest::answers()
{
    QFETCH(QByteArray, request);
    QFETCH(QString, user);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, part);
    at::World world;
    const Actor ann = world.actorOf(u"ann"_s);
    world.begin(ann, u"default"_s, 2);
    world.move(u"e1"_s, ExecutionState::Running);
    world.moveTask(u"e1"_s, 1, ExecutionState::Running);
    world.moveTask(u"e1"_s, 1, ExecutionState::Succeeded);
    world.moveTask(u"e1"_s, 2, ExecutionState::Failed);
    world.begin(ann, u"default"_s, 1, ExecutionKind::Experiment, false);
    world.begin(ann, u"default"_s, 0);
    world.move(u"e3"_s, ExecutionState::Succeeded);
    (void)world.hub.record(WorkerChanged{{u"host-1"_s, u"host"_s, WorkerState::Idle, {}, {}}});

    const QList<QByteArray> words = request.split(' ');
    const QList<QByteArray> target = words.at(1).split('?');
    QList<std::pair<QString, QString>> query;
    for (const QByteArray &pair : target.size() > 1 ? target.at(1).split('&') : QList<QByteArray>())
        query.append({QString::fromUtf8(pair.split('=').value(0)), QString::fromUtf8(pair.split('=').value(1))});
    const RestResponse response =
        world.call(words.at(0), u"/api/v2/"_s + QString::fromUtf8(target.at(0)), user, body, query);
    QTEST(response.status, "status");
    QVERIFY2(response.body.contains(part), response.body);
    if (response.status >= 400)
        QVERIFY2(at::object(response.body).value("error"_L1).isString(), response.body);
}

void RestTest::bothVersionsAreTheSame()
{
    at::World world;
    QMap<QString, int> counts;
    for (const dialects::RestRoute &route : world.dialect.routes())
        ++counts[QString::fromLatin1(route.method) + route.pattern.sliced(7)];
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        QVERIFY2(it.value() == 2, qUtf8Printable(it.key()));
    QCOMPARE(world.call("GET", u"/api/v1/health"_s, {}).status, 200);
}

void RestTest::openApiNamesEveryRoute()
{
    QFile file(u":/signalbox/openapi/airavata.json"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QJsonParseError error;
    const QJsonObject paths = QJsonDocument::fromJson(file.readAll(), &error).object().value("paths"_L1).toObject();
    QCOMPARE(error.error, QJsonParseError::NoError);
    QStringList written;
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        for (const QString &method : path->toObject().keys())
            written.append(method.toUpper() + u' ' + path.key());
    }
    QStringList spoken;
    at::World world;
    for (const dialects::RestRoute &route : world.dialect.routes()) {
        const QString path = route.pattern.sliced(7);
        if (route.pattern.startsWith("/api/v2/"_L1) && !path.startsWith("/docs"_L1) && !path.endsWith("api.json"_L1))
            spoken.append(QString::fromLatin1(route.method) + u' ' + path);
    }
    written.sort();
    spoken.sort();
    QCOMPARE(written, spoken);
}

void RestTest::logsIn()
{
    at::World world;
    const auto login = [&](const QByteArray &body, bool isOwn = true) {
        std::optional<RestResponse> answer;
        for (const dialects::RestRoute &route : world.dialect.routes()) {
            dialects::RestRequest request;
            request.body = body;
            request.peer = &world.hub;
            request.head.user = {true, isOwn ? ::geteuid() : uid_t(12'345)};
            if (route.pattern == "/api/v2/auth/login"_L1)
                route.handle(request, [&](RestResponse response) { answer = std::move(response); });
        }
        (void)QTest::qWaitFor([&] { return answer.has_value(); }); // passwords are checked on another thread
        return answer.value_or(RestResponse{0, {}, {}, {}});
    };
    QCOMPARE(login(R"({"username":"ann","password":"wrong"})").status, 401);
    const RestResponse wellKnown = login(R"({"username":"ann","password":"ann"})", false);
    QCOMPARE(wellKnown.status, 403);
    QCOMPARE(at::object(wellKnown.body).value("error"_L1).toString(),
             u"Well-known passwords count only for the server's own user on this machine (set another password)"_s);
    const RestResponse good = login(R"({"username":"ann","password":"ann"})");
    QCOMPARE(good.status, 200);
    const QJsonObject body = at::object(good.body);
    QCOMPARE(body.value("token"_L1), body.value("access_token"_L1));
    QCOMPARE(body.value("expiresIn"_L1).toInt(), 3600);
    QCOMPARE(body.value("expires_in"_L1).toInt(), 3600);
    QCOMPARE(body.value("user"_L1)["id"_L1].toString(), u"ann"_s);
    const auto known = world.authenticator.checkToken(body.value("token"_L1).toString().toUtf8());
    QVERIFY(known && known->user.name == u"ann"_s);
    for (int i = 0; i < 4; ++i)
        (void)login(R"({"username":"ann","password":"wrong"})");
    QTRY_COMPARE(login(R"({"username":"ann","password":"wrong"})").status, 429);
}

void RestTest::refreshes()
{
    at::World world;
    const QByteArray body = "{\"token\":\"" + world.token(u"ann"_s) + "\"}";
    world.clock.advance(std::chrono::minutes(1));
    const RestResponse response = world.call("POST", u"/api/v2/auth/refresh"_s, {}, body);
    QCOMPARE(response.status, 200);
    QVERIFY(!at::object(response.body).value("token"_L1).toString().isEmpty());
    QCOMPARE(world.call("POST", u"/api/v2/auth/refresh"_s, {}, R"({"token":"a.b.c"})").status, 401);
    const QByteArray foreign = "{\"token\":\"" + *world.tokens.issue(u"ann"_s, std::chrono::hours(1)) + "\"}";
    QCOMPARE(world.call("POST", u"/api/v2/auth/refresh"_s, {}, foreign).status, 401);
}

void RestTest::logsOut()
{
    at::World world;
    const QByteArray token = world.authenticator.begin(u"ann"_s)->token;
    const QList<std::pair<QString, QString>> query{{u"token"_s, QString::fromLatin1(token)}};
    const RestResponse response = world.call("POST", u"/api/v2/auth/logout"_s, u"ann"_s, {}, query);
    QCOMPARE(response.status, 200);
    QCOMPARE(response.body, R"({"success":true,"message":"Logged out"})"_ba);
    QVERIFY(!world.authenticator.checkToken(token));
    QCOMPARE(world.call("POST", u"/api/v2/auth/logout"_s, u"ann"_s, {}, query).status, 401);
    world.authenticator.keepEndedSessions({}, [](const core::EndedSession &, const core::Sessions::Done &done) {
        done(unexpected(ErrorCode::Internal, u"disk full"_s));
    });
    const QString other = QString::fromLatin1(world.authenticator.begin(u"ann"_s)->token);
    QCOMPARE(world.call("POST", u"/api/v2/auth/logout"_s, u"ann"_s, {}, {{u"token"_s, other}}).status, 500);
}

void RestTest::createsSubmitsAndCancels()
{
    at::World world;
    const auto client = world.connect(u"ann"_s, u"/ws/user"_s);
    const RestResponse created = world.call("POST", u"/api/v2/experiments"_s, u"ann"_s, newSweep);
    QCOMPARE(created.status, 201);
    const QJsonObject body = at::object(created.body);
    QCOMPARE(body.value("success"_L1).toBool(), true);
    QVERIFY(body.contains("message"_L1));
    QCOMPARE(body.value("experiment"_L1)["ownerId"_L1].toString(), u"ann"_s);
    const QString id = body.value("experiment"_L1)["id"_L1].toString();
    const RestResponse submitted = world.call("POST", u"/api/v2/experiments/%1/submit"_s.arg(id), u"ann"_s, "{}");
    QCOMPARE(submitted.status, 200);
    QCOMPARE(at::object(submitted.body).value("tasks"_L1).toArray().size(), 2);
    QCOMPARE(world.call("POST", u"/api/v2/experiments/%1/cancel"_s.arg(id), u"ann"_s).status, 200);
    QCOMPARE(at::types(client->peer.take()),
             (QStringList{u"experiment_created"_s, u"task_created"_s, u"task_created"_s, u"experiment_updated"_s,
                          u"experiment_updated"_s})); // QUEUED, CANCELED
}

void RestTest::snakeCaseIsRead()
{
    at::World world;
    const QByteArray body = R"({"name":"Sweep","project_id":"default","command_template":"echo {x}",)"
                            R"("max_retries":2,"submit":true,"parameters":[{"values":{"x":1}}]})";
    const RestResponse created = world.call("POST", u"/api/v1/experiments"_s, u"ann"_s, body);
    QCOMPARE(created.status, 201);
    QCOMPARE(at::object(created.body).value("experiment"_L1)["status"_L1].toString(), u"QUEUED"_s);
    const RestResponse one =
        world.call("GET", u"/api/v1/experiments/e1"_s, u"ann"_s, {}, {{u"include_tasks"_s, u"true"_s}});
    QCOMPARE(at::object(one.body).value("tasks"_L1).toArray().size(), 1);
}

void RestTest::programsAreRefusedWith400()
{
    at::World world;
    world.refusal = Error{ErrorCode::Forbidden, u"commandTemplate: the program 'rm' is not allowed here"_s};
    const RestResponse refused = world.call("POST", u"/api/v2/experiments"_s, u"ann"_s, newSweep);
    QCOMPARE(refused.status, 400);
    QVERIFY(refused.body.contains("'rm' is not allowed"));
    world.refusal = Error{ErrorCode::Maintenance, u"maintenance mode is active"_s};
    QCOMPARE(world.call("POST", u"/api/v2/experiments"_s, u"ann"_s, newSweep).status, 503);
}

void RestTest::listsOwnAndOfOwnProjects()
{
    at::World world;
    const QString project = *world.hub.submit(world.actorOf(u"bob"_s), CreateProject{u"Bob's"_s, {}});
    world.begin(world.actorOf(u"ann"_s), project, 0);
    world.begin(world.actorOf(u"ann"_s), u"default"_s, 0);
    world.begin(world.actorOf(u"bob"_s), u"default"_s, 0);
    const auto total = [&](const QString &user, const QList<std::pair<QString, QString>> &query = {}) {
        const RestResponse response = world.call("GET", u"/api/v2/experiments"_s, user, {}, query);
        return at::object(response.body).value("total"_L1).toInt(-1);
    };
    QCOMPARE(total(u"ann"_s), 2);
    QCOMPARE(total(u"bob"_s), 2);
    QCOMPARE(world.lastHistory.filter.orProjects, QStringList{project});
    QCOMPARE(total(u"vic"_s), 0);
    QCOMPARE(total(u"admin"_s), 3);
    QCOMPARE(total(u"bob"_s, {{u"ownerId"_s, u"ann"_s}}), 0);
    (void)total(u"bob"_s, {{u"project_id"_s, project}, {u"status"_s, u"failed"_s}, {u"limit"_s, u"5"_s}});
    QCOMPARE(world.lastHistory.filter.owner, QString());
    QCOMPARE(world.lastHistory.filter.project, project);
    QVERIFY(world.lastHistory.filter.states
            == (QList<ExecutionState>{ExecutionState::Failed, ExecutionState::Interrupted}));
    QCOMPARE(world.lastHistory.limit, 5);
    (void)total(u"bob"_s, {{u"projectId"_s, u"default"_s}});
    QCOMPARE(world.lastHistory.filter.owner, u"bob"_s);
}

void RestTest::projects()
{
    at::World world;
    const RestResponse created = world.call("POST", u"/api/v2/projects"_s, u"ann"_s, R"({"name":"Reefs"})");
    const QString id = at::object(created.body).value("project"_L1)["id"_L1].toString();
    QVERIFY(world.hub.snapshot().projects.contains(id));
    const QString path = u"/api/v2/projects/"_s + id;
    QCOMPARE(world.call("GET", path, u"ann"_s).status, 200);
    QCOMPARE(world.call("GET", path, u"bob"_s).status, 404);
    QCOMPARE(at::object(world.call("GET", u"/api/v2/projects"_s, u"bob"_s).body).value("total"_L1).toInt(), 1);
    QCOMPARE(world.call("PUT", path, u"ann"_s, R"({"description":"Corals"})").status, 200);
    QCOMPARE(world.hub.snapshot().projects.value(id).description, u"Corals"_s);
    world.begin(world.actorOf(u"ann"_s), id, 0);
    QCOMPARE(world.call("DELETE", path, u"ann"_s).status, 409);
    world.move(u"e1"_s, ExecutionState::Cancelled);
    QCOMPARE(world.call("DELETE", path, u"ann"_s).status, 200);
    QVERIFY(!world.hub.snapshot().projects.contains(id));
}

void RestTest::progressIsTheDocuments()
{
    at::World world;
    const QString id = world.begin(world.actorOf(u"ann"_s), u"default"_s, 2);
    const RestResponse response = world.call("GET", u"/api/v2/experiments/e1/progress"_s, u"ann"_s);
    QCOMPARE(at::object(response.body).keys(),
             (QStringList{u"completedTasks"_s, u"estimatedTimeRemaining"_s, u"experimentId"_s, u"failedTasks"_s,
                          u"lastUpdated"_s, u"message"_s, u"pendingTasks"_s, u"progress"_s, u"progressPercent"_s,
                          u"runningTasks"_s, u"status"_s, u"totalTasks"_s}));
}

void RestTest::timelineAndOutputs()
{
    at::World world;
    const QString id = world.begin(world.actorOf(u"ann"_s), u"default"_s, 1);
    world.clock.advance(Milliseconds(10));
    world.move(id, ExecutionState::Running);
    world.moveTask(id, 1, ExecutionState::Running);
    world.clock.advance(Milliseconds(10));
    world.moveTask(id, 1, ExecutionState::Succeeded);
    world.move(id, ExecutionState::Succeeded);
    QStringList events;
    const QJsonObject body = at::object(world.call("GET", u"/api/v2/experiments/e1/timeline"_s, u"ann"_s).body);
    for (const QJsonValue event : body.value("events"_L1).toArray())
        events.append(event["event"_L1].toString());
    QCOMPARE(events, (QStringList{u"experiment_created"_s, u"task_created"_s, u"experiment_started"_s,
                                  u"task_started"_s, u"experiment_ended"_s, u"task_ended"_s}));
    const RestResponse output = world.call("GET", u"/api/v2/experiments/e1/outputs/t1/t1.out"_s, u"ann"_s);
    QCOMPARE(output.body, QByteArray("hello from t1\n")); // joined from several queries
    QCOMPARE(output.contentType, QByteArray("application/octet-stream"));
}

void RestTest::asksTheStore()
{
    at::World world;
    Execution old;
    old.id = u"old"_s;
    old.owner = u"ann"_s;
    old.state = ExecutionState::Interrupted;
    world.stored.insert(old.id, {old, {}});
    const RestResponse response = world.call("GET", u"/api/v2/experiments/old"_s, u"ann"_s);
    QCOMPARE(response.status, 200);
    QVERIFY(response.body.contains(R"("error":"interrupted")"));
    QCOMPARE(world.call("GET", u"/api/v2/experiments/old"_s, u"bob"_s).status, 404);
    QCOMPARE(world.call("DELETE", u"/api/v2/experiments/old"_s, u"bob"_s).status, 404);
    QVERIFY(world.stored.contains(old.id));
    QCOMPARE(world.call("DELETE", u"/api/v2/experiments/old"_s, u"ann"_s).status, 200);
    QVERIFY(!world.stored.contains(old.id));
}

// Tasks are listed in the order of the request: "t10" does not come before "t2".
void RestTest::tasksComeInOrder_data()
{
    QTest::addColumn<bool>("isStored");
    QTest::newRow("live") << false;
    QTest::newRow("from the store") << true;
}

void RestTest::tasksComeInOrder()
{
    QFETCH(bool, isStored);
    at::World world;
    const QString id = world.begin(world.actorOf(u"ann"_s), u"default"_s, 11);
    Execution execution = *world.hub.snapshot().execution(id);
    editDetails<ExperimentDetails>(execution).parameters.resize(11);
    QVERIFY(world.hub.record(ExecutionChanged{execution}));
    QString path = u"/api/v2/experiments/"_s + id;
    if (isStored) {
        world.stored.insert(u"old"_s, {execution, world.hub.snapshot().tasks.value(id).values()});
        path = u"/api/v2/experiments/old"_s;
    }
    QStringList expected;
    for (int i = 1; i <= 11; ++i)
        expected.append(u"%1.t%2"_s.arg(id).arg(i));
    const QList<RestResponse> answers{
        world.call("GET", path + u"/tasks"_s, u"ann"_s),
        world.call("GET", path, u"ann"_s, {}, {{u"includeTasks"_s, u"true"_s}}),
    };
    for (const RestResponse &answer : answers) {
        QStringList ids;
        for (const QJsonValue &task : at::object(answer.body).value(u"tasks"_s).toArray())
            ids.append(task[u"id"_s].toString());
        QCOMPARE(ids, expected);
    }
}

void RestTest::secretsStayInside()
{
    at::World world;
    const QByteArray token = world.token(u"ann"_s);
    const auto client = world.connect(u"ann"_s, u"/ws/user"_s);
    client->say(R"({"type":"system_status"})");
    for (const QByteArray &frame : client->peer.take())
        QVERIFY(!frame.contains(token));
}

QTEST_GUILESS_MAIN(RestTest)
#include "tst_rest.moc"
