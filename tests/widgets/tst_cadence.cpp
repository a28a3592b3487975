// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever happens to the window, clients hear of every tick in time: measured on the wire, with the real window on a real
// server. As configured by default, 2 s and a window that hangs for 5 s, with SIGNALBOX_LONG in the environment.
#include "tests/support/realwindow.h"

#include <QThread>
#include <QWebSocket>

using namespace signalbox;
using namespace signalbox::widgets;
using Steady = std::chrono::steady_clock;

namespace {

core::Config configuration(Milliseconds tick)
{
    const QByteArray text = "[server]\ntick = \"" + QByteArray::number(qint64(tick.count()))
                            + "ms\"\n[[listener]]\nport = 0\ndialects = [\"sutra\"]\n"
                              "[[component]]\nid = \"calm\"\ncommand = [\"sleep\", \"1000\"]\n";
    return core::parseConfig(text, QStringLiteral("cadence.toml")).config;
}

// A client on a thread of its own: the thread of the window is what does not answer.
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
                Q_EMIT heard();
            });
            m_socket->open(QUrl(QStringLiteral("ws://127.0.0.1:%1/ws").arg(port)));
        });
        connect(
            &m_thread, &QThread::finished, this, [this] { m_socket.reset(); }, Qt::DirectConnection);
        m_thread.start();
    }
    ~WireClient() override { stop(); }

    // When each frame came.
    const std::vector<Steady::time_point> &stop()
    {
        m_thread.quit();
        m_thread.wait();
        return m_times;
    }

Q_SIGNALS:
    void heard();

private:
    QThread m_thread;
    std::unique_ptr<QWebSocket> m_socket;
    std::vector<Steady::time_point> m_times; // of the thread until stop()
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
    const Milliseconds m_lasting{m_long ? 5000 : 1000};
};

using Treatment = std::function<void(MainWindow &, Milliseconds)>;
Q_DECLARE_METATYPE(Treatment)

void CadenceTest::clientsHearEveryTick_data()
{
    QTest::addColumn<Treatment>("treat");
    QTest::newRow("while the window hangs") << Treatment([](MainWindow &, Milliseconds lasting) {
        const Steady::time_point end = Steady::now() + lasting;
        while (Steady::now() < end)
            continue; // as what hangs does: with a core of its own
    });
    QTest::newRow("while it is dragged and resized") << Treatment([](MainWindow &window, Milliseconds lasting) {
        const Steady::time_point end = Steady::now() + lasting;
        for (int i = 0; Steady::now() < end; ++i) {
            window.move(i % 200, i % 100);
            window.resize(1000 + i % 280, 640 + i % 160);
            QCoreApplication::processEvents();
        }
    });
    QTest::newRow("while it is minimised") << Treatment([](MainWindow &window, Milliseconds lasting) {
        window.showMinimized();
        const Steady::time_point end = Steady::now() + lasting;
        QVERIFY(QTest::qWaitFor([end] { return Steady::now() >= end; }, static_cast<int>(lasting.count()) * 2));
        window.showNormal();
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
    const int patience = static_cast<int>(m_tick.count()) * 10 + 5000;
    QTRY_VERIFY_WITH_TIMEOUT(heard.count() >= 3, patience); // the first comes at once, between two ticks

    const Steady::time_point from = Steady::now();
    treat(*real.window, m_lasting);
    const Steady::time_point to = Steady::now();

    const qsizetype before = heard.count();
    QTRY_VERIFY_WITH_TIMEOUT(heard.count() >= before + 2, patience);
    QTRY_VERIFY(!real.window->liveness().isStale());
    QVERIFY(real.window->bannerText().isEmpty());
    const std::vector<Steady::time_point> times = client.stop();
    Milliseconds longest{0};
    int during = 0;
    for (std::size_t i = 2; i < times.size(); ++i) {
        longest = std::max(longest, std::chrono::duration_cast<Milliseconds>(times[i] - times[i - 1]));
        during += times[i] > from && times[i] < to;
    }
    const auto gone = std::chrono::duration_cast<Milliseconds>(to - from);
    qInfo("%lld ms, %d ticks heard meanwhile, at most %lld ms apart", static_cast<long long>(gone.count()), during,
          static_cast<long long>(longest.count()));
    QVERIFY(gone >= m_lasting);
    QVERIFY2(during >= gone / m_tick - 1, qPrintable(QString::number(during)));
    QVERIFY2(longest < m_tick * 2, qPrintable(QString::number(longest.count())));
}

QTEST_MAIN(CadenceTest)
#include "tst_cadence.moc"
