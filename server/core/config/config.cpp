// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/config/config.h"

#include <QHostAddress>
#include <QRegularExpression>
#include <QThread>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox::core {

int ServerConfig::defaultWorkers()
{
    return std::max(1, QThread::idealThreadCount());
}

Role ListenerConfig::anonymousRole(bool bindIsLoopback) const
{
    return anonymous.value_or(bindIsLoopback ? Role::Operator : Role::None);
}

User UserConfig::user() const
{
    QStringList roleNames;
    for (const Role role : roles)
        roleNames.append(toString(role));
    return {name, displayName, email, roleNames};
}

Role ProcessConfig::requiredRole() const
{
    return roles.isEmpty() ? Role::Operator : *std::min_element(roles.begin(), roles.end());
}

Config Config::withDialects(const QList<DialectFacts> &list)
{
    Config config;
    for (const DialectFacts &facts : list) {
        DialectConfig dialect{facts, facts.limits, {}};
        for (const DialectSetting &setting : facts.settings)
            dialect.settings.insert(setting.name, setting.fallback);
        config.dialects.append(dialect);
        const auto sharesPort = [&](const ListenerConfig &listener) { return listener.port == facts.defaultPort; };
        const auto listener = std::find_if(config.listeners.begin(), config.listeners.end(), sharesPort);
        if (listener == config.listeners.end())
            config.listeners.append({facts.defaultPort, {facts.name}, {}, {}, {}, {}});
        else
            listener->dialects.append(facts.name);
    }
    std::sort(config.dialects.begin(), config.dialects.end(),
              [](const auto &one, const auto &other) { return one.facts.name < other.facts.name; });
    return config;
}

QStringList Config::dialectNames() const
{
    QStringList names;
    for (const DialectConfig &dialect : dialects)
        names.append(dialect.facts.name);
    return names;
}

const DialectConfig *Config::findDialect(const QString &name) const
{
    const auto found =
        std::find_if(dialects.begin(), dialects.end(), [&](const auto &dialect) { return dialect.facts.name == name; });
    return found == dialects.end() ? nullptr : &*found;
}

Limits Config::limitsFor(const QString &name) const
{
    Limits result = limits;
    const DialectConfig *dialect = findDialect(name);
    if (!dialect)
        return result;
    const LimitOverrides &overrides = dialect->limits;
    const auto put = [](auto &value, const auto &override) { value = override.value_or(value); };
    put(result.messageBytes, overrides.messageBytes);
    put(result.headBytes, overrides.headBytes);
    put(result.bodyBytes, overrides.bodyBytes);
    put(result.handshakeTimeout, overrides.handshakeTimeout);
    put(result.idleTimeout, overrides.idleTimeout);
    put(result.backlogBytes, overrides.backlogBytes);
    put(result.connections, overrides.connections);
    put(result.connectionsPerUser, overrides.connectionsPerUser);
    put(result.connectionsPerAddress, overrides.connectionsPerAddress);
    put(result.messagesPerSecond, overrides.messagesPerSecond);
    put(result.subscriptions, overrides.subscriptions);
    put(result.outputBytes, overrides.outputBytes);
    return result;
}

const UserConfig *Config::findUser(const QString &name) const
{
    const auto found = std::find_if(users.begin(), users.end(), [&](const auto &user) { return user.name == name; });
    return found == users.end() ? nullptr : &*found;
}

const KindConfig *Config::findKind(const QString &name) const
{
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const auto &kind) { return kind.name == name; });
    return found == kinds.end() ? nullptr : &*found;
}

bool isConfiguredId(const QString &text)
{
    static const QRegularExpression pattern(u"\\A[a-z0-9][a-z0-9_-]{0,63}\\z"_s);
    return pattern.match(text).hasMatch();
}

bool isLoopback(const QStringList &bind)
{
    return std::all_of(bind.begin(), bind.end(), [](const QString &address) {
        return address == u"localhost" || QHostAddress(address).isLoopback();
    });
}

// Whether one of the two takes a port of the other: 0.0.0.0 and :: are every address of their family.
static bool overlap(const QString &one, const QString &other)
{
    const auto isAnyFor = [](const QHostAddress &any, const QString &text) {
        const bool isAny = any == QHostAddress(QHostAddress::AnyIPv4) || any == QHostAddress(QHostAddress::AnyIPv6);
        return isAny && (text == u"localhost" || QHostAddress(text).protocol() == any.protocol());
    };
    const QHostAddress first(one);
    const QHostAddress second(other);
    return one == other || (!first.isNull() && first == second) || isAnyFor(first, other) || isAnyFor(second, one);
}

QString bindProblem(const QStringList &bind)
{
    if (bind.isEmpty())
        return u"is empty (name at least one address, or leave the key out)"_s;
    for (qsizetype i = 0; i < bind.size(); ++i) {
        const QString &text = bind.at(i);
        if (text != u"localhost" && QHostAddress(text).isNull())
            return u"cannot be '%1' (an IP address such as 127.0.0.1, ::1 or 0.0.0.0, or localhost)"_s.arg(text);
        for (const QString &other : bind.mid(0, i)) {
            if (overlap(text, other))
                return u"has '%1' and '%2', which overlap (remove one)"_s.arg(other, text);
        }
    }
    return {};
}

bool isFileOrigin(const QString &origin)
{
    return origin == u"null" || origin == u"file://";
}

} // namespace signalbox::core
