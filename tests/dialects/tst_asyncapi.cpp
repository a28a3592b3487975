// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/asyncapi.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::dialects;
using namespace signalbox::dialects::schema;

namespace {

AsyncApi greetings(Credentials credentials)
{
    AsyncApi api{u"Greetings"_s, u"Says hello."_s, credentials, u"hello"_s, {{u"door"_s, u"/"_s, {}}}, {}};
    const Schema person = object({{"name"_L1, text()}}).named(u"Person"_s);
    api.messages = {
        {u"ask"_s, u"ask"_s, {}, u"Who is there?"_s, Sender::Client, object({{"to"_L1, person}})},
        {u"tell"_s, u"tell"_s, {}, {}, Sender::Server, object({{"all"_L1, list(person)}}), {u"ask"_s}},
        {u"sorry"_s, u"sorry"_s, {}, {}, Sender::Server, object({}), {u"ask"_s}, true},
        {u"bell"_s, u"bell"_s, {}, u"It rings."_s, Sender::Server, text(), {}, false, u"text"_s},
    };
    return api;
}

QJsonObject read(const AsyncApi &api, const RequestHead &head)
{
    return QJsonDocument::fromJson(asyncApiDocument(api, head, u"1.2"_s)).object();
}

QJsonValue at(QJsonValue value, const QString &path)
{
    for (const QString &name : path.split(u'/'))
        value = value[name];
    return value;
}

QStringList referencesOf(const QJsonValue &messages)
{
    QStringList keys;
    for (const QJsonValue message : messages.toArray())
        keys.append(message["$ref"_L1].toString().section(u'/', -1));
    return keys;
}

} // namespace

// What a message table becomes. That the documents of the dialects are AsyncAPI and true: app.asyncapi_program.
class AsyncApiTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void schemas_data();
    void schemas();
    void keys();
    void operationsFollowFromAnswers();
    void namedSchemasAreWrittenOnce();
    void textFramesAreNoJson();
    void theServerIsTheOneThatWasAsked_data();
    void theServerIsTheOneThatWasAsked();
    void severalChannelsHaveOperationsOfTheirOwn();
};

void AsyncApiTest::schemas_data()
{
    QTest::addColumn<Schema>("schema");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const Schema &schema, const QByteArray &json, const QString &words) {
        QTest::newRow(name) << schema << json << words;
    };
    row("any", any(u"what comes"_s), R"({"description":"what comes"})", {});
    row("text", text(), R"({"type":"string"})", {});
    row("uuid or null", uuid().orNull(), R"({"type":["string","null"],"format":"uuid"})", {});
    row("time", time(u"now"_s), R"({"type":"string","format":"date-time","description":"now"})", {});
    row("number", number().with("minimum"_L1, 0), R"({"type":"number","minimum":0})", {});
    row("integer", integer(), R"({"type":"integer"})", {});
    row("constant", constant(7), R"({"const":7})", u"7"_s);
    row("choice", choice({u"a"_s, u"b"_s}), R"({"type":"string","enum":["a","b"]})", {});
    row("empty object", object({}), R"({"type":"object","properties":{}})", u"{}"_s);
    row("object", object({{"z"_L1, constant(u"x"_s)}, optional("a"_L1, text())}),
        R"({"type":"object","properties":{"z":{"const":"x"},"a":{"type":"string"}},"required":["z"]})",
        u"{z: \"x\", a?}"_s);
    row("map", map(object({{"a"_L1, text()}})).orNull(),
        R"({"type":["object","null"],"additionalProperties":)"
        R"({"type":"object","properties":{"a":{"type":"string"}},"required":["a"]}})",
        u"{…: {a}}"_s);
    row("list", list(text(), u"by age"_s), R"({"type":"array","description":"by age","items":{"type":"string"}})",
        u"[]"_s);
    row("encoded", encoded(object({optional("a"_L1, list(any()))})),
        R"({"type":"string","contentMediaType":"application/json","contentSchema":)"
        R"({"type":"object","properties":{"a":{"type":"array","items":{}}}}})",
        u"{a?: []}"_s);
    row("either", either({object({}), constant(true)}),
        R"({"anyOf":[{"type":"object","properties":{}},{"const":true}]})", u"{} or true"_s);
    row("named", text().named(u"Name"_s), R"({"$ref":"#/components/schemas/Name"})", {});
}

void AsyncApiTest::schemas()
{
    QFETCH(Schema, schema);
    QFETCH(QByteArray, json);
    QFETCH(QString, words);
    JsonWriter writer;
    schema.write(writer);
    QCOMPARE(writer.take(), json);
    QCOMPARE(schema.words(), words);
}

void AsyncApiTest::keys()
{
    QCOMPARE(documentKey(u"instance:status_changed"_s), u"instanceStatusChanged"_s);
    QCOMPARE(documentKey(u"Failed to start/fetch"_s), u"failedToStartFetch"_s);
    QCOMPARE(documentKey(u"close-input"_s), u"closeInput"_s);
}

