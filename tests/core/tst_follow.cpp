// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/follow.h"

#include <QTest>

using namespace signalbox::core;
using namespace Qt::StringLiterals;

class TestFollow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tellsFirstAndLast();
    void deliversToEach();
    void mayEndWhileDelivered();
    void mayOutliveItsSource();

private:
    using Numbers = Followers<int>;
    Numbers::Receive into(QList<int> &heard)
    {
        return [&heard](const QList<int> &items, qint64) { heard += items; };
    }

    QStringList m_told;
    std::unique_ptr<Numbers> m_numbers;
};

void TestFollow::init()
{
    m_told.clear();
    m_numbers = std::make_unique<Numbers>(
        [this](const QString &id, bool followed) { m_told.append((followed ? u'+' : u'-') + id); });
}

void TestFollow::tellsFirstAndLast()
{
    Follow first = m_numbers->add(u"a"_s, [](const QList<int> &, qint64) {});
    Follow second = m_numbers->add(u"a"_s, [](const QList<int> &, qint64) {});
    const Follow other = m_numbers->add(u"b"_s, [](const QList<int> &, qint64) {});
    first.reset();
    QVERIFY(m_numbers->contains(u"a"_s));
    second.reset();
    QVERIFY(!m_numbers->contains(u"a"_s));
    QCOMPARE(m_told, QStringList({u"+a"_s, u"+b"_s, u"-a"_s}));
}

void TestFollow::deliversToEach()
{
    QList<int> first;
    QList<int> second;
    const Follow one = m_numbers->add(u"a"_s, into(first));
    Follow two = m_numbers->add(u"a"_s, into(second));
    m_numbers->deliver(u"a"_s, {1}, 0);
    m_numbers->deliver(u"b"_s, {2}, 0);
    two.reset();
    m_numbers->deliver(u"a"_s, {3}, 0);
    QCOMPARE(first, QList<int>({1, 3}));
    QCOMPARE(second, QList<int>({1}));
}

// A receiver ends its own Follow and that of the next one, and begins another.
void TestFollow::mayEndWhileDelivered()
{
    QList<int> later;
    int heard = 0;
    Follow own;
    Follow next;
    Follow begun;
    own = m_numbers->add(u"a"_s, [&](const QList<int> &, qint64) {
        ++heard;
        own.reset();
        next.reset();
        begun = m_numbers->add(u"a"_s, into(later));
    });
    QList<int> never;
    next = m_numbers->add(u"a"_s, into(never));
    m_numbers->deliver(u"a"_s, {1}, 0);
    m_numbers->deliver(u"a"_s, {2}, 0);
    QCOMPARE(heard, 1);
    QVERIFY(never.isEmpty());
    QCOMPARE(later, QList<int>({2}));
    begun.reset();
    QVERIFY(!m_numbers->contains(u"a"_s));
}

void TestFollow::mayOutliveItsSource()
{
    Follow follow = m_numbers->add(u"a"_s, [](const QList<int> &, qint64) {});
    m_numbers.reset();
    follow.reset();
    QCOMPARE(m_told, QStringList(u"+a"_s));
}

QTEST_GUILESS_MAIN(TestFollow)
#include "tst_follow.moc"
