// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/metrics/sampler.h"
#include "tests/core/processes.h"
#include "tests/core/supervised.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::test;
using namespace std::chrono_literals;

namespace {

// Calls back `late` after (below 0: before) the time it was asked for.
class InexactClock final : public Clock
{
public:
    Timestamp now() const override { return fake.now(); }
    std::chrono::nanoseconds unixNanoseconds() const override { return fake.unixNanoseconds(); }
    std::chrono::steady_clock::time_point steady() const override { return fake.steady(); }
    void after(Milliseconds delay, QObject *context, std::function<void()> callback) override
    {
        fake.after(delay + late, context, std::move(callback));
    }
    FakeClock fake;
    Milliseconds late{0};
};

// An HTTP source of metrics: answers every connection with the same bytes, slowly if a test says so.
class Source : public QTcpServer
{
public:
    explicit Source(const QByteArray &answer) : m_answer(answer)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection()) {
                ++asked;
                ++open;
                connect(socket, &QTcpSocket::disconnected, this, [this] { --open; });
                socket->write(m_answer);
                if (!m_answer.isEmpty())
                    socket->disconnectFromHost();
            }
        });
    }
    QString url() const { return u"http://127.0.0.1:%1/stats"_s.arg(serverPort()); }
    int asked = 0;
    int open = 0;

private:
    QByteArray m_answer;
};

QByteArray http(const QByteArray &body)
{
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size())
           + "\r\nConnection: close\r\n\r\n" + body;
}

} // namespace

class SamplerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneSamplePerTick();
    void missedTicksAreLeftOut();
    void aHastyTimerMakesNoSecondSample();
    void aJumpOfTheWallClockChangesNothing();
    void treesAreMeasured();
    void noneRunsWithoutFigures();
    void reports_data();
    void reports();
    void sourcesAddUpAndGoStale();
    void ownFiguresStandIn();
    void slowAndStuckSourcesDelayNothing();
    void aHugeAnswerIsCutOff();
    void aHeadWithoutEndIsToldAndClosed();
    void nothingIsReadOfWhatIsStopped();
    void aSilentSourceIsReportedOnce();
    void whatStartsOwesNoFigures();
    void figuresOfARealServer();
    void noRedirectToAnotherHost();
    void storageIsMeasuredElsewhere();
    void storageCountsEachFileOnce();
    void storageCountsNoHoles();
    void endsWhileWalking();

