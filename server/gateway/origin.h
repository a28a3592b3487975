// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace signalbox::gateway {

// Which web pages may send requests from a browser (docs/model.md, "Who may do what"). Pure functions.

// What a listener goes by.
struct HostRules
{
    bool isLoopback = false; // all its addresses are
    QStringList addresses;   // it is bound to
    QStringList hosts;       // of [[listener]]
    QStringList origins;     // of [[listener]]
};

// "localhost", "*.localhost", 127.0.0.0/8, ::1; without port, with or without brackets or a dot at the end.
bool isLoopbackName(const QString &host);

// The Origin rule: no Origin, or that of the same host or of one of hosts, passes; on a loopback listener every loopback
// origin passes; others must be listed.
bool isOriginAllowed(const QByteArray &origin, const QByteArray &host, const HostRules &rules);

// Against DNS rebinding: a loopback listener answers only to loopback names, to the addresses it is bound to, to hosts and
// to the hosts of origins. Others do so once they have hosts, and answer to every address: rebinding takes a name. A
// request without Host passes: browsers always send one.
bool isHostAllowed(const QByteArray &host, const HostRules &rules);

} // namespace signalbox::gateway
