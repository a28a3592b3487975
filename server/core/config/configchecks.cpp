// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/config/configchecks.h"

#include "server/core/commandtemplate.h"
#include "server/core/config/configmodel.h"
#include "server/core/duration.h"
#include "server/core/figurename.h"
#include "server/core/graph.h"
#include "server/core/nearest.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

// Walks the document by member name or index, as far as it goes: what is missing is reported where it should be.
TextPosition positionOf(const TomlNode &root, std::initializer_list<std::variant<QString, qsizetype>> path)
{
    const TomlNode *node = &root;
    for (const auto &step : path) {
        const TomlNode *next = nullptr;
        if (const auto *name = std::get_if<QString>(&step)) {
            next = node->member(*name);
        } else if (const TomlArray *array = node->array()) {
            const auto index = static_cast<std::size_t>(std::get<qsizetype>(step));
            next = index < array->size() ? &(*array)[index] : nullptr;
        }
        if (!next)
            break;
        node = next;
    }
    return node->position;
}

// Every name of a list of things, complaining about the second of two equal ones.
template<typename S>
QStringList uniqueNames(const QList<S> &things, QString S::*member, const QString &section, const QString &key,
                        const TomlNode &root, ProblemList &problems)
{
    QStringList names;
    for (qsizetype i = 0; i < things.size(); ++i) {
        const QString &name = things.at(i).*member;
        if (name.isEmpty())
            continue;
        if (names.contains(name))
            problems.add(positionOf(root, {section, i, key}),
                         u"[[%1]] %2 '%3' is already taken (rename one of the two)"_s.arg(section, key, name));
        else
            names.append(name);
    }
    return names;
}

void checkListeners(const Config &config, const TomlNode &root, ProblemList &problems)
{
    const QString section = u"listener"_s;
    QList<int> ports;
    for (qsizetype i = 0; i < config.listeners.size(); ++i) {
        const int port = config.listeners.at(i).port;
        if (port != 0 && ports.contains(port))
            problems.add(positionOf(root, {section, i, u"port"_s}),
                         u"port %1 is already taken by another [[listener]] (choose another one, or put the "
                         "dialects together)"_s.arg(port));
        ports.append(port);
    }
}

void checkUsers(const Config &config, const TomlNode &root, ProblemList &problems)
{
    const QString section = u"user"_s;
    uniqueNames(config.users, &UserConfig::name, section, u"name"_s, root, problems);
    for (qsizetype i = 0; i < config.users.size(); ++i) {
        const UserConfig &user = config.users.at(i);
        if (!user.password.isEmpty() && !user.passwordHash.isEmpty())
            problems.add(positionOf(root, {section, i, u"password"_s}),
                         u"user '%1' has both password and password_hash (remove password)"_s.arg(user.name));
    }
}

void checkDependency(const ComponentConfig &component, const Dependency &dependency, const ComponentConfig &other,
                     TextPosition position, ProblemList &problems)
{
    if (dependency.after == Dependency::After::Done && other.type != ComponentType::Oneshot)
        problems.add(position, u"component '%1' waits until '%2' is completed, which no service ever is (write after = "
                               "\"ready\", or give '%2' type = \"oneshot\")"_s.arg(component.id, other.id));
}

void checkFigures(const ComponentConfig &component, const TomlNode &root, qsizetype index, ProblemList &problems)
{
    constexpr int most = 100;
    const QString key = u"figures"_s;
    const auto add = [&](qsizetype place, const QString &complaint) {
        problems.add(positionOf(root, {u"component"_s, index, key, place}), complaint);
    };
    if (component.figures.isEmpty())
        return;
    if (!component.metrics)
        add(0, u"component '%1' has figures, and no metrics to read them from (add metrics)"_s.arg(component.id));
    if (component.figures.size() > most)
        add(most,
            u"component '%1' has %2 figures (at most %3)"_s.arg(component.id).arg(component.figures.size()).arg(most));
    const bool isJson = component.metrics && component.metrics->format == MetricsSource::Format::Json;
    for (qsizetype i = 0; i < component.figures.size(); ++i) {
        const QString &text = component.figures.at(i);
        QString problem;
        (void)(isJson ? jsonFigure(text, problem) : prometheusFigure(text, problem));
        const auto isControl = [](QChar c) { return c.category() == QChar::Other_Control; };
        if (problem.isEmpty() && std::any_of(text.begin(), text.end(), isControl))
            problem = u"has a control character (remove it)"_s;
        if (problem.isEmpty() && component.figures.indexOf(text) < i)
            problem = u"is there twice (remove one)"_s;
        if (!problem.isEmpty())
            add(i, u"figure '%1' of component '%2' %3"_s.arg(text, component.id, problem));
    }
}

