// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/admission/forwarding.h"

#include "server/gateway/wire/clientsocket.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox::gateway {

namespace {

// An address with or without port, IPv6 in brackets or bare; null: none ("unknown", "_hidden").
QHostAddress addressIn(QByteArrayView node)
{
    QString text = QString::fromLatin1(node.trimmed());
    if (text.size() > 1 && text.startsWith(u'"') && text.endsWith(u'"'))
        text = text.sliced(1, text.size() - 2);
    if (text.startsWith(u'[')) {
        const qsizetype end = text.indexOf(u']');
        text = end > 0 ? text.sliced(1, end - 1) : QString();
    } else if (text.count(u':') == 1) {
        text.truncate(text.indexOf(u':'));
    }
    return text.isEmpty() ? QHostAddress() : core::withoutMapping(QHostAddress(text));
}

// The values of all headers of that name, joined as one list.
QList<QByteArray> listOf(const dialects::RequestHead &head, const QByteArray &name)
{
    QList<QByteArray> elements;
    for (const auto &[known, value] : head.headers) {
        if (known == name)
            elements += value.split(',');
    }
    return elements;
}

// One element of Forwarded (RFC 7239, 4): the value of its "for".
QByteArray forOf(const QByteArray &element)
{
    for (const QByteArray &pair : element.split(';')) {
        const qsizetype sign = pair.indexOf('=');
        if (sign > 0 && pair.first(sign).trimmed().toLower() == "for")
            return pair.sliced(sign + 1);
    }
    return {};
}

// Hops from the client to the proxy that is nearest.
QHostAddress clientAmong(const QList<QHostAddress> &hops, const TrustedProxies &trusted)
{
    for (auto hop = hops.crbegin(); hop != hops.crend(); ++hop) {
        if (hop->isNull() || !trusted.contains(*hop))
            return *hop;
    }
    return hops.value(0);
}

bool saysForwarded(const QByteArray &name)
{
    return name == "forwarded" || name == "via" || name == "x-real-ip" || name.startsWith("x-forwarded-");
}

} // namespace

TrustedProxies::TrustedProxies(const QStringList &subnets)
{
    for (const QString &subnet : subnets)
        m_subnets.append(QHostAddress::parseSubnet(subnet));
}

bool TrustedProxies::contains(const QHostAddress &address) const
{
    const QHostAddress plain = core::withoutMapping(address);
    return std::any_of(m_subnets.cbegin(), m_subnets.cend(),
                       [&plain](const auto &subnet) { return plain.isInSubnet(subnet); });
}

Forwarding forwardingOf(const dialects::RequestHead &head, const QHostAddress &peer, const TrustedProxies &trusted)
{
    Forwarding result;
    result.isForwarded = std::any_of(head.headers.cbegin(), head.headers.cend(),
                                     [](const auto &header) { return saysForwarded(header.first); });
    if (!result.isForwarded || !trusted.contains(peer))
        return result;
    QList<QList<QHostAddress>> chains(3);
    for (const QByteArray &element : listOf(head, "x-forwarded-for"_ba))
        chains[0].append(addressIn(element));
    for (const QByteArray &element : listOf(head, "forwarded"_ba))
        chains[1].append(addressIn(forOf(element)));
    for (const QByteArray &element : listOf(head, "x-real-ip"_ba))
        chains[2].append(addressIn(element));
    // A proxy sets one of them and may pass the others on as the client has sent them: where they differ, none is believed.
    // X-Real-IP of the second of two proxies is the first of them, which says nothing.
    std::optional<QHostAddress> client;
    QHostAddress proxy;
    for (const QList<QHostAddress> &chain : chains) {
        const QHostAddress said = clientAmong(chain, trusted);
        if (!chain.isEmpty() && trusted.contains(said))
            proxy = said;
        else if (!chain.isEmpty() && client && *client != said)
            return result;
        else if (!chain.isEmpty())
            client = said;
    }
    result.client = client.value_or(proxy);
    return result;
}

} // namespace signalbox::gateway
