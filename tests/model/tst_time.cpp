// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/time.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;

class TimeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesWhatTheDocumentsShow();
    void readsBack_data();
    void readsBack();
};

void TimeTest::writesWhatTheDocumentsShow()
{
    const Timestamp time{Milliseconds(1'760'677'200'000)};
    QCOMPARE(toIsoSeconds(time), u"2025-10-17T05:00:00Z"_s);
    QCOMPARE(toIsoMilliseconds(time), u"2025-10-17T05:00:00.000Z"_s);
    QCOMPARE(toIsoMilliseconds(Timestamp{Milliseconds(-1)}), u"1969-12-31T23:59:59.999Z"_s);
    QCOMPARE(toIsoSeconds(Timestamp{Milliseconds(253'402'300'800'000)}), QString());
}

void TimeTest::readsBack_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("milliseconds");
    QTest::newRow("seconds") << u"2025-10-17T05:00:00Z"_s << qint64(1'760'677'200'000);
    QTest::newRow("milliseconds") << u"2025-10-17T05:00:00.250Z"_s << qint64(1'760'677'200'250);
    QTest::newRow("offset") << u"2025-10-17T07:00:00+02:00"_s << qint64(1'760'677'200'000);
    QTest::newRow("no zone is UTC") << u"2025-10-17T05:00:00"_s << qint64(1'760'677'200'000);
    QTest::newRow("nonsense") << u"yesterday"_s << qint64(-1);
}

void TimeTest::readsBack()
{
    QFETCH(QString, text);
    QFETCH(qint64, milliseconds);
    const auto time = fromIso(text);
    QCOMPARE(time.has_value() ? qint64(time->time_since_epoch().count()) : qint64(-1), milliseconds);
}

QTEST_GUILESS_MAIN(TimeTest)
#include "tst_time.moc"
