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
    QStringList names;       // of this machine, see ownNames()
    QStringList hosts;       // of [[listener]]
    QStringList origins;     // of [[listener]]
};

// "localhost", "*.localhost", 127.0.0.0/8, ::1; without port, with or without brackets or a dot at the end.
bool isLoopbackName(const QString &host);

// The Origin rule: no Origin, or that of the same host or of one of hosts, passes; on a loopback listener every loopback
// origin passes; others must be listed.
bool isOriginAllowed(const QByteArray &origin, const QByteArray &host, const HostRules &rules);

// What this machine is called: its host name, the same in its domain, and as its network calls it (.local).
QStringList ownNames();

// Against DNS rebinding: a listener answers only to loopback names, to the addresses it is bound to, to hosts and to the
// hosts of origins. Beyond loopback also to names, and to every address: rebinding takes a name of somebody else. A
// request without Host passes: browsers always send one.
bool isHostAllowed(const QByteArray &host, const HostRules &rules);

} // namespace signalbox::gateway
