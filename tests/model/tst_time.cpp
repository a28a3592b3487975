// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/time.h"

#include <QTest>

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
    QCOMPARE(toIsoSeconds(time), QStringLiteral("2025-10-17T05:00:00Z"));
    QCOMPARE(toIsoMilliseconds(time), QStringLiteral("2025-10-17T05:00:00.000Z"));
}

void TimeTest::readsBack_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("milliseconds");
    QTest::newRow("seconds") << QStringLiteral("2025-10-17T05:00:00Z") << qint64(1'760'677'200'000);
    QTest::newRow("milliseconds") << QStringLiteral("2025-10-17T05:00:00.250Z") << qint64(1'760'677'200'250);
    QTest::newRow("offset") << QStringLiteral("2025-10-17T07:00:00+02:00") << qint64(1'760'677'200'000);
    QTest::newRow("no zone is UTC") << QStringLiteral("2025-10-17T05:00:00") << qint64(1'760'677'200'000);
    QTest::newRow("nonsense") << QStringLiteral("yesterday") << qint64(-1);
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
