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

bool ExperimentsConfig::allows(const QString &program) const
{
    return programs.contains(program) || programs.contains("*"_L1);
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

QList<ListenerConfig> Config::defaultListeners()
{
    const auto listener = [](int port, QStringList dialects) {
        ListenerConfig result;
        result.port = port;
        result.dialects = std::move(dialects);
        return result;
    };
    return {listener(9000, {u"sutra"_s}), listener(8080, {u"airavata"_s}), listener(3000, {u"ark"_s, u"pow"_s}),
            listener(8765, {u"alger"_s})};
}

Limits Config::limitsFor(const QString &dialect) const
{
    static const QMap<QString, LimitOverrides LimitsConfig::*> members = {
        {u"alger"_s, &LimitsConfig::alger}, {u"airavata"_s, &LimitsConfig::airavata}, {u"ark"_s, &LimitsConfig::ark},
        {u"pow"_s, &LimitsConfig::pow},     {u"sutra"_s, &LimitsConfig::sutra},
    };
    Limits result = limits.general;
    const auto member = members.constFind(dialect);
    if (member == members.cend())
        return result;
    const LimitOverrides &overrides = limits.*(*member);
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

QStringList knownDialects()
{
    return {u"airavata"_s, u"alger"_s, u"ark"_s, u"pow"_s, u"sutra"_s};
}

QString inputVariable(const QString &nodeId)
{
    QString name = u"SIGNALBOX_INPUT_"_s;
    for (const QChar c : nodeId) {
        const QChar upper = c >= u'a' && c <= u'z' ? c.toUpper() : c;
        const bool kept = (upper >= u'A' && upper <= u'Z') || (upper >= u'0' && upper <= u'9');
        name += kept ? upper : QChar(u'_');
    }
    return name;
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
