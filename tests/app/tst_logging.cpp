// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal.h"

#include <QTemporaryDir>
#include <QTest>

#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::app;

// The log that goes to the journal.
class LoggingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theJournalGetsFields();
    void theJournalIsNotThere();
};

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
