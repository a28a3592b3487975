// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal.h"

#include <QtEndian>

#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>

namespace signalbox::app {

namespace {

void add(QByteArray &entry, const char *name, const QByteArray &value)
{
    if (value.isEmpty())
        return;
    entry += name;
    if (!value.contains('\n')) {
        entry += '=' + value + '\n';
        return;
    }
    const quint64 size = qToLittleEndian(quint64(value.size()));
    entry += '\n';
    entry.append(reinterpret_cast<const char *>(&size), sizeof size);
    entry += value + '\n';
}

} // namespace

QByteArray journalEntry(char priority, const QByteArray &category, const QByteArray &message,
                        const core::LogFields *fields)
{
    QByteArray entry;
    add(entry, "MESSAGE", category + ": " + message);
    add(entry, "PRIORITY", QByteArray(1, priority));
    add(entry, "SYSLOG_IDENTIFIER", "signalbox");
    add(entry, "SIGNALBOX_CATEGORY", category);
    if (fields) {
        add(entry, "SIGNALBOX_COMPONENT", fields->component.toUtf8());
        add(entry, "SIGNALBOX_EXECUTION", fields->execution.toUtf8());
        add(entry, "SIGNALBOX_USER", fields->user.toUtf8());
        add(entry, "SIGNALBOX_DIALECT", fields->dialect.toUtf8());
    }
    return entry;
}

Journal::Journal(const char *path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::size_t length = std::strlen(path);
    if (length >= sizeof address.sun_path)
        return;
    std::memcpy(address.sun_path, path, length);
    core::Descriptor socket(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    if (socket.isOpen()
        && ::connect(socket.number(), reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0)
        m_socket = std::move(socket);
}

bool Journal::send(const QByteArray &entry) const
{
    return ::send(m_socket.number(), entry.constData(), static_cast<std::size_t>(entry.size()),
                  MSG_DONTWAIT | MSG_NOSIGNAL)
           == entry.size();
}

} // namespace signalbox::app