void checkComponents(const Config &config, const TomlNode &root, ProblemList &problems)
{
    const QString section = u"component"_s;
    const QString key = u"depends_on"_s;
    const QStringList ids = uniqueNames(config.components, &ComponentConfig::id, section, u"id"_s, root, problems);
    QHash<QString, qsizetype> positions;
    for (qsizetype i = config.components.size() - 1; i >= 0; --i)
        positions.insert(config.components.at(i).id, i);
    QList<QList<qsizetype>> dependencies(config.components.size());
    for (qsizetype i = 0; i < config.components.size(); ++i) {
        const ComponentConfig &component = config.components.at(i);
        if (component.ready.after && *component.ready.after >= component.readyTimeout)
            problems.add(positionOf(root, {section, i, u"ready"_s}),
                         u"component '%1' is never ready: ready.after is not less than ready_timeout, \"%2\" (raise "
                         "ready_timeout)"_s.arg(component.id, formatDuration(component.readyTimeout)));
        if (component.type == ComponentType::Oneshot && component.ready.isSet())
            problems.add(
                positionOf(root, {section, i, u"ready"_s}),
                u"component '%1' is a oneshot, which is ready when it is done (remove ready)"_s.arg(component.id));
        checkFigures(component, root, i, problems);
        for (qsizetype j = 0; j < component.dependsOn.size(); ++j) {
            const Dependency &other = component.dependsOn.at(j);
            if (other.id.isEmpty())
                continue;
            if (!ids.contains(other.id)) {
                problems.add(positionOf(root, {section, i, key, j, u"id"_s}),
                             u"component '%1' depends on the unknown component '%2'%3"_s.arg(
                                 component.id, other.id, didYouMean(other.id, ids)));
                continue;
            }
            dependencies[i].append(positions.value(other.id));
            checkDependency(component, other, config.components.at(positions.value(other.id)),
                            positionOf(root, {section, i, key, j, u"after"_s}), problems);
        }
    }
    const QList<qsizetype> cycle = findCycle(dependencies);
    if (cycle.isEmpty())
        return;
    QStringList names;
    for (const qsizetype i : cycle)
        names.prepend(config.components.at(i).id); // a dependency comes behind the component that names it
    problems.add(positionOf(root, {section, cycle.constFirst(), key}),
                 u"components depend on each other in a circle: %1 (remove one of these dependencies)"_s.arg(
                     names.join(" -> "_L1)));
}

// names: what the thing at this position gets of [secrets]. environment: what it is given besides.
void checkSecretsOf(const Config &config, const QStringList &names, const QMap<QString, QString> &environment,
                    const QString &what, TextPosition position, ProblemList &problems)
{
    if (names.isEmpty())
        return;
    QStringList known;
    for (const SecretConfig &secret : config.secrets)
        known.append(secret.name);
    for (const QString &name : names) {
        if (!known.contains(name))
            problems.add(position, u"%1 gets the unknown secret '%2'%3 (define it in [secrets])"_s.arg(
                                       what, name, didYouMean(name, known)));
        else if (environment.contains(name))
            problems.add(position, u"%1 gets '%2' from environment, too (remove one of the two)"_s.arg(what, name));
    }
}

void checkSecrets(const Config &config, const TomlNode &root, ProblemList &problems)
{
    const QString key = u"secrets"_s;
    for (qsizetype i = 0; i < config.components.size(); ++i) {
        const ComponentConfig &component = config.components.at(i);
        checkSecretsOf(config, component.secrets, component.environment, u"component '%1'"_s.arg(component.id),
                       positionOf(root, {u"component"_s, i, key}), problems);
    }
    for (qsizetype i = 0; i < config.kinds.size(); ++i)
        checkSecretsOf(config, config.kinds.at(i).secrets, {}, u"kind '%1'"_s.arg(config.kinds.at(i).name),
                       positionOf(root, {u"kind"_s, i, key}), problems);
    for (qsizetype i = 0; i < config.pipelines.size(); ++i) {
        const PipelineConfig &pipeline = config.pipelines.at(i);
        for (qsizetype j = 0; j < pipeline.nodes.size(); ++j)
            checkSecretsOf(config, pipeline.nodes.at(j).secrets, {},
                           u"node '%1' of pipeline '%2'"_s.arg(pipeline.nodes.at(j).id, pipeline.id),
                           positionOf(root, {u"pipeline"_s, i, u"nodes"_s, j, key}), problems);
    }
    for (qsizetype i = 0; i < config.processes.size(); ++i) {
        const ProcessConfig &process = config.processes.at(i);
        checkSecretsOf(config, process.secrets, process.environment, u"process '%1'"_s.arg(process.name),
                       positionOf(root, {u"process"_s, i, key}), problems);
    }
}

