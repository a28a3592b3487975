// SPDX-License-Identifier: GPL-3.0-or-later
// The lock of a data directory tells whether a server lives there, whatever the text in it says.
#include "server/datadirectory.h"
#include "tests/support/fakeclock.h"

#include <QDir>
#include <QLockFile>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace signalbox;

class TestDataDirectory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void textsOfOthers_data();
    void textsOfOthers();
    void twoServersRefuse();
    void aLockThatWasTidiedAway();
    void aFolderThatWasCopiedWhileInUse();
    void heldByAnEarlierVersion();
    void whatIsNoFileIsRefused_data();
    void whatIsNoFileIsRefused();

private:
    QString path(const QString &name = {}) const { return m_folder->filePath(name); }
    void write(const QString &name, const QByteArray &text) const;
    QByteArray lockText() const;

    test::FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestDataDirectory::write(const QString &name, const QByteArray &text) const
{
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

QByteArray TestDataDirectory::lockText() const
{
    QFile file(path(u"lock"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestDataDirectory::textsOfOthers_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray host = QSysInfo::machineHostName().toUtf8();
    const QByteArray own = QByteArray::number(::getpid());
    QTest::newRow("pid 1 of a container that was killed") << "1\nsignalbox\n" + host + '\n';
    QTest::newRow("this very pid") << own + "\nsignalbox\n" + host + '\n';
    QTest::newRow("another host") << "1\nsignalbox\nelsewhere\n"_ba;
    QTest::newRow("another boot") << own + "\nsignalbox\n" + host + "\n\n11111111-2222-3333-4444-555555555555\n";
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("no text") << QByteArray("\0\xff\xfe", 3);
    QTest::newRow("long") << QByteArray(100'000, '1');
}

// After a kill -9, in whatever container, host or boot: the server starts.
void TestDataDirectory::textsOfOthers()
{
    QFETCH(QByteArray, text);
    write(u"lock"_s, text);
    DataDirectory directory(path(), m_clock, nullptr);
    const Result<void> taken = directory.take();
    QVERIFY2(taken.has_value(), taken ? "" : qPrintable(taken.error().message));
    QCOMPARE(lockText(),
             QByteArray::number(::getpid()) + "\nsignalbox\n" + QSysInfo::machineHostName().toUtf8() + '\n');
}

void TestDataDirectory::twoServersRefuse()
{
    auto first = std::make_unique<DataDirectory>(path(), m_clock, nullptr);
    QVERIFY(first->take());
    DataDirectory second(path(), m_clock, nullptr);
    const auto says = [&](const QString &process) {
        const Result<void> taken = second.take();
        const QString expected =
            u"the data directory '%1' is in use by process %2 (a Signalbox serves there; another one beside "
            "it needs a --data-dir of its own)"_s.arg(path(), process);
        return !taken && taken.error().message == expected;
    };
    QVERIFY(says(QString::number(::getpid())));
    write(u"lock"_s, "1\nsignalbox\nelsewhere\n"); // as a server in another container would have written
    QVERIFY(says(u"1 on host elsewhere"_s));
    first.reset();
    QVERIFY(second.take());
}

void TestDataDirectory::aLockThatWasTidiedAway()
{
    auto first = std::make_unique<DataDirectory>(path(), m_clock, nullptr);
    QVERIFY(first->take());
    for (const QString &file : QDir(path()).entryList(QDir::Files))
        QVERIFY(QFile::remove(path(file)));
    DataDirectory second(path(), m_clock, nullptr);
    const Result<void> taken = second.take();
    QVERIFY(!taken);
    QVERIFY2(taken.error().message.contains("is in use by another process (a Signalbox"_L1),
             qPrintable(taken.error().message));
    first.reset();
    QVERIFY(second.take());
}

void TestDataDirectory::aFolderThatWasCopiedWhileInUse()
{
    DataDirectory first(path(), m_clock, nullptr);
    QVERIFY(first.take());
    const QTemporaryDir copy;
    QVERIFY(QFile::copy(path(u"lock"_s), copy.filePath(u"lock"_s)));
    DataDirectory second(copy.path(), m_clock, nullptr);
    QVERIFY(second.take());
}

// Earlier versions locked the same file with QLockFile, which holds the kernel's lock on it, too.
void TestDataDirectory::heldByAnEarlierVersion()
{
    auto earlier = std::make_unique<QLockFile>(path(u"lock"_s));
    QVERIFY(earlier->tryLock(0));
    DataDirectory directory(path(), m_clock, nullptr);
    QVERIFY(!directory.take());
    earlier.reset(); // and removes the file
    QVERIFY(directory.take());
}

void TestDataDirectory::whatIsNoFileIsRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isLink");
    for (const QString &name : {u"lock"_s, u"lease"_s}) {
        QTest::addRow("%s, a link", qPrintable(name)) << name << true;
        QTest::addRow("%s, a pipe", qPrintable(name)) << name << false;
    }
}

// A file somewhere else is neither locked nor written into.
void TestDataDirectory::whatIsNoFileIsRefused()
{
    QFETCH(QString, name);
    QFETCH(bool, isLink);
    const QTemporaryDir elsewhere;
    QFile mine(elsewhere.filePath(u"mine"_s));
    QVERIFY(mine.open(QIODevice::ReadWrite) && mine.write("precious") == 8 && mine.flush());
    if (isLink)
        QVERIFY(QFile::link(mine.fileName(), path(name)));
    else
        QCOMPARE(::mkfifo(QFile::encodeName(path(name)).constData(), 0600), 0);
    DataDirectory directory(path(), m_clock, nullptr);
    const Result<void> taken = directory.take();
    QVERIFY(!taken);
    QVERIFY2(taken.error().message.contains(path(name))
                 && taken.error().message.contains(isLink ? u"it is a symbolic link"_s : u"it is no file"_s),
             qPrintable(taken.error().message));
    QVERIFY(mine.seek(0));
    QCOMPARE(mine.readAll(), "precious"_ba);
}

QTEST_GUILESS_MAIN(TestDataDirectory)
#include "tst_datadirectory.moc"
