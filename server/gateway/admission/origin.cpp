// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/admission/origin.h"

#include <QHostAddress>
#include <QHostInfo>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox::gateway {

namespace {

// A name with a dot at the end is the same name.
QString withoutDot(const QString &name)
{
    return name.endsWith(u'.') ? name.chopped(1) : name;
}

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
    return {withoutDot(parsed.host().toLower()), parsed.port(standard)};
}

bool isAddress(const QString &host)
{
    return !QHostAddress(host).isNull();
}

// host: of an Authority. names: with or without port.
bool isAmong(const QString &host, const QStringList &names)
{
    return std::any_of(names.cbegin(), names.cend(), [&host](const QString &name) {
        const bool isBareV6 = isAddress(name) && name.contains(u':');
        return authorityOf((isBareV6 ? u"http://[%1]"_s : u"http://%1"_s).arg(name)).host == host;
    });
}

bool isHostOf(const QString &host, const QStringList &origins)
{
    return std::any_of(origins.cbegin(), origins.cend(),
                       [&host](const QString &origin) { return authorityOf(origin).host == host; });
}

} // namespace

bool isLoopbackName(const QString &host)
{
    QString name = withoutDot(host.toLower());
    if (name.startsWith(u'[') && name.endsWith(u']'))
        name = name.sliced(1, name.size() - 2);
    if (name == "localhost"_L1 || name.endsWith(".localhost"_L1))
        return true;
    const QHostAddress address(name);
    return !address.isNull() && address.isLoopback();
}

QStringList ownNames()
{
    const QString host = QHostInfo::localHostName();
    const QString domain = QHostInfo::localDomainName();
    QStringList names;
    if (host.isEmpty())
        return names;
    names = {host, host.section(u'.', 0, 0) + ".local"_L1};
    if (!domain.isEmpty())
        names.append(host.section(u'.', 0, 0) + u'.' + domain);
    return names;
}

bool isOriginAllowed(const QByteArray &origin, const QByteArray &host, const HostRules &rules)
{
    if (origin.isEmpty())
        return true;
    const QString text = QString::fromLatin1(origin);
    if (rules.origins.contains(text, Qt::CaseInsensitive))
        return true;
    const Authority from = authorityOf(text);
    if (from.host.isEmpty()) // "null", or not an origin
        return false;
    if ((rules.isLoopback && isLoopbackName(from.host)) || isAmong(from.host, rules.hosts))
        return true;
    const QString scheme = QUrl(text).scheme();
    return from == authorityOf(u"http://"_s + QString::fromLatin1(host), scheme);
}

bool isHostAllowed(const QByteArray &host, const HostRules &rules)
{
    if (host.isEmpty())
        return true;
    const QString asked = authorityOf(u"http://"_s + QString::fromLatin1(host)).host;
    if (asked.isEmpty())
        return false;
    return isLoopbackName(asked) || isAmong(asked, rules.addresses + rules.hosts) || isHostOf(asked, rules.origins)
           || (!rules.isLoopback && (isAddress(asked) || isAmong(asked, rules.names)));
}

} // namespace signalbox::gateway
