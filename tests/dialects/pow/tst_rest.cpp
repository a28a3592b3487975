// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/dialects/pow/world.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>
#include <QUuid>

using namespace signalbox;
using namespace signalbox::dialects;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

QString idIn(const RestResponse &response)
{
    return QJsonDocument::fromJson('[' + response.body + ']').array().at(0).toString();
}

QJsonValue resolved(const QJsonObject &document, const QJsonValue &value)
{
    QString reference = value["$ref"_L1].toString();
    if (reference.isEmpty())
        return value;
    QJsonValue found = document;
    for (const QString &part : reference.sliced(2).split(u'/'))
        found = found[part];
    return found;
}

// Checks a value by the part of JSON Schema that our OpenAPI documents use. Empty, or the mismatch.
QString mismatch(const QJsonObject &document, const QJsonValue &givenSchema, const QJsonValue &value)
{
    const QJsonObject schema = resolved(document, givenSchema).toObject();
    const QString type = schema.value("type"_L1).toString();
    if (type == "string"_L1 && !value.isString())
        return u"no string"_s;
    if (schema.contains("enum"_L1) && !schema.value("enum"_L1).toArray().contains(value))
        return u"not one of the values"_s;
    if (type != "object"_L1)
        return {};
    const QJsonObject object = value.toObject();
    const QJsonArray required = schema.value("required"_L1).toArray();
    for (const QJsonValue name : required) {
        if (!object.contains(name.toString()))
            return u"without "_s + name.toString();
    }
    const QJsonObject properties = schema.value("properties"_L1).toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (!properties.contains(member.key()))
            return u"undocumented "_s + member.key();
        const QString inner = mismatch(document, properties.value(member.key()), member.value());
        if (!inner.isEmpty())
            return member.key() + u": "_s + inner;
    }
    return {};
}

} // namespace

class RestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void opens_data();
    void opens();
    void idIsToldOnceDurable();
    void idsAreNoHandlesToOthersSessions();
    void wholeLife();
    void leftOutParamsComeBackAsNull();
    void bufferKeepsLines();
    void inputAfterTheEnd();
    void inputThatNobodyReads();
    void closesInput();
    void cancelIsAnsweredAfterTheEnd();
    void reasonsHaveNoPrefix_data();
    void reasonsHaveNoPrefix();
    void unknownSessions_data();
    void unknownSessions();
    void sessionsAreTheirOwners();
    void webSocketCallsAreNoSessions();
    void unusedForAMinute();
    void everyRequestIsUse();
    void endedSessionsAreBounded();
    void basePath();
    void documentNamesItsServer();
    void documentAndRoutesAgree();
    void pages();

private:
    // Checks every answer against the OpenAPI document.
    RestResponse call(const QByteArray &method, const QString &path, const QByteArray &body = {},
                      Role role = Role::Operator, const QString &user = u"ann"_s);
    void checkAgainstDocument(const QByteArray &method, const QString &path, const RestResponse &response);
    QJsonObject document();
    QString start(const QByteArray &body = R"({"call":"echo","params":["p"]})")
    {
        const QString id = idIn(call("POST", u"/new"_s, body));
        m_ran.insert(id, m_world->processes.newest);
        return id;
    }
    QString ran(const QString &id) const { return m_ran.value(id); } // the execution of a session
    QByteArray status(const QString &id) { return call("GET", u"/status/"_s + id).body; }

    std::unique_ptr<World> m_world;
    QHash<QString, QString> m_ran;
    QString m_undocumented;
};

void RestTest::init()
{
    m_world = std::make_unique<World>();
    m_undocumented.clear();
}

void RestTest::cleanup()
{
    QCOMPARE(m_undocumented, QString());
}

QJsonObject RestTest::document()
{
    return QJsonDocument::fromJson(m_world->rest("GET", u"/openapi.json"_s).body).object();
}

