// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/process/processdetails.h"

#include "server/core/runtime/process/descriptor.h"
#include "server/core/runtime/process/procfile.h"
#include "server/core/runtime/process/procstat.h"

#include <QHostAddress>
#include <QtEndian>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <memory>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

constexpr QByteArrayView listening("0A"); // st of /proc/net/tcp, proc(5)

QByteArray folderOf(qint64 pid, const char *name)
{
    return "/proc/" + QByteArray::number(pid) + '/' + name;
}

std::optional<qint64> numberBehind(QByteArrayView text, QByteArrayView key)
{
    const qsizetype at = text.indexOf(key);
    if (at < 0)
        return std::nullopt;
    const QByteArrayView rest = text.sliced(at + key.size());
    const qsizetype end = rest.indexOf('\n');
    bool isNumber = false;
    const qint64 number = rest.first(end < 0 ? rest.size() : end).trimmed().toLongLong(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

// Calls with the name of each descriptor; directory: its descriptors' folder.
template<typename Take>
void forEachDescriptor(DIR *directory, Take take)
{
    while (const dirent *entry = ::readdir(directory)) {
        if (entry->d_name[0] != '.')
            take(entry->d_name);
    }
}

// The kernel writes the words of 32 bits that it has in memory, in the order of the network, as numbers of this machine.
QString addressOf(QByteArrayView hex)
{
    const QByteArray numbers = QByteArray::fromHex(hex.toByteArray());
    const auto word = [&numbers](int index) { return qFromBigEndian<quint32>(numbers.constData() + 4 * index); };
    if (numbers.size() == 4)
        return QHostAddress(qFromBigEndian(word(0))).toString();
    if (numbers.size() != 16)
        return {};
    Q_IPV6ADDR address{};
    for (int index = 0; index < 4; ++index)
        qToUnaligned(word(index), &address[4 * index]);
    return QHostAddress(address).toString();
}

} // namespace

std::optional<StorageBytes> parseStorageBytes(QByteArrayView procIo)
{
    const std::optional<qint64> read = numberBehind(procIo, "\nread_bytes: ");
    const std::optional<qint64> written = numberBehind(procIo, "\nwrite_bytes: ");
    return read && written ? std::optional(StorageBytes{*read, *written}) : std::nullopt;
}

std::optional<StorageBytes> storageBytesOf(qint64 pid)
{
    const Descriptor file(::open(folderOf(pid, "io").constData(), O_RDONLY | O_CLOEXEC));
    std::array<char, 512> text;
    const auto length = file.isOpen() ? ::read(file.number(), text.data(), text.size()) : -1;
    return length > 0 ? parseStorageBytes(QByteArrayView(text.data(), length)) : std::nullopt;
}

int descriptorsOf(qint64 pid)
{
    const QByteArray folder = folderOf(pid, "fd");
    struct stat status = {};
    if (::stat(folder.constData(), &status) != 0)
        return 0;
    if (status.st_size > 0) // their number, since Linux 6.2
        return static_cast<int>(status.st_size);
    int count = 0;
    if (const OpenDirectory directory(::opendir(folder.constData())); directory)
        forEachDescriptor(directory.get(), [&count](const char *) { ++count; });
    return count;
}

std::optional<ProcessLook> lookAt(qint64 pid)
{
    constexpr qsizetype shown = 500;
    const std::optional<ProcStat> stat = readProcStat(static_cast<int>(pid));
    if (!stat)
        return std::nullopt;
    ProcessLook look;
    look.pid = pid;
    look.parent = stat->parent;
    look.state = stat->state;
    look.threads = stat->threads;
    look.residentBytes = static_cast<qint64>(stat->residentPages) * ::sysconf(_SC_PAGESIZE);
    look.cpuSeconds = static_cast<double>(stat->userTicks + stat->systemTicks) / double(::sysconf(_SC_CLK_TCK));
    look.descriptors = descriptorsOf(pid);
    look.name = QString::fromUtf8(readProcFile(QString::fromLatin1(folderOf(pid, "comm"))).trimmed());
    QByteArray words = readProcFile(QString::fromLatin1(folderOf(pid, "cmdline"))).left(4 * shown);
    look.command = QString::fromUtf8(words.replace('\0', ' ')).simplified().left(shown); // on one line
    if (words.isEmpty()) {
        // A process that ended since has given its memory back, and its words with it: all of the look is to say so.
        const std::optional<ProcStat> now = readProcStat(static_cast<int>(pid));
        if (!now)
            return std::nullopt;
        look.residentBytes = now->residentPages > 0 ? look.residentBytes : 0;
    }
    return look;
}

QList<quint64> socketsOf(qint64 pid)
{
    QList<quint64> sockets;
    const OpenDirectory directory(::opendir(folderOf(pid, "fd").constData()));
    if (!directory)
        return sockets;
    forEachDescriptor(directory.get(), [&](const char *name) {
        std::array<char, 64> target{};
        const auto length = ::readlinkat(::dirfd(directory.get()), name, target.data(), target.size());
        const QByteArrayView text(target.data(), std::max<qsizetype>(length, 0));
        constexpr QByteArrayView prefix("socket:[");
        if (text.startsWith(prefix) && text.endsWith(']'))
            sockets.append(text.sliced(prefix.size()).chopped(1).toULongLong());
    });
    return sockets;
}

void parseListeningSockets(QByteArrayView procNetTcp, ListeningSockets &sockets)
{
    qsizetype begin = procNetTcp.indexOf('\n') + 1; // behind the titles
    while (begin > 0 && begin < procNetTcp.size()) {
        const qsizetype end = procNetTcp.indexOf('\n', begin);
        const QByteArray line =
            procNetTcp.sliced(begin, (end < 0 ? procNetTcp.size() : end) - begin).toByteArray().simplified();
        const QList<QByteArray> fields = line.split(' ');
        if (fields.value(3) != listening)
            return;
        const QByteArray &local = fields.at(1);
        const qsizetype colon = local.indexOf(':');
        sockets.insert(fields.value(9).toULongLong(),
                       {addressOf(QByteArrayView(local).first(std::max<qsizetype>(colon, 0))),
                        local.mid(colon + 1).toUShort(nullptr, 16)});
        begin = end + 1;
    }
}

// As far as the listening ones go: behind them are all connections, of which there may be many.
ListeningSockets listeningSockets()
{
    ListeningSockets sockets;
    for (const char *table : {"/proc/net/tcp", "/proc/net/tcp6"}) {
        const Descriptor file(::open(table, O_RDONLY | O_CLOEXEC));
        QByteArray text;
        std::array<char, 16384> chunk;
        while (file.isOpen()) {
            const auto length = ::read(file.number(), chunk.data(), chunk.size());
            if (length <= 0)
                break;
            text.append(chunk.data(), length); // whole lines each time
            if (const qsizetype last = text.lastIndexOf('\n', -2);
                last > 0 && text.mid(last).simplified().split(' ').value(3) != listening && text.count('\n') > 1)
                break;
        }
        parseListeningSockets(text, sockets);
    }
    return sockets;
}

} // namespace signalbox::core
