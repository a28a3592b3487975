// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/config/configio.h"
#include "server/dialectlist.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakestreams.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;

// What holds for every row of the list, so also for a dialect that is added.
class DialectListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAreTheDialects();
    void readmesHaveTheMessageTables();
    void settingsArePrinted();
};

void DialectListTest::namesAreTheDialects()
{
    test::FakeClock clock;
    core::Ids ids;
    core::Hub hub(clock, ids);
    test::FakeStreams streams;
    QStringList names;
    for (const DialectRow &row : dialectList()) {
        const auto dialect = row.make({.hub = hub, .streams = &streams});
        QCOMPARE(dialect->name(), row.facts.name);
        QVERIFY2(!names.contains(row.facts.name), qPrintable(row.facts.name));
        names.append(row.facts.name);
    }
    names.sort();
    QCOMPARE(defaultConfig().dialectNames(), names);
}

void DialectListTest::readmesHaveTheMessageTables()
{
    for (const DialectRow &row : dialectList()) {
        QFile readme(u"%1/%2/README.md"_s.arg(QString::fromUtf8(DIALECTS), row.facts.name));
        QVERIFY2(readme.open(QIODevice::ReadOnly), qPrintable(readme.fileName()));
        QVERIFY2(readme.readAll().contains(row.messageTable().toUtf8()), qPrintable(readme.fileName()));
    }
}

// Whatever the default of a setting is, a value that differs from it is printed and read back.
void DialectListTest::settingsArePrinted()
{
    core::DialectFacts echo{u"echo"_s, 9100, {}, {{u"prefix"_s, u"what comes first"_s, u"> "_s}}};
    const core::Config defaults = core::Config::withDialects({echo});
    const auto printedAs = [&](const QByteArray &text) {
        return core::printConfig(core::parseConfig(text, u"c"_s, defaults).config);
    };
    QVERIFY(printedAs({}).contains(u"[echo]\nprefix = \"> \"\n"_s));
    QVERIFY(printedAs("[echo]\nprefix = \"\"\n").contains(u"[echo]\nprefix = \"\"\n"_s));
    QVERIFY(printedAs("[echo]\nprefix = \"a\"\n").contains(u"prefix = \"a\""_s));
}

QTEST_GUILESS_MAIN(DialectListTest)
#include "tst_dialectlist.moc"
