// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/sutra/codec.h"
#include "server/dialects/sutra/sutradialect.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakepeer.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace signalbox;
using namespace signalbox::dialects;
using namespace Qt::StringLiterals;

namespace {

QByteArray fixture(const QString &name)
{
    QFile file(QString::fromUtf8(FIXTURES "/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// The document's example without white space outside texts; none of its texts holds an escaped quotation mark.
QByteArray compact(QByteArray json)
{
    bool inText = false;
    QByteArray result;
    for (const char c : json) {
        if (c == '"')
            inText = !inText;
        if (inText || !QByteArrayView(" \n").contains(c))
            result.append(c);
    }
    return result;
}

// Carries out Commands at once, but never starts a component named "broken".
class Obedient final : public core::CommandHandler
{
public:
    explicit Obedient(core::Hub &hub) : m_hub(hub) {}

    Result<QString> handle(const Command &command) override
    {
        if (const auto *start = std::get_if<StartComponent>(&command.body))
            return move(command, start->id, {ComponentState::Starting, ComponentState::Running});
        if (const auto *stop = std::get_if<StopComponent>(&command.body))
            return move(command, stop->id, {ComponentState::Stopping, ComponentState::Stopped});
        return unexpected(ErrorCode::Unsupported);
    }

private:
    Result<QString> move(const Command &command, const QString &id, const QList<ComponentState> &states)
    {
        for (const ComponentState state : states) {
            Component component = *m_hub.snapshot().component(id);
            const bool fails = id == "broken"_L1 && state == ComponentState::Running;
            component.state = fails ? ComponentState::Error : state;
            component.error = fails ? u"cannot start '/nope': No such file or directory"_s : QString();
            (void)m_hub.record(ComponentChanged{component}, &command);
            if (fails) {
                m_hub.complete(command, id, Error{ErrorCode::Internal, component.error});
                return id;
            }
        }
        m_hub.complete(command, id);
        return id;
    }

    core::Hub &m_hub;
};

} // namespace

class SutraTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void writesTheDocumentsFrame();
    void firstFrameAtOnceThenOnePerTick();
    void oneEncodingForAll();
    void subscribeNarrows();
    void subscribeIsCheapForOthers();
    void ignoresOtherFrames_data();
    void ignoresOtherFrames();
    void rest_data();
    void rest();
    void failedStartShowsErrorAndComponent();
    void anonymousWithoutARoleIsRefused();

private:
    RestResponse call(const QByteArray &method, const QString &pattern, const QString &id, const QByteArray &body = {},
                      Role role = Role::Admin);
    void tick() { QVERIFY(m_hub->record(MetricsSampled{m_hub->snapshot().metrics})); }

    test::FakeClock m_clock;
    core::Ids m_ids;
    std::unique_ptr<core::Hub> m_hub;
    std::unique_ptr<Obedient> m_handler;
    std::unique_ptr<sutra::SutraDialect> m_dialect;
};

void SutraTest::init()
{
    m_dialect.reset();
    m_clock = {};
    m_hub = std::make_unique<core::Hub>(m_clock, m_ids);
    m_handler = std::make_unique<Obedient>(*m_hub);
    m_hub->setHandler(m_handler.get());
    m_dialect = std::make_unique<sutra::SutraDialect>(dialects::DialectServices{*m_hub});
    connect(m_hub.get(), &core::Hub::changed, m_hub.get(),
            [this](const Change &change, const Replaced &replaced) { m_dialect->changed(change, replaced); });

    const Timestamp now = m_clock.now();
    Component storage;
    storage.id = u"storage"_s;
    storage.name = u"Storage Engine"_s;
    storage.state = ComponentState::Running;
    storage.pid = 12345;
    storage.startedAt = now - Milliseconds(3'600'500);
    Component api;
    api.id = u"api"_s;
    api.name = u"Sutra API"_s;
    api.position = 1;
    QVERIFY(m_hub->record(ComponentChanged{storage}));
    QVERIFY(m_hub->record(ComponentChanged{api}));
    QVERIFY(m_hub->record(
        MetricsSampled{{now, 1000, 5000, 12.5, 0.0, 0.0, 5.2, 45.1, 0, 0, {{u"storage"_s, {12345, 2.1, 45.2}}}}}));
}

void SutraTest::writesTheDocumentsFrame()
{
    QCOMPARE(sutra::status(m_hub->snapshot()), compact(fixture(u"status.json"_s)));
}

void SutraTest::firstFrameAtOnceThenOnePerTick()
{
    test::FakePeer peer;
    const auto client = m_dialect->create(peer, {});
    client->opened();
    QCOMPARE(peer.take().size(), 1);
    Component api = *m_hub->snapshot().component(u"api"_s);
    api.state = ComponentState::Starting;
    QVERIFY(m_hub->record(ComponentChanged{api}));
    QCOMPARE(peer.take().size(), 0);
    tick();
    const QList<QByteArray> frames = peer.take();
    QCOMPARE(frames.size(), 1);
    QVERIFY(frames.constFirst().contains(R"("state":"starting")"));
}

void SutraTest::oneEncodingForAll()
{
    test::FakePeer first;
    test::FakePeer second;
    const auto one = m_dialect->create(first, {});
    const auto two = m_dialect->create(second, {});
    tick();
    QCOMPARE(first.latest.size(), 1);
    QCOMPARE(first.latest.constFirst().constData(), second.latest.constFirst().constData()); // one shared buffer
}

void SutraTest::subscribeNarrows()
{
    test::FakePeer peer;
    const auto client = m_dialect->create(peer, {});
    client->textReceived(fixture(u"subscribe.json"_s).replace(R"("storage", "api")", R"("api")"));
    tick();
    QCOMPARE(peer.take().constFirst(), compact(fixture(u"narrowed-status.json"_s)));
    QVERIFY(!peer.subscriptions.isEmpty());
}

// 150 clients with 15 000 names each, of nothing or repeated: each keeps what is known, and a tick stays short.
void SutraTest::subscribeIsCheapForOthers()
{
    std::vector<std::unique_ptr<test::FakePeer>> peers;
    std::vector<std::unique_ptr<dialects::Session>> clients;
    for (int number = 0; number < 150; ++number) {
        const QByteArray names =
            QByteArray(R"("x",)").repeated(14'998) + R"("api",")" + QByteArray::number(number) + '"';
        peers.push_back(std::make_unique<test::FakePeer>());
        clients.push_back(m_dialect->create(*peers.back(), {}));
        clients.back()->textReceived(R"({"type":"subscribe","metrics":["y","cpu","cpu"],"components":[)" + names
                                     + "]}");
        QCOMPARE(peers.back()->subscriptions, (QStringList{u"components: api"_s, u"metrics: cpu"_s}));
    }
    QElapsedTimer timer;
    timer.start();
    tick();
    QVERIFY2(timer.elapsed() < 20, qPrintable(QString::number(timer.elapsed())));
    for (const auto &peer : peers)
        QCOMPARE(peer->latest.constFirst().constData(), peers.front()->latest.constFirst().constData()); // shared
}

void SutraTest::ignoresOtherFrames_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::newRow("garbage") << QByteArray("{{{{");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("another type") << QByteArray(R"({"type":"stop","components":["storage"]})");
    QTest::newRow("wrong shapes") << QByteArray(R"({"type":["subscribe"]})");
    QTest::newRow("deep") << QByteArray(100'000, '[');
}

void SutraTest::ignoresOtherFrames()
{
    QFETCH(QByteArray, frame);
    test::FakePeer peer;
    const auto client = m_dialect->create(peer, {});
    client->textReceived(frame);
    client->binaryReceived(frame);
    QVERIFY(peer.messages.isEmpty());
    QVERIFY(!peer.closed);
    tick();
    QCOMPARE(peer.take().constFirst(), sutra::status(m_hub->snapshot()));
}

RestResponse SutraTest::call(const QByteArray &method, const QString &pattern, const QString &id,
                             const QByteArray &body, Role role)
{
    std::optional<RestResponse> response;
    RestRequest request;
    request.captures.insert(u"id"_s, id);
    request.body = body;
    request.actor = {u"ann"_s, role, u"sutra"_s, {}};
    request.peer = m_hub.get();
    for (const RestRoute &route : m_dialect->routes()) {
        if (route.method == method && route.pattern == pattern)
            route.handle(request, [&](RestResponse answer) { response = std::move(answer); });
    }
    return response.value_or(RestResponse{0, {}, "no such route, or no answer", {}});
}

void SutraTest::rest_data()
{
    QTest::addColumn<QString>("verb");
    QTest::addColumn<QString>("id");
    QTest::addColumn<Role>("role");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    const QByteArray unknown = R"({"success":false,"error":"Unknown component"})";
    QTest::newRow("start") << u"start"_s << u"api"_s << Role::Operator << 200
                           << QByteArray(R"({"success":true,"component":{"name":"Sutra API","state":"running",)");
    QTest::newRow("stop") << u"stop"_s << u"storage"_s << Role::Operator << 200
                          << QByteArray(R"({"success":true,"component":{"name":"Storage Engine","state":"stopped",)");
    QTest::newRow("unknown") << u"start"_s << u"nope"_s << Role::Operator << 400 << unknown;
    QTest::newRow("not a path") << u"stop"_s << u"../../etc"_s << Role::Operator << 400 << unknown;
    QTest::newRow("running") << u"start"_s << u"storage"_s << Role::Operator << 400
                             << QByteArray(R"({"success":false,"error":"Component already running"})");
    QTest::newRow("stopped") << u"stop"_s << u"api"_s << Role::Operator << 400
                             << QByteArray(R"({"success":false,"error":"Component already stopped"})");
    QTest::newRow("viewer") << u"start"_s << u"api"_s << Role::Viewer << 403
                            << QByteArray(
                                   R"({"success":false,"error":"This needs the role 'operator'; ann has 'viewer'"})");
}

void SutraTest::rest()
{
    QFETCH(QString, verb);
    QFETCH(QString, id);
    QFETCH(Role, role);
    QFETCH(QByteArray, body);
    const RestResponse response = call("POST", u"/api/components/{id}/"_s + verb, id, {}, role);
    QTEST(response.status, "status");
    QCOMPARE(response.body.left(body.size()), body);
}

void SutraTest::failedStartShowsErrorAndComponent()
{
    Component broken;
    broken.id = u"broken"_s;
    QVERIFY(m_hub->record(ComponentChanged{broken}));
    const RestResponse response = call("POST", u"/api/components/{id}/start"_s, u"broken"_s);
    QCOMPARE(response.status, 500);
    const QJsonObject body = QJsonDocument::fromJson(response.body).object();
    QCOMPARE(body.value("error"_L1).toString(), u"cannot start '/nope': No such file or directory"_s);
    QCOMPARE(body.value("component"_L1)["state"_L1].toString(), u"error"_s);
}

void SutraTest::anonymousWithoutARoleIsRefused()
{
    std::optional<Admission> admission;
    RequestHead head;
    head.path = u"/ws"_s;
    m_dialect->admit(head, [&](Admission decided) { admission = std::move(decided); });
    QVERIFY(std::holds_alternative<RefuseHttp>(*admission));
    head.anonymousRole = Role::Viewer;
    m_dialect->admit(head, [&](Admission decided) { admission = std::move(decided); });
    QVERIFY(std::holds_alternative<Accept>(*admission));
}

QTEST_GUILESS_MAIN(SutraTest)
#include "tst_sutra.moc"
