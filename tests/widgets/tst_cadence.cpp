// SPDX-License-Identifier: GPL-3.0-or-later
// Clients get their status frames in time whatever is done to the window: each treatment of it lasts until a client of
// the real server has received some. With SIGNALBOX_LONG in the environment the tick is the default one.
#include "server/dialectlist.h"
#include "tests/support/realwindow.h"

#include <QSemaphore>
#include <QThread>
#include <QWebSocket>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::widgets;
using Steady = std::chrono::steady_clock;

namespace {

core::Config configuration(Milliseconds tick)
{
    const QByteArray text = "[server]\ntick = \"" + QByteArray::number(qint64(tick.count()))
                            + "ms\"\n[[listener]]\nport = 0\ndialects = [\"sutra\"]\n"
                              "[[component]]\nid = \"calm\"\ncommand = [\"sleep\", \"1000\"]\n";
    return core::parseConfig(text, u"cadence.toml"_s, defaultConfig()).config;
}

// A Sutra client on a thread of its own, because the window's thread is kept busy.
class WireClient final : public QObject
{
    Q_OBJECT

public:
    explicit WireClient(quint16 port)
    {
        moveToThread(&m_thread);
        connect(&m_thread, &QThread::started, this, [this, port] {
            m_socket = std::make_unique<QWebSocket>();
            connect(m_socket.get(), &QWebSocket::textMessageReceived, this, [this] {
                m_times.push_back(Steady::now());
                m_frames.release();
                Q_EMIT heard();
            });
            m_socket->open(QUrl(u"ws://127.0.0.1:%1/ws"_s.arg(port)));
        });
        connect(&m_thread, &QThread::finished, this, [this] { m_socket.reset(); }, Qt::DirectConnection);
        m_thread.start();
    }
    ~WireClient() override { stop(); }

    // Released once for each frame received. Any thread.
    QSemaphore &frames() { return m_frames; }

    // Ends the thread and returns when each frame came.
    const std::vector<Steady::time_point> &stop()
    {
        m_thread.quit();
        m_thread.wait();
        return m_times;
    }

Q_SIGNALS:
    void heard();

private:
    QSemaphore m_frames;
    QThread m_thread;
    std::unique_ptr<QWebSocket> m_socket;
    std::vector<Steady::time_point> m_times; // belongs to m_thread until stop()
};

} // namespace

class CadenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("SIGNALBOX_GUARD", TEST_GUARD); }
    void clientsHearEveryTick_data();
    void clientsHearEveryTick();

private:
    const bool m_long = qEnvironmentVariableIsSet("SIGNALBOX_LONG");
    const Milliseconds m_tick{m_long ? 2000 : 200};
};

// Does something to the window until so many more frames have come. False: not within farTooLong.
using Treatment = std::function<bool(MainWindow &, QSemaphore &, int)>;
Q_DECLARE_METATYPE(Treatment)

namespace {

constexpr int lasting = 5; // frames that come during each treatment
constexpr Milliseconds farTooLong{60'000};

} // namespace

void CadenceTest::clientsHearEveryTick_data()
{
    QTest::addColumn<Treatment>("treat");
    QTest::newRow("while the window hangs") << Treatment([](MainWindow &, QSemaphore &frames, int wanted) {
        return frames.tryAcquire(wanted, static_cast<int>(farTooLong.count()));
    });
    QTest::newRow("while it hangs in a loop") << Treatment([](MainWindow &, QSemaphore &frames, int wanted) {
        const Steady::time_point end = Steady::now() + farTooLong;
        while (frames.available() < wanted && Steady::now() < end)
            continue; // a busy loop, as a hang usually is
        return frames.tryAcquire(wanted);
    });
    QTest::newRow("while it is dragged and resized")
        << Treatment([](MainWindow &window, QSemaphore &frames, int wanted) {
               const Steady::time_point end = Steady::now() + farTooLong;
               for (int i = 0; frames.available() < wanted && Steady::now() < end; ++i) {
                   window.move(i % 200, i % 100);
                   window.resize(1000 + i % 280, 640 + i % 160);
                   QCoreApplication::processEvents();
               }
               return frames.tryAcquire(wanted);
           });
    QTest::newRow("while it is minimised") << Treatment([](MainWindow &window, QSemaphore &frames, int wanted) {
        window.showMinimized();
        const bool came =
            QTest::qWaitFor([&] { return frames.tryAcquire(wanted); }, static_cast<int>(farTooLong.count()));
        window.showNormal();
        return came;
    });
}

void CadenceTest::clientsHearEveryTick()
{
    QFETCH(Treatment, treat);
    test::RealWindow real(configuration(m_tick));
    QVERIFY(real.start());
    real.window->open(PageId::Metrics);
    WireClient client(static_cast<quint16>(real.link->snapshot().server.listeners.constFirst().port));
    QSignalSpy heard(&client, &WireClient::heard);
    const int patience = static_cast<int>(farTooLong.count());
    QTRY_VERIFY_WITH_TIMEOUT(heard.count() >= 3, patience); // the first frame comes between two ticks

    (void)client.frames().tryAcquire(client.frames().available()); // drops earlier frames
    const Steady::time_point from = Steady::now();
    QVERIFY(treat(*real.window, client.frames(), lasting));
    const Steady::time_point to = Steady::now();

    const qsizetype before = heard.count();
    QTRY_VERIFY_WITH_TIMEOUT(heard.count() >= before + 2, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!real.window->liveness().isStale() && real.window->bannerText().isEmpty(), patience);
    const std::vector<Steady::time_point> times = client.stop();
    Milliseconds longest{0};
    for (std::size_t i = 2; i < times.size(); ++i)
        longest = std::max(longest, std::chrono::duration_cast<Milliseconds>(times[i] - times[i - 1]));
    qInfo("%lld ms, frames at most %lld ms apart",
          static_cast<long long>(std::chrono::duration_cast<Milliseconds>(to - from).count()),
          static_cast<long long>(longest.count()));
}

QTEST_MAIN(CadenceTest)
#include "tst_cadence.moc"