void AsyncApiTest::operationsFollowFromAnswers()
{
    const QJsonObject document = read(greetings(Credentials::Token), {});
    const QJsonObject operations = document.value("operations"_L1).toObject();
    QCOMPARE(operations.keys(), (QStringList{u"ask"_s, u"push"_s}));
    QCOMPARE(at(operations, u"ask/action"_s), u"receive"_s);
    QCOMPARE(at(operations, u"ask/summary"_s), u"Who is there?"_s);
    QCOMPARE(referencesOf(at(operations, u"ask/reply/messages"_s)), (QStringList{u"tell"_s, u"sorry"_s}));
    QCOMPARE(at(operations, u"push/action"_s), u"send"_s);
    QCOMPARE(referencesOf(at(operations, u"push/messages"_s)), (QStringList{u"sorry"_s, u"bell"_s}));
    QCOMPARE(at(document, u"channels/door/bindings/ws/headers/properties/Sec-WebSocket-Protocol/const"_s), u"hello"_s);
}

void AsyncApiTest::namedSchemasAreWrittenOnce()
{
    const QJsonObject components = read(greetings(Credentials::Token), {}).value("components"_L1).toObject();
    QCOMPARE(components.value("schemas"_L1).toObject().keys(), QStringList{u"Person"_s});
    QCOMPARE(at(components, u"schemas/Person/type"_s), u"object"_s);
    QCOMPARE(at(components, u"messages/tell/payload/properties/all/items/$ref"_s).toString().section(u'/', 1),
             u"components/schemas/Person"_s);
}

void AsyncApiTest::textFramesAreNoJson()
{
    const QJsonObject document = read(greetings(Credentials::Token), {});
    QCOMPARE(at(document, u"components/messages/bell/contentType"_s), u"text/plain"_s);
    QCOMPARE(at(document, u"components/messages/bell/x-frame"_s), u"text"_s);
    QCOMPARE(at(document, u"components/messages/ask/contentType"_s), u"application/json"_s);
}

void AsyncApiTest::theServerIsTheOneThatWasAsked_data()
{
    QTest::addColumn<Credentials>("credentials");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<bool>("secure");
    QTest::addColumn<Role>("anonymous");
    QTest::addColumn<QString>("server");
    QTest::addColumn<QStringList>("security");
    const QStringList token{u"token"_s, u"bearer"_s};
    QTest::newRow("password") << Credentials::Password << "a:1"_ba << false << Role::Admin << u"ws://a:1"_s
                              << QStringList{u"password"_s};
    QTest::newRow("token") << Credentials::Token << "[::1]:2"_ba << true << Role::Admin << u"wss://[::1]:2"_s << token;
    QTest::newRow("anybody may look") << Credentials::TokenOrAnonymous << "a"_ba << false << Role::Viewer << u"ws://a"_s
                                      << QStringList();
    QTest::newRow("nobody may") << Credentials::TokenOrAnonymous << "a"_ba << false << Role::None << u"ws://a"_s
                                << token;
    QTest::newRow("no host") << Credentials::Token << ""_ba << false << Role::None << u"ws://localhost:{port}"_s
                             << token;
}

void AsyncApiTest::theServerIsTheOneThatWasAsked()
{
    QFETCH(Credentials, credentials);
    QFETCH(QByteArray, host);
    QFETCH(bool, secure);
    QFETCH(Role, anonymous);
    QFETCH(QString, server);
    QFETCH(QStringList, security);
    RequestHead head;
    if (!host.isEmpty())
        head.headers = {{"host", host}};
    head.secure = secure;
    head.anonymousRole = anonymous;
    const QJsonObject document = read(greetings(credentials), head);
    const QJsonValue here = at(document, u"servers/here"_s);
    QCOMPARE(here["protocol"_L1].toString() + "://"_L1 + here["host"_L1].toString(), server);
    QCOMPARE(here["variables"_L1].isUndefined(), !host.isEmpty());
    QCOMPARE(referencesOf(here["security"_L1]), security);
    for (const QString &name : security)
        QVERIFY(at(document, u"components/securitySchemes/"_s + name).isObject());
    QCOMPARE(at(document, u"info/version"_s), u"1.2"_s);
}

void AsyncApiTest::severalChannelsHaveOperationsOfTheirOwn()
{
    AsyncApi api = greetings(Credentials::Token);
    api.channels.append({u"window"_s, u"/window/{id}"_s, {}, {{u"id"_s, u"of the window"_s}}});
    const QJsonObject document = read(api, {});
    QCOMPARE(document.value("operations"_L1).toObject().keys(),
             (QStringList{u"doorAsk"_s, u"doorPush"_s, u"windowAsk"_s, u"windowPush"_s}));
    QCOMPARE(at(document, u"channels/window/parameters/id/description"_s), u"of the window"_s);
    QCOMPARE(at(document, u"operations/windowAsk/channel/$ref"_s), u"#/channels/window"_s);
}

QTEST_GUILESS_MAIN(AsyncApiTest)
#include "tst_asyncapi.moc"