private:
    static int samples(const World &world)
    {
        return int(std::count_if(world.changes.cbegin(), world.changes.cend(), [](const Change &change) {
            return std::holds_alternative<MetricsSampled>(change.body);
        }));
    }
    static ComponentConfig reporting(const QString &id, MetricsSource::Kind kind, const QString &location)
    {
        ComponentConfig config = shellComponent(id, forever);
        config.metrics = MetricsSource{kind, location};
        return config;
    }
    static void write(const World &world, const QString &name, const QByteArray &text)
    {
        QFile file(world.directory.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    static void run(World &world, const Config &config)
    {
        world.supervisor.applyConfig(config.components);
        world.supervisor.autostart();
        for (const ComponentConfig &component : config.components)
            QTRY_VERIFY(world.is(component.id, ComponentState::Running));
    }
    // Steps the fake clock in real time, because files are read, sockets answer and processes use the CPU meanwhile.
    static bool advanceUntil(World &world, Milliseconds step, const std::function<bool()> &done)
    {
        return QTest::qWaitFor(
            [&] {
                world.clock.advance(step);
                return done();
            },
            60'000);
    }
    static const MetricsSample &last(const World &world) { return world.hub.snapshot().metrics; }
};

void SamplerTest::oneSamplePerTick()
{
    World world;
    Sampler sampler(world.hub, world.supervisor, world.directory.path(), {});
    sampler.applyConfig({});
    sampler.start();
    QCOMPARE(samples(world), 1); // the first sample comes at once
    world.clock.advance(1999ms);
    QCOMPARE(samples(world), 1);
    world.clock.advance(1ms);
    QCOMPARE(samples(world), 2);
    world.clock.advance(20s);
    QCOMPARE(samples(world), 12);
    QVERIFY(last(world).memoryPercent > 0.0 && last(world).memoryPercent <= 100.0);
    QCOMPARE(last(world).time, world.clock.now());
}

namespace {

// A Sampler on an InexactClock.
struct Inexact
{
    Inexact()
    {
        QObject::connect(&hub, &Hub::changed, &hub, [this](const Change &change) {
            samples += std::holds_alternative<MetricsSampled>(change.body) ? 1 : 0;
        });
        sampler.applyConfig({});
    }
    QTemporaryDir directory;
    InexactClock clock;
    Ids ids;
    Hub hub{clock, ids};
    LogBook logs{hub, directory.path()};
    Supervisor supervisor{hub, logs, directory.path(), [] { return 0.5; }};
    Sampler sampler{hub, supervisor, directory.path(), {}};
    int samples = 0;
};

} // namespace

void SamplerTest::missedTicksAreLeftOut()
{
    Inexact world;
    world.clock.late = 5s;
    world.sampler.start();
    world.clock.fake.advance(6999ms);
    QCOMPARE(world.samples, 1);
    world.clock.late = 0s;
    world.clock.fake.advance(1ms);
    QCOMPARE(world.samples, 2);
    world.clock.fake.advance(1s); // 8 s: on a multiple of the tick again, missed ticks are not made up
    QCOMPARE(world.samples, 3);
    world.clock.fake.advance(2s);
    QCOMPARE(world.samples, 4);
}

void SamplerTest::aHastyTimerMakesNoSecondSample()
{
    Inexact world;
    world.clock.late = -1ms;
    world.sampler.start();
    world.clock.fake.advance(20s);
    QCOMPARE(world.samples, 11);
}

void SamplerTest::aJumpOfTheWallClockChangesNothing()
{
    World world;
    Sampler sampler(world.hub, world.supervisor, world.directory.path(), {});
    sampler.applyConfig({});
    sampler.start();
    QSignalSpy jumped(&sampler, &Sampler::clockJumped);
    for (const auto jump : {-24h, 48h}) {
        world.clock.jump(jump);
        const int before = samples(world);
        world.clock.advance(4s);
        QCOMPARE(samples(world), before + 2);
        QCOMPARE(jumped.size(), 1); // told once, so that uptimes can go on
        QCOMPARE(jumped.takeFirst().value(0).value<Milliseconds>(), Milliseconds(jump));
    }
    world.clock.jump(500ms); // a time server at work is no jump
    world.clock.advance(1h);
    QCOMPARE(jumped.size(), 0);
}

void SamplerTest::treesAreMeasured()
{
    World world;
    world.supervisor.applyConfig({shellComponent(u"busy"_s, u"sh -c 'while :; do :; done'; true"_s),
                                  shellComponent(u"idle"_s, forever), shellComponent(u"over"_s, u"exit 0"_s)});
    Sampler sampler(world.hub, world.supervisor, world.directory.path(), {});
    sampler.applyConfig({});
    sampler.start();
    world.supervisor.autostart();
    QTRY_VERIFY(world.is(u"busy"_s, ComponentState::Running) && world.is(u"idle"_s, ComponentState::Running));
    QTRY_VERIFY(world.is(u"over"_s, ComponentState::Stopped));
    world.clock.advance(2s);
    const auto figures = [&world](const QString &id) { return world.hub.snapshot().figuresOf(world[id]); };
    // cpuPercent is real CPU time over two seconds of the fake clock.
    QVERIFY(advanceUntil(world, 2s, [&] { return figures(u"busy"_s) && figures(u"busy"_s)->cpuPercent > 0.4; }));
    QVERIFY(figures(u"idle"_s));
    QVERIFY(figures(u"busy"_s)->cpuPercent > figures(u"idle"_s)->cpuPercent);
    QVERIFY(figures(u"idle"_s)->memoryMb > 0.0);
    QVERIFY(!figures(u"over"_s));
    QVERIFY(world.submit(StopComponent{u"idle"_s}));
    QTRY_VERIFY(world.is(u"idle"_s, ComponentState::Stopped));
    QVERIFY(!figures(u"idle"_s)); // at once, not at the next tick
    QVERIFY(world.submit(StartComponent{u"idle"_s}));
    QTRY_VERIFY(world.is(u"idle"_s, ComponentState::Running));
    QCOMPARE(figures(u"idle"_s)->cpuPercent, 0.0); // of this run, measured as it started
    QVERIFY(figures(u"idle"_s)->memoryMb > 0.0);
    world.clock.advance(2s);
    QVERIFY(figures(u"idle"_s));
}

// No moment between a start and the next tick, and none at a tick at which a process has just gone.
void SamplerTest::noneRunsWithoutFigures()
{
    World world;
    int running = 0;
    QStringList without;
    connect(&world.hub, &Hub::changed, this, [&] {
        const Snapshot &snapshot = world.hub.snapshot();
        for (const Component &component : snapshot.components) {
            running += component.pid ? 1 : 0;
            const ComponentFigures *figures = snapshot.figuresOf(component);
            if (component.pid && (!figures || figures->memoryMb <= 0.0))
                without.append(component.id);
        }
    });
    ComponentConfig slow =
        shellComponent(u"slow"_s, u"echo begun; until [ -e go ]; do sleep 0.01; done; echo ready; "_s + forever);
    slow.ready.log = u"ready"_s;
    ComponentConfig brief = shellComponent(u"brief"_s, u"sleep 0.05"_s);
    brief.restart = RestartPolicy::Always;
    brief.restartDelay = Milliseconds(10);
    world.supervisor.applyConfig({slow, brief, shellComponent(u"plain"_s, forever)});
    Sampler sampler(world.hub, world.supervisor, world.directory.path(), {});
    sampler.applyConfig({});
    sampler.start();
    world.supervisor.autostart();
    QTRY_VERIFY(world[u"slow"_s].pid); // still starting
    QVERIFY(world.submit(RestartComponent{u"plain"_s}));
    QVERIFY(advanceUntil(world, 200ms, [&] { return running > 100; }));
    write(world, u"go"_s, {});
    QVERIFY(advanceUntil(world, 200ms, [&] { return world.is(u"slow"_s, ComponentState::Running); }));
    QCOMPARE(without, QStringList());
}

void SamplerTest::reports_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("isReport");
    QTest::addColumn<qint64>("concepts"); // -1: left out
    QTest::newRow("number") << QByteArray(R"({"total_concepts":5,"other":"x"})") << true << qint64(5);
    QTest::newRow("text") << QByteArray(R"({"total_concepts":"5"})") << true << qint64(-1);
    QTest::newRow("negative") << QByteArray(R"({"total_concepts":-5})") << true << qint64(-1);
    QTest::newRow("absurd") << QByteArray(R"({"total_concepts":1e300})") << true << qint64(-1);
    QTest::newRow("overflow") << QByteArray(R"({"total_concepts":1e999})") << true << qint64(-1);
    QTest::newRow("null") << QByteArray(R"({"total_concepts":null})") << true << qint64(-1);
    QTest::newRow("nested") << QByteArray(R"({"total_concepts":{"a":[1]}})") << true << qint64(-1);
    QTest::newRow("array") << QByteArray("[1]") << false << qint64(-1);
    QTest::newRow("half") << QByteArray(R"({"total_concepts":5)") << false << qint64(-1);
    QTest::newRow("deep") << QByteArray(100'000, '[') << false << qint64(-1);
    QTest::newRow("empty") << QByteArray() << false << qint64(-1);
}

void SamplerTest::reports()
{
    QFETCH(QByteArray, json);
    QFETCH(bool, isReport);
    QFETCH(qint64, concepts);
    const auto report = readMetricsReport(json);
    if (json.contains("1e999")) { // Qt's reader may refuse the whole text or the number; either is safe
        QVERIFY(!report || !report->totalConcepts);
        return;
    }
    QCOMPARE(report.has_value(), isReport);
    if (report)
        QCOMPARE(report->totalConcepts.value_or(-1), concepts);
}

void SamplerTest::sourcesAddUpAndGoStale()
{
    World world;
    write(world, u"one.json"_s,
          R"({"total_concepts":3,"total_associations":4,"queries_per_second":10,"avg_latency_ms":1})");
    Source source(http(R"({"total_concepts":5,"queries_per_second":30,"avg_latency_ms":5})"));
    Config config;
    config.components = {reporting(u"one"_s, MetricsSource::Kind::File, u"one.json"_s),
                         reporting(u"two"_s, MetricsSource::Kind::Url, source.url())};
    run(world, config);
    Sampler sampler(world.hub, world.supervisor, world.directory.path(), {});
    sampler.applyConfig(config);
    sampler.start();
    // In small steps: a source that is silent for three ticks is stale, and an answer takes real time.
    QVERIFY(advanceUntil(world, 50ms, [&] { return last(world).totalConcepts == 8; }));
    QCOMPARE(last(world).totalAssociations, 4);
    QCOMPARE(last(world).queriesPerSecond, 40.0);
    QCOMPARE(last(world).averageLatencyMs, 4.0); // weighted by queries
    // The figures of a stopped component do not count, although its file is still there.
    QVERIFY(world.submit(StopComponent{u"one"_s}));
    QTRY_VERIFY(world.is(u"one"_s, ComponentState::Stopped));
    QVERIFY(advanceUntil(world, 50ms, [&] { return last(world).queriesPerSecond == 30.0; }));
    QVERIFY(world.submit(StartComponent{u"one"_s}));
    const int asked = source.asked; // after two more requests one answer has been read for certain
    QVERIFY(
        advanceUntil(world, 50ms, [&] { return last(world).queriesPerSecond == 40.0 && source.asked >= asked + 2; }));
    sampler.applyConfig(config); // a reload that changes nothing
    world.clock.advance(2s);
    QCOMPARE(last(world).totalConcepts, 8);
    QFile::remove(world.directory.filePath(u"one.json"_s));
    source.close();
    QVERIFY(advanceUntil(world, 2s, [&] { return last(world).totalConcepts == 0; }));
    QCOMPARE(last(world).queriesPerSecond, 0.0);
}

void SamplerTest::ownFiguresStandIn()
{
    World world;
    Sampler sampler(world.hub, world.supervisor, world.directory.path(),
                    [] { return RequestFigures{20, std::chrono::milliseconds(60)}; });
    sampler.applyConfig({});
    sampler.start();
    world.clock.advance(2s);
    QCOMPARE(last(world).queriesPerSecond, 10.0);
    QCOMPARE(last(world).averageLatencyMs, 3.0);
}

void SamplerTest::slowAndStuckSourcesDelayNothing()
{
    World world;
    Source stuck{QByteArray()}; // accepts and never answers
    const QByteArray pipe = QFile::encodeName(world.directory.filePath(u"pipe"_s));
    QCOMPARE(::mkfifo(pipe.constData(), 0600), 0);
    write(world, u"good.json"_s, R"({"total_concepts":7})");
    Config config;
    config.components = {reporting(u"stuck"_s, MetricsSource::Kind::Url, stuck.url()),
                         reporting(u"pipe"_s, MetricsSource::Kind::File, u"pipe"_s),
                         reporting(u"good"_s, MetricsSource::Kind::File, u"good.json"_s)};
    run(world, config);
    Sampler sampler(world.hub, world.supervisor, world.directory.path(), {});
    sampler.applyConfig(config);
    sampler.start();
    QTRY_VERIFY(stuck.asked > 0);
    QVERIFY(advanceUntil(world, 2s, [&] { return last(world).totalConcepts == 7; }));
    const int before = samples(world);
    for (int tick = 0; tick < 10; ++tick)
        world.clock.advance(2s);
    QCOMPARE(samples(world), before + 10); // and the destructor does not wait for the stuck sources
}

void SamplerTest::aHugeAnswerIsCutOff()
{
    World world;
    Source huge(http(R"({"total_concepts":9,"x":")" + QByteArray(1024 * 1024, 'x') + "\"}"));
    Config config;
    config.components = {reporting(u"huge"_s, MetricsSource::Kind::Url, huge.url())};
    run(world, config);
    Sampler sampler(world.hub, world.supervisor, world.directory.path(), {});
    sampler.applyConfig(config);
    sampler.start();
    QVERIFY(advanceUntil(world, 500ms, [&] { return huge.asked >= 3; })); // a new request: the one before was cut off
    QCOMPARE(last(world).totalConcepts, 0);
}

void SamplerTest::aHeadWithoutEndIsToldAndClosed()
{
    World world;
    Source source("HTTP/1.1 200 OK\r\nX: " + QByteArray(1024 * 1024, 'x'));
    Config config;
    config.components = {reporting(u"a"_s, MetricsSource::Kind::Url, source.url())};
    run(world, config);
    Sampler sampler(world.hub, world.supervisor, world.directory.path(), {});
    sampler.applyConfig(config);
    sampler.start();
    QVERIFY(advanceUntil(world, 500ms, [&] { return !world.problems().isEmpty(); }));
    QCOMPARE(world.problems().constFirst(),
             u"no metrics from component 'a': %1: answered with a head of more than 16 KiB"_s.arg(source.url()));
    QVERIFY(source.asked > 1);
}

void SamplerTest::nothingIsReadOfWhatIsStopped()
{
    World world;
    Source stuck{QByteArray()};
    Config config;
    config.server.tick = 500ms;
    config.components = {reporting(u"a"_s, MetricsSource::Kind::Url, stuck.url())};
    run(world, config);
    Sampler sampler(world.hub, world.supervisor, world.directory.path(), {});
    sampler.applyConfig(config);
    sampler.start();
    QTRY_COMPARE(stuck.open, 1);
    QVERIFY(world.submit(StopComponent{u"a"_s}));
    QTRY_VERIFY(world.is(u"a"_s, ComponentState::Stopped));
    world.clock.advance(500ms); // of 2 s for an answer
    QTRY_COMPARE(stuck.open, 0);
    QCOMPARE(stuck.asked, 1);
}

void SamplerTest::aSilentSourceIsReportedOnce()
{
    World world;
    Config config;
    config.components = {reporting(u"a"_s, MetricsSource::Kind::File, u"stats.json"_s)};
    world.supervisor.applyConfig(config.components);
    Sampler sampler(world.hub, world.supervisor, world.directory.path(), {});
    sampler.applyConfig(config);
    sampler.start();
    int ticks = 0; // real time passes between them: another thread looks for the file
    QVERIFY(advanceUntil(world, 2s, [&] { return ++ticks >= 10; }));
    QCOMPARE(world.problems(), QStringList()); // the component does not run, so it has no figures
    world.supervisor.autostart();
    QTRY_VERIFY(world.is(u"a"_s, ComponentState::Running));
    world.clock.advance(4s);
    QCOMPARE(world.problems(), QStringList()); // a component may take a moment for its first figures
    QVERIFY(advanceUntil(world, 2s, [&] { return !world.problems().isEmpty(); }));
    for (int tick = 0; tick < 10; ++tick)
        world.clock.advance(2s);
    QCOMPARE(world.problems().size(), 1);
    QVERIFY2(world.problems().constFirst().contains(u"stats.json"_s), qPrintable(world.problems().constFirst()));
    write(world, u"stats.json"_s, R"({"total_concepts":1})");
    QVERIFY(advanceUntil(world, 2s, [&] { return last(world).totalConcepts == 1; }));
    write(world, u"stats.json"_s, "nonsense");
    QVERIFY(advanceUntil(world, 2s, [&] { return world.problems().size() == 2; }));
}

void SamplerTest::whatStartsOwesNoFigures()
{
    World world;
    Config config;
    config.components = {reporting(u"a"_s, MetricsSource::Kind::File, u"stats.json"_s)};
    config.components[0].ready.log = u"never"_s;
    world.supervisor.applyConfig(config.components);
    Sampler sampler(world.hub, world.supervisor, world.directory.path(), {});
    sampler.applyConfig(config);
    sampler.start();
    world.supervisor.autostart();
    QTRY_VERIFY(world.hub.snapshot().component(u"a"_s)->pid);
    int ticks = 0;
    QVERIFY(advanceUntil(world, 2s, [&] { return ++ticks >= 10; }));
    QVERIFY(world.is(u"a"_s, ComponentState::Starting));
    QCOMPARE(world.problems(), QStringList());
}

// A program that serves Prometheus text; a file of JSON beside it.
void SamplerTest::figuresOfARealServer()
{
    World world;
    write(world, u"metrics"_s, "# TYPE served counter\nserved{code=\"200\"} 100\nserved{code=\"500\"} 1\nbusy 0.5\n");
    ComponentConfig web = shellComponent(u"web"_s, {});
    web.command = {u"python3"_s, u"-uc"_s,
                   u"import http.server\n"
                   "one = http.server.HTTPServer(('127.0.0.1', 0), http.server.SimpleHTTPRequestHandler)\n"
                   "open('port', 'w').write(str(one.server_port))\n"
                   "print('up')\n"
                   "one.serve_forever()\n"_s};
    web.ready.log = u"up"_s;
    write(world, u"stats.json"_s, R"({"total_concepts":3,"pool":{"busy":[4]}})");
    ComponentConfig pool = reporting(u"pool"_s, MetricsSource::Kind::File, u"stats.json"_s);
    pool.figures = {u"pool.busy.0"_s, u"pool.idle"_s};
    Config config;
    config.components = {web, pool};
    run(world, config);
    QFile port(world.directory.filePath(u"port"_s));
    QVERIFY(port.open(QIODevice::ReadOnly));
    web.metrics = MetricsSource{MetricsSource::Kind::Url,
                                u"http://127.0.0.1:%1/metrics"_s.arg(QString::fromLatin1(port.readAll())),
                                MetricsSource::Format::Prometheus};
    web.figures = {u"served:rate"_s, u"served{code=\"500\"}"_s, u"busy"_s, u"missing"_s};
    config.components = {web, pool};
    world.supervisor.applyConfig(config.components); // a reload that brings figures to what runs
    Sampler sampler(world.hub, world.supervisor, world.directory.path(), {});
    QStringList missed;
    connect(&sampler, &Sampler::figuresMissed, this,
            [&missed](const QString &id, const QString &text) { missed.append(id + u": " + text); });
    sampler.applyConfig(config);
    sampler.start();
    const auto figures = [&world](const QString &id) { return last(world).components.value(id).figures; };
    using Figures = QMap<QString, double>;
    QVERIFY(advanceUntil(world, 200ms, [&] { return figures(u"web"_s).contains(u"served:rate"_s); }));
    QCOMPARE(figures(u"web"_s), (Figures{{u"served:rate"_s, 0.0}, {u"served{code=\"500\"}"_s, 1.0}, {u"busy"_s, 0.5}}));
    QVERIFY(advanceUntil(world, 200ms, [&] { return !figures(u"pool"_s).isEmpty(); }));
    QCOMPARE(figures(u"pool"_s), (Figures{{u"pool.busy.0"_s, 4.0}}));
    QCOMPARE(last(world).totalConcepts, 3); // as ever
    write(world, u"metrics"_s, "served{code=\"200\"} 900\nbusy 0.25\n");
    double rate = 0.0;
    QVERIFY(advanceUntil(world, 200ms, [&] {
        rate = std::max(rate, figures(u"web"_s).value(u"served:rate"_s));
        return figures(u"web"_s).value(u"busy"_s) == 0.25 && !figures(u"web"_s).contains(u"served{code=\"500\"}"_s);
    }));
    QVERIFY2(rate > 0.0, qPrintable(QString::number(rate)));
    QVERIFY(QFile::remove(world.directory.filePath(u"metrics"_s))); // 404 from now on
    QVERIFY(advanceUntil(world, 2s, [&] { return figures(u"web"_s).isEmpty(); }));
    std::sort(missed.begin(), missed.end());
    QCOMPARE(missed.size(), 3); // each once
    QVERIFY2(missed.at(0).startsWith(u"pool: metrics: no number 'pool.idle' in what "), qUtf8Printable(missed.at(0)));
    QVERIFY2(missed.at(1).startsWith(u"web: metrics: no number 'missing' in what http://127.0.0.1:"),
             qUtf8Printable(missed.at(1)));
    QVERIFY2(missed.at(2).contains(u"'served{code=\"500\"}'"), qUtf8Printable(missed.at(2)));
}

void SamplerTest::noRedirectToAnotherHost()
{
    World world;
    Source other(http(R"({"total_concepts":9})"));
    Source source("HTTP/1.1 302 Found\r\nLocation: " + other.url().toLatin1()
                  + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    Config config;
    config.components = {reporting(u"a"_s, MetricsSource::Kind::Url, source.url())};
    run(world, config);
    Sampler sampler(world.hub, world.supervisor, world.directory.path(), {});
    sampler.applyConfig(config);
    sampler.start();
    QVERIFY(advanceUntil(world, 50ms, [&] { return !world.problems().isEmpty() || other.asked > 0; }));
    QCOMPARE(other.asked, 0);
    QVERIFY2(world.problems().constFirst().contains(u"which is not followed"),
             qUtf8Printable(world.problems().constFirst()));
    QCOMPARE(last(world).totalConcepts, 0);
}

void SamplerTest::storageIsMeasuredElsewhere()
{
    World world;
    write(world, u"big"_s, QByteArray(3 * 1024 * 1024, 'x'));
    Config config;
    Sampler sampler(world.hub, world.supervisor, world.directory.path(), {});
    sampler.applyConfig(config);
    sampler.start();
    QVERIFY(advanceUntil(world, 2s, [&] { return last(world).storageSizeMb >= 3.0; }));
    QDir(world.directory.path()).mkpath(u"store"_s);
    write(world, u"store/small"_s, QByteArray(1024 * 1024, 'x'));
    ComponentConfig component = shellComponent(u"a"_s, forever);
    component.storagePath = u"store"_s;
    config.components = {component};
    sampler.applyConfig(config);
    QVERIFY(advanceUntil(world, 2s, [&] { return last(world).storageSizeMb == 1.0; })); // the configured storage alone
}

// Bytes that a file takes on its disk.
static qint64 taken(const QString &path)
{
    struct stat status{};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? static_cast<qint64>(status.st_blocks) * 512 : -1;
}

void SamplerTest::storageCountsEachFileOnce()
{
    QTemporaryDir directory;
    const auto path = [&](const QString &name) { return QFile::encodeName(directory.filePath(name)); };
    QVERIFY(QDir(directory.path()).mkpath(u"a/b"_s));
    QFile file(directory.filePath(u"a/b/file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(QByteArray(1000, 'x')), 1000);
    file.close();
    QCOMPARE(::link(path(u"a/b/file"_s).constData(), path(u"a/hard"_s).constData()), 0);
    QCOMPARE(::symlink("/usr", path(u"a/soft"_s).constData()), 0);
    QCOMPARE(::symlink(".", path(u"a/loop"_s).constData()), 0);
    const qint64 bytes = taken(directory.filePath(u"a/b/file"_s));
    QVERIFY(bytes > 0);
    QCOMPARE(storageBytes({directory.path()}), bytes);
    QCOMPARE(storageBytes({directory.path(), directory.filePath(u"a"_s)}), bytes); // the second inside the first
    QCOMPARE(storageBytes({directory.filePath(u"nothing here"_s)}), 0);
}

// A file of a gigabyte with a hole of a gigabyte takes what du says.
void SamplerTest::storageCountsNoHoles()
{
    QTemporaryDir directory;
    QFile file(directory.filePath(u"sparse"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.resize(1 << 30));
    QVERIFY(storageBytes({directory.path()}) < 1 << 20);
    QVERIFY(file.seek(1 << 29));
    QCOMPARE(file.write(QByteArray(300'000, 'x')), 300'000);
    file.close();
    const qint64 bytes = storageBytes({directory.path()});
    QVERIFY2(bytes >= 300'000 && bytes < 1 << 20, qPrintable(QString::number(bytes)));
}

void SamplerTest::endsWhileWalking()
{
    QTemporaryDir directory;
    QFile file(directory.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(QByteArray(1000, 'x')), 1000);
    file.close();
    qint64 whole = -1;
    qint64 interrupted = -1;
    const std::unique_ptr<QThread> walker(QThread::create([&] {
        whole = storageBytes({directory.path()});
        QThread::currentThread()->requestInterruption();
        interrupted = storageBytes({directory.path()});
    }));
    walker->start();
    QVERIFY(walker->wait());
    QCOMPARE(whole, taken(file.fileName()));
    QCOMPARE(interrupted, 0);

    World world;
    ComponentConfig component = shellComponent(u"a"_s, forever);
    component.storagePath = u"/usr"_s;
    Config config;
    config.components = {component};
    Sampler sampler(world.hub, world.supervisor, world.directory.path(), {});
    sampler.applyConfig(config);
    sampler.start(); // destroyed while the walk through /usr has just begun
}

QTEST_GUILESS_MAIN(SamplerTest)
#include "tst_sampler.moc"
