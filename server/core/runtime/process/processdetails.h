// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/metrics.h"

#include <QHash>
#include <QList>

#include <optional>

namespace signalbox::core {

// What single processes have open, have read and written. All of this reads /proc, and takes microseconds for each
// process, or descriptor; any thread.

// To and from storage, with the processes that it has waited for. Nothing: it has ended, or may not be read.
struct StorageBytes
{
    qint64 read = 0;
    qint64 written = 0;
};
std::optional<StorageBytes> storageBytesOf(qint64 pid);
std::optional<StorageBytes> parseStorageBytes(QByteArrayView procIo); // of the text of /proc/PID/io

int descriptorsOf(qint64 pid); // 0: it has ended, or may not be read

// One process as it can be seen from outside.
struct ProcessLook
{
    qint64 pid = 0;
    qint64 parent = 0;
    char state = '?'; // as ps shows it
    int threads = 0;
    qint64 residentBytes = 0;
    double cpuSeconds = 0.0; // since its start, of itself
    int descriptors = 0;
    QString name;    // of its program, as the kernel has it
    QString command; // with its arguments, at most 500 characters
};
std::optional<ProcessLook> lookAt(qint64 pid); // nothing: it has ended

// Listening TCP sockets of this machine, by inode: another network namespace is not seen.
using ListeningSockets = QHash<quint64, ListeningPort>;
ListeningSockets listeningSockets();
// Adds those in the text of /proc/net/tcp or tcp6, in which they come before all others.
void parseListeningSockets(QByteArrayView procNetTcp, ListeningSockets &sockets);

QList<quint64> socketsOf(qint64 pid); // inodes

} // namespace signalbox::core
