// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/commandtemplate.h"
#include "server/core/config/secretkeys.h"

// The keys of [[kind]], [[pipeline]] and [[process]].

namespace signalbox::core {

namespace {

Check<QStringList> checkTemplate(Placeholders placeholders)
{
    return [placeholders](const QStringList &command) {
        const auto parsed = CommandTemplate::parse(command, placeholders);
        return parsed ? checkCommand(command) : parsed.error().message.text();
    };
}

QString checkInputs(const InputRange &inputs)
{
    return inputs.max && *inputs.max < inputs.min
               ? u"has max %1 below min %2 (exchange them)"_s.arg(*inputs.max).arg(inputs.min)
               : QString();
}

} // namespace

template<>
const std::vector<Key<InputRange>> &keysOf()
{
    static const std::vector<Key<InputRange>> keys = {
        key(u"min"_s, &InputRange::min, u"fewest predecessors"_s, between(0, 1000)),
        key(u"max"_s, &InputRange::max, u"most predecessors"_s, between(0, 1000)).defaultShownAs(u"any number"_s),
    };
    return keys;
}

const QString progressMeaning =
    u"a line ::progress 75.0 text on standard output tells how far a task is and is taken out of its output; false: it is output"_s;

template<>
const std::vector<Key<KindConfig>> &keysOf()
{
    using S = KindConfig;
    static const std::vector<Key<S>> keys = {
        key(u"name"_s, &S::name, u"what nodes call it"_s, checkId).required(),
        key(u"description"_s, &S::description, u"for people"_s),
        key<TableCodec<InputRange>>(u"inputs"_s, &S::inputs, u"number of predecessors a node of this kind may have"_s,
                                    checkInputs)
            .defaultShownAs(u"any number"_s),
        key(u"command"_s, &S::command,
            u"program and arguments; {param:x} becomes the node's params.x as part of one argument, {param:x=text} the "
            "text when there is none, {{ becomes {"_s,
            checkTemplate(Placeholders::Param))
            .required(),
        key(u"progress"_s, &S::progress, progressMeaning),
        secretsKey<S>(u"names of [secrets] that nodes of this kind get as environment variables"_s),
    };
    return keys;
}

template<>
const std::vector<Key<NodeConfig>> &keysOf()
{
    using S = NodeConfig;
    static const std::vector<Key<S>> keys = {
        key(u"id"_s, &S::id, u"unique in the pipeline"_s, checkId).required(),
        key(u"kind"_s, &S::kind, u"a [[kind]], instead of command"_s),
        key(u"command"_s, &S::command, u"program and arguments as in [[kind]], instead of kind"_s,
            checkTemplate(Placeholders::Param)),
        key(u"params"_s, &S::params, u"values for {param:x}"_s),
        key(u"after"_s, &S::after, u"predecessors; their output is the input, in this order"_s),
        secretsKey<S>(u"names of [secrets] that it gets as environment variables, besides those of its kind"_s),
    };
    return keys;
}

template<>
const std::vector<Key<PipelineConfig>> &keysOf()
{
    using S = PipelineConfig;
    static const std::vector<Key<S>> keys = {
        key(u"id"_s, &S::id, u"what it is called on every wire"_s, checkId).required(),
        key(u"name"_s, &S::name, u"for people"_s).defaultShownAs(u"the id"_s),
        key(u"description"_s, &S::description, u"for people"_s),
        key(u"project"_s, &S::project, u"Airavata's project of its executions"_s, checkId),
        key(u"on_failure"_s, &S::onFailure, u"what becomes of nodes that do not depend on a failed one"_s),
        key(u"progress"_s, &S::progress, progressMeaning),
        key<TablesCodec<NodeConfig>>(u"nodes"_s, &S::nodes, u"the graph"_s).required(),
    };
    return keys;
}

template<>
const std::vector<Key<ProcessConfig>> &keysOf()
{
    using S = ProcessConfig;
    static const std::vector<Key<S>> keys = {
        key(u"name"_s, &S::name, u"what calls name"_s, checkId).required(),
        likeKey<S>(u"the name of another process, whose keys this one takes where it has none of its own"_s),
        key(u"description"_s, &S::description, u"for people"_s),
        key(u"command"_s, &S::command, u"program and arguments; {0}, {1} with params = \"named\", {{ becomes {"_s,
            checkTemplate(Placeholders::Numbered))
            .required(),
        key(u"working_directory"_s, &S::workingDirectory, u"relative to the data dir"_s)
            .defaultShownAs(u"an empty one for each call"_s),
        key(u"environment"_s, &S::environment, u"added to the server's own, SIGNALBOX_EXECUTION among it"_s)
            .secretValues(&ProcessConfig::environment),
        key<OneOrMoreCodec>(u"environment_file"_s, &S::environmentFiles,
                            u"files with lines KEY=VALUE, which environment may override; relative to this file"_s,
                            checkFiles),
        secretsKey<S>(u"names of [secrets] that a call gets as environment variables"_s),
        key(u"params"_s, &S::params, u"a call's parameters are appended to the command, ignored, or put at {0}, {1}"_s),
        key(u"result"_s, &S::result,
            u"a call's result: its parameters, the exit code, the last line (as JSON if it is JSON) or none"_s),
        key(u"roles"_s, &S::roles, u"who may call it, and whoever is above"_s),
        key(u"timeout"_s, &S::timeout, u"ends a call; 0s: never"_s, durationBetween(0ms, longestYear)),
    };
    return keys;
}

} // namespace signalbox::core
