// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/logfields.h"
#include "server/core/runtime/process/descriptor.h"

#include <QByteArray>

namespace signalbox::app {

// One message as systemd's journal takes it (systemd's "Native Journal Protocol"). message is one line. fields may be null.
QByteArray journalEntry(char priority, const QByteArray &category, const QByteArray &message,
                        const core::LogFields *fields);

// The journal's socket. Any thread.
class Journal final
{
public:
    static constexpr auto usualPath = "/run/systemd/journal/socket";

    // Not open where no journal listens there.
    explicit Journal(const char *path);
    bool isOpen() const { return m_socket.isOpen(); }

    // Never waits. False: the journal did not take it.
    bool send(const QByteArray &entry) const;

private:
    core::Descriptor m_socket;
};

} // namespace signalbox::app
