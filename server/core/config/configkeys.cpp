// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/config/configkeys.h"

#include "server/core/auth/passwords.h"
#include "server/core/config/secretkeys.h"
#include "server/core/experiment.h"
#include "server/core/nearest.h"

#include <QHostAddress>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

// ---- checks ------------------------------------------------------------------------------------------------------

// An owner in all that is kept and shown, without being a user: what such a user owned would be everybody's.
QString checkUserName(const QString &name)
{
    static const QStringList reserved{u"anonymous"_s, u"server"_s, u"console"_s, u"schedule"_s};
    if (!reserved.contains(name))
        return checkNotEmpty(name);
    return u"cannot be '%1', which stands for what no user did (reserved: %2; choose another name)"_s.arg(
        name, reserved.join(", "_L1));
}

QString checkProxies(const QStringList &proxies)
{
    for (const QString &proxy : proxies) {
        if (proxy.trimmed().isEmpty() || QHostAddress::parseSubnet(proxy).second < 0)
            return u"has '%1' (an address or a subnet, as 127.0.0.1 or 10.0.0.0/8)"_s.arg(proxy);
    }
    return {};
}

QString checkHash(const QString &text)
{
    return isPasswordHash(text) ? QString()
                                : u"is not a hash this program can check (make one with signalbox --hash-password)"_s;
}

QString checkAnonymous(const Role &role)
{
    return role <= Role::Operator ? QString() : u"cannot be 'admin' (one of: none, viewer, operator; make a user)"_s;
}

Check<QStringList> checkDialects(const QStringList &known)
{
    return [known](const QStringList &names) -> QString {
        if (names.isEmpty())
            return u"is empty (name at least one of: %1)"_s.arg(known.join(", "_L1));
        QStringList seen;
        for (const QString &name : names) {
            if (!known.contains(name))
                return u"names the unknown dialect '%1'%2 (known: %3)"_s.arg(name, didYouMean(name, known),
                                                                             known.join(", "_L1));
            if (seen.contains(name))
                return u"names '%1' twice (remove one)"_s.arg(name);
            seen.append(name);
        }
        return {};
    };
}

QString checkHosts(const QStringList &hosts)
{
    for (const QString &host : hosts) {
        const bool isName = !host.isEmpty() && std::all_of(host.begin(), host.end(), [](QChar c) {
            return c.isLetterOrNumber() || c == u'-' || c == u'.' || c == u'_';
        });
        if (!isName && QHostAddress(host).isNull())
            return u"has '%1' (a name or address without scheme, port and path, as ops.example.org)"_s.arg(host);
    }
    return {};
}

QString checkOrigins(const QStringList &origins)
{
    for (const QString &origin : origins) {
        const qsizetype scheme = origin.indexOf("://"_L1);
        const bool isPage = scheme >= 1 && scheme + 3 < origin.size() && origin.indexOf(u'/', scheme + 3) < 0;
        if (!isPage && !isFileOrigin(origin))
            return u"has '%1' (scheme and host only, as https://dash.example.org, or null and file:// for pages opened "
                   "from a disk)"_s.arg(origin);
    }
    return {};
}

QString checkPrograms(const QStringList &programs)
{
    return programs.contains(QString()) ? u"has an empty name (remove it)"_s : QString();
}

QString checkTemplates(const QStringList &templates)
{
    for (const QString &text : templates) {
        if (const QString problem = AllowedCommands::templateProblem(text); !problem.isEmpty())
            return u"has '%1', %2"_s.arg(text.left(80), problem);
    }
    return {};
}

} // namespace

// ---- the table ---------------------------------------------------------------------------------------------------

namespace {

constexpr qint64 mebi = 1 << 20;
constexpr Milliseconds century = 100 * longestYear;

} // namespace

