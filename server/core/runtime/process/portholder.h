// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace signalbox::core {

// Who listens on a TCP port of this machine, on whatever address.
struct PortHolder
{
    bool isHeld = false;  // somebody listens
    bool isAmong = false; // …and is one of the processes asked about
    qint64 pid = 0;       // of another one; 0: its process may not be seen
    QString name;
};

// Reads /proc/net and the descriptors of the processes asked about, and of all others only if none of these listens.
PortHolder portHolder(int port, const QList<qint64> &among);

} // namespace signalbox::core