RestResponse RestTest::call(const QByteArray &method, const QString &path, const QByteArray &body, Role role,
                            const QString &user)
{
    const RestResponse response = m_world->rest(method, path, body, role, user);
    if (response.status != 0)
        checkAgainstDocument(method, path, response);
    return response;
}

void RestTest::checkAgainstDocument(const QByteArray &method, const QString &path, const RestResponse &response)
{
    const QJsonObject whole = document();
    const QString known = path == "/new"_L1 ? path : path.section(u'/', 0, 1) + "/{id}"_L1;
    const QJsonValue promised =
        resolved(whole, whole.value("paths"_L1)[known][QString::fromLatin1(method.toLower())]["responses"_L1]
                                               [QString::number(response.status)]);
    const QString type = QString::fromLatin1(response.contentType.split(';').constFirst());
    const QJsonValue media = promised["content"_L1][type];
    const QJsonValue value = type == "application/json"_L1
                                 ? QJsonDocument::fromJson('[' + response.body + ']').array().at(0)
                                 : QJsonValue(QString::fromUtf8(response.body));
    const QString problem = media.isObject() ? mismatch(whole, media["schema"_L1], value) : u"not promised"_s;
    if (!problem.isEmpty())
        m_undocumented +=
            u"%1 %2 %3 %4: %5\n"_s.arg(QString::fromLatin1(method), path).arg(response.status).arg(type, problem);
}

void RestTest::opens_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Role>("role");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("answer"); // of /new, or of the status after it
    const auto rejected = [](const QByteArray &reason) -> QByteArray {
        return R"({"result":{"status":"rejected","reason":"failed to get process: )" + reason + R"("}})";
    };
    const QByteArray pending = R"({"result":{"status":"pending"}})";
    const QByteArray malformed = "failed to decode call message\n";
    const auto row = [](const char *name, const QByteArray &body, int code, const QByteArray &answer,
                        Role role = Role::Operator) { QTest::newRow(name) << body << role << code << answer; };
    row("starts", R"({"call":"echo","params":["a"]})", 200, pending);
    row("no params", R"({"call":"count"})", 200, pending);
    row("unknown process", R"({"call":"nope"})", 200, rejected("unknown process"));
    row("null params", R"({"call":"count","params":null})", 200, pending);
    row("capitals", R"({"CALL":"echo"})", 200, pending);
    row("null", "null", 200, rejected("unknown process"));
    row("empty object", "{}", 200, rejected("unknown process"));
    row("wrong params", R"({"call":"pair","params":["a"]})", 200, rejected("invalid args"));
    row("not allowed", R"({"call":"secret"})", 200, rejected("authorization denied"));
    row("viewer", R"({"call":"echo"})", 200, rejected("authorization denied"), Role::Viewer);
    row("viewer's own", R"({"call":"look"})", 200, pending, Role::Viewer);
    row("nothing", "", 400, malformed);
    row("garbage", "call=echo", 400, malformed);
    row("an array", "[]", 400, malformed);
    row("wrong types", R"({"call":"echo","params":[1]})", 400, malformed);
    row("too long", R"({"call":"echo","params":[")" + QByteArray(65'536, 'x') + R"("]})", 400, malformed);
}

void RestTest::opens()
{
    QFETCH(QByteArray, body);
    QFETCH(Role, role);
    QFETCH(int, code);
    QFETCH(QByteArray, answer);
    const RestResponse opened = call("POST", u"/new"_s, body, role);
    QCOMPARE(opened.status, code);
    if (code != 200) {
        QCOMPARE(opened.body, answer);
        QVERIFY(opened.contentType.startsWith("text/plain"));
        return;
    }
    QVERIFY(!idIn(opened).isEmpty());
    QCOMPARE(call("GET", u"/status/"_s + idIn(opened), {}, role).body, answer);
}

