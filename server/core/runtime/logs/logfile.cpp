// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/logs/logfile.h"

#include "server/model/words/systemwords.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QThread>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

constexpr qint64 blockBytes = 256 * 1024;

QByteArray readBlock(const Descriptor &file, qint64 begin, qint64 bytes)
{
    QByteArray block(bytes, Qt::Uninitialized);
    qsizetype read = 0;
    while (read < bytes) {
        const ssize_t got = ::pread(file.number(), block.data() + read, static_cast<std::size_t>(bytes - read),
                                    static_cast<off_t>(begin + read));
        if (got <= 0 && errno != EINTR)
            break;
        read += std::max<ssize_t>(got, 0);
    }
    block.truncate(read);
    return block;
}

// Visits the lines of one file from its end; false when visit returned false.
bool readFileBackwards(const LogFile::Contents &contents, const LogFile::Visit &visit)
{
    QByteArray rest; // the end of a line that begins in the block before
    qint64 end = contents.bytes;
    bool atEnd = true;
    while (end > 0 && !QThread::currentThread()->isInterruptionRequested()) {
        const qint64 begin = std::max<qint64>(0, end - blockBytes);
        QByteArray block = readBlock(contents.file, begin, end - begin) + rest;
        end = begin;
        if (atEnd && block.endsWith('\n'))
            block.chop(1);
        atEnd = false;
        qsizetype stop = block.size();
        for (qsizetype newline; stop > 0 && (newline = block.lastIndexOf('\n', stop - 1)) >= 0; stop = newline) {
            if (!visit(QByteArrayView(block).sliced(newline + 1, stop - newline - 1)))
                return false;
        }
        rest = block.first(stop);
    }
    return rest.isEmpty() || visit(rest);
}

} // namespace

QString LogFile::name(int age) const
{
    return age == 0 ? m_path : m_path + u'.' + QString::number(age);
}

Result<void> LogFile::failure(const QString &what) const
{
    return unexpected(ErrorCode::Internal, u"%1 '%2': %3"_s.arg(what, m_path, systemWords(errno)));
}

Result<void> LogFile::open()
{
    struct stat facts = {};
    struct stat named = {};
    const QByteArray name = QFile::encodeName(m_path);
    const bool wasOpen = m_file.isOpen();
    // What is there under the name decides: rotation by others renames or removes the file (logrotate), or empties it
    // (copytruncate).
    if (wasOpen && ::fstat(m_file.number(), &facts) == 0 && ::lstat(name.constData(), &named) == 0
        && facts.st_ino == named.st_ino && facts.st_dev == named.st_dev) {
        if (facts.st_size < m_size)
            m_lost = m_current++;
        m_size = facts.st_size;
        return {};
    }
    const struct stat before = facts;
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    m_file =
        Descriptor(::open(name.constData(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600));
    if (!m_file.isOpen() || ::fstat(m_file.number(), &facts) != 0)
        return failure(u"cannot open"_s);
    if (wasOpen && !isAmongOlder(before))
        m_lost = m_current;
    ++m_current;
    m_size = facts.st_size;
    return {};
}

bool LogFile::isAmongOlder(const struct stat &file) const
{
    for (int age = 1; age < files; ++age) {
        struct stat older = {};
        if (::lstat(QFile::encodeName(name(age)).constData(), &older) == 0 && older.st_ino == file.st_ino
            && older.st_dev == file.st_dev)
            return true;
    }
    return false;
}

void LogFile::rotate()
{
    m_file.reset();
    QFile::remove(name(files - 1));
    for (int age = files - 1; age > 0; --age)
        ::rename(QFile::encodeName(name(age - 1)).constData(), QFile::encodeName(name(age)).constData());
}

Result<void> LogFile::append(const QByteArray &lines)
{
    if (const auto opened = open(); !opened)
        return opened;
    if (m_size > 0 && m_size + lines.size() > rotateBytes) {
        rotate();
        if (const auto opened = open(); !opened)
            return opened;
    }
    qsizetype written = 0;
    while (written < lines.size()) {
        const auto length =
            ::write(m_file.number(), lines.constData() + written, static_cast<std::size_t>(lines.size() - written));
        if (length > 0) {
            written += length;
        } else if (errno != EINTR) {
            const Result<void> failed = failure(u"cannot write to"_s);
            if (::ftruncate(m_file.number(), m_size) != 0)
                m_file.reset();
            return failed;
        }
    }
    m_size += written;
    return {};
}

std::vector<LogFile::Contents> LogFile::contents() const
{
    std::vector<Contents> all;
    for (int age = 0; age < files; ++age) {
        Descriptor file(::open(QFile::encodeName(name(age)).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
        struct stat facts = {};
        if (file.isOpen() && ::fstat(file.number(), &facts) == 0 && S_ISREG(facts.st_mode))
            all.push_back({std::move(file), facts.st_size});
    }
    return all;
}

void LogFile::readBackwards(const std::vector<Contents> &contents, const Visit &visit)
{
    for (const Contents &file : contents) {
        if (!readFileBackwards(file, visit))
            return;
    }
}

} // namespace signalbox::core
