// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/logs/levelwords.h"

#include "server/core/runtime/logs/logtext.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::core;

class LevelWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesOfPrograms_data();
    void linesOfPrograms();
    void cutLinesAreRead();
    void coloursDoNotHideALevel();
    void aPrefixIsLookedAt();

private:
    struct Sample
    {
        QString program;
        QString level;
        QString line;
    };
    // tests/fixtures/levels.txt
    static QList<Sample> samples()
    {
        QFile file(QString::fromUtf8(TEST_LEVELS));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QList<Sample> found;
        QString program;
        const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
        for (const QString &line : lines) {
            if (line.startsWith("# "_L1)) {
                program = line.mid(2);
                continue;
            }
            const qsizetype space = line.indexOf(u' ');
            found.append({program, line.left(space), line.mid(space + 1).replace("\\t"_L1, "\t"_L1)});
        }
        return found;
    }
    static QString named(const QString &line)
    {
        const auto level = levelInWords(line);
        return level ? toString(*level) : u"none"_s;
    }
};

void LevelWordsTest::linesOfPrograms_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("level");
    const QList<Sample> all = samples();
    QVERIFY(all.size() > 500);
    for (const Sample &sample : all)
        QTest::newRow(qPrintable(sample.program.left(40) + u": "_s + sample.line.left(120)))
            << sample.line << sample.level;
}

void LevelWordsTest::linesOfPrograms()
{
    QFETCH(QString, line);
    QFETCH(QString, level);
    QCOMPARE(named(line), level);
}

// Prompts are read as far as they have come, and long lines are cut anywhere.
void LevelWordsTest::cutLinesAreRead()
{
    const QList<Sample> all = samples();
    for (const Sample &sample : all) {
        for (qsizetype size = 0; size <= sample.line.size(); ++size) {
            const QString begin = sample.line.left(size);
            const QString end = sample.line.mid(size);
            (void)levelInWords(begin);
            (void)levelInWords(end);
        }
    }
    QCOMPARE(named({}), u"none"_s);
    QCOMPARE(named(u"{\"level\":\"error"_s), u"ERROR"_s);
    QCOMPARE(named(u"{\"level\":\"\\"_s), u"none"_s);
}

void LevelWordsTest::coloursDoNotHideALevel()
{
    QCOMPARE(named(displayText("\x1b[31mERROR\x1b[0m[0003] failed")), u"ERROR"_s);
    QCOMPARE(named(displayText("\x1b[2m2024-01-15T10:30:00.123456Z\x1b[0m \x1b[33m WARN\x1b[0m \x1b[2mapp\x1b[0m: x")),
             u"WARN"_s);
    QCOMPARE(named(displayText("[\x1b[32m  INFO \x1b[m] x")), u"INFO"_s);
}

void LevelWordsTest::aPrefixIsLookedAt()
{
    const auto behind = [](qsizetype count) -> QString { return u'[' + QString(count, u'x') + u"] ERROR text"_s; };
    QCOMPARE(named(behind(200)), u"ERROR"_s);
    QCOMPARE(named(behind(300)), u"none"_s);
    const auto member = [](qsizetype count) -> QString {
        return u"{\"message\":\""_s + QString(count, u'x') + u"\",\"level\":\"error\"}"_s;
    };
    QCOMPARE(named(member(1900)), u"ERROR"_s);
    QCOMPARE(named(member(2100)), u"none"_s);
}

QTEST_GUILESS_MAIN(LevelWordsTest)
#include "tst_levelwords.moc"