template<>
const std::vector<Key<ServerConfig>> &keysOf()
{
    using S = ServerConfig;
    static const std::vector<Key<S>> keys = {
        key<OneOrMoreCodec>(
            u"bind"_s, &S::bind,
            u"addresses every listener binds to: IP addresses, or localhost, which is 127.0.0.1 and, where there is "
            "IPv6, ::1"_s,
            bindProblem),
        key(u"tick"_s, &S::tick, u"status cadence: broadcasts, sampler and charts"_s, durationBetween(100ms, 1h)),
        key(u"workers"_s, &S::workers, u"tasks of pipelines and experiments that run at once; the rest queues"_s,
            between(1, 4096))
            .defaultShownAs(u"number of cores"_s),
        key(u"capacity"_s, &S::capacity, u"pipeline executions that may run at once; Alger answers 397 beyond"_s,
            between(1, 100'000)),
        key(u"history"_s, &S::history, u"how long finished executions are kept"_s, durationBetween(1s, century)),
        key(u"history_count"_s, &S::historyCount, u"how many finished executions are kept at most"_s,
            between(1, 100'000'000)),
        key(u"events"_s, &S::events, u"how long events are kept, of which there are 100000 at most"_s,
            durationBetween(1s, century)),
        key(u"black_boxes"_s, &S::blackBoxes,
            u"how many black boxes of a component are kept: what was to be seen of it when it failed; 0: none are taken"_s,
            between(0, 10'000)),
        key(u"remember"_s, &S::remember,
            u"a component that a person started or stopped is so again when the server starts; autostart decides on "
            u"the "
            "others"_s),
        key(u"trusted_proxies"_s, &S::trustedProxies,
            u"addresses and subnets of proxies whose X-Forwarded-For, Forwarded or X-Real-IP says whose request it is, "
            u"as "
            "127.0.0.1 or 10.0.0.0/8"_s,
            checkProxies),
    };
    return keys;
}

template<>
const std::vector<Key<TlsConfig>> &keysOf()
{
    using S = TlsConfig;
    static const std::vector<Key<S>> keys = {
        key(u"certificate"_s, &S::certificate, u"PEM file with the certificate chain; relative to this file"_s,
            checkNotEmpty)
            .required(),
        key(u"key"_s, &S::key, u"PEM file with the private key, which no other user may read; relative to this file"_s,
            checkNotEmpty)
            .required(),
    };
    return keys;
}

static Keys<ListenerConfig> listenerKeys(const QStringList &dialects)
{
    using S = ListenerConfig;
    return {
        key(u"port"_s, &S::port, u"0: any free port, the ready file says which"_s, between(0, 65535)).required(),
        key(u"dialects"_s, &S::dialects, u"what is spoken here: %1"_s.arg(dialects.join(", "_L1)),
            checkDialects(dialects))
            .required(),
        key<TableCodec<TlsConfig>>(u"tls"_s, &S::tls, u"speak wss and https instead of ws and http"_s),
        key(u"anonymous"_s, &S::anonymous, u"what a peer without credentials may do on sutra, ark and pow"_s,
            checkAnonymous)
            .defaultShownAs(u"on loopback `\"operator\"` for the server's own user (and root) and `\"viewer\"` for "
                            "others, `\"none\"` elsewhere"_s),
        key(u"hosts"_s, &S::hosts, u"names by which a proxy makes this reachable, as ops.example.org"_s, checkHosts),
        key(u"origins"_s, &S::origins,
            u"web pages of other hosts that may connect, as https://dash.example.org, and their hosts; \"null\" and "
            "\"file://\": pages opened from a disk"_s,
            checkOrigins),
    };
}

// [limits] and [limits.<dialect>] know the same ceilings; the second struct has them as optionals. Where else a new one
// goes: CONTRIBUTING.md, "A configuration key".
template<typename S>
static std::vector<Key<S>> limitKeys()
{
    return {
        key(u"message_bytes"_s, &S::messageBytes, u"largest message of a peer; 1009 beyond"_s,
            between<qint64>(1024, 256 * mebi)),
        key(u"head_bytes"_s, &S::headBytes, u"largest request head; 431 beyond"_s, between<qint64>(1024, mebi)),
        key(u"body_bytes"_s, &S::bodyBytes, u"largest request body; 413 beyond"_s, between<qint64>(0, 256 * mebi)),
        key(u"handshake_timeout"_s, &S::handshakeTimeout, u"for a complete request head; 408 beyond"_s,
            durationBetween(100ms, 1h)),
        key(u"idle_timeout"_s, &S::idleTimeout, u"REST keep-alive"_s, durationBetween(100ms, 24h)),
        key(u"backlog_bytes"_s, &S::backlogBytes, u"unsent bytes per client before it counts as slow"_s,
            between<qint64>(4096, 1024 * mebi)),
        key(u"connections"_s, &S::connections, u"WebSockets of each dialect at once; 0: no ceiling"_s,
            between(0, 1'000'000)),
        key(u"connections_per_user"_s, &S::connectionsPerUser, u"at once; 0: no ceiling"_s, between(0, 1'000'000)),
        key(u"connections_per_address"_s, &S::connectionsPerAddress, u"at once; 0: no ceiling"_s,
            between(0, 1'000'000)),
        key(u"messages_per_second"_s, &S::messagesPerSecond, u"per client, in bursts of twice that; 0: no ceiling"_s,
            between(0, 1'000'000)),
        key(u"subscriptions"_s, &S::subscriptions, u"per client; 0: no ceiling"_s, between(0, 1'000'000)),
        key(u"output_bytes"_s, &S::outputBytes, u"kept of one call's output, then the oldest goes"_s,
            between<qint64>(1024, 1024 * 1024 * mebi)),
    };
}

// Those that [limits] alone knows, because what they count belongs to no dialect.
static std::vector<Key<Limits>> serverLimitKeys()
{
    using S = Limits;
    return {
        key(u"projects"_s, &S::projects, u"of all users; 0: no ceiling"_s, between(0, 10'000'000)),
        key(u"experiments"_s, &S::experiments, u"that have not ended; 0: no ceiling"_s, between(0, 10'000'000)),
        key(u"tasks"_s, &S::tasks, u"of executions that have not ended, together; 0: no ceiling"_s,
            between(0, 10'000'000)),
        key(u"jobs"_s, &S::jobs, u"ARK's, that have not ended; 0: no ceiling"_s, between(0, 10'000'000)),
        key(u"agents"_s, &S::agents, u"ARK's, this server among them; 0: no ceiling"_s, between(0, 1'000'000)),
        key(u"instances"_s, &S::instances, u"ARK's; 0: no ceiling"_s, between(0, 10'000'000)),
        key(u"node_output_bytes"_s, &S::nodeOutputBytes, u"of one task; a task that prints more fails"_s,
            between<qint64>(1024, 1024 * 1024 * mebi)),
        key(u"history_bytes"_s, &S::historyBytes,
            u"files of finished executions; the oldest are forgotten beyond; 0: no ceiling"_s,
            between<qint64>(0, 1024 * 1024 * 1024 * mebi)),
        key(u"answer_bytes"_s, &S::answerBytes, u"largest body of a REST answer; lists go on at the next offset"_s,
            between<qint64>(4 * mebi, 1024 * mebi)),
        key(u"free_disk_bytes"_s, &S::freeDiskBytes,
            u"nothing new starts while the data directory has less free space; 0: it always may"_s,
            between<qint64>(0, 1024 * 1024 * 1024 * mebi)),
        key(u"sockets_per_address"_s, &S::socketsPerAddress,
            u"of any kind at once; beyond, the address's own oldest idle one gives way, and if none is, 503; 0: no ceiling"_s,
            between(0, 1'000'000)),
        key(u"requests_per_second"_s, &S::requestsPerSecond,
            u"REST requests per address, in bursts of twice that; 429 beyond; 0: no ceiling"_s, between(0, 1'000'000)),
        key(u"held_bytes_per_address"_s, &S::heldBytesPerAddress,
            u"of requests and messages that have begun, and of REST answers that are not read; 503 and 1013 beyond; "
            "0: no ceiling"_s,
            between<qint64>(0, 1024 * mebi)),
    };
}

template<>
const std::vector<Key<Limits>> &keysOf()
{
    static const std::vector<Key<Limits>> keys = [] {
        std::vector<Key<Limits>> all = limitKeys<Limits>();
        std::ranges::move(serverLimitKeys(), std::back_inserter(all));
        return all;
    }();
    return keys;
}

template<>
const std::vector<Key<LimitOverrides>> &keysOf()
{
    static const std::vector<Key<LimitOverrides>> keys = limitKeys<LimitOverrides>();
    return keys;
}

// A setting of a dialect as a key of its section, by the type of its default.
template<typename T>
static Key<DialectConfig> settingKey(const DialectSetting &setting)
{
    Key<DialectConfig> result;
    result.name = setting.name;
    result.type = Codec<T>::typeName();
    result.meaning = setting.meaning;
    result.read = [setting](const TomlNode &node, DialectConfig &into, ProblemList &problems) {
        const auto value = Codec<T>::read(node, setting.name, problems);
        if (!value)
            return;
        const QString complaint = setting.check ? setting.check(*value) : QString();
        if (!complaint.isEmpty())
            problems.add(node.position, setting.name + u' ' + complaint);
        into.settings.insert(setting.name, *value);
    };
    // A DialectConfig{}, with which printing compares, has no settings: it stands for the defaults.
    result.write = [setting](const DialectConfig &from) {
        return Codec<T>::write(std::get<T>(from.settings.value(setting.name, setting.fallback)));
    };
    result.fallback = isUnset(result.write({})) ? QString() : result.write({});
    return result;
}

static Keys<DialectConfig> settingKeys(const DialectFacts &facts)
{
    Keys<DialectConfig> keys;
    for (const DialectSetting &setting : facts.settings)
        keys.push_back(std::holds_alternative<Milliseconds>(setting.fallback) ? settingKey<Milliseconds>(setting)
                                                                              : settingKey<QString>(setting));
    return keys;
}

template<>
const std::vector<Key<ExperimentsConfig>> &keysOf()
{
    static const std::vector<Key<ExperimentsConfig>> keys = {
        key(u"templates"_s, &ExperimentsConfig::templates,
            u"commands that an Airavata commandTemplate may come to; a word {name} is a place for one argument, a last "
            u"{*} "
            "for any number; an argument there begins with - only if a word -- stands before it"_s,
            checkTemplates),
        key(u"programs"_s, &ExperimentsConfig::programs,
            u"programs that a commandTemplate may start with any argument, options included, which for many means any "
            u"file "
            "or any program (sort, tar, find, env); [\"*\"]: all"_s,
            checkPrograms),
    };
    return keys;
}

template<>
const std::vector<Key<AuthConfig>> &keysOf()
{
    using S = AuthConfig;
    static const std::vector<Key<S>> keys = {
        key(u"jwt_secret_file"_s, &S::jwtSecretFile, u"key of the tokens, raw bytes; relative to this file"_s)
            .defaultShownAs(u"generated once into the data dir"_s),
        key(u"issuer"_s, &S::issuer, u"what `iss` of a token must be"_s).defaultShownAs(u"not checked"_s),
        key(u"audience"_s, &S::audience, u"what `aud` of a token must be"_s).defaultShownAs(u"not checked"_s),
        key(u"refresh_age"_s, &S::refreshAge,
            u"how long after its login a session can be refreshed; then it logs in again"_s,
            durationBetween(1s, longestYear)),
    };
    return keys;
}

template<>
const std::vector<Key<UserConfig>> &keysOf()
{
    using S = UserConfig;
    static const std::vector<Key<S>> keys = {
        key(u"name"_s, &S::name,
            u"what one logs in with, and the subject of tokens; not anonymous, server, console or schedule"_s,
            checkUserName)
            .required(),
        key(u"display_name"_s, &S::displayName, u"for people"_s).defaultShownAs(u"the name"_s),
        key(u"email"_s, &S::email, u"shown to clients that ask"_s),
        key(u"password"_s, &S::password, u"plain; better is password_hash; with neither only tokens name this user"_s,
            checkNotEmpty)
            .secret(),
        key(u"password_hash"_s, &S::passwordHash, u"what signalbox --hash-password prints"_s, checkHash).secret(),
        key(u"roles"_s, &S::roles, u"the highest counts: viewer < operator < admin"_s),
    };
    return keys;
}

std::vector<Section> configSections(const Config &spoken)
{
    const QStringList dialects = spoken.dialectNames();
    std::vector<Section> sections{
        single<ServerConfig>(u"server"_s, [](auto &config) -> auto & { return config.server; }),
        repeated(u"listener"_s, &Config::listeners, true, listenerKeys(dialects)),
        single<Limits>(
            u"limits"_s, [](auto &config) -> auto & { return config.limits; }, dialects),
    };
    for (qsizetype i = 0; i < dialects.size(); ++i)
        sections.push_back(single<LimitOverrides>("limits."_L1 + dialects.at(i),
                                                  [i](auto &config) -> auto & { return config.dialects[i].limits; }));
    for (qsizetype i = 0; i < dialects.size(); ++i) {
        if (const DialectFacts &facts = spoken.dialects.at(i).facts; !facts.settings.isEmpty())
            sections.push_back(single<DialectConfig>(
                facts.name, [i](auto &config) -> auto & { return config.dialects[i]; }, {}, settingKeys(facts)));
    }
    for (const Section &section : {
             single<ExperimentsConfig>(u"experiments"_s, [](auto &config) -> auto & { return config.experiments; }),
             single<AuthConfig>(u"auth"_s, [](auto &config) -> auto & { return config.auth; }),
             repeated(u"user"_s, &Config::users),
             secretsSection(),
             repeated(u"component"_s, &Config::components),
             repeated(u"kind"_s, &Config::kinds),
             repeated(u"pipeline"_s, &Config::pipelines),
             repeated(u"process"_s, &Config::processes),
             repeated(u"schedule"_s, &Config::schedules),
         })
        sections.push_back(section);
    return sections;
}

} // namespace signalbox::core
