// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/config/configio.h"

#include "server/core/config/configchecks.h"
#include "server/core/config/configkeys.h"
#include "server/core/nearest.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

// Outside of any namespace, as Qt demands: a static library's resources are linked in by this call only.
static void initializeExample()
{
    Q_INIT_RESOURCE(signalbox_example);
}

namespace signalbox::core {

namespace {

const TomlNode *findSection(const TomlNode &root, const QString &path)
{
    const TomlNode *node = &root;
    const QStringList parts = path.split(u'.');
    for (const QString &part : parts) {
        node = node->member(part);
        if (!node)
            return nullptr;
    }
    return node;
}

void readSections(const TomlNode &root, Config &config, ProblemList &problems)
{
    QStringList names;
    for (const Section &section : configSections(config)) {
        if (const TomlNode *node = findSection(root, section.path))
            section.read(*node, config, problems);
        if (!section.path.contains(u'.'))
            names.append(section.path);
    }
    for (const TomlMember &member : *root.table()) {
        if (names.contains(member.name))
            continue;
        QString hint = didYouMean(member.name, names);
        if (hint.isEmpty())
            hint = u" (known: %1)"_s.arg(names.join(", "_L1));
        problems.add(member.position, u"unknown section or key '%1'%2"_s.arg(member.name, hint));
    }
}

// Names that people may leave out because there is an id.
void fillNames(Config &config)
{
    const auto fill = [](QString &name, const QString &other) { name = name.isEmpty() ? other : name; };
    for (UserConfig &user : config.users)
        fill(user.displayName, user.name);
    for (ComponentConfig &component : config.components)
        fill(component.name, component.id);
    for (PipelineConfig &pipeline : config.pipelines)
        fill(pipeline.name, pipeline.id);
    for (ScheduleConfig &schedule : config.schedules)
        fill(schedule.name, schedule.id);
}

} // namespace

QString ConfigProblem::toString() const
{
    return line == 0 ? u"%1: %2"_s.arg(file, message) : u"%1:%2:%3: %4"_s.arg(file).arg(line).arg(column).arg(message);
}

ConfigOutcome parseConfig(const QByteArray &text, const QString &fileName, const Config &defaults)
{
    ConfigOutcome outcome{defaults, {}};
    const auto document = readToml(text);
    if (const auto *error = std::get_if<TomlError>(&document)) {
        outcome.problems.append({fileName, error->position.line, error->position.column, error->message});
        return outcome;
    }
    const auto &root = std::get<TomlNode>(document);
    ProblemList problems;
    readSections(root, outcome.config, problems);
    checkConfig(outcome.config, root, problems);
    fillNames(outcome.config);
    for (const TextProblem &problem : problems.sorted())
        outcome.problems.append({fileName, problem.position.line, problem.position.column, problem.message});
    return outcome;
}

ConfigOutcome loadConfig(const QString &path, const Config &defaults)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        ConfigOutcome outcome{defaults, {}};
        outcome.problems.append(
            {path, 0, 0, u"cannot read the configuration: %1 (check the path)"_s.arg(file.errorString())});
        return outcome;
    }
    ConfigOutcome outcome = parseConfig(file.read(2 << 20), path, defaults);
    const QDir folder = QFileInfo(path).absoluteDir();
    const auto resolve = [&folder](QString &relative) {
        if (!relative.isEmpty())
            relative = QDir::cleanPath(folder.absoluteFilePath(relative));
    };
    resolve(outcome.config.auth.jwtSecretFile);
    for (ListenerConfig &listener : outcome.config.listeners) {
        if (listener.tls) {
            resolve(listener.tls->certificate);
            resolve(listener.tls->key);
        }
    }
    return outcome;
}

QByteArray exampleConfigText()
{
    initializeExample();
    QFile file(u":/signalbox/example.toml"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Config exampleConfig(const Config &defaults)
{
    return parseConfig(exampleConfigText(), u"example.toml"_s, defaults).config;
}

QString printConfig(const Config &config)
{
    QString top;
    QString text;
    for (const Section &section : configSections(config)) {
        if (section.hasDefaults && section.isEmptyList(config))
            top += section.path + " = []\n"_L1;
        text += section.write(config);
    }
    return top.isEmpty() ? text : top + u'\n' + text;
}

} // namespace signalbox::core
