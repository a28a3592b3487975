// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/time.h"
#include "server/model/user.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace signalbox::gateway {

// Every ceiling a peer of one dialect can meet (interface.md, [limits]). 0 means: no ceiling, for the counts.
struct Limits
{
    qint64 headBytes = 16384;
    qint64 bodyBytes = 1048576;
    Milliseconds handshakeTimeout{10000}; // for a head; for a body; for TLS
    Milliseconds idleTimeout{60000};      // REST keep-alive
    qint64 messageBytes = 65536;          // beyond: 1009
    qint64 backlogBytes = 1048576;        // unsent per client
    int connections = 0;
    int connectionsPerUser = 0;
    int connectionsPerAddress = 0;
    int messagesPerSecond = 0; // burst: twice that
};

// [limits] and [limits.<dialect>].
struct LimitTable
{
    Limits general;
    QHash<QString, Limits> dialects;

    const Limits &of(const QString &dialect) const;
    // The defaults of interface.md and airavata.md.
    static LimitTable defaults();
};

// One [[listener]] as the gateway needs it.
struct ListenerOptions
{
    QString address = QStringLiteral("127.0.0.1");
    quint16 port = 0; // 0: any free one
    QStringList dialects;
    QString certificateFile; // PEM, with its chain; both files or none
    QString keyFile;
    Role anonymous = Role::None; // of a peer without credentials
    QStringList origins;         // "https://dash.example.org"
};

} // namespace signalbox::gateway
