// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal.h"
#include "app/logging.h"

#include <QTemporaryDir>
#include <QTest>

#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::app;

// Lines of the text log (docs/reliability.md, "No injection").
class LoggingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesHoldWhatTheyShow_data();
    void linesHoldWhatTheyShow();
    void noControlIsLeft();
    void theJournalGetsFields();
    void theJournalIsNotThere();
};

void LoggingTest::linesHoldWhatTheyShow_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("line");
    QTest::newRow("plain") << u"agent größe 海 👍 registered"_s << u"agent größe 海 👍 registered"_s;
    QTest::newRow("line ends") << u"a\nb\r\nc"_s << u"a b  c"_s;
    QTest::newRow("title of a terminal") << u"x\u001b]0;OWNED\u0007"_s << u"x\\x1b]0;OWNED\\x07"_s;
    QTest::newRow("C1") << u"x\u009b2J\u0085"_s << u"x\\x9b2J\\x85"_s;
    QTest::newRow("NUL, tab, delete") << u"a\0b\tc\u007f"_s << u"a\\x00b\\x09c\\x7f"_s;
    QTest::newRow("turned") << u"a\u202egnp.exe\u2066\u200f"_s << u"a\\u202egnp.exe\\u2066\\u200f"_s;
    QTest::newRow("separators") << u"a\u2028b\u2029c"_s << u"a\\u2028b\\u2029c"_s;
}

void LoggingTest::linesHoldWhatTheyShow()
{
    QFETCH(QString, message);
    QTEST(asOneLine(message), "line");
}

void LoggingTest::noControlIsLeft()
{
    QString all;
    for (char16_t unit = 0; unit < 0x3000; ++unit)
        all += QChar(unit);
    for (const QChar c : asOneLine(all)) {
        QVERIFY(c.category() != QChar::Other_Control);
        switch (c.direction()) {
        case QChar::DirLRE:
        case QChar::DirLRO:
        case QChar::DirRLE:
        case QChar::DirRLO:
        case QChar::DirPDF:
        case QChar::DirLRI:
        case QChar::DirRLI:
        case QChar::DirFSI:
        case QChar::DirPDI:
        case QChar::DirB:
            QFAIL(qPrintable(QString::number(c.unicode(), 16)));
        default:
            break;
        }
    }
}

// systemd's "Native Journal Protocol": a datagram of NAME=value lines; a value with a line end has its length before it.
void LoggingTest::theJournalGetsFields()
{
    const QTemporaryDir folder;
    const QByteArray path = QFile::encodeName(folder.filePath(u"socket"_s));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.constData(), size_t(path.size()));
    const core::Descriptor server(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    QCOMPARE(::bind(server.number(), reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
    const Journal journal(path.constData());
    QVERIFY(journal.isOpen());
    const core::LogFields fields{u"a\nb"_s, {}, u"ann"_s, u"sutra"_s};
    QVERIFY(journal.send(journalEntry('4', "acts", "ann stops it", &fields)));
    QByteArray heard(1000, '\0');
    heard.resize(::recv(server.number(), heard.data(), size_t(heard.size()), MSG_DONTWAIT));
    QCOMPARE(heard, QByteArray("MESSAGE=acts: ann stops it\nPRIORITY=4\nSYSLOG_IDENTIFIER=signalbox\n"
                               "SIGNALBOX_CATEGORY=acts\nSIGNALBOX_COMPONENT\n\3\0\0\0\0\0\0\0a\nb\n"
                               "SIGNALBOX_USER=ann\nSIGNALBOX_DIALECT=sutra\n",
                               165));
    // What it does not take is told otherwise.
    QVERIFY(!journal.send(journalEntry('4', "acts", QByteArray(10'000'000, 'x'), nullptr)));
}

void LoggingTest::theJournalIsNotThere()
{
    QVERIFY(!Journal("/nowhere/socket").isOpen());
    QVERIFY(!Journal(QByteArray(300, 'x').constData()).isOpen());
}

QTEST_GUILESS_MAIN(LoggingTest)
#include "tst_logging.moc"
