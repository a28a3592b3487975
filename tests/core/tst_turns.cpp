// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/work/turns.h"

#include <QStringList>
#include <QTest>

using namespace signalbox;
using namespace signalbox::core;
using namespace Qt::StringLiterals;

namespace {

// Keeps the turns of those that began until they are let go.
struct Desk
{
    Turns::Turn underWay; // goes last: what waits is dropped by then
    Turns turns;
    QObject context;
    QStringList begun; // in order; "-": refused

    void ask(const QString &who, const QString &what, QObject *asking, bool mayBeRefused = true)
    {
        turns.take({who, mayBeRefused}, asking, [this, what](const Result<Turns::Turn> &turn) {
            begun.append(turn ? what : u'-' % what);
            if (turn)
                underWay = *turn;
        });
    }
    void ask(const QString &who, const QString &what, bool mayBeRefused = true)
    {
        ask(who, what, &context, mayBeRefused);
    }

    void fill(const QString &who, int count)
    {
        for (int i = 0; i < count; ++i)
            ask(who, who % QString::number(i));
    }

    // Lets all have their turns, one after another.
    QStringList run()
    {
        begun.clear();
        while (underWay)
            std::exchange(underWay, {}).reset();
        return begun;
    }
};

} // namespace

class TurnsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void oneAtATime();
    static void eachHasATurnBeforeAnyHasAnother();
    static void theServersOwnComeFirst();
    static void whoAsksTooMuchIsRefused();
    static void whoHasMostWaitingGivesWay();
    static void thatOfTheWindowIsNotRefused();
    static void whatNobodyWaitsForIsDropped();
    static void manyThatEndAtOnceDoNotNest();
    static void aTurnMayOutliveThem();
};

void TurnsTest::oneAtATime()
{
    Desk desk;
    desk.ask(u"a"_s, u"a1"_s);
    desk.ask(u"b"_s, u"b1"_s);
    QCOMPARE(desk.begun, QStringList{u"a1"_s});
    Turns::Turn copy = desk.underWay;
    desk.underWay.reset();
    QCOMPARE(desk.begun, QStringList{u"a1"_s});
    copy.reset();
    QCOMPARE(desk.begun, (QStringList{u"a1"_s, u"b1"_s}));
}

void TurnsTest::eachHasATurnBeforeAnyHasAnother()
{
    Desk desk;
    desk.ask(u"z"_s, u"z"_s);
    for (const QString &what : {u"a1"_s, u"a2"_s, u"a3"_s, u"b1"_s, u"b2"_s, u"c1"_s})
        desk.ask(what.first(1), what);
    QCOMPARE(desk.run(), (QStringList{u"a1"_s, u"b1"_s, u"c1"_s, u"a2"_s, u"b2"_s, u"a3"_s}));
}

void TurnsTest::theServersOwnComeFirst()
{
    Desk desk;
    desk.ask(u"z"_s, u"z"_s);
    desk.fill(u"a"_s, 2);
    for (int i = 0; i < Turns::most + Turns::mostOfOne; ++i)
        desk.ask({}, u"own"_s, false);
    QStringList expected(Turns::most + Turns::mostOfOne, u"own"_s);
    QCOMPARE(desk.run(), expected << u"a0"_s << u"a1"_s);
}

void TurnsTest::whoAsksTooMuchIsRefused()
{
    Desk desk;
    desk.ask(u"z"_s, u"z"_s);
    desk.fill(u"a"_s, Turns::mostOfOne + 2);
    QCOMPARE(desk.begun, (QStringList{u"z"_s, u"-a32"_s, u"-a33"_s}));
    desk.ask(u"b"_s, u"b"_s);
    const QStringList run = desk.run();
    QCOMPARE(run.size(), Turns::mostOfOne + 1);
    QCOMPARE(run.indexOf(u"b"_s), 1);
    desk.fill(u"a"_s, 1); // there is room again
    QCOMPARE(desk.begun.constLast(), u"a0"_s);
}

void TurnsTest::whoHasMostWaitingGivesWay()
{
    Desk desk;
    desk.ask(u"z"_s, u"z"_s);
    for (int i = 0; i < Turns::most / Turns::mostOfOne; ++i)
        desk.fill(QString(QChar(u'a' + i)), Turns::mostOfOne);
    QCOMPARE(desk.begun, QStringList{u"z"_s});
    desk.ask(u"y"_s, u"y"_s);
    QCOMPARE(desk.begun, (QStringList{u"z"_s, u"-a31"_s}));
    // With one of each, nobody has too many, and the newcomer has to wait.
    Desk crowded;
    crowded.ask(u"z"_s, u"z"_s);
    for (int i = 0; i < Turns::most; ++i)
        crowded.ask(u"x"_s % QString::number(i), u"x"_s);
    crowded.ask(u"y"_s, u"y"_s);
    QCOMPARE(crowded.begun, (QStringList{u"z"_s, u"-y"_s}));
}

void TurnsTest::thatOfTheWindowIsNotRefused()
{
    Desk desk;
    desk.ask(u"z"_s, u"z"_s);
    for (int i = 0; i < 2 * Turns::most; ++i)
        desk.ask(u"console"_s, u"w"_s, false);
    desk.ask(u"a"_s, u"a"_s);
    const QStringList run = desk.run();
    QCOMPARE(run.size(), 2 * Turns::most + 1);
    QCOMPARE(run.at(1), u"a"_s);
}

void TurnsTest::whatNobodyWaitsForIsDropped()
{
    Desk desk;
    desk.ask(u"z"_s, u"z"_s);
    auto gone = std::make_unique<QObject>();
    for (int i = 0; i < Turns::mostOfOne; ++i)
        desk.ask(u"a"_s, u"gone"_s, gone.get());
    gone.reset();
    desk.ask(u"a"_s, u"a"_s); // not refused for those
    QCOMPARE(desk.run(), QStringList{u"a"_s});
}

void TurnsTest::manyThatEndAtOnceDoNotNest()
{
    Turns turns;
    QObject context;
    Turns::Turn first;
    turns.take({u"a"_s}, &context, [&](const Result<Turns::Turn> &turn) { first = *turn; });
    int depth = 0;
    int deepest = 0;
    int done = 0;
    for (int i = 0; i < 10'000; ++i) {
        turns.take({u"a"_s}, &context, [&](const Result<Turns::Turn> &) {
            deepest = std::max(deepest, ++depth);
            if (++done == 5'000)
                turns.take({u"b"_s}, &context, [&](const Result<Turns::Turn> &) { ++done; });
            --depth;
        });
    }
    first.reset();
    QCOMPARE(done, 10'001);
    QCOMPARE(deepest, 1);
}

void TurnsTest::aTurnMayOutliveThem()
{
    Turns::Turn turn;
    QObject context;
    bool hasBegun = false;
    {
        Turns turns;
        turns.take({u"a"_s}, &context, [&](const Result<Turns::Turn> &given) { turn = *given; });
        turns.take({u"a"_s}, &context, [&](const Result<Turns::Turn> &) { hasBegun = true; });
    }
    turn.reset();
    QVERIFY(!hasBegun);
}

QTEST_GUILESS_MAIN(TurnsTest)
#include "tst_turns.moc"
