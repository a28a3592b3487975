// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/logline.h"
#include "server/model/schedule.h"
#include "server/model/time.h"
#include "server/model/user.h"

#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>
#include <optional>
#include <variant>

#include <csignal>

// The configuration as plain values (docs/interface.md, "Configuration"). The initializers here are the defaults;
// the tables of keys (configkeys.h) say what each one means and which values it takes, and configReference() prints that.

namespace signalbox::core {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

struct ServerConfig
{
    QStringList bind{u"localhost"_s}; // IP addresses; "localhost" is 127.0.0.1 and ::1
    Milliseconds tick = 2s;
    int workers = defaultWorkers();
    int capacity = 3;
    Milliseconds history = std::chrono::hours(24 * 30);
    int historyCount = 100'000; // executions
    Milliseconds events = std::chrono::hours(24 * 30);
    int blackBoxes = 20;        // of a component; 0: none are taken
    bool remember = true;       // ComponentWish
    QStringList trustedProxies; // addresses and subnets, "10.0.0.0/8"

    static int defaultWorkers(); // one per core

    friend bool operator==(const ServerConfig &, const ServerConfig &) = default;
};

struct TlsConfig
{
    QString certificate; // PEM files; relative to the configuration file
    QString key;

    friend bool operator==(const TlsConfig &, const TlsConfig &) = default;
};

struct ListenerConfig
{
    int port = 0; // 0: any free one
    QStringList dialects;
    std::optional<TlsConfig> tls;
    std::optional<Role> anonymous; // none, viewer or operator; unset: by where a peer comes from
    QStringList hosts;             // public names behind a proxy
    QStringList origins;           // of web pages; also "null" and "file://"

    // The most that a peer without credentials may do: as configured, else none, and on loopback operator, which there
    // is for the server's own user alone (gateway::Listener).
    Role anonymousRole(bool bindIsLoopback) const;

    friend bool operator==(const ListenerConfig &, const ListenerConfig &) = default;
};

// Every ceiling a peer can meet, with defaults and overrides applied (docs/model.md, "Workers, capacity, limits").
struct Limits
{
    qint64 messageBytes = 65'536;
    qint64 headBytes = 16'384;
    qint64 bodyBytes = 1'048'576;
    Milliseconds handshakeTimeout = 10s;
    Milliseconds idleTimeout = 60s;
    qint64 backlogBytes = 1'048'576;
    int connections = 0; // WebSockets of each dialect at once; from here on 0: no ceiling
    int connectionsPerUser = 0;
    int connectionsPerAddress = 0;
    int messagesPerSecond = 1000; // of one client; burst: twice that
    int subscriptions = 0;
    qint64 outputBytes = 16'777'216; // kept of one call's output; never 0

    // From here on of the whole server, not by dialect.
    int projects = 10'000;
    int experiments = 1'000; // that have not ended
    int tasks = 100'000;     // of executions that have not ended
    int jobs = 10'000;       // that have not ended
    int agents = 1'000;
    int instances = 10'000;
    qint64 nodeOutputBytes = 1'073'741'824; // of one task; never 0
    qint64 historyBytes = 68'719'476'736;   // files of finished executions
    qint64 answerBytes = 8'388'608;         // body of one REST answer; never 0
    qint64 freeDiskBytes = 268'435'456;     // below it nothing new starts
    // Of one address (docs/model.md, "Workers, capacity, limits").
    int socketsPerAddress = 1024;
    int requestsPerSecond = 500; // burst: twice that
    qint64 heldBytesPerAddress = 33'554'432;

    friend bool operator==(const Limits &, const Limits &) = default;
};

// What [limits.<dialect>] says; unset members come from [limits].
struct LimitOverrides
{
    std::optional<qint64> messageBytes{};
    std::optional<qint64> headBytes{};
    std::optional<qint64> bodyBytes{};
    std::optional<Milliseconds> handshakeTimeout{};
    std::optional<Milliseconds> idleTimeout{};
    std::optional<qint64> backlogBytes{};
    std::optional<int> connections{};
    std::optional<int> connectionsPerUser{};
    std::optional<int> connectionsPerAddress{};
    std::optional<int> messagesPerSecond{};
    std::optional<int> subscriptions{};
    std::optional<qint64> outputBytes{};

