// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/config/config.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace signalbox::gateway {

using namespace Qt::StringLiterals;

using core::Limits;

// The ceilings of [limits] and [limits.<dialect>].
struct LimitTable
{
    Limits general;
    QHash<QString, Limits> dialects;

    const Limits &of(const QString &dialect) const; // general, for a name without ceilings of its own
    static LimitTable of(const core::Config &config);
};

// One [[listener]] as the gateway needs it.
struct ListenerOptions
{
    QStringList addresses{u"127.0.0.1"_s}; // IP addresses or "localhost", all on this port
    quint16 port = 0;                      // 0: any free one
    QStringList dialects;
    QString certificateFile; // PEM, with its chain; both files or none
    QString keyFile;
    // What a peer without credentials may do. Unset: on loopback operator if it is the server's own user, and viewer if not;
    // none elsewhere.
    std::optional<Role> anonymous = Role::None;
    QStringList hosts;          // public names behind a proxy: "ops.example.org"
    QStringList origins;        // "https://dash.example.org", "null", "file://"
    QStringList trustedProxies; // [server]: addresses and subnets
    bool portable = false;      // Qt's own sockets although there is epoll: for tests of what other systems have
};

} // namespace signalbox::gateway