void RestTest::idIsToldOnceDurable()
{
    m_world->processes.holdsJournal = true;
    QCOMPARE(call("POST", u"/new"_s, R"({"call":"echo"})").status, 0);
    m_world->processes.makeDurable();
    QVERIFY(m_world->answer);
    QVERIFY(!idIn(*m_world->answer).isEmpty());
    // With a disk that hangs the id is told after 15 s all the same.
    QCOMPARE(call("POST", u"/new"_s, R"({"call":"echo"})").status, 0);
    m_world->clock.advance(Milliseconds(15'000));
    QVERIFY(m_world->answer);
    QVERIFY(!idIn(*m_world->answer).isEmpty());
}

// Every viewer sees the ids of executions (ARK lists them), and none of them is a way to somebody's session.
void RestTest::idsAreNoHandlesToOthersSessions()
{
    QStringList ids;
    for (const QByteArray body : {R"({"call":"echo"})", R"({"call":"echo"})", R"({"call":"nope"})"}) {
        const QString id = start(body);
        QCOMPARE(QUuid(id).version(), QUuid::Random);
        QCOMPARE(QUuid(id).toString(QUuid::WithoutBraces), id);
        QVERIFY(!ids.contains(id) && !m_world->hub.snapshot().execution(id));
        ids.append(id);
    }
    for (const Execution &execution : m_world->hub.snapshot().executions)
        QCOMPARE(call("GET", u"/status/"_s + execution.id).status, 404);
    QCOMPARE(m_world->hub.snapshot().executions.size(), 2);
}

void RestTest::wholeLife()
{
    const QString id = start();
    const RestResponse sent = call("POST", u"/input/"_s + id, "hello");
    QCOMPARE(sent.status, 200);
    QCOMPARE(sent.body, "input sent");
    QCOMPARE(m_world->processes.running[ran(id)].input, "hello");
    m_world->processes.writes(ran(id), "hel\xe2");
    QCOMPARE(status(id), R"({"result":{"status":"pending"}})");
    m_world->processes.writes(ran(id), "\x82\xac\nlo");
    QCOMPARE(status(id), "{\"buffer\":\"hel\xe2\x82\xac\",\"result\":{\"status\":\"pending\"}}");
    m_world->processes.ends(ran(id), ExecutionState::Succeeded);
    QCOMPARE(status(id),
             "{\"buffer\":\"hel\xe2\x82\xac\\nlo\",\"result\":{\"status\":\"fulfilled\",\"value\":[\"p\"]}}");
}

// "If omitted, assumes no arguments": the result of echo is then null, as that of existing servers.
void RestTest::leftOutParamsComeBackAsNull()
{
    for (const QByteArray body : {R"({"call":"echo"})", R"({"call":"echo","params":null})"}) {
        const QString id = start(body);
        m_world->processes.ends(ran(id), ExecutionState::Succeeded);
        QCOMPARE(status(id), R"({"result":{"status":"fulfilled","value":null}})");
    }
    const QString id = start(R"({"call":"echo","params":[]})");
    m_world->processes.ends(ran(id), ExecutionState::Succeeded);
    QCOMPARE(status(id), R"({"result":{"status":"fulfilled","value":[]}})");
}

void RestTest::bufferKeepsLines()
{
    const QString id = start(R"({"call":"count"})");
    QByteArray all;
    for (int line = 1; line <= 1500; ++line)
        all += QByteArray::number(line) + '\n';
    m_world->processes.writes(ran(id), all);
    const QString buffer = QJsonDocument::fromJson(status(id)).object().value("buffer"_L1).toString();
    QVERIFY(buffer.startsWith("501\n502\n"_L1));
    QVERIFY(buffer.endsWith("\n1500"_L1));
}

void RestTest::inputAfterTheEnd()
{
    const QString id = start();
    m_world->processes.ends(ran(id), ExecutionState::Succeeded);
    const RestResponse sent = call("POST", u"/input/"_s + id, "late");
    QCOMPARE(sent.status, 500);
    QCOMPARE(sent.body, "error copying data to process\n");
    QCOMPARE(call("POST", u"/closeInput/"_s + id).body, "input closed");
    QCOMPARE(call("POST", u"/cancel/"_s + id).body, "process cancelled");
    QCOMPARE(status(id), R"({"result":{"status":"fulfilled","value":["p"]}})");
}

void RestTest::inputThatNobodyReads()
{
    const QString id = start();
    m_world->processes.isInputFull = true;
    QCOMPARE(call("POST", u"/input/"_s + id, "much").status, 503);
}

void RestTest::closesInput()
{
    const QString id = start();
    const RestResponse closed = call("POST", u"/closeInput/"_s + id);
    QCOMPARE(closed.status, 200);
    QCOMPARE(closed.body, "input closed");
    QVERIFY(m_world->processes.running[ran(id)].isInputClosed);
    QCOMPARE(call("POST", u"/input/"_s + id, "late").status, 500);
    // The process ends, as many do at the end of their input.
    m_world->processes.ends(ran(id), ExecutionState::Succeeded);
    QCOMPARE(status(id), R"({"result":{"status":"fulfilled","value":["p"]}})");
}

void RestTest::cancelIsAnsweredAfterTheEnd()
{
    const QString id = start();
    m_world->processes.isStubborn = true;
    QCOMPARE(call("POST", u"/cancel/"_s + id).status, 0);
    QVERIFY(m_world->processes.running[ran(id)].isAskedToEnd);
    QCOMPARE(m_world->rest("GET", u"/status/"_s + id).body, R"({"result":{"status":"pending"}})");
    // rest() has dropped the first request's answer: a second request asks for the cancellation again.
    QCOMPARE(call("POST", u"/cancel/"_s + id).status, 0);
    m_world->processes.ends(ran(id), ExecutionState::Cancelled, u"cancelled by ann"_s);
    QVERIFY(m_world->answer);
    QCOMPARE(m_world->answer->status, 200);
    QCOMPARE(m_world->answer->body, "process cancelled");
    QCOMPARE(status(id), R"({"result":{"status":"rejected","reason":"client requested cancellation"}})");
}

void RestTest::reasonsHaveNoPrefix_data()
{
    QTest::addColumn<ExecutionState>("state");
    QTest::addColumn<QString>("error");
    QTest::addColumn<QString>("reason");
    QTest::newRow("exit status") << ExecutionState::Failed << u"exit status 3"_s << u"exit status 3"_s;
    QTest::newRow("signal") << ExecutionState::Failed << u"signal: killed"_s << u"signal: killed"_s;
    QTest::newRow("cancelled by somebody")
        << ExecutionState::Cancelled << u"cancelled by admin"_s << u"cancelled by admin"_s;
    QTest::newRow("interrupted") << ExecutionState::Interrupted << u"interrupted"_s << u"interrupted"_s;
}

void RestTest::reasonsHaveNoPrefix()
{
    QFETCH(ExecutionState, state);
    QFETCH(QString, error);
    const QString id = start();
    m_world->processes.ends(ran(id), state, error);
    const QJsonObject result = QJsonDocument::fromJson(status(id)).object().value("result"_L1).toObject();
    QCOMPARE(result.value("status"_L1).toString(), u"rejected"_s);
    QTEST(result.value("reason"_L1).toString(), "reason");
}

void RestTest::unknownSessions_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    for (const char *id : {"nope", "../../etc/passwd", "00000000-0000-0000-0000-000000000000"}) {
        QTest::addRow("status %s", id) << QByteArray("GET") << u"/status/"_s + QLatin1String(id);
        QTest::addRow("input %s", id) << QByteArray("POST") << u"/input/"_s + QLatin1String(id);
        QTest::addRow("closeInput %s", id) << QByteArray("POST") << u"/closeInput/"_s + QLatin1String(id);
        QTest::addRow("cancel %s", id) << QByteArray("POST") << u"/cancel/"_s + QLatin1String(id);
    }
}

void RestTest::unknownSessions()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    const RestResponse response = call(method, path);
    QCOMPARE(response.status, 404);
    QCOMPARE(response.body, "process not found\n");
    QVERIFY(response.contentType.startsWith("text/plain"));
}