    friend bool operator==(const LimitOverrides &, const LimitOverrides &) = default;
};

// A key of [<dialect>]: what one dialect alone lets people set. Its default decides its type, text or duration; another
// type: here and in settingKeys() of configkeys.cpp.
struct DialectSetting
{
    using Value = std::variant<QString, Milliseconds>;

    QString name;
    QString meaning;
    Value fallback;
    // Says what is wrong with a value as the end of a sentence that begins with the key; empty if nothing is.
    std::function<QString(const Value &)> check{};
};

// By key.
using DialectSettings = QMap<QString, DialectSetting::Value>;

// What the configuration has to know of a dialect. The list of all dialects (server/dialectlist.h) has one of each.
struct DialectFacts
{
    QString name;
    int defaultPort = 0;     // dialects with the same one share a [[listener]] by default
    LimitOverrides limits{}; // over [limits], unless [limits.<name>] says otherwise
    QList<DialectSetting> settings{};
};

// [limits.<name>] and [<name>]; begins as the facts have it.
struct DialectConfig
{
    DialectFacts facts;
    LimitOverrides limits;
    DialectSettings settings; // every key of facts.settings

    friend bool operator==(const DialectConfig &one, const DialectConfig &other)
    {
        return one.facts.name == other.facts.name && one.limits == other.limits && one.settings == other.settings;
    }
};

struct ExperimentsConfig
{
    QStringList templates; // commands a commandTemplate may come to: "seq {count}", "echo {*}" (core::AllowedCommands)
    QStringList programs;  // those it may start with any argument; "*": anything

    friend bool operator==(const ExperimentsConfig &, const ExperimentsConfig &) = default;
};

struct AuthConfig
{
    QString jwtSecretFile; // raw bytes, relative to the configuration file; empty: generated once into the data dir
    QString issuer;        // empty: not checked
    QString audience;      // empty: not checked
    Milliseconds refreshAge = std::chrono::hours(24 * 7); // of the login, when its session is refreshed

    friend bool operator==(const AuthConfig &, const AuthConfig &) = default;
};

struct UserConfig
{
    QString name;
    QString displayName; // default: the name
    QString email;
    QString password;     // plain; at most one of the two, none: only tokens name this user
    QString passwordHash; // $argon2id$…
    QList<Role> roles{Role::Viewer};

    User user() const;

    friend bool operator==(const UserConfig &, const UserConfig &) = default;
};

enum class RestartPolicy { Never, OnFailure, Always };
enum class StopMode { Group, Main };     // which processes hear the stop signal
enum class StandardInput { Null, Open }; // Open: a pipe that ends when the component is stopped
enum class ComponentType { Service, Oneshot };

// One element of depends_on; a text stands for { id = "text" }.
struct Dependency
{
    enum class After { Ready, Started, Done }; // a oneshot is ready when it is done

    Dependency() = default;
    Dependency(const QString &ofId, After far = After::Ready) // not explicit: a list of ids is a list of dependencies
        : id(ofId)
        , after(far)
    {
    }

    QString id;
    After after = After::Ready;

    friend bool operator==(const Dependency &, const Dependency &) = default;
};

enum class HealthAction { Show, Restart };

// How the server finds out whether a component can do its work: [[component]] ready and health. At most one form is set,
// none of `ready`: as soon as it is started. Which other members go with which form is checked at load.
struct ProbeConfig
{
    QString log;            // contained in a line of its output
    std::optional<int> tcp; // a port on loopback
    QString http;           // an address
    QStringList command;    // exits with 0
    bool notify = false;    // it says READY=1 itself, as to systemd
    std::optional<Milliseconds> after;
    std::optional<Milliseconds> watchdog;  // it says WATCHDOG=1 at least this often, as to systemd
    std::optional<Milliseconds> silentFor; // it prints a line at least this often

