// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/auth/place.h"

#include <QHostAddress>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

QString networkOf(const QString &text)
{
    QHostAddress address(text);
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4); // of ::ffff:192.0.2.1, too
    if (isV4)
        address = QHostAddress(v4);
    if (address.isLoopback())
        return u"loopback"_s;
    if (isV4)
        return address.toString();
    if (address.protocol() != QAbstractSocket::IPv6Protocol)
        return text;
    Q_IPV6ADDR bytes = address.toIPv6Address();
    std::fill(bytes.c + 8, bytes.c + 16, quint8(0));
    return QHostAddress(bytes).toString() + u"/64"_s;
}

} // namespace

QString placeOf(const QString &address, const PeerUser &user)
{
    constexpr uid_t several = 65536;
    const std::optional<uid_t> known = user ? user() : std::nullopt;
    if (!known)
        return networkOf(address);
    if (isOwn(user))
        return u"own user at "_s % address;
    if (*known >= several)
        return u"users from %1"_s.arg(*known / several * several);
    return u"user %1"_s.arg(*known);
}

} // namespace signalbox::core
