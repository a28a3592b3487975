// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/timeouts.h"
#include "tests/support/fakeclock.h"

#include <QTest>

#include <memory>
#include <vector>

using namespace std::chrono_literals;
using namespace signalbox;
using gateway::Timeout;
using gateway::Timeouts;

class TestTimeouts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inTheirOrder();
    void startedAgainIsMoved();
    void cancelledOrGoneNeverFires();
    void mayDestroyItselfOrOthers();
    void oneTimerForMany();

private:
    Timeout::Callback says(char letter)
    {
        return [this, letter] { m_heard += letter; };
    }

    test::FakeClock m_clock;
    Timeouts m_all{m_clock};
    QByteArray m_heard;
};

void TestTimeouts::inTheirOrder()
{
    m_heard.clear();
    Timeout late(m_all, says('l'));
    Timeout early(m_all, says('e'));
    Timeout with(m_all, says('w'));
    late.start(30s);
    early.start(10s);
    with.start(10s);
    m_clock.advance(9999ms);
    QCOMPARE(m_heard, "");
    m_clock.advance(1ms);
    QCOMPARE(m_heard.size(), 2);
    QVERIFY(m_heard.contains('e') && m_heard.contains('w'));
    m_clock.advance(20s);
    QVERIFY(m_heard.endsWith('l'));
    m_clock.advance(1h);
    QCOMPARE(m_heard.size(), 3);
}

void TestTimeouts::startedAgainIsMoved()
{
    m_heard.clear();
    Timeout timeout(m_all, says('t'));
    timeout.start(10s);
    m_clock.advance(8s);
    timeout.start(10s);
    m_clock.advance(9s);
    QCOMPARE(m_heard, "");
    timeout.start(100ms);
    m_clock.advance(100ms);
    QCOMPARE(m_heard, "t");
    m_clock.advance(1h);
    QCOMPARE(m_heard, "t");
}

void TestTimeouts::cancelledOrGoneNeverFires()
{
    m_heard.clear();
    Timeout cancelled(m_all, says('c'));
    auto gone = std::make_unique<Timeout>(m_all, says('g'));
    Timeout stays(m_all, says('s'));
    for (Timeout *each : {&cancelled, gone.get(), &stays})
        each->start(1s);
    cancelled.cancel();
    gone.reset();
    m_clock.advance(1h);
    QCOMPARE(m_heard, "s");
}

void TestTimeouts::mayDestroyItselfOrOthers()
{
    m_heard.clear();
    std::unique_ptr<Timeout> first;
    std::unique_ptr<Timeout> second;
    const auto destroysBoth = [&] {
        m_heard += 'd';
        first.reset();
        second.reset();
    };
    first = std::make_unique<Timeout>(m_all, destroysBoth);
    second = std::make_unique<Timeout>(m_all, destroysBoth);
    first->start(1s);
    second->start(1s);
    m_clock.advance(1h);
    QCOMPARE(m_heard, "d");
}

// Ten thousand deadlines, each moved three times, are a handful of calls of the clock.
void TestTimeouts::oneTimerForMany()
{
    m_heard.clear();
    std::vector<std::unique_ptr<Timeout>> many;
    for (int number = 0; number < 10'000; ++number) {
        many.push_back(std::make_unique<Timeout>(m_all, says('.')));
        for (const Milliseconds delay : {10s, 28s, 5s})
            many.back()->start(delay);
    }
    QVERIFY2(m_clock.pending() <= 3, qPrintable(QString::number(m_clock.pending())));
    m_clock.advance(5s);
    QCOMPARE(m_heard.size(), 10'000);
    m_clock.advance(1h);
    QCOMPARE(m_heard.size(), 10'000);
    QCOMPARE(m_clock.pending(), std::size_t(0));
}

QTEST_GUILESS_MAIN(TestTimeouts)
#include "tst_timeouts.moc"
