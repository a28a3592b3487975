// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/origin.h"

#include <QHostAddress>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace signalbox::gateway {

namespace {

// Host and port of a Host header or an origin, with the scheme's port where none is given.
struct Authority
{
    QString host;
    int port = -1;

    friend bool operator==(const Authority &, const Authority &) = default;
};

Authority authorityOf(const QString &url, const QString &schemeForPort = {})
{
    const QUrl parsed(url, QUrl::StrictMode);
    if (!parsed.isValid() || parsed.host().isEmpty() || !parsed.userInfo().isEmpty())
        return {};
    const QString scheme = schemeForPort.isEmpty() ? parsed.scheme() : schemeForPort;
    const int standard = scheme == "https"_L1 || scheme == "wss"_L1 ? 443 : 80;
    return {parsed.host().toLower(), parsed.port(standard)};
}

} // namespace

bool isLoopbackName(const QString &host)
{
    QString name = host.toLower();
    if (name.startsWith(u'[') && name.endsWith(u']'))
        name = name.sliced(1, name.size() - 2);
    if (name == "localhost"_L1 || name.endsWith(".localhost"_L1))
        return true;
    const QHostAddress address(name);
    return !address.isNull() && address.isLoopback();
}

bool isOriginAllowed(const QByteArray &origin, const QByteArray &host, bool loopbackListener, const QStringList &listed)
{
    if (origin.isEmpty())
        return true;
    const QString text = QString::fromLatin1(origin);
    if (listed.contains(text, Qt::CaseInsensitive))
        return true;
    const Authority from = authorityOf(text);
    if (from.host.isEmpty()) // "null", or not an origin
        return false;
    if (loopbackListener && isLoopbackName(from.host))
        return true;
    const QString scheme = QUrl(text).scheme();
    return from == authorityOf(u"http://"_s + QString::fromLatin1(host), scheme);
}

bool isHostAllowed(const QByteArray &host, const QString &boundAddress, bool loopbackListener)
{
    if (!loopbackListener || host.isEmpty())
        return true;
    const Authority asked = authorityOf(u"http://"_s + QString::fromLatin1(host));
    return !asked.host.isEmpty()
           && (isLoopbackName(asked.host) || asked.host.compare(boundAddress, Qt::CaseInsensitive) == 0);
}

} // namespace signalbox::gateway