void RestTest::sessionsAreTheirOwners()
{
    const QString id = start();
    QCOMPARE(call("GET", u"/status/"_s + id, {}, Role::Operator, u"bob"_s).status, 404);
    QCOMPARE(call("POST", u"/cancel/"_s + id, {}, Role::Operator, u"bob"_s).status, 404);
    QCOMPARE(call("POST", u"/input/"_s + id, "x", Role::Operator, u"bob"_s).status, 404);
    QVERIFY(m_world->processes.running[ran(id)].input.isEmpty());
    QCOMPARE(call("GET", u"/status/"_s + id, {}, Role::Admin, u"root"_s).status, 200);
    // A call that never ran belongs to its caller, too.
    const QString rejected = start(R"({"call":"nope"})");
    QCOMPARE(call("GET", u"/status/"_s + rejected, {}, Role::Operator, u"bob"_s).status, 404);
}

void RestTest::webSocketCallsAreNoSessions()
{
    FakePeer peer;
    const auto client = m_world->connect(peer);
    client->binaryReceived(R"({"call":"echo"})");
    QCOMPARE(call("GET", u"/status/"_s + m_world->processes.newest).status, 404);
}

void RestTest::unusedForAMinute()
{
    const QString running = start();
    const QString ended = start();
    const QString never = start(R"({"call":"nope"})");
    m_world->processes.ends(ran(ended), ExecutionState::Succeeded);
    m_world->clock.advance(Milliseconds(59'999));
    QVERIFY(m_world->processes.running.contains(ran(running)));
    m_world->clock.advance(Milliseconds(1));
    QVERIFY(m_world->processes.running.isEmpty());
    QVERIFY(m_world->hub.snapshot().execution(ran(running))->state == ExecutionState::Cancelled);
    for (const QString &id : {running, ended, never})
        QCOMPARE(call("GET", u"/status/"_s + id).status, 404);
}

void RestTest::everyRequestIsUse()
{
    const QString id = start();
    for (int i = 0; i < 5; ++i) {
        m_world->clock.advance(Milliseconds(50'000));
        QCOMPARE(call("GET", u"/status/"_s + id).status, 200);
    }
    // A request of another user does not count as use.
    m_world->clock.advance(Milliseconds(50'000));
    QCOMPARE(call("GET", u"/status/"_s + id, {}, Role::Operator, u"bob"_s).status, 404);
    m_world->clock.advance(Milliseconds(10'000));
    QCOMPARE(call("GET", u"/status/"_s + id).status, 404);
    QVERIFY(m_world->processes.running.isEmpty());
}

void RestTest::endedSessionsAreBounded()
{
    const QByteArray megabyte(1 << 20, 'x');
    QStringList opened;
    for (int i = 0; i < 70; ++i) {
        opened.append(start(R"({"call":"count"})"));
        m_world->processes.writes(ran(opened.constLast()), megabyte);
        m_world->processes.ends(ran(opened.constLast()), ExecutionState::Succeeded);
    }
    QCOMPARE(call("GET", u"/status/"_s + opened.constFirst()).status, 404);
    QCOMPARE(call("GET", u"/status/"_s + opened.constLast()).status, 200);
    int left = 0;
    for (const QString &id : opened)
        left += m_world->rest("GET", u"/status/"_s + id).status == 200;
    QCOMPARE(left, 63); // 64 MiB in all; a call holds a kilobyte more than its 1 MiB buffer
}

void RestTest::basePath()
{
    pow::PowDialect dialect(
        {.hub = m_world->hub, .streams = &m_world->processes, .settings = {{u"base_path"_s, u"/run/"_s}}});
    QStringList patterns;
    for (const RestRoute &route : dialect.routes())
        patterns.append(QString::fromLatin1(route.method) + u' ' + route.pattern);
    QVERIFY(patterns.contains(u"POST /run/new"_s));
    QVERIFY(patterns.contains(u"GET /run/status/{id}"_s));
    QVERIFY(patterns.contains(u"GET /run/docs"_s));
    for (const QString &pattern : patterns)
        QVERIFY(pattern.contains(" /run/"_L1));
}

// Relative to the document itself, so that it is right behind a proxy, too (docs/interface.md, "Behind a proxy").
void RestTest::documentNamesItsServer()
{
    for (const QString &basePath : {u"/"_s, u"/run/"_s}) {
        pow::PowDialect dialect(
            {.hub = m_world->hub, .streams = &m_world->processes, .settings = {{u"base_path"_s, basePath}}});
        QStringList patterns;
        QByteArray body;
        for (const RestRoute &route : dialect.routes()) {
            patterns.append(route.pattern);
            if (route.pattern == basePath + "openapi.json"_L1)
                route.handle({}, [&](const RestResponse &response) { body = response.body; });
        }
        const QJsonObject whole = QJsonDocument::fromJson(body).object();
        const QUrl server = QUrl(u"http://box"_s + basePath + "openapi.json"_L1)
                                .resolved(QUrl(whole.value("servers"_L1)[0]["url"_L1].toString()));
        QCOMPARE(server, QUrl(u"http://box"_s + basePath));
        for (const QString &path : whole.value("paths"_L1).toObject().keys())
            QVERIFY2(patterns.contains(basePath + path.sliced(1)), qPrintable(path));
    }
}

void RestTest::documentAndRoutesAgree()
{
    QStringList documented;
    const QJsonObject paths = document().value("paths"_L1).toObject();
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        for (const QString &member : path.value().toObject().keys()) {
            if (member != "parameters"_L1)
                documented.append(member.toUpper() + u' ' + path.key());
        }
    }
    QStringList served;
    for (const RestRoute &route : m_world->dialect.routes()) {
        if (!route.pattern.startsWith("/docs"_L1) && !route.pattern.endsWith("api.json"_L1))
            served.append(QString::fromLatin1(route.method) + u' ' + route.pattern);
    }
    documented.sort();
    served.sort();
    QCOMPARE(documented, served);
}

void RestTest::pages()
{
    const RestResponse moved = m_world->rest("GET", u"/docs"_s);
    QCOMPARE(moved.status, 301);
    QCOMPARE(moved.headers, (QList<std::pair<QByteArray, QByteArray>>{{"Location", "docs/"}}));
    const RestResponse page = m_world->rest("GET", u"/docs/"_s);
    QCOMPARE(page.status, 200);
    QVERIFY(page.contentType.startsWith("text/html"));
    // The page loads everything from this server, nothing is inline or from elsewhere.
    QVERIFY(!page.body.contains("://"));
    static const QRegularExpression source(u"(?:src|href)=\"([^\"]+)\""_s);
    int loaded = 0;
    for (auto found = source.globalMatch(QString::fromUtf8(page.body)); found.hasNext(); ++loaded)
        QCOMPARE(m_world->rest("GET", u"/docs/"_s + found.next().captured(1)).status, 200);
    QCOMPARE(loaded, 4);
    const auto policy = std::find_if(page.headers.cbegin(), page.headers.cend(),
                                     [](const auto &header) { return header.first == "Content-Security-Policy"; });
    QVERIFY(policy != page.headers.cend());
    QVERIFY(!policy->second.contains("unsafe"));
    QCOMPARE(m_world->rest("GET", u"/docs/nope.js"_s).status, 404);
    QCOMPARE(m_world->rest("GET", u"/docs/../openapi/pow.json"_s).status, 404);
}

QTEST_GUILESS_MAIN(RestTest)
#include "tst_rest.moc"
