// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/config/configchecks.h"

#include "server/core/commandtemplate.h"
#include "server/core/config/cycles.h"
#include "server/core/graph.h"
#include "server/core/nearest.h"

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

void checkComponents(const Config &config, const TomlNode &root, ProblemList &problems)
{
    const QString section = u"component"_s;
    const QString key = u"depends_on"_s;
    const QStringList ids = uniqueNames(config.components, &ComponentConfig::id, section, u"id"_s, root, problems);
    QHash<QString, QStringList> dependencies;
    for (qsizetype i = 0; i < config.components.size(); ++i) {
        const ComponentConfig &component = config.components.at(i);
        for (qsizetype j = 0; j < component.dependsOn.size(); ++j) {
            const QString &other = component.dependsOn.at(j);
            if (!ids.contains(other))
                problems.add(positionOf(root, {section, i, key, j}),
                             u"component '%1' depends on the unknown component '%2'%3"_s.arg(component.id, other,
                                                                                             didYouMean(other, ids)));
        }
        dependencies.insert(component.id, component.dependsOn);
    }
    const QStringList cycle = findCycle(ids, dependencies);
    if (cycle.isEmpty())
        return;
    const auto first = std::find_if(config.components.begin(), config.components.end(),
                                    [&](const auto &component) { return component.id == cycle.constFirst(); });
    problems.add(positionOf(root, {section, first - config.components.begin(), key}),
                 u"components depend on each other in a circle: %1 (remove one of these dependencies)"_s.arg(
                     cycle.join(" -> "_L1)));
}

QString inputsText(const InputRange &inputs)
{
    if (!inputs.max)
        return u"at least %1"_s.arg(inputs.min);
    return inputs.min == *inputs.max ? u"exactly %1"_s.arg(inputs.min) : u"%1 to %2"_s.arg(inputs.min).arg(*inputs.max);
}

// One pipeline and where it stands in the document.
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
    }

    void run()
    {
        if (m_pipeline.nodes.isEmpty() && !m_pipeline.id.isEmpty())
            add(0, {}, u"pipeline '%1' has no usable nodes (give it at least one)"_s.arg(m_pipeline.id));
        for (qsizetype i = 0; i < m_pipeline.nodes.size(); ++i) {
            if (checkName(i))
                m_ids.append(m_pipeline.nodes.at(i).id);
        }
        QHash<QString, QStringList> successors;
        for (qsizetype i = 0; i < m_pipeline.nodes.size(); ++i) {
            checkWork(i);
            checkEdges(i);
            for (const QString &predecessor : m_pipeline.nodes.at(i).after)
                successors[predecessor].append(m_pipeline.nodes.at(i).id);
        }
        const QStringList cycle = findCycle(m_ids, successors);
        if (!cycle.isEmpty())
            add(0, {},
                u"pipeline '%1' goes in a circle: %2 (remove one of these edges)"_s.arg(m_pipeline.id,
                                                                                        cycle.join(" -> "_L1)));
    }

private:
    void add(qsizetype node, const QString &key, const QString &message)
    {
        const QString section = u"pipeline"_s;
        const QString nodes = u"nodes"_s;
        m_problems.add(key.isEmpty() ? positionOf(m_root, {section, m_index, nodes})
                                     : positionOf(m_root, {section, m_index, nodes, node, key}),
                       QString(message));
    }

    bool checkName(qsizetype index)
    {
        const QString &id = m_pipeline.nodes.at(index).id;
        if (id.isEmpty())
            return false;
        const QString variable = inputVariable(id);
        const QString other = m_variables.value(variable);
        m_variables.insert(variable, id);
        if (other == id) {
            add(index, u"id"_s, u"pipeline '%1' has two nodes '%2' (rename one)"_s.arg(m_pipeline.id, id));
            return false;
        }
        if (!other.isEmpty())
            add(index, u"id"_s,
                u"nodes '%1' and '%2' of pipeline '%3' would share the variable %4 (rename one)"_s.arg(
                    other, id, m_pipeline.id, variable));
        return true;
    }

    void checkWork(qsizetype index)
    {
        const NodeConfig &node = m_pipeline.nodes.at(index);
        const QString where = u"node '%1' of pipeline '%2'"_s.arg(node.id, m_pipeline.id);
        const QString kindKey = u"kind"_s;
        if (node.kind.isEmpty() == node.command.isEmpty()) {
            // An unreadable kind or command was already reported and is not "missing".
            const bool isWritten = hasMember(index, kindKey) || hasMember(index, u"command"_s);
            if (!node.kind.isEmpty() || !isWritten)
                add(index, kindKey, where + " needs either a kind or a command, and not both"_L1);
            return;
        }
        if (node.kind.isEmpty())
            return;
        const KindConfig *kind = m_config.findKind(node.kind);
        if (!kind) {
            QStringList names;
            for (const KindConfig &known : m_config.kinds)
                names.append(known.name);
            add(index, kindKey,
                u"%1 has the unknown kind '%2'%3 (define it as a [[kind]])"_s.arg(where, node.kind,
                                                                                  didYouMean(node.kind, names)));
        } else if (!kind->inputs.contains(node.after.size())) {
            add(index, kindKey,
                u"%1 is a '%2' and needs %3 input(s), but comes after %4 (change after)"_s
                    .arg(where, node.kind, inputsText(kind->inputs))
                    .arg(node.after.size()));
        }
    }

    void checkEdges(qsizetype index)
    {
        const NodeConfig &node = m_pipeline.nodes.at(index);
        const QString where = u"node '%1' of pipeline '%2'"_s.arg(node.id, m_pipeline.id);
        for (qsizetype i = 0; i < node.after.size(); ++i) {
            const QString &other = node.after.at(i);
            if (!m_ids.contains(other))
                add(index, u"after"_s,
                    u"%1 comes after the unknown node '%2'%3"_s.arg(where, other, didYouMean(other, m_ids)));
            else if (node.after.indexOf(other) < i)
                add(index, u"after"_s, u"%1 comes after '%2' twice (remove one)"_s.arg(where, other));
        }
    }

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
    QStringList m_ids;
    QHash<QString, QString> m_variables; // SIGNALBOX_INPUT_… → id
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

} // namespace

void checkConfig(const Config &config, const TomlNode &root, ProblemList &problems)
{
    checkListeners(config, root, problems);
    checkUsers(config, root, problems);
    checkComponents(config, root, problems);
    uniqueNames(config.kinds, &KindConfig::name, u"kind"_s, u"name"_s, root, problems);
    uniqueNames(config.pipelines, &PipelineConfig::id, u"pipeline"_s, u"id"_s, root, problems);
    for (qsizetype i = 0; i < config.pipelines.size(); ++i)
        PipelineCheck(config, i, root, problems).run();
    checkProcesses(config, root, problems);
}

} // namespace signalbox::core
