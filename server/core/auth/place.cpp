// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/auth/place.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

QString networkOf(const QHostAddress &address)
{
    if (address.isLoopback())
        return u"loopback"_s;
    if (address.protocol() != QAbstractSocket::IPv6Protocol)
        return address.toString();
    Q_IPV6ADDR bytes = address.toIPv6Address();
    std::fill(bytes.c + 8, bytes.c + 16, quint8(0));
    return QHostAddress(bytes).toString() + u"/64"_s;
}

} // namespace

QHostAddress withoutMapping(const QHostAddress &address)
{
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4);
    return isV4 ? QHostAddress(v4) : address;
}

QList<UserRange> parseUserRanges(const QByteArray &subuid)
{
    QList<UserRange> ranges;
    for (const QByteArray &line : subuid.split('\n')) {
        const QList<QByteArray> parts = line.trimmed().split(':');
        bool isFirst = false;
        bool isCount = false;
        const qint64 first = parts.value(1).toLongLong(&isFirst);
        const qint64 count = parts.value(2).toLongLong(&isCount);
        if (parts.size() == 3 && !parts.constFirst().isEmpty() && isFirst && isCount)
            ranges.append({QString::fromUtf8(parts.constFirst()), first, count});
    }
    return ranges;
}

const QList<UserRange> &userRanges()
{
    static const QList<UserRange> ranges = [] {
        QFile file(u"/etc/subuid"_s);
        constexpr qint64 most = 1 << 20;
        return file.open(QIODevice::ReadOnly) ? parseUserRanges(file.read(most)) : QList<UserRange>();
    }();
    return ranges;
}

QString placeOf(const QString &address, const PeerUser &user, const QList<UserRange> &ranges)
{
    const QHostAddress plain = withoutMapping(QHostAddress(address));
    if (!user.id)
        return networkOf(plain);
    const uid_t id = *user.id;
    if (isOwn(user))
        return u"uid %1 at %2"_s.arg(QString::number(id), plain.toString());
    const auto range = std::ranges::find_if(
        ranges, [id](const UserRange &one) { return id >= one.first && id - one.first < one.count; });
    return range == ranges.end() ? u"uid %1"_s.arg(id) : u"uids of "_s % range->owner;
}

} // namespace signalbox::core