QString inputsText(const InputRange &inputs)
{
    if (!inputs.max)
        return u"at least %1"_s.arg(inputs.min);
    return inputs.min == *inputs.max ? u"exactly %1"_s.arg(inputs.min) : u"%1 to %2"_s.arg(inputs.min).arg(*inputs.max);
}

// One pipeline and where it stands in the document. Graph finds what is wrong; here it gets positions and the words of a
// configuration, whose rules are stricter in two points: what a node does is said once, and so is each predecessor.
class PipelineCheck
{
public:
    PipelineCheck(const Config &config, qsizetype index, const TomlNode &root, ProblemList &problems)
        : m_config(config)
        , m_pipeline(config.pipelines.at(index))
        , m_index(index)
        , m_root(root)
        , m_problems(problems)
    {
        for (const NodeConfig &node : m_pipeline.nodes)
            m_ids.append(node.id);
    }

    void run(const Catalogue &catalogue)
    {
        for (const GraphProblem &problem : Graph::problemsOf(catalogue.pipelines.at(m_index).nodes, catalogue.kinds))
            report(problem);
        for (qsizetype i = 0; i < m_pipeline.nodes.size(); ++i) {
            const NodeConfig &node = m_pipeline.nodes.at(i);
            if (!node.kind.isEmpty() && !node.command.isEmpty())
                addKindOrCommand(i);
            for (qsizetype j = 0; j < node.after.size(); ++j) {
                if (node.after.indexOf(node.after.at(j)) < j)
                    add(i, u"after"_s, u"%1 comes after '%2' twice (remove one)"_s.arg(where(i), node.after.at(j)));
            }
        }
    }

private:
    void report(const GraphProblem &problem)
    {
        const NodeConfig node = m_pipeline.nodes.value(problem.node);
        switch (problem.kind) {
        case GraphProblem::Kind::Empty:
            if (!m_pipeline.id.isEmpty())
                addToAll(u"pipeline '%1' has no usable nodes (give it at least one)"_s.arg(m_pipeline.id));
            break;
        case GraphProblem::Kind::NoId: // was reported as a bad id
            break;
        case GraphProblem::Kind::SameId:
            add(problem.node, u"id"_s, u"pipeline '%1' has two nodes '%2' (rename one)"_s.arg(m_pipeline.id, node.id));
            break;
        case GraphProblem::Kind::UnknownKind:
            reportKind(problem.node);
            break;
        case GraphProblem::Kind::MissingPredecessor: {
            const QString &other = node.after.at(problem.predecessor);
            QStringList known = m_ids;
            known.removeAll(QString());
            add(problem.node, u"after"_s,
                u"%1 comes after the unknown node '%2'%3"_s.arg(where(problem.node), other, didYouMean(other, known)));
            break;
        }
        case GraphProblem::Kind::Cycle:
            reportCycle(problem.cycle);
            break;
        case GraphProblem::Kind::Inputs:
            add(problem.node, u"kind"_s,
                u"%1 is a '%2' and needs %3 input(s), but comes after %4 (change after)"_s
                    .arg(where(problem.node), node.kind, inputsText(m_config.findKind(node.kind)->inputs))
                    .arg(problem.inputs));
            break;
        case GraphProblem::Kind::SharedVariable:
            add(problem.node, u"id"_s,
                u"nodes '%1' and '%2' of pipeline '%3' would share the variable %4 (rename one)"_s.arg(
                    m_ids.at(problem.other), node.id, m_pipeline.id, inputVariable(node.id)));
            break;
        }
    }

    void reportKind(qsizetype index)
    {
        const QString &kind = m_pipeline.nodes.at(index).kind;
        if (kind.isEmpty()) {
            // An unreadable kind or command was already reported and is not "missing".
            if (!hasMember(index, u"kind"_s) && !hasMember(index, u"command"_s))
                addKindOrCommand(index);
            return;
        }
        QStringList names;
        for (const KindConfig &known : m_config.kinds)
            names.append(known.name);
        add(index, u"kind"_s,
            u"%1 has the unknown kind '%2'%3 (define it as a [[kind]])"_s.arg(where(index), kind,
                                                                              didYouMean(kind, names)));
    }

