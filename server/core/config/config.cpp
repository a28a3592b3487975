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
            config.listeners.append({facts.defaultPort, {facts.name}, {}, {}, {}});
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

bool isLoopback(const QString &bind)
{
    return bind == u"localhost" || QHostAddress(bind).isLoopback();
}

Exposure exposureOf(const Config &config)
{
    Exposure result;
    if (isLoopback(config.server.bind))
        return result;
    const UserConfig *admin = config.findUser(u"admin"_s);
    if (admin && admin->password == u"admin")
        result.refusals.append(u"the server would listen on %1 with the well-known password of user "
                               "'admin' (set [[user]] password_hash, see --hash-password)"_s.arg(config.server.bind));
    for (const ListenerConfig &listener : config.listeners) {
        const Role role = listener.anonymousRole(false);
        if (role > Role::Viewer)
            result.refusals.append(u"port %1 would let anybody who reaches %2 act as %3 (set [[listener]] "
                                   "anonymous = \"none\" or \"viewer\")"_s.arg(listener.port)
                                       .arg(config.server.bind, toString(role)));
        else if (role == Role::Viewer)
            result.warnings.append(u"port %1 shows its state to anybody who reaches %2 (anonymous = "
                                   "\"viewer\")"_s.arg(listener.port)
                                       .arg(config.server.bind));
    }
    return result;
}

} // namespace signalbox::core
