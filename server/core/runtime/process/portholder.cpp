// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/process/portholder.h"

#include "server/core/runtime/process/procfile.h"

#include <QByteArray>
#include <QDir>
#include <QSet>

#include <unistd.h>

#include <array>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

constexpr auto listening = "0A"; // st of /proc/net/tcp, proc(5)

// "socket:[12345]" of all sockets that listen on the port.
QSet<QByteArray> listeningSockets(int port)
{
    QSet<QByteArray> sockets;
    const QByteArray wanted = ':' + QByteArray::number(port, 16).rightJustified(4, '0').toUpper();
    for (const QString &table : {u"/proc/net/tcp"_s, u"/proc/net/tcp6"_s}) {
        for (const QByteArray &line : readProcFile(table).split('\n')) {
            const QList<QByteArray> fields = line.simplified().split(' ');
            if (fields.value(1).endsWith(wanted) && fields.value(3) == listening)
                sockets.insert("socket:[" + fields.value(9) + ']');
        }
    }
    return sockets;
}

bool hasOneOf(qint64 pid, const QSet<QByteArray> &sockets)
{
    const QString folder = u"/proc/%1/fd"_s.arg(pid);
    const QStringList descriptors = QDir(folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::System);
    for (const QString &descriptor : descriptors) {
        std::array<char, 64> target{};
        const QByteArray path = QFile::encodeName(folder + u'/' + descriptor);
        const ssize_t length = ::readlink(path.constData(), target.data(), target.size());
        if (length > 0 && sockets.contains(QByteArray(target.data(), length)))
            return true;
    }
    return false;
}

} // namespace

PortHolder portHolder(int port, const QList<qint64> &among)
{
    const QSet<QByteArray> sockets = listeningSockets(port);
    PortHolder holder;
    holder.isHeld = !sockets.isEmpty();
    if (!holder.isHeld)
        return holder;
    holder.isAmong =
        std::any_of(among.cbegin(), among.cend(), [&sockets](qint64 pid) { return hasOneOf(pid, sockets); });
    if (holder.isAmong)
        return holder;
    const QStringList entries = QDir(u"/proc"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &entry : entries) {
        const qint64 pid = entry.toLongLong();
        if (pid <= 0 || !hasOneOf(pid, sockets))
            continue;
        holder.pid = pid;
        holder.name = QString::fromUtf8(readProcFile(u"/proc/%1/comm"_s.arg(pid))).simplified();
        break;
    }
    return holder;
}

} // namespace signalbox::core