    void reportCycle(const QList<qsizetype> &cycle)
    {
        QStringList names;
        for (const qsizetype i : cycle)
            names.append(m_ids.at(i));
        addToAll(u"pipeline '%1' goes in a circle: %2 (remove one of these edges)"_s.arg(m_pipeline.id,
                                                                                         names.join(" -> "_L1)));
    }

    void addKindOrCommand(qsizetype index)
    {
        add(index, u"kind"_s, where(index) + " needs either a kind or a command, and not both"_L1);
    }

    void add(qsizetype node, const QString &key, const QString &message)
    {
        m_problems.add(positionOf(m_root, {u"pipeline"_s, m_index, u"nodes"_s, node, key}), message);
    }

    void addToAll(const QString &message)
    {
        m_problems.add(positionOf(m_root, {u"pipeline"_s, m_index, u"nodes"_s}), message);
    }

    QString where(qsizetype node) const { return u"node '%1' of pipeline '%2'"_s.arg(m_ids.at(node), m_pipeline.id); }

    bool hasMember(qsizetype index, const QString &key) const
    {
        const TomlNode *pipelines = m_root.member(u"pipeline"_s);
        const auto at = [](qsizetype i) { return static_cast<std::size_t>(i); };
        const TomlNode *nodes = pipelines ? pipelines->array()->at(at(m_index)).member(u"nodes"_s) : nullptr;
        return nodes && nodes->array()->at(at(index)).member(key);
    }

    const Config &m_config;
    const PipelineConfig &m_pipeline;
    qsizetype m_index;
    const TomlNode &m_root;
    ProblemList &m_problems;
    QStringList m_ids; // of all nodes, by position
};

void checkProcesses(const Config &config, const TomlNode &root, ProblemList &problems)
{
    const QString section = u"process"_s;
    uniqueNames(config.processes, &ProcessConfig::name, section, u"name"_s, root, problems);
    for (qsizetype i = 0; i < config.processes.size(); ++i) {
        const ProcessConfig &process = config.processes.at(i);
        const auto command = CommandTemplate::parse(process.command, Placeholders::Numbered);
        const int count = command ? command->numberedCount() : 0;
        if (count > 0 && process.params != ParamsKind::Named)
            problems.add(positionOf(root, {section, i, u"command"_s}),
                         u"process '%1' uses {%2} without params = \"named\" (set it, or write {{ for a "
                         "literal {)"_s.arg(process.name)
                             .arg(count - 1));
        if (command && count == 0 && process.params == ParamsKind::Named && !process.command.isEmpty())
            problems.add(positionOf(root, {section, i, u"params"_s}),
                         u"process '%1' has params = \"named\", but its command uses none (put {0} where the "
                         "first one belongs, or write params = \"ignore\")"_s.arg(process.name));
        if (process.roles.isEmpty())
            problems.add(positionOf(root, {section, i, u"roles"_s}),
                         u"process '%1' has no roles, so nobody could call it (leave the key out for "
                         "operators)"_s.arg(process.name));
    }
}

// One schedule and where it stands in the document.
class ScheduleCheck
{
public:
    ScheduleCheck(const Config &config, qsizetype index, const TomlNode &root, ProblemList &problems)
        : m_config(config)
        , m_schedule(config.schedules.at(index))
        , m_index(index)
        , m_root(root)
        , m_problems(problems)
    {
    }

    void run()
    {
        if (has(u"cron"_s) == has(u"every"_s))
            add(u"every"_s, u"needs either cron or every, and not both"_s);
        if (has(u"timezone"_s) && !has(u"cron"_s))
            add(u"timezone"_s, u"has a timezone without cron (remove it: every counts from the time before)"_s);
        const int targets = int(has(u"pipeline"_s)) + int(has(u"process"_s)) + int(has(u"component"_s));
        if (targets != 1)
            add(u"process"_s, u"needs one of pipeline, process and component, and not more"_s);
        checkKnown(u"pipeline"_s, m_schedule.pipeline, m_config.pipelines, &PipelineConfig::id);
        checkKnown(u"process"_s, m_schedule.process, m_config.processes, &ProcessConfig::name);
        checkKnown(u"component"_s, m_schedule.component, m_config.components, &ComponentConfig::id);
        if (has(u"component"_s) != has(u"action"_s))
            add(u"action"_s, has(u"component"_s) ? u"lacks 'action' (one of: start, restart, stop)"_s
                                                 : u"has an action without a component (remove it)"_s);
        checkParams();
        for (const PipelineConfig &pipeline : m_config.pipelines) {
            if (const auto given = params<QJsonObject>(); given && pipeline.id == m_schedule.pipeline)
                checkNodes(pipeline, *given);
        }
        for (const ProcessConfig &process : m_config.processes) {
            const bool isNamed = process.name == m_schedule.process && process.params == ParamsKind::Named;
            if (const auto given = params<QStringList>(); given && isNamed)
                checkFilled(CommandTemplate::parse(process.command, Placeholders::Numbered), *given, u"process"_s,
                            u"process '%1'"_s.arg(process.name));
        }
    }

private:
    // None where those that were written are no such thing, which is said elsewhere.
    template<typename T>
    std::optional<T> params() const
    {
        if (const T *given = std::get_if<T>(&m_schedule.params))
            return *given;
        return has(u"params"_s) ? std::nullopt : std::optional(T());
    }

