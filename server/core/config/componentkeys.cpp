// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/bytesize.h"
#include "server/core/config/keychecks.h"
#include "server/core/config/probekeys.h"
#include "server/core/config/secretkeys.h"

#include <algorithm>

// The keys of [[component]].

namespace signalbox::core {

namespace {

QString checkExitCodes(const QList<int> &codes)
{
    if (codes.isEmpty())
        return u"is empty (name at least one, as [0])"_s;
    const auto impossible = std::find_if(codes.begin(), codes.end(), [](int code) { return code < 0 || code > 255; });
    return impossible == codes.end() ? QString() : u"cannot hold %1 (0 to 255)"_s.arg(*impossible);
}

QString checkMemoryLimit(const qint64 &bytes)
{
    constexpr qint64 least = Q_INT64_C(1) << 20;
    return bytes >= least ? QString() : u"cannot be %1 (at least 1 MiB)"_s.arg(byteSizeForPeople(bytes));
}

} // namespace

template<>
const std::vector<Key<Dependency>> &keysOf()
{
    static const std::vector<Key<Dependency>> keys = {
        key(u"id"_s, &Dependency::id, u"of another component"_s, checkNotEmpty).required(),
        key(u"after"_s, &Dependency::after,
            u"ready: a service can do its work, a oneshot is done; started: its process runs, or ended well; "
            "completed: a oneshot is done"_s),
    };
    return keys;
}

// An id alone stands for a table with the defaults.
struct DependenciesCodec
{
    static std::optional<QList<Dependency>> read(const TomlNode &node, const QString &name, ProblemList &problems)
    {
        if (!node.array())
            return wrongType(node, name, u"a list such as [\"a\", { id = \"b\", after = \"started\" }]"_s, problems);
        QList<Dependency> result;
        for (const TomlNode &element : *node.array())
            result.append(readElement(element, name, problems).value_or(Dependency())); // each keeps its index
        return result;
    }
    static std::optional<Dependency> readElement(const TomlNode &node, const QString &name, ProblemList &problems)
    {
        const QString each = u"every element of "_s + name;
        if (node.table())
            return TableCodec<Dependency>::read(node, u"an element of "_s + name, problems);
        if (!std::holds_alternative<QString>(node.value))
            return wrongType(node, each, u"an id in quotes or a table such as { id = \"a\" }"_s, problems);
        const auto id = Codec<QString>::read(node, each, problems);
        if (id && id->isEmpty())
            problems.add(node.position, each + u" must name a component (remove the empty one)"_s);
        return id ? std::optional<Dependency>(*id) : std::nullopt;
    }
    static QString write(const QList<Dependency> &values)
    {
        QStringList elements;
        for (const Dependency &value : values)
            elements.append(value == Dependency(value.id) ? quoted(value.id) : TableCodec<Dependency>::write(value));
        return u'[' + elements.join(", "_L1) + u']';
    }
    static QString typeName() { return u"list of ids or tables"_s; }
    static QList<ReferenceRow> reference(const QString &path) { return referenceOf<Dependency>(path); }
};

template<>
const std::vector<Key<HookConfig>> &keysOf()
{
    static const std::vector<Key<HookConfig>> keys = {
        key(u"command"_s, &HookConfig::command, u"run in the component's directory and environment, no shell"_s,
            checkCommand)
            .required(),
        key(u"timeout"_s, &HookConfig::timeout, u"after that, KILL to all of its processes"_s,
            durationBetween(10ms, 24h)),
    };
    return keys;
}

// A list stands for a table with that command.
struct HookCodec
{
    static std::optional<HookConfig> read(const TomlNode &node, const QString &name, ProblemList &problems)
    {
        if (node.table())
            return TableCodec<HookConfig>::read(node, name, problems);
        if (!node.array())
            return wrongType(node, name,
                             u"a list such as [\"program\", \"argument\"] or a table such as { command = … }"_s,
                             problems);
        const auto command = Codec<QStringList>::read(node, name, problems);
        if (!command)
            return {};
        if (const QString complaint = checkCommand(*command); !complaint.isEmpty())
            problems.add(node.position, name + u' ' + complaint);
        HookConfig hook;
        hook.command = *command;
        return hook;
    }
    static QString write(const HookConfig &value)
    {
        return value.timeout == HookConfig().timeout ? Codec<QStringList>::write(value.command)
                                                     : TableCodec<HookConfig>::write(value);
    }
    static QString typeName() { return u"list of texts or table"_s; }
};

// The table is described once, with the first of them.
struct FirstHookCodec : HookCodec
{
    static QList<ReferenceRow> reference(const QString &path) { return referenceOf<HookConfig>(path); }
};

template<>
const std::vector<Key<ComponentConfig>> &keysOf()
{
    using S = ComponentConfig;
    static const std::vector<Key<S>> keys = {
        key(u"id"_s, &S::id, u"what it is called on every wire"_s, checkId).required(),
        likeKey<S>(
            u"the id of another component, whose keys this one takes where it has none of its own; name is not taken"_s),
        key(u"name"_s, &S::name, u"for people"_s).defaultShownAs(u"the id"_s),
        key(u"description"_s, &S::description, u"for people"_s),
        key(u"kind"_s, &S::kind, u"what sort of component it is; ARK's gameType"_s, checkNotEmpty),
        key(u"group"_s, &S::group,
            u"components with the same one can be started, stopped, restarted and shown together"_s, checkId)
            .defaultShownAs(u"none; of instances the id"_s),
        key(u"instances"_s, &S::instances,
            u"so many components with the ids id@1, id@2 …; {instance} in command, environment, working_directory, "
            "storage_path, metrics and in what probes and hooks ask or run is the number; what depends on the id waits for all"_s,
            between(1, 1000))
            .defaultShownAs(u"one component, and {instance} is plain text"_s),
        key(u"type"_s, &S::type,
            u"a service runs until it is stopped; a oneshot that ended well is done, which what depends on it "
            "waits for"_s),
        key(u"command"_s, &S::command, u"program and arguments, no shell; every character stands for itself"_s,
            checkCommand)
            .required(),
        key(u"working_directory"_s, &S::workingDirectory,
            u"relative to the data dir; the default is made where it is missing, and shared by all that have no other"_s),
        key(u"environment"_s, &S::environment, u"added to the server's own, SIGNALBOX_DATA_DIR among it"_s)
            .secretValues(&ComponentConfig::environment),
        key<OneOrMoreCodec>(u"environment_file"_s, &S::environmentFiles,
                            u"files with lines KEY=VALUE, which environment may override; relative to this file"_s,
                            checkFiles),
        secretsKey<S>(u"names of [secrets] that it gets as environment variables"_s),
        key(u"autostart"_s, &S::autostart, u"start it with the server"_s),
        key(u"restart"_s, &S::restart, u"when to start it again after it ended by itself"_s),
        key(u"restart_delay"_s, &S::restartDelay, u"doubles up to 60 s; five quick failures lead to state error"_s,
            durationBetween(10ms, 1h)),
        key(u"success_exit_codes"_s, &S::successExitCodes, u"an end with one of these is no failure; others are"_s,
            checkExitCodes),
        key(u"stdin"_s, &S::input,
            u"its standard input: /dev/null, or a pipe that stays open and empty until it has been told to stop"_s),
        key(u"tty"_s, &S::terminal,
            u"run it in a pseudo-terminal, which is its standard input and both outputs, as programs want that colour "
            "or page only for people; stdin is open then"_s),
        key<SignalCodec>(u"stop_signal"_s, &S::stopSignal, u"asks the main process to end"_s),
        key(u"stop_mode"_s, &S::stopMode,
            u"who is asked: the main process's group, and by TERM every other process below it, or the main process "
            "alone"_s),
        key(u"stop_timeout"_s, &S::stopTimeout, u"after that, KILL to all"_s, durationBetween(0ms, 24h)),
        key<ReadyCodec>(u"ready"_s, &S::ready, u"how it is known that it can do its work"_s)
            .defaultShownAs(u"as soon as started"_s),
        key(u"ready_timeout"_s, &S::readyTimeout, u"one that is not ready by then is stopped and has failed"_s,
            durationBetween(10ms, 24h)),
        key<HealthCodec>(u"health"_s, &S::health,
                         u"how it is known that it still can; one that cannot is degraded: running, with an error"_s),
        key<FirstHookCodec>(u"before_start"_s, &S::beforeStart, u"run before each start, which fails when this does"_s),
        key<HookCodec>(u"after_start"_s, &S::afterStart, u"run once it is ready"_s),
        key<HookCodec>(u"before_stop"_s, &S::beforeStop, u"run before the stop signal, which waits for it"_s),
        key<HookCodec>(u"after_stop"_s, &S::afterStop,
                       u"run when it has ended, before anything else is done with it"_s),
        key<HookCodec>(u"on_failure"_s, &S::onFailure, u"run when it has failed, also when it is started again"_s),
        key<DependenciesCodec>(
            u"depends_on"_s, &S::dependsOn,
            u"what it waits for before it starts, an id alone until that is ready; stopped in reverse"_s),
        key(u"storage_path"_s, &S::storagePath,
            u"its size counts into storage_size_mb; relative to the working directory"_s),
        key(u"metrics"_s, &S::metrics,
            u"what it tells of itself: JSON (total_concepts, total_associations, queries_per_second, avg_latency_ms "
            u"and "
            "what figures names) or Prometheus text; a file is relative to the working directory"_s),
        key(u"figures"_s, &S::figures,
            u"numbers of metrics that are kept, drawn and in /metrics: \"name\", \"name{label=\\\"value\\\"}\" of "
            u"Prometheus, "
            "\"a.b.c\" of JSON; with :rate at its end a counter's growth in a second"_s),
        key<ByteSizeCodec>(u"memory_limit"_s, &S::memoryLimit,
                           u"of all its processes together; beyond it they are killed, which is a failure"_s,
                           checkMemoryLimit),
        key(u"cpu_weight"_s, &S::cpuWeight,
            u"its share of a busy machine beside the other components', each with 100 unless it says otherwise"_s,
            between(1, 10'000)),
        key(u"nice"_s, &S::nice,
            u"added to the server's own: above 0 it gives way to others, below 0 needs a privilege"_s,
            between(-20, 19)),
        key(u"open_files"_s, &S::openFiles, u"the most descriptors that each of its processes may have"_s,
            between(16, 1'048'576))
            .defaultShownAs(u"the server's own limit"_s),
        key(u"log_level"_s, &S::logLevel,
            u"what says how serious a line of its output is: words in it (ERROR, [warn], level=info) and else the "
            "stream it came from, or the stream alone"_s),
    };
    return keys;
}

} // namespace signalbox::core
