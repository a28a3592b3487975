// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/config/configkeys.h"

#include "server/core/auth/passwords.h"
#include "server/core/config/commandtemplate.h"
#include "server/core/config/configrows.h"
#include "server/core/config/duration.h"
#include "server/core/config/nearest.h"

#include <QHostAddress>

namespace signalbox::core {

namespace {

// ---- checks ------------------------------------------------------------------------------------------------------

template<typename T>
auto between(T least, T most)
{
    return [least, most](const T &value) {
        return value >= least && value <= most
                   ? QString()
                   : QStringLiteral("cannot be %1 (%2 to %3)").arg(value).arg(least).arg(most);
    };
}

auto durationBetween(Milliseconds least, Milliseconds most)
{
    return [least, most](const Milliseconds &value) {
        return value >= least && value <= most
                   ? QString()
                   : QStringLiteral("cannot be \"%1\" (\"%2\" to \"%3\")")
                         .arg(formatDuration(value), formatDuration(least), formatDuration(most));
    };
}

QString checkId(const QString &text)
{
    return isConfiguredId(text)
               ? QString()
               : QStringLiteral("cannot be '%1' (1 to 64 of a-z, 0-9, _ and -, beginning with a letter "
                                "or digit)")
                     .arg(text.left(80));
}

QString checkNotEmpty(const QString &text)
{
    return text.trimmed().isEmpty() ? QStringLiteral("is empty (fill it in or leave the key out)") : QString();
}

QString checkBind(const QString &text)
{
    return text == u"localhost" || !QHostAddress(text).isNull()
               ? QString()
               : QStringLiteral("cannot be '%1' (an IP address such as 127.0.0.1, ::1 or 0.0.0.0, or localhost)")
                     .arg(text);
}

QString checkBasePath(const QString &text)
{
    const bool isGood = text.startsWith(u'/') && text.endsWith(u'/') && !text.contains(u"//") && !text.contains(u'?')
                        && !text.contains(u'#') && !text.contains(u' ');
    return isGood ? QString() : QStringLiteral("cannot be '%1' (begin and end with /, as /pow/)").arg(text);
}

QString checkHash(const QString &text)
{
    return isPasswordHash(text)
               ? QString()
               : QStringLiteral("is not a hash this program can check (make one with signalbox --hash-password)");
}

QString checkAnonymous(const Role &role)
{
    return role <= Role::Operator ? QString()
                                  : QStringLiteral("cannot be 'admin' (one of: none, viewer, operator; make a user)");
}

QString checkDialects(const QStringList &names)
{
    if (names.isEmpty())
        return QStringLiteral("is empty (name at least one of: %1)").arg(knownDialects().join(QLatin1String(", ")));
    QStringList seen;
    for (const QString &name : names) {
        if (!knownDialects().contains(name))
            return QStringLiteral("names the unknown dialect '%1'%2 (known: %3)")
                .arg(name, didYouMean(name, knownDialects()), knownDialects().join(QLatin1String(", ")));
        if (seen.contains(name))
            return QStringLiteral("names '%1' twice (remove one)").arg(name);
        seen.append(name);
    }
    return {};
}

QString checkOrigins(const QStringList &origins)
{
    for (const QString &origin : origins) {
        const qsizetype scheme = origin.indexOf(QLatin1String("://"));
        if (scheme < 1 || scheme + 3 == origin.size() || origin.indexOf(u'/', scheme + 3) >= 0)
            return QStringLiteral("has '%1' (scheme and host only, as https://dash.example.org)").arg(origin);
    }
    return {};
}

// What the kernel and model.md (Processes) demand of any command.
QString checkCommand(const QStringList &command)
{
    if (command.isEmpty() || command.constFirst().isEmpty())
        return QStringLiteral("is empty (a list beginning with the program, as [\"sleep\", \"60\"])");
    for (qsizetype i = 0; i < command.size(); ++i) {
        if (command.at(i).toUtf8().size() > 65'536)
            return QStringLiteral("has an argument %1 above 64 KiB (put it into a file)").arg(i);
    }
    return {};
}

Check<QStringList> checkTemplate(Placeholders allowed)
{
    return [allowed](const QStringList &command) {
        for (const QString &argument : command) {
            const QString problem = templateProblem(argument, allowed);
            if (!problem.isEmpty())
                return problem;
        }
        return checkCommand(command);
    };
}

QString checkPrograms(const QStringList &programs)
{
    return programs.contains(QString()) ? QStringLiteral("has an empty name (remove it)") : QString();
}

QString checkInputs(const InputRange &inputs)
{
    return inputs.max && *inputs.max < inputs.min
               ? QStringLiteral("has max %1 below min %2 (exchange them)").arg(*inputs.max).arg(inputs.min)
               : QString();
}

} // namespace

// ---- the table ---------------------------------------------------------------------------------------------------

#define T(text) QStringLiteral(text)

namespace {

constexpr qint64 mebi = 1 << 20;
constexpr Milliseconds year = std::chrono::hours(24 * 366);
constexpr Milliseconds century = 100 * year;

} // namespace

template<>
const std::vector<Key<ServerConfig>> &keysOf()
{
    using S = ServerConfig;
    static const std::vector<Key<S>> keys = {
        key(T("bind"), &S::bind, T("address every listener binds to: an IP address or localhost"), checkBind),
        key(T("tick"), &S::tick, T("status cadence: broadcasts, sampler and charts"), durationBetween(100ms, 1h)),
        key(T("workers"), &S::workers, T("tasks of pipelines and experiments that run at once; the rest queues"),
            between(1, 4096))
            .defaultShownAs(T("number of cores")),
        key(T("capacity"), &S::capacity, T("pipeline executions that may run at once; Alger answers 397 beyond"),
            between(1, 100'000)),
        key(T("history"), &S::history, T("how long finished executions are kept"), durationBetween(1s, century)),
        key(T("history_count"), &S::historyCount, T("how many finished executions are kept at most"),
            between(1, 100'000'000)),
    };
    return keys;
}

template<>
const std::vector<Key<TlsConfig>> &keysOf()
{
    using S = TlsConfig;
    static const std::vector<Key<S>> keys = {
        key(T("certificate"), &S::certificate, T("PEM file with the certificate chain; relative to this file"),
            checkNotEmpty)
            .required(),
        key(T("key"), &S::key, T("PEM file with the private key; relative to this file"), checkNotEmpty).required(),
    };
    return keys;
}

template<>
const std::vector<Key<ListenerConfig>> &keysOf()
{
    using S = ListenerConfig;
    static const std::vector<Key<S>> keys = {
        key(T("port"), &S::port, T("0: any free port, the ready file says which"), between(0, 65535)).required(),
        key(T("dialects"), &S::dialects, T("what is spoken here: airavata, alger, ark, pow, sutra"), checkDialects)
            .required(),
        key<TableCodec<TlsConfig>>(T("tls"), &S::tls, T("speak wss and https instead of ws and http")),
        key(T("anonymous"), &S::anonymous, T("what a peer without credentials may do on sutra, ark and pow"),
            checkAnonymous)
            .defaultShownAs(T("`\"operator\"` on loopback, `\"none\"` elsewhere")),
        key(T("origins"), &S::origins, T("web pages of other hosts that may connect, as https://dash.example.org"),
            checkOrigins),
    };
    return keys;
}

// [limits] and [limits.<dialect>] know the same ceilings; the second struct has them as optionals.
template<typename S>
static std::vector<Key<S>> limitKeys()
{
    return {
        key(T("message_bytes"), &S::messageBytes, T("largest message of a peer; 1009 beyond"),
            between<qint64>(1024, 256 * mebi)),
        key(T("head_bytes"), &S::headBytes, T("largest request head; 431 beyond"), between<qint64>(1024, mebi)),
        key(T("body_bytes"), &S::bodyBytes, T("largest request body; 413 beyond"), between<qint64>(0, 256 * mebi)),
        key(T("handshake_timeout"), &S::handshakeTimeout, T("for a complete request head; 408 beyond"),
            durationBetween(100ms, 1h)),
        key(T("idle_timeout"), &S::idleTimeout, T("REST keep-alive"), durationBetween(100ms, 24h)),
        key(T("backlog_bytes"), &S::backlogBytes, T("unsent bytes per client before it counts as slow"),
            between<qint64>(4096, 1024 * mebi)),
        key(T("connections"), &S::connections, T("at once, in all; 0: no ceiling"), between(0, 1'000'000)),
        key(T("connections_per_user"), &S::connectionsPerUser, T("at once; 0: no ceiling"), between(0, 1'000'000)),
        key(T("connections_per_address"), &S::connectionsPerAddress, T("at once; 0: no ceiling"),
            between(0, 1'000'000)),
        key(T("messages_per_second"), &S::messagesPerSecond, T("per client, in bursts of twice that; 0: no ceiling"),
            between(0, 1'000'000)),
        key(T("subscriptions"), &S::subscriptions, T("per client; 0: no ceiling"), between(0, 1'000'000)),
        key(T("output_bytes"), &S::outputBytes, T("kept of one call's output, then the oldest goes"),
            between<qint64>(1024, 1024 * 1024 * mebi)),
    };
}

template<>
const std::vector<Key<Limits>> &keysOf()
{
    static const std::vector<Key<Limits>> keys = limitKeys<Limits>();
    return keys;
}

template<>
const std::vector<Key<LimitOverrides>> &keysOf()
{
    static const std::vector<Key<LimitOverrides>> keys = limitKeys<LimitOverrides>();
    return keys;
}

template<>
const std::vector<Key<ArkConfig>> &keysOf()
{
    static const std::vector<Key<ArkConfig>> keys = {
        key(T("heartbeat_interval"), &ArkConfig::heartbeatInterval,
            T("how often ARK's agents report; offline when three are missing"), durationBetween(1s, 1h)),
    };
    return keys;
}

template<>
const std::vector<Key<PowConfig>> &keysOf()
{
    static const std::vector<Key<PowConfig>> keys = {
        key(T("base_path"), &PowConfig::basePath, T("where pow's REST routes begin"), checkBasePath),
    };
    return keys;
}

template<>
const std::vector<Key<ExperimentsConfig>> &keysOf()
{
    static const std::vector<Key<ExperimentsConfig>> keys = {
        key(T("programs"), &ExperimentsConfig::programs,
            T("what an Airavata commandTemplate may start; [\"*\"]: anything"), checkPrograms),
    };
    return keys;
}

template<>
const std::vector<Key<AuthConfig>> &keysOf()
{
    using S = AuthConfig;
    static const std::vector<Key<S>> keys = {
        key(T("jwt_secret_file"), &S::jwtSecretFile, T("key of the tokens, raw bytes; relative to this file"))
            .defaultShownAs(T("generated once into the data dir")),
        key(T("issuer"), &S::issuer, T("what `iss` of a token must be")).defaultShownAs(T("not checked")),
        key(T("audience"), &S::audience, T("what `aud` of a token must be")).defaultShownAs(T("not checked")),
    };
    return keys;
}

template<>
const std::vector<Key<UserConfig>> &keysOf()
{
    using S = UserConfig;
    static const std::vector<Key<S>> keys = {
        key(T("name"), &S::name, T("what one logs in with, and the subject of tokens"), checkNotEmpty).required(),
        key(T("display_name"), &S::displayName, T("for people")).defaultShownAs(T("the name")),
        key(T("email"), &S::email, T("shown to clients that ask")),
        key(T("password"), &S::password, T("plain; better is password_hash; with neither only tokens name this user"),
            checkNotEmpty)
            .secret(),
        key(T("password_hash"), &S::passwordHash, T("what signalbox --hash-password prints"), checkHash).secret(),
        key(T("roles"), &S::roles, T("the highest counts: viewer < operator < admin")),
    };
    return keys;
}

template<>
const std::vector<Key<ComponentConfig>> &keysOf()
{
    using S = ComponentConfig;
    static const std::vector<Key<S>> keys = {
        key(T("id"), &S::id, T("what it is called on every wire"), checkId).required(),
        key(T("name"), &S::name, T("for people")).defaultShownAs(T("the id")),
        key(T("description"), &S::description, T("for people")),
        key(T("kind"), &S::kind, T("what sort of component it is; ARK's gameType"), checkNotEmpty),
        key<PlainCommandCodec>(T("command"), &S::command, T("program and arguments, no shell; write {{ for {"),
                               checkCommand)
            .required(),
        key(T("working_directory"), &S::workingDirectory, T("relative to the data dir"))
            .defaultShownAs(T("the data dir")),
        key(T("environment"), &S::environment, T("added to the server's own, SIGNALBOX_DATA_DIR among it")),
        key(T("autostart"), &S::autostart, T("start it with the server")),
        key(T("restart"), &S::restart, T("when to start it again after it ended by itself")),
        key(T("restart_delay"), &S::restartDelay, T("doubles up to 60 s; five quick failures lead to state error"),
            durationBetween(10ms, 1h)),
        key<SignalCodec>(T("stop_signal"), &S::stopSignal, T("asks the main process to end")),
        key(T("stop_timeout"), &S::stopTimeout, T("after that, KILL"), durationBetween(0ms, 24h)),
        key(T("ready"), &S::ready, T("a line with this text, a port on loopback that accepts, or a delay"))
            .defaultShownAs(T("as soon as started")),
        key(T("depends_on"), &S::dependsOn, T("ids that must be ready before it starts; stopped in reverse")),
        key(T("storage_path"), &S::storagePath,
            T("its size counts into storage_size_mb; relative to the working directory")),
        key(T("metrics"), &S::metrics,
            T("JSON with total_concepts, total_associations, queries_per_second, avg_latency_ms; a file is relative to "
              "the "
              "working directory")),
    };
    return keys;
}

template<>
const std::vector<Key<InputRange>> &keysOf()
{
    static const std::vector<Key<InputRange>> keys = {
        key(T("min"), &InputRange::min, T("fewest predecessors"), between(0, 1000)),
        key(T("max"), &InputRange::max, T("most predecessors"), between(0, 1000)).defaultShownAs(T("any number")),
    };
    return keys;
}

template<>
const std::vector<Key<KindConfig>> &keysOf()
{
    using S = KindConfig;
    static const std::vector<Key<S>> keys = {
        key(T("name"), &S::name, T("what nodes call it"), checkId).required(),
        key(T("description"), &S::description, T("for people")),
        key<TableCodec<InputRange>>(T("inputs"), &S::inputs, T("number of predecessors a node of this kind may have"),
                                    checkInputs)
            .defaultShownAs(T("any number")),
        key(T("command"), &S::command,
            T("program and arguments; {param:x} becomes the node's params.x as part of one argument, {{ becomes {"),
            checkTemplate(Placeholders::Param))
            .required(),
    };
    return keys;
}

template<>
const std::vector<Key<NodeConfig>> &keysOf()
{
    using S = NodeConfig;
    static const std::vector<Key<S>> keys = {
        key(T("id"), &S::id, T("unique in the pipeline"), checkId).required(),
        key(T("kind"), &S::kind, T("a [[kind]], instead of command")),
        key(T("command"), &S::command, T("program and arguments as in [[kind]], instead of kind"),
            checkTemplate(Placeholders::Param)),
        key(T("params"), &S::params, T("values for {param:x}")),
        key(T("after"), &S::after, T("predecessors; their output is the input, in this order")),
    };
    return keys;
}

template<>
const std::vector<Key<PipelineConfig>> &keysOf()
{
    using S = PipelineConfig;
    static const std::vector<Key<S>> keys = {
        key(T("id"), &S::id, T("what it is called on every wire"), checkId).required(),
        key(T("name"), &S::name, T("for people")).defaultShownAs(T("the id")),
        key(T("description"), &S::description, T("for people")),
        key(T("project"), &S::project, T("Airavata's project of its executions"), checkId),
        key(T("on_failure"), &S::onFailure, T("what becomes of nodes that do not depend on a failed one")),
        key<TablesCodec<NodeConfig>>(T("nodes"), &S::nodes, T("the graph")).required(),
    };
    return keys;
}

template<>
const std::vector<Key<ProcessConfig>> &keysOf()
{
    using S = ProcessConfig;
    static const std::vector<Key<S>> keys = {
        key(T("name"), &S::name, T("what calls name"), checkId).required(),
        key(T("description"), &S::description, T("for people")),
        key(T("command"), &S::command, T("program and arguments; {0}, {1} with params = \"named\", {{ becomes {"),
            checkTemplate(Placeholders::Numbered))
            .required(),
        key(T("working_directory"), &S::workingDirectory, T("relative to the data dir"))
            .defaultShownAs(T("an empty one for each call")),
        key(T("environment"), &S::environment, T("added to the server's own, SIGNALBOX_EXECUTION among it")),
        key(T("params"), &S::params, T("a call's parameters are appended to the command, ignored, or put at {0}, {1}")),
        key(T("result"), &S::result,
            T("a call's result: its parameters, the exit code, the last line (as JSON if it is JSON) or none")),
        key(T("roles"), &S::roles, T("who may call it, and whoever is above")),
        key(T("timeout"), &S::timeout, T("ends a call; 0s: never"), durationBetween(0ms, year)),
    };
    return keys;
}

#undef T

const std::vector<Section> &configSections()
{
#define ACCESS(path) [](auto &config) -> auto & { return config.path; }
    static const std::vector<Section> sections = {
        single(QStringLiteral("server"), ACCESS(server)),
        repeated(QStringLiteral("listener"), &Config::listeners),
        single(QStringLiteral("limits"), ACCESS(limits.general), knownDialects()),
        single(QStringLiteral("limits.airavata"), ACCESS(limits.airavata)),
        single(QStringLiteral("limits.alger"), ACCESS(limits.alger)),
        single(QStringLiteral("limits.ark"), ACCESS(limits.ark)),
        single(QStringLiteral("limits.pow"), ACCESS(limits.pow)),
        single(QStringLiteral("limits.sutra"), ACCESS(limits.sutra)),
        single(QStringLiteral("ark"), ACCESS(ark)),
        single(QStringLiteral("pow"), ACCESS(pow)),
        single(QStringLiteral("experiments"), ACCESS(experiments)),
        single(QStringLiteral("auth"), ACCESS(auth)),
        repeated(QStringLiteral("user"), &Config::users),
        repeated(QStringLiteral("component"), &Config::components),
        repeated(QStringLiteral("kind"), &Config::kinds),
        repeated(QStringLiteral("pipeline"), &Config::pipelines),
        repeated(QStringLiteral("process"), &Config::processes),
    };
#undef ACCESS
    return sections;
}

} // namespace signalbox::core
