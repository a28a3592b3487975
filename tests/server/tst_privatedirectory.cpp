// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/datadirectory.h"
#include "tests/support/fakeclock.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace std::chrono_literals;

class PrivateDirectoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatOthersMayChangeIsRefused_data();
    void whatOthersMayChangeIsRefused();
    void databaseOfAnotherIsRefused();
    void isMadeForThisUserAlone();
    void tellsOfAShortDisk();
};

void PrivateDirectoryTest::whatOthersMayChangeIsRefused_data()
{
    QTest::addColumn<uint>("mode");
    QTest::addColumn<uint>("owner");     // -1: this user
    QTest::addColumn<QString>("advice"); // empty: it is taken
    QTest::newRow("0700") << 0700u << uint(-1) << QString();
    QTest::newRow("0755, as systemd makes it") << 0755u << uint(-1) << QString();
    QTest::newRow("group writes") << 0770u << uint(-1) << u"chmod go-w"_s;
    QTest::newRow("all write") << 01777u << uint(-1) << u"chmod go-w"_s;
    if (::geteuid() == 0)
        QTest::newRow("somebody else's") << 0700u << 12345u << u"chown -R 0"_s;
}

void PrivateDirectoryTest::whatOthersMayChangeIsRefused()
{
    QFETCH(uint, mode);
    QFETCH(uint, owner);
    QFETCH(QString, advice);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"it's here"_s);
    const QByteArray name = path.toUtf8();
    QVERIFY(QDir().mkpath(path));
    QCOMPARE(::chmod(name.constData(), mode), 0);
    QCOMPARE(::chown(name.constData(), owner, uint(-1)), 0);
    test::FakeClock clock;
    DataDirectory directory(path, clock, nullptr);
    const Result<void> taken = directory.take();
    QCOMPARE(taken.has_value(), advice.isEmpty());
    if (!taken) {
        QVERIFY2(taken.error().message.contains(advice), qUtf8Printable(taken.error().message));
        QVERIFY(taken.error().message.contains(uR"('\'')"_s)); // the command can be pasted
    }
}

// Left from a time when the folder was open to others, who may still have the file open.
void PrivateDirectoryTest::databaseOfAnotherIsRefused()
{
    for (const QString &name : {u"signalbox.db"_s, u"signalbox.db-wal"_s}) {
        const QTemporaryDir folder;
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(::fchmod(file.handle(), 0666), 0);
        test::FakeClock clock;
        const Result<void> loose = DataDirectory(folder.path(), clock, nullptr).take();
        QVERIFY(!loose);
        QVERIFY2(loose.error().message.contains(u"chmod go-w '%1'"_s.arg(file.fileName())),
                 qUtf8Printable(loose.error().message));
        QCOMPARE(::fchmod(file.handle(), 0644), 0);
        QVERIFY(DataDirectory(folder.path(), clock, nullptr).take());
        if (::geteuid() != 0)
            continue;
        QCOMPARE(::fchown(file.handle(), 12345, uint(-1)), 0);
        const Result<void> foreign = DataDirectory(folder.path(), clock, nullptr).take();
        QVERIFY(!foreign && foreign.error().message.contains(u"chown -R 0"_s));
    }
}

void PrivateDirectoryTest::isMadeForThisUserAlone()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a/b"_s);
    test::FakeClock clock;
    DataDirectory directory(path, clock, nullptr);
    QVERIFY(directory.take());
    struct stat facts = {};
    QCOMPARE(::stat(path.toUtf8().constData(), &facts), 0);
    QCOMPARE(facts.st_mode & 0777, 0700u);
}

// With a mark that no disk reaches; that a shortage ends is seen in app.nights_program.
void PrivateDirectoryTest::tellsOfAShortDisk()
{
    const QTemporaryDir folder;
    test::FakeClock clock;
    QStringList told;
    const auto tell = [&told](const QString &shortage) { told.append(shortage); };
    DataDirectory unwatched(folder.path(), clock, nullptr);
    unwatched.watchSpace(0, tell);
    DataDirectory roomy(folder.path(), clock, nullptr);
    roomy.watchSpace(1, tell);
    clock.advance(5s);
    QVERIFY(told.isEmpty());
    DataDirectory full(folder.path(), clock, nullptr);
    full.watchSpace(std::numeric_limits<qint64>::max() / 2, tell);
    QCOMPARE(told.size(), 1); // at once
    clock.advance(5s);
    QCOMPARE(told.size(), 1); // and not again
    QVERIFY2(told.constFirst().contains(folder.path()) && told.constFirst().contains(u"free_disk_bytes"_s),
             qUtf8Printable(told.constFirst()));
}

QTEST_GUILESS_MAIN(PrivateDirectoryTest)
#include "tst_privatedirectory.moc"
