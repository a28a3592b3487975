// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/process/portholder.h"

#include "server/core/runtime/process/processdetails.h"
#include "server/core/runtime/process/procfile.h"

#include <QDir>
#include <QSet>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

bool hasOneOf(qint64 pid, const QSet<quint64> &sockets)
{
    const QList<quint64> own = socketsOf(pid);
    return std::any_of(own.cbegin(), own.cend(), [&sockets](quint64 socket) { return sockets.contains(socket); });
}

} // namespace

PortHolder portHolder(int port, const QList<qint64> &among)
{
    QSet<quint64> sockets;
    const ListeningSockets all = listeningSockets();
    for (auto socket = all.cbegin(); socket != all.cend(); ++socket) {
        if (socket->port == port)
            sockets.insert(socket.key());
    }
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
