// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backup.h"

#include "app/archive.h"
#include "app/headless.h"
#include "app/newfile.h"
#include "server/core/storage/schema.h"
#include "server/datadirectory.h"
#include "server/model/words/oneline.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QEventLoop>
#include <QProcess>
#include <QTemporaryDir>

#include <cerrno>
#include <fcntl.h>
#include <functional>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace signalbox::app {

namespace {

const QString databaseName = u"signalbox.db"_s;
const QString keyName = u"jwt.key"_s;
const QString asideName = u"before-restore-"_s;

// What belongs to the running server alone.
const QStringList &liveNames()
{
    static const QStringList names{u"lock"_s, u"lease"_s, u"control"_s, u"notify"_s};
    return names;
}

// The part of the name by which tar chooses the compression; empty: none that it knows.
QString suffixOf(const QString &file)
{
    for (const QString &suffix : {u".tar"_s, u".tar.gz"_s, u".tar.zst"_s, u".tar.xz"_s}) {
        if (file.endsWith(suffix))
            return suffix;
    }
    return {};
}

// Exit code 1 of `tar --create`: a file changed while it was read, as logs do.
Result<void> runTar(const QStringList &arguments, int mostExitCode)
{
    QProcess tar;
    tar.setProcessChannelMode(QProcess::ForwardedOutputChannel);
    tar.start(u"tar"_s, QStringList{u"--force-local"_s} + arguments); // a name with a colon is no other machine
    if (!tar.waitForFinished(-1) || tar.exitStatus() != QProcess::NormalExit)
        return unexpected(ErrorCode::Internal, u"tar cannot be run: %1"_s.arg(tar.errorString()));
    if (tar.exitCode() > mostExitCode)
        return unexpected(ErrorCode::Internal,
                          QString::fromLocal8Bit(tar.readAllStandardError()).trimmed().replace(u"\n"_s, u"; "_s));
    return {};
}

// The database as it is at one moment, also while another process writes to it.
Result<void> copyDatabase(const QString &from, const QString &to)
{
    core::Database database;
    if (const Result<void> opened = database.open(from, core::Database::Access::ReadOnly); !opened)
        return opened;
    return database.run(u"VACUUM INTO ?"_s, {to});
}

Result<void> checkDatabase(const QString &file)
{
    if (!QFileInfo(file).isFile())
        return unexpected(ErrorCode::InvalidArgument, u"it holds no %1"_s.arg(databaseName));
    core::Database database;
    if (const Result<void> opened = database.open(file, core::Database::Access::ReadOnly); !opened)
        return opened;
    const Result<QVariant> checked = database.value(u"PRAGMA quick_check(1)"_s);
    if (!checked || checked->toString() != "ok"_L1)
        return unexpected(ErrorCode::InvalidArgument,
                          u"its database is damaged: %1"_s.arg(
                              (checked ? checked->toString() : checked.error().message.text()).simplified()));
    const Result<QVariant> version = database.value(u"PRAGMA user_version"_s);
    if (!version || version->toInt() > core::schema::newestVersion())
        return unexpected(ErrorCode::Unsupported, u"it is of a newer Signalbox (schema %1, this one knows %2)"_s
                                                      .arg(version ? version->toInt() : 0)
                                                      .arg(core::schema::newestVersion()));
    return {};
}

bool isInside(const QString &path, const QString &folder)
{
    const QString real = QFileInfo(QFileInfo(path).absolutePath()).canonicalFilePath();
    const QString within = QFileInfo(folder).canonicalFilePath();
    return real == within || real.startsWith(within + u'/');
}

Result<void> pack(const QString &data, const QTemporaryDir &stage, const QString &archive)
{
    QStringList arguments{u"--create"_s,
                          u"--auto-compress"_s,
                          "--file="_L1 + archive,
                          u"--warning=no-file-changed"_s,
                          u"--warning=no-file-removed"_s,
                          u"--warning=no-file-ignored"_s,
                          "--directory="_L1 + stage.path(),
                          "./"_L1 + databaseName,
                          u"--anchored"_s,
                          "--exclude=./"_L1 + databaseName,
                          "--exclude=./"_L1 + databaseName + "-*"_L1,
                          "--exclude=./"_L1 + asideName + u'*',
                          u"--exclude=./.probe-*"_s,
                          u"--exclude=./.restore-*"_s};
    for (const QString &name : liveNames())
        arguments.append("--exclude=./"_L1 + name);
    arguments += {"--directory="_L1 + data, u"."_s};
    return runTar(arguments, 1);
}

void makeDurable(const QString &file)
{
    const core::Descriptor descriptor(::open(QFile::encodeName(file).constData(), O_RDONLY | O_CLOEXEC));
    if (descriptor.isOpen())
        ::fsync(descriptor.number());
}

// Moves everything in one folder, but for these names, to another.
Result<void> moveAll(const QDir &from, const QDir &to, const std::function<bool(const QString &)> &isMeant)
{
    const QStringList names = from.entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    for (const QString &name : names) {
        if (!isMeant(name))
            continue;
        if (!to.exists() && !to.mkpath(u"."_s))
            return unexpected(ErrorCode::Internal, u"cannot make '%1'"_s.arg(to.path()));
        const QByteArray source = QFile::encodeName(from.filePath(name));
        if (::rename(source.constData(), QFile::encodeName(to.filePath(name)).constData()) != 0)
            return unexpected(ErrorCode::Internal, u"cannot move '%1' to '%2': %3"_s.arg(from.filePath(name), to.path(),
                                                                                         qt_error_string(errno)));
    }
    return {};
}

// Until no guard of a server that was killed is at work there.
void waitUntilFree(DataDirectory &data)
{
    QEventLoop loop;
    bool isFree = false;
    data.whenFree([&] {
        isFree = true;
        loop.quit();
    });
    if (!isFree)
        loop.exec();
}

Result<QString> exchange(const QString &data, const QString &fresh)
{
    const auto isOurs = [](const QString &name) {
        return !liveNames().contains(name) && !name.startsWith(asideName) && !name.startsWith(".restore-"_L1);
    };
    const QString now = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmsszzz'Z'"_s);
    const QDir aside(QDir(data).filePath(asideName + now));
    Result<void> moved = moveAll(QDir(data), aside, isOurs);
    if (moved)
        moved = moveAll(QDir(fresh), QDir(data), isOurs);
    if (!moved)
        return Unexpected{moved.error()};
    return aside.exists() ? aside.path() : QString();
}

QString leftOutText(const QStringList &left)
{
    constexpr qsizetype named = 5;
    const QString names = spelled(left.mid(0, named).join("', '"_L1));
    const QString more = left.size() > named ? u" and %1 more"_s.arg(left.size() - named) : QString();
    return u"left out, since only files and folders are restored: '%1'%2 (links and pipes of components: make them "
           u"anew "
           "where they are needed)"_s.arg(names, more);
}

} // namespace

