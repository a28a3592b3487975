// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/logline.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;

class LogLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAreReadBack();
    void aFilterLeavesOutNothingThatMayBeAsked_data();
    void aFilterLeavesOutNothingThatMayBeAsked();

private:
    static LogLine line(LogSource source, std::optional<LogLevel> level)
    {
        LogLine made;
        made.source = source;
        made.level = level;
        return made;
    }
};

void LogLineTest::namesAreReadBack()
{
    for (const LogSource source : {LogSource::Output, LogSource::Error, LogSource::Server})
        QVERIFY(logSourceFromString(toString(source)) == source);
    QVERIFY(!logSourceFromString(u"INFO"_s));
    for (const LogLevel level : {LogLevel::Trace, LogLevel::Debug, LogLevel::Info, LogLevel::Warn, LogLevel::Error})
        QVERIFY(logLevelFromString(toString(level)) == level);
    QVERIFY(!logLevelFromString(u"out"_s));
}

void LogLineTest::aFilterLeavesOutNothingThatMayBeAsked_data()
{
    QTest::addColumn<LogLine>("line");
    QTest::addColumn<QString>("text");
    QTest::addColumn<LogLevel>("usual");
    QTest::addColumn<QList<LogLevel>>("passes"); // the filters that it passes
    using enum LogLevel;
    const QList all{Trace, Debug, Info, Warn, Error};
    QTest::newRow("out") << line(LogSource::Output, {}) << u"out"_s << Info << QList{Trace, Debug, Info};
    QTest::newRow("err") << line(LogSource::Error, {}) << u"err"_s << Warn << all;
    QTest::newRow("error on out") << line(LogSource::Output, Error) << u"ERROR"_s << Error << all;
    QTest::newRow("info on err") << line(LogSource::Error, Info) << u"INFO"_s << Info << QList{Trace, Debug, Info};
    QTest::newRow("debug on err") << line(LogSource::Error, Debug) << u"DEBUG"_s << Debug << QList{Trace, Debug};
    QTest::newRow("warn on out") << line(LogSource::Output, Warn) << u"WARN"_s << Warn
                                 << QList{Trace, Debug, Info, Warn};
    QTest::newRow("note") << line(LogSource::Server, Info) << u"INFO"_s << Info << QList{Trace, Debug, Info};
}

void LogLineTest::aFilterLeavesOutNothingThatMayBeAsked()
{
    QFETCH(LogLine, line);
    QFETCH(LogLevel, usual);
    QFETCH(QList<LogLevel>, passes);
    QTEST(levelText(line), "text");
    QVERIFY(levelOrUsual(line) == usual);
    for (const LogLevel least : {LogLevel::Trace, LogLevel::Debug, LogLevel::Info, LogLevel::Warn, LogLevel::Error})
        QCOMPARE(passesLevel(line, least), passes.contains(least));
}

QTEST_GUILESS_MAIN(LogLineTest)
#include "tst_logline.moc"
