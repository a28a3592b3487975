// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/alger/codec.h"
#include "server/dialects/alger/codes.h"
#include "tests/dialects/alger/world.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::alger;
using alger::test::takeOne;
using alger::test::World;

namespace {

QStringList linesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).split(u'\n') : QStringList();
}

QDir fixtures()
{
    return QDir(QString::fromUtf8(ALGER_FIXTURES));
}

QStringList conversations()
{
    return fixtures().entryList({u"*.txt"_s});
}

// The frame of "ID TYPE CONTENT" (from a client) or "ID REQUESTID TYPE CONTENT".
QByteArray frame(const QString &text, bool isFromClient)
{
    const int numbers = isFromClient ? 2 : 3;
    const QStringList words = text.split(u' ').mid(0, numbers);
    const QByteArray content = text.section(u' ', numbers).toUtf8();
    return encode({words.value(0).toLongLong(), isFromClient ? 0 : words.value(1).toLongLong(),
                   words.value(numbers - 1).toInt(), content});
}

} // namespace

class ConversationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plays_data();
    void plays();
    void everyNumberOccurs_data();
    void everyNumberOccurs();
    void readmeShowsTheTable();
    void readmeNamesTestsThatExist();
};

void ConversationsTest::plays_data()
{
    QTest::addColumn<QString>("path");
    for (const QString &name : conversations())
        QTest::newRow(qPrintable(name)) << fixtures().filePath(name);
    QVERIFY(conversations().size() >= 15);
}

void ConversationsTest::plays()
{
    QFETCH(QString, path);
    World world;
    QString user = u"admin"_s;
    QStringList everybody;
    const QStringList lines = linesOf(path);
    for (qsizetype number = 0; number < lines.size(); ++number) {
        const QString &line = lines.at(number);
        const QString where = u"line %1: %2"_s.arg(number + 1).arg(line.left(120));
        if (!everybody.contains(user))
            everybody.append(user);
        const QString rest = line.mid(2);
        const QChar kind = line.isEmpty() ? u'#' : line.at(0);
        if (line.startsWith(">> "_L1)) {
            world.connect(user).dialect->textReceived(line.mid(3).toUtf8());
        } else if (kind == u'>') {
            world.connect(user).dialect->textReceived(frame(rest, true));
        } else if (kind == u'<') {
            const QByteArray sent = takeOne(world.connect(user).peer);
            QVERIFY2(sent == frame(rest, false), qPrintable(where + u'\n' + QString::fromUtf8(sent)));
        } else if (kind == u'.') {
            for (const QString &name : std::as_const(everybody)) {
                const QByteArray sent = takeOne(world.connect(name).peer);
                QVERIFY2(sent.isEmpty(), qPrintable(where + name + u' ' + QString::fromUtf8(sent)));
            }
        } else if (kind == u'~') {
            world.clock.advance(Milliseconds(rest.toInt()));
        } else if (kind == u'@') {
            user = rest;
        } else {
            QVERIFY2(kind == u'#' || (kind == u'!' && world.perform(rest.split(u' '))), qPrintable(where));
        }
    }
}

void ConversationsTest::everyNumberOccurs_data()
{
    QTest::addColumn<QRegularExpression>("line");
    const auto demand = [](int code, const char *pattern) {
        if (code != 0)
            QTest::addRow("%d", code) << QRegularExpression(QString::asprintf(pattern, code));
    };
    for (const Row &row : messageTable) {
        demand(row.request.code, "^> \\d+ %d\\b");
        demand(row.success.code, "^< \\d+ \\d+ %d ");
        demand(row.error.code, "^< \\d+ -?\\d+ %d ");
    }
}

void ConversationsTest::everyNumberOccurs()
{
    QFETCH(QRegularExpression, line);
    for (const QString &name : conversations()) {
        if (!linesOf(fixtures().filePath(name)).filter(line).isEmpty())
            return;
    }
    QFAIL("no fixture has it: add one to tests/fixtures/alger");
}

void ConversationsTest::readmeShowsTheTable()
{
    const QString readme = linesOf(QString::fromUtf8(ALGER_README)).join(u'\n');
    QVERIFY2(readme.contains(protocolTable()), "paste what --print-protocol alger prints");
    QVERIFY(protocolTable().contains(u"| 106 Stop execution | 206 Stop confirmed | 306 Stop failed |"_s));
}

// Each sentence of the document in the README names its test as `file.txt` (a conversation) or `tst_name::function`.
void ConversationsTest::readmeNamesTestsThatExist()
{
    const QStringList readme = linesOf(QString::fromUtf8(ALGER_README));
    static const QRegularExpression conversation(u"`([a-z-]+\\.txt)`"_s);
    static const QRegularExpression function(u"`(tst_\\w+)::(\\w+)`"_s);
    const QDir here(QString::fromUtf8(ALGER_TESTS));
    int found = 0;
    for (const QString &line : readme) {
        for (auto match = conversation.globalMatch(line); match.hasNext(); ++found) {
            const QString name = match.next().captured(1);
            QVERIFY2(fixtures().exists(name), qPrintable(name));
        }
        for (auto match = function.globalMatch(line); match.hasNext(); ++found) {
            const auto captured = match.next();
            const QString text = linesOf(here.filePath(captured.captured(1) + u".cpp"_s)).join(u'\n');
            QVERIFY2(text.contains(u"::%1()"_s.arg(captured.captured(2))), qPrintable(captured.captured()));
        }
    }
    QVERIFY(found >= 10);
}

QTEST_GUILESS_MAIN(ConversationsTest)
#include "tst_conversations.moc"