    QList<int> status; // that http may answer; empty: 200 to 399
    QString body;      // contained in http's answer
    std::optional<Milliseconds> interval;
    std::optional<Milliseconds> timeout; // of one try
    std::optional<int> failures;         // in a row, before it counts
    HealthAction action = HealthAction::Show;

    bool isSet() const { return *this != ProbeConfig(); }
    bool isTold() const { return notify || watchdog; } // by messages to a socket that a run is given at its start

    friend bool operator==(const ProbeConfig &, const ProbeConfig &) = default;
};

struct HookConfig
{
    QStringList command; // empty: none
    Milliseconds timeout = 30s;

    friend bool operator==(const HookConfig &, const HookConfig &) = default;
};

struct MetricsSource
{
    enum class Kind { File, Url };
    enum class Format { Json, Prometheus };
    Kind kind = Kind::File;
    QString location; // a file is relative to the working directory
    Format format = Format::Json;

    friend bool operator==(const MetricsSource &, const MetricsSource &) = default;
};

// One of [secrets]: where a value comes from that must not be shown. Never the value.
struct SecretConfig
{
    enum class Source { File, Command, Credential };

    QString name; // of the environment variable, too
    Source source = Source::File;
    QString location;    // of a file: relative to the configuration file; of a credential: its name
    QStringList command; // prints it

    friend bool operator==(const SecretConfig &, const SecretConfig &) = default;
};

struct ComponentConfig
{
    QString id;
    QString name; // default: the id
    QString description;
    QString kind = u"component"_s; // shown as ARK's gameType
    QString group;                 // default: none, of instances the id
    std::optional<int> instances;  // components of this one description; withInstances() makes them
    std::optional<int> instance;   // of one that withInstances() made: its number, from 1
    QString instanceOf;            // and the id of the description
    ComponentType type = ComponentType::Service;
    QStringList command; // ready to run: {{ is already {
    // Relative to the data dir, in which the key of the tokens lies: a web server would serve it, so it is not the default.
    static constexpr QLatin1String defaultWorkingDirectory{"work"}; // made where it is missing
    QString workingDirectory = defaultWorkingDirectory;
    QMap<QString, QString> environment;
    bool autostart = true;
    RestartPolicy restart = RestartPolicy::OnFailure;
    Milliseconds restartDelay = 1s;
    QList<int> successExitCodes{0};
    StandardInput input = StandardInput::Null;
    bool terminal = false; // its standard streams are a pseudo-terminal
    int stopSignal = SIGTERM;
    StopMode stopMode = StopMode::Group;
    Milliseconds stopTimeout = 10s;
    ProbeConfig ready;
    Milliseconds readyTimeout = 90s;
    ProbeConfig health;
    HookConfig beforeStart;
    HookConfig afterStart;
    HookConfig beforeStop;
    HookConfig afterStop;
    HookConfig onFailure;
    QList<Dependency> dependsOn;
    QString storagePath; // relative to the working directory
    std::optional<MetricsSource> metrics;
    QStringList figures;               // FigureName, of what metrics answers
    std::optional<qint64> memoryLimit; // bytes, of all its processes
    int cpuWeight = 100;               // beside other components
    int nice = 0;                      // added to the server's own
    std::optional<int> openFiles;      // of each process; unset: the server's own
    LevelRule logLevel = LevelRule::Words;
    QStringList environmentFiles; // their variables are in environment, once loadConfig() is done
    QStringList secrets;          // names of [secrets]

    friend bool operator==(const ComponentConfig &, const ComponentConfig &) = default;
};

struct InputRange
{
    int min = 0;
    std::optional<int> max; // unset: any number

    bool contains(qsizetype count) const { return count >= min && (!max || count <= *max); }

    friend bool operator==(const InputRange &, const InputRange &) = default;
};

struct KindConfig
{
    QString name;
    QString description;
    InputRange inputs;
    QStringList command;  // a CommandTemplate with {param:name}
    bool progress = true; // its lines "::progress 75.0 text" are told and taken out of its output
    QStringList secrets{};

