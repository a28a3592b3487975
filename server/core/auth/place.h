// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/auth/peeruser.h"

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QString>

namespace signalbox::core {

// An IPv4 address that is mapped into IPv6 (::ffff:192.0.2.1) as what it is; others as they are.
QHostAddress withoutMapping(const QHostAddress &address);

// User ids that one account may take besides its own: a line of /etc/subuid (subuid(5)).
struct UserRange
{
    QString owner; // a name or a number, as there
    qint64 first = 0;
    qint64 count = 0;
};

QList<UserRange> parseUserRanges(const QByteArray &subuid); // leaves out what is no such line
const QList<UserRange> &userRanges();                       // of this machine, read once

// The name of the place that a peer counts for: all peers of one place share its ceilings of sockets, requests, bytes, questions
// and guesses, and take nothing of another place (docs/model.md, "Places"). user: null, where the peer is on another machine.
//
// - a /64 of IPv6, since one customer of a provider has all of it, and IPv4 by address;
// - on this machine the user, from whichever of its addresses, and a range as one;
// - the server's own user and root also by address, since both could do all that the server can;
// - the loopback as a whole for those whose user the kernel does not name.
QString placeOf(const QString &address, const PeerUser &user, const QList<UserRange> &ranges = userRanges());

} // namespace signalbox::core
