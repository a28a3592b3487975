// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/datadirectory.h"

#include "server/core/auth/privatefile.h"
#include "server/core/runtime/process/regularfile.h"
#include "server/core/storage/storewriter.h"
#include "server/model/words/systemwords.h"
#include "server/serverlog.h"

#include <QDir>
#include <QSysInfo>
#include <QTemporaryFile>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

constexpr Milliseconds lookAgain{20};
constexpr Milliseconds spacePause{1'000};

bool isStillAt(int descriptor, const QString &path)
{
    struct stat opened{};
    struct stat named{};
    return ::fstat(descriptor, &opened) == 0 && ::stat(QFile::encodeName(path).constData(), &named) == 0
           && opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

} // namespace

Result<void> DataDirectory::take()
{
    umask(0077);
    QDir().mkpath(m_path);
    if (const Result<void> own = core::checkPrivateFolder(m_path); !own)
        return own;
    for (const QLatin1String suffix : {""_L1, "-wal"_L1, "-shm"_L1}) {
        if (const Result<void> own = core::checkDatabaseFile(core::StoreWriter::fileName(m_path) + suffix); !own)
            return own;
    }
    QTemporaryFile probe(m_path + "/.probe-XXXXXX"_L1);
    if (!probe.open())
        return unexpected(ErrorCode::Internal,
                          u"the data directory '%1' cannot be written: %2 (choose another with --data-dir)"_s.arg(
                              m_path, probe.errorString()));
    if (const Result<void> locked = lock(); !locked)
        return locked;
    return m_lease.open(m_path);
}

// The kernel's lock decides, which ends with its holder however that ends. The text in the file is for people alone: its
// process may have lived in another container, on another host, before another boot, or the folder may be a copy.
Result<void> DataDirectory::lock()
{
    const QString path = m_path + "/lock"_L1;
    const auto refused = [this, &path](const QString &why) {
        return unexpected(ErrorCode::Internal, u"the data directory '%1' cannot be locked: %2: %3 (choose another with "
                                               "--data-dir)"_s.arg(m_path, path, why));
    };
    for (;;) {
        m_lock.reset(); // one that an attempt before left would be held against this one
        Result<core::Descriptor> file = core::openRegularFile(path, O_RDWR | O_CREAT, core::Links::Refused);
        if (!file)
            return refused(file.error().message);
        m_lock = std::move(*file);
        if (::flock(m_lock.number(), LOCK_EX | LOCK_NB) != 0)
            return errno == EWOULDBLOCK ? unexpected(ErrorCode::Internal, inUse()) : refused(qt_error_string(errno));
        if (isStillAt(m_lock.number(), path))
            break; // else a server that ended has removed this file in between
    }
    // The folder itself, too: a lock file that was tidied away is another file afterwards. Not every file system
    // can (NFS refuses); there the file alone decides.
    m_folder = core::Descriptor(::open(QFile::encodeName(m_path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (m_folder.isOpen() && ::flock(m_folder.number(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
        return unexpected(ErrorCode::Internal, inUse());
    const QByteArray holder =
        QByteArray::number(::getpid()) + "\nsignalbox\n" + QSysInfo::machineHostName().toUtf8() + '\n';
    if (::ftruncate(m_lock.number(), 0) != 0
        || ::pwrite(m_lock.number(), holder.constData(), size_t(holder.size()), 0) < 0)
        qCWarning(lcServer, "cannot write '%s': %s", qPrintable(path), qUtf8Printable(systemWords(errno)));
    return {};
}

QString DataDirectory::inUse() const
{
    std::array<char, 512> text{};
    const ssize_t length = ::pread(m_lock.number(), text.data(), text.size(), 0);
    const QStringList lines = QString::fromUtf8(text.data(), std::max<ssize_t>(length, 0)).split(u'\n');
    const bool isHere = lines.value(2) == QSysInfo::machineHostName();
    QString process = u"another process"_s;
    if (lines.size() > 2 && !lines.constFirst().isEmpty())
        process =
            u"process "_s % (isHere ? lines.constFirst() : u"%1 on host %2"_s.arg(lines.constFirst(), lines.at(2)));
    return u"the data directory '%1' is in use by %2 (a Signalbox serves there; another one beside it needs a "
           u"--data-dir of "
           "its own)"_s.arg(m_path, process);
}

void DataDirectory::whenFree(std::function<void()> free)
{
    if (m_lease.take())
        return free();
    if (!std::exchange(m_isWaiting, true))
        qCWarning(lcServer, "waiting until what the last run started has ended");
    m_clock.after(lookAgain, this, [this, free = std::move(free)]() mutable { whenFree(std::move(free)); });
}

void DataDirectory::watchSpace(qint64 least, std::function<void(const Reason &)> tell)
{
    m_leastBytes = least;
    m_tell = std::move(tell);
    if (least > 0)
        lookAtSpace();
}

// A shortage ends with an eighth more than the least, so that a disk at the mark does not make it come and go.
void DataDirectory::lookAtSpace()
{
    struct statvfs disk = {};
    if (::statvfs(QFile::encodeName(m_path).constData(), &disk) == 0) {
        const auto free = static_cast<qint64>(disk.f_bavail) * static_cast<qint64>(disk.f_frsize);
        const bool isShort = free < m_leastBytes + (m_isShort ? m_leastBytes / 8 : 0);
        if (std::exchange(m_isShort, isShort) != isShort)
            m_tell(isShort ? Reason(Why::DiskShort,
                                    {m_path, Reason::number(free >> 20), Reason::number(m_leastBytes >> 20)})
                           : Reason());
    }
    m_clock.after(spacePause, this, [this] { lookAtSpace(); });
}

} // namespace signalbox
