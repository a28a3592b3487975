// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/config/exposure.h"

#include "server/core/auth/passwords.h"

#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

constexpr int triesAtOnce = 4; // 64 MiB each

// A page that anybody can make browsers open must not act by itself.
QStringList originWarnings(const ListenerConfig &listener, Role anonymous)
{
    QStringList warnings;
    for (const QString &origin : listener.origins) {
        if (isFileOrigin(origin) && anonymous >= Role::Operator)
            warnings.append(
                u"port %1 lets pages with the origin '%2' act as %3 without credentials, and %4 has that origin "
                "(set [[listener]] anonymous = \"viewer\" or \"none\")"_s.arg(listener.port)
                    .arg(origin, toString(anonymous),
                         origin == u"null" ? u"what any web page puts into a sandboxed frame"_s
                                           : u"any file that a browser opens"_s));
    }
    return warnings;
}

// The server cannot see beyond a proxy, but who configured one has told of it.
QStringList proxyWarnings(const Config &config, const ListenerConfig &listener)
{
    const bool isProxied = !config.server.trustedProxies.isEmpty() || !listener.hosts.isEmpty();
    if (!isProxied || listener.anonymous.value_or(Role::None) <= Role::Viewer)
        return {};
    return {
        u"port %1 lets everybody whom a proxy lets through act as %2 without credentials (leave [[listener]] anonymous "
        "out, or set it to \"none\" or \"viewer\")"_s.arg(listener.port)
            .arg(toString(*listener.anonymous))};
}

// Whether it is well-known what user has as password, by user; the hashes side by side.
QList<bool> wellKnownOnes(const QList<UserConfig> &users)
{
    QList<bool> found(users.size());
    bool *const at = found.data();
    QThreadPool pool;
    pool.setMaxThreadCount(triesAtOnce);
    for (qsizetype i = 0; i < users.size(); ++i) {
        const UserConfig user = users.at(i);
        if (user.passwordHash.isEmpty())
            at[i] = isWellKnownPassword(user.password, user.name);
        else
            pool.start([at, i, user] {
                const QStringList words = wellKnownPasswords(user.name);
                at[i] = std::any_of(words.cbegin(), words.cend(),
                                    [&user](const QString &word) { return verifyPassword(user.passwordHash, word); });
            });
    }
    pool.waitForDone();
    return found;
}

// Of listeners that take them from other machines without TLS, and where no proxy is told of that may add it.
QStringList clearTextWarnings(const Config &config, const QString &where)
{
    QStringList ports;
    for (const ListenerConfig &listener : config.listeners) {
        if (!listener.tls)
            ports.append(QString::number(listener.port));
    }
    if (ports.isEmpty() || !config.server.trustedProxies.isEmpty())
        return {};
    return {u"passwords and tokens can be read on the way to %1, port %2 "
            "(set [[listener]] tls, or have a proxy or a tunnel encrypt)"_s.arg(where, ports.join(", "_L1))};
}

QStringList passwordRefusals(const Config &config, const QString &where)
{
    QStringList refusals;
    const QList<bool> wellKnown = wellKnownOnes(config.users);
    for (qsizetype i = 0; i < config.users.size(); ++i) {
        if (wellKnown.at(i))
            refusals.append(
                u"the server would listen on %1 with the well-known password of user '%2' (set [[user]] "
                "password_hash to that of another one, see --hash-password)"_s.arg(where, config.users.at(i).name));
    }
    return refusals;
}

} // namespace

Exposure exposureOf(const Config &config)
{
    Exposure result;
    const bool isLocal = isLoopback(config.server.bind);
    for (const ListenerConfig &listener : config.listeners)
        result.warnings += originWarnings(listener, listener.anonymousRole(isLocal)) + proxyWarnings(config, listener);
    if (isLocal)
        return result;
    const QString where = config.server.bind.join(", "_L1);
    result.refusals = passwordRefusals(config, where);
    result.warnings += clearTextWarnings(config, where);
    for (const ListenerConfig &listener : config.listeners) {
        const Role role = listener.anonymousRole(false);
        if (role > Role::Viewer)
            result.refusals.append(u"port %1 would let anybody who reaches %2 act as %3 (set [[listener]] "
                                   "anonymous = \"none\" or \"viewer\")"_s.arg(listener.port)
                                       .arg(where, toString(role)));
        else if (role == Role::Viewer)
            result.warnings.append(u"port %1 shows its state to anybody who reaches %2 (anonymous = "
                                   "\"viewer\")"_s.arg(listener.port)
                                       .arg(where));
    }
    return result;
}

} // namespace signalbox::core
