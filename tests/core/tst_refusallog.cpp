// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/auth/refusallog.h"

#include <QTest>

using namespace Qt::StringLiterals;
using signalbox::core::RefusalLog;

namespace {

QStringList lines;

void keep(QtMsgType, const QMessageLogContext &, const QString &message)
{
    lines.append(message);
}

} // namespace

// What a client that tries passwords can write into the log (docs/interface.md, "The log").
class RefusalLogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { lines.clear(); }

    void onePlaceIsToldFiveTimesAMinute()
    {
        RefusalLog log;
        const QtMessageHandler before = qInstallMessageHandler(keep);
        for (int i = 0; i < 100; ++i)
            log.tell("refused a login from", u"192.0.2.1"_s, u"192.0.2.1"_s, m_start + std::chrono::milliseconds(i));
        log.tell("refused a login from", u"192.0.2.2"_s, u"192.0.2.2"_s, m_start + std::chrono::seconds(1));
        qInstallMessageHandler(before);
        QCOMPARE(lines.size(), 6);
        QCOMPARE(lines.at(0), u"refused a login from 192.0.2.1"_s);
        QCOMPARE(lines.at(4), u"refused a login from 192.0.2.1; more from there are not told for a minute"_s);
        QCOMPARE(lines.at(5), u"refused a login from 192.0.2.2"_s);
    }

    void whatWasHeldBackIsCounted()
    {
        RefusalLog log;
        const QtMessageHandler before = qInstallMessageHandler(keep);
        for (int i = 0; i < 100; ++i)
            log.tell("refused a login from", u"192.0.2.1"_s, u"192.0.2.1"_s, m_start);
        lines.clear();
        log.tell("refused a login from", u"192.0.2.1"_s, u"192.0.2.1"_s, m_start + RefusalLog::period);
        log.tell("refused a login from", u"192.0.2.1"_s, u"192.0.2.1"_s, m_start + RefusalLog::period * 2);
        qInstallMessageHandler(before);
        QCOMPARE(lines, (QStringList{u"95 more logins were refused before, and not told one by one"_s,
                                     u"refused a login from 192.0.2.1"_s, u"refused a login from 192.0.2.1"_s}));
    }

    void manyPlacesAreBounded()
    {
        RefusalLog log;
        const QtMessageHandler before = qInstallMessageHandler(keep);
        for (int i = 0; i < 10'000; ++i) {
            const QString place = QString::number(i);
            log.tell("refused a login from", place, place, m_start);
        }
        log.tell("refused a login from", u"x"_s, u"x"_s, m_start + RefusalLog::period);
        qInstallMessageHandler(before);
        QCOMPARE(lines.size(), RefusalLog::inAll + 2);
        QCOMPARE(lines.at(RefusalLog::inAll), u"9940 more logins were refused before, and not told one by one"_s);
    }

private:
    const RefusalLog::Moment m_start = RefusalLog::Moment() + std::chrono::hours(5);
};

QTEST_GUILESS_MAIN(RefusalLogTest)
#include "tst_refusallog.moc"
