// SPDX-License-Identifier: GPL-3.0-or-later
// What the window says while the thread of the real server is blocked, and how soon. The tick is the default one.
#include "server/dialectlist.h"
#include "tests/support/realwindow.h"
#include "widgets/controls/livelabel.h"
#include "widgets/pages/overviewpage.h"
#include "widgets/shell/statusline.h"
#include "widgets/text/format.h"

#include <QSemaphore>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::widgets;
using Steady = std::chrono::steady_clock;

namespace {

core::Config configuration()
{
    const QByteArray text = "[[listener]]\nport = 0\ndialects = [\"sutra\"]\n"
                            "[[component]]\nid = \"calm\"\ncommand = [\"sleep\", \"1000\"]\n";
    return core::parseConfig(text, u"stale.toml"_s, defaultConfig()).config;
}

// Holds the server's thread from its construction to release(), as a call would that does not return.
class Blocked final
{
public:
    explicit Blocked(QObject &onTheThread)
    {
        QMetaObject::invokeMethod(&onTheThread, [gate = m_gate] {
            gate->entered.release();
            (void)gate->open.tryAcquire(1, 60'000);
        });
        m_gate->entered.acquire();
    }
    ~Blocked() { release(); }
    Blocked(const Blocked &) = delete;
    Blocked &operator=(const Blocked &) = delete;

    void release() { m_gate->open.release(); }

private:
    struct Gate
    {
        QSemaphore entered;
        QSemaphore open;
    };
    std::shared_ptr<Gate> m_gate = std::make_shared<Gate>();
};

// Figures that are shown, and how many of them are grey.
std::pair<int, int> figuresAndGrey(const MainWindow &window)
{
    int figures = 0;
    int grey = 0;
    for (const LiveLabel *figure : window.findChildren<LiveLabel *>()) {
        if (!figure->isVisible())
            continue;
        ++figures;
        grey += figure->palette().color(QPalette::WindowText) == colours(window.palette()).muted;
    }
    return {figures, grey};
}

} // namespace

class StaleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("SIGNALBOX_GUARD", TEST_GUARD); }
    void aBlockedServerShowsWithinTwoTicksAndTheSignGoesByItself();
};

void StaleTest::aBlockedServerShowsWithinTwoTicksAndTheSignGoesByItself()
{
    test::RealWindow real(configuration());
    QVERIFY(real.start());
    MainWindow &window = *real.window;
    const auto &status = *qobject_cast<StatusLine *>(window.statusBar());
    const Milliseconds tick = real.link->snapshot().server.tick;
    QCOMPARE(tick, Milliseconds(2000));
    window.open(PageId::Overview);
    QTRY_VERIFY_WITH_TIMEOUT(window.liveness().tickAge() && !window.liveness().isStale(), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(figuresAndGrey(window).first > 0, 20'000);
    QVERIFY(figuresAndGrey(window).second < figuresAndGrey(window).first);
    QVERIFY(window.bannerText().isEmpty());

    Blocked blocked(*real.host.endpoint());
    const Steady::time_point begin = Steady::now();
    QSignalSpy told(&window.liveness(), &Liveness::staleChanged);
    QVERIFY(told.wait(20'000));
    const auto until = std::chrono::duration_cast<Milliseconds>(Steady::now() - begin);
    QVERIFY2(until <= 2 * tick, qPrintable(u"the sign came after %1 ms"_s.arg(until.count())));
    QVERIFY(window.liveness().isStale());
    QVERIFY(window.bannerText().startsWith(u"The server stopped reporting, data is stale. Last update at %1."_s.arg(
        format::dateTime(real.link->snapshot().metrics.time))));
    QCOMPARE(status.stateText(), u"● Stale"_s);
    const auto [figures, grey] = figuresAndGrey(window);
    QCOMPARE(grey, figures);

    told.clear();
    blocked.release();
    QVERIFY(told.wait(20'000)); // nobody pressed anything
    QVERIFY(!window.liveness().isStale());
    QVERIFY(window.bannerText().isEmpty());
    QCOMPARE(status.stateText(), u"● Normal operation"_s);
    QTRY_VERIFY(figuresAndGrey(window).second < figuresAndGrey(window).first);
}

QTEST_MAIN(StaleTest)
#include "tst_stale.moc"