int backUp(const Options &options, int &argc, char **argv, QTextStream &out, QTextStream &err)
{
    const QCoreApplication application(argc, argv); // SQLite is a plugin of Qt
    const QString data = QDir(options.dataDir).absolutePath();
    const QString suffix = suffixOf(options.archive);
    if (suffix.isEmpty())
        return reportFailure(u"'%1' must end in .tar, .tar.gz, .tar.zst or .tar.xz"_s.arg(options.archive), BadUsage,
                             err);
    if (isThere(options.archive))
        return reportFailure(u"'%1' is there already and stays as it is (name another file)"_s.arg(options.archive),
                             CannotCreate, err);
    if (!QFileInfo::exists(data + u'/' + databaseName))
        return reportFailure(u"there is no Signalbox's data in '%1' (name its folder with --data-dir)"_s.arg(data),
                             Unavailable, err);
    if (isInside(options.archive, data))
        return reportFailure(
            u"'%1' is in the data directory itself (choose a place outside of it)"_s.arg(options.archive), BadUsage,
            err);
    umask(0077);
    const QTemporaryDir stage(QFileInfo(options.archive).absolutePath() + "/.signalbox-backup-XXXXXX"_L1);
    if (!stage.isValid())
        return reportFailure(u"cannot write beside '%1': %2"_s.arg(options.archive, stage.errorString()), CannotCreate,
                             err);
    const QString archive = stage.filePath("archive"_L1 + suffix);
    Result<void> done = copyDatabase(data + u'/' + databaseName, stage.filePath(databaseName));
    if (done)
        done = pack(data, stage, archive);
    if (done) {
        makeDurable(archive);
        done = putInPlace(archive, QFileInfo(options.archive).absoluteFilePath());
    }
    if (!done)
        return reportFailure(u"'%1' was not backed up: %2"_s.arg(data, done.error().message), CannotCreate, err);
    out << options.archive << " holds " << data << ", " << QFileInfo(options.archive).size() << " bytes\n" << Qt::flush;
    return CleanStop;
}

int restore(const Options &options, int &argc, char **argv, QTextStream &out, QTextStream &err)
{
    const QCoreApplication application(argc, argv);
    const QString data = QDir(options.dataDir).absolutePath();
    core::SystemClock clock;
    DataDirectory directory(data, clock, nullptr);
    if (const Result<void> taken = directory.take(); !taken)
        return reportFailure(taken.error().message, CannotCreate, err);
    waitUntilFree(directory);
    const QTemporaryDir stage(data + "/.restore-XXXXXX"_L1);
    Result<void> done = checkArchive(options.archive);
    if (done)
        done = runTar({u"--extract"_s, "--file="_L1 + options.archive, "--directory="_L1 + stage.path(),
                       u"--no-same-owner"_s, u"--no-same-permissions"_s},
                      0);
    const QStringList left = removeAllButFiles(stage.path());
    if (done)
        done = checkDatabase(stage.filePath(databaseName));
    if (done && QFileInfo(stage.filePath(keyName)).isDir())
        done = unexpected(ErrorCode::InvalidArgument, u"its %1 is a folder"_s.arg(keyName));
    if (!done)
        return reportFailure(
            u"'%1' was not restored, and all is as it was: %2"_s.arg(options.archive, done.error().message),
            Unavailable, err);
    const Result<QString> aside = exchange(data, stage.path());
    if (!aside)
        return reportFailure(aside.error().message, CannotCreate, err);
    out << data << " is as " << options.archive << " has it\n";
    if (!aside->isEmpty())
        out << "what was there is in " << *aside << " (remove that when all is well)\n";
    if (!left.isEmpty())
        out << leftOutText(left) << '\n';
    out << Qt::flush;
    return CleanStop;
}

} // namespace signalbox::app