    // A run by the clock cannot ask a person for a parameter that is missing.
    template<typename T>
    void checkFilled(const Result<CommandTemplate> &command, const T &values, const QString &key, const QString &what)
    {
        if (!command) // was reported where it stands
            return;
        if (const Result<QStringList> filled = command->fill(values); !filled)
            add(has(u"params"_s) ? u"params"_s : key,
                u"cannot start %1: %2 (add it to params)"_s.arg(what, filled.error().message.text()));
    }

    void checkNodes(const PipelineConfig &pipeline, const QJsonObject &given)
    {
        for (const NodeConfig &node : pipeline.nodes) {
            const KindConfig *kind = node.command.isEmpty() ? m_config.findKind(node.kind) : nullptr;
            checkFilled(CommandTemplate::parse(kind ? kind->command : node.command, Placeholders::Param),
                        mergedParams(node.params, given), u"pipeline"_s,
                        u"node '%1' of pipeline '%2'"_s.arg(node.id, pipeline.id));
        }
    }

    void checkParams()
    {
        if (std::holds_alternative<QJsonObject>(m_schedule.params) && !has(u"pipeline"_s))
            add(u"params"_s, u"has a table of params, which only a pipeline takes (%1)"_s.arg(
                                 has(u"process"_s) ? u"write a list, as [\"one\", \"two\"]"_s : u"remove it"_s));
        if (std::holds_alternative<QStringList>(m_schedule.params) && !has(u"process"_s))
            add(u"params"_s, u"has a list of params, which only a process takes (%1)"_s.arg(
                                 has(u"pipeline"_s) ? u"write a table, as { name = \"value\" }"_s : u"remove it"_s));
    }

    template<typename S>
    void checkKnown(const QString &key, const QString &name, const QList<S> &things, QString S::*member)
    {
        QStringList names;
        for (const S &thing : things)
            names.append(thing.*member);
        if (!name.isEmpty() && !names.contains(name))
            add(key, u"names the unknown %1 '%2'%3"_s.arg(key, name, didYouMean(name, names)));
    }

    // Also of a value that could not be read.
    bool has(const QString &key) const
    {
        const TomlNode *schedules = m_root.member(u"schedule"_s);
        return schedules && schedules->array()->at(static_cast<std::size_t>(m_index)).member(key);
    }

    void add(const QString &key, const QString &message)
    {
        m_problems.add(positionOf(m_root, {u"schedule"_s, m_index, key}),
                       u"schedule '%1' %2"_s.arg(m_schedule.id, message));
    }

    const Config &m_config;
    const ScheduleConfig &m_schedule;
    qsizetype m_index;
    const TomlNode &m_root;
    ProblemList &m_problems;
};

} // namespace

void checkConfig(const Config &config, const TomlNode &root, ProblemList &problems)
{
    checkListeners(config, root, problems);
    checkUsers(config, root, problems);
    checkComponents(config, root, problems);
    uniqueNames(config.kinds, &KindConfig::name, u"kind"_s, u"name"_s, root, problems);
    uniqueNames(config.pipelines, &PipelineConfig::id, u"pipeline"_s, u"id"_s, root, problems);
    const Catalogue catalogue = catalogueOf(config, {});
    for (qsizetype i = 0; i < config.pipelines.size(); ++i)
        PipelineCheck(config, i, root, problems).run(catalogue);
    checkProcesses(config, root, problems);
    uniqueNames(config.schedules, &ScheduleConfig::id, u"schedule"_s, u"id"_s, root, problems);
    for (qsizetype i = 0; i < config.schedules.size(); ++i)
        ScheduleCheck(config, i, root, problems).run();
    checkSecrets(config, root, problems);
}

} // namespace signalbox::core