    friend bool operator==(const KindConfig &, const KindConfig &) = default;
};

struct NodeConfig
{
    QString id;
    QString kind;        // either a kind
    QStringList command; // or a command, as of a kind
    QJsonObject params;
    QStringList after;
    QStringList secrets{}; // besides those of its kind

    friend bool operator==(const NodeConfig &, const NodeConfig &) = default;
};

enum class NodeFailure { Finish, Cancel };

struct PipelineConfig
{
    QString id;
    QString name; // default: the id
    QString description;
    QString project = u"default"_s;
    NodeFailure onFailure = NodeFailure::Finish; // what becomes of the nodes that do not depend on a failed one
    bool progress = true;                        // false: none of its nodes', whatever their kinds say
    QList<NodeConfig> nodes;

    friend bool operator==(const PipelineConfig &, const PipelineConfig &) = default;
};

enum class ParamsKind { Append, Ignore, Named };
enum class ResultKind { None, Params, ExitCode, LastLine };

struct ProcessConfig
{
    QString name;
    QString description;
    QStringList command;      // a CommandTemplate with {0} when params are named
    QString workingDirectory; // relative to the data dir; empty: one of its own for each call
    QMap<QString, QString> environment;
    ParamsKind params = ParamsKind::Append;
    ResultKind result = ResultKind::None;
    QList<Role> roles{Role::Operator};
    Milliseconds timeout = 0s; // 0: none
    QStringList environmentFiles;
    QStringList secrets;

    Role requiredRole() const; // the lowest of the roles, since a higher one may do what a lower one may

    friend bool operator==(const ProcessConfig &, const ProcessConfig &) = default;
};

// Of the pipeline, or of the process.
using ScheduleParams = std::variant<std::monostate, QJsonObject, QStringList>;

struct ScheduleConfig
{
    QString id;
    QString name; // default: the id
    QString description;
    QString cron;                      // either a CronLine
    std::optional<Milliseconds> every; // or this
    QString timezone;                  // of cron; IANA; empty: this machine's
    QString pipeline;                  // one of the three
    QString process;
    QString component;
    std::optional<ComponentAction> action; // of the component
    ScheduleParams params;
    OverlapRule overlap = OverlapRule::Skip;
    MissedRule missed = MissedRule::Skip;
    Milliseconds missedWindow = 24h;
    bool enabled = true;

    friend bool operator==(const ScheduleConfig &, const ScheduleConfig &) = default;
};

struct Config
{
    ServerConfig server;
    QList<ListenerConfig> listeners;
    Limits limits;
    QList<DialectConfig> dialects; // in the order of their names
    ExperimentsConfig experiments;
    AuthConfig auth;
    QList<UserConfig> users;
    QList<SecretConfig> secrets; // in the order of their names
    QList<ComponentConfig> components;
    QList<KindConfig> kinds;
    QList<PipelineConfig> pipelines;
    QList<ProcessConfig> processes;
    QList<ScheduleConfig> schedules;

    // What holds where a file says nothing, with a listener on each default port, in the order of the list.
    static Config withDialects(const QList<DialectFacts> &list);

    QStringList dialectNames() const;
    const DialectConfig *findDialect(const QString &name) const;
    Limits limitsFor(const QString &dialect) const; // [limits.<dialect>] over [limits]
    const UserConfig *findUser(const QString &name) const;
    const KindConfig *findKind(const QString &name) const;

    friend bool operator==(const Config &, const Config &) = default;
};

// [a-z0-9][a-z0-9_-]{0,63}: the ids of everything configured (docs/model.md, "Ids").
bool isConfiguredId(const QString &text);

bool isLoopback(const QStringList &bind); // all of them
// As the end of a sentence that begins with the key; empty: nothing is wrong.
QString bindProblem(const QStringList &bind);
// Of a page that was opened from a disk, as browsers call it: "null" or "file://".
bool isFileOrigin(const QString &origin);

} // namespace signalbox::core
