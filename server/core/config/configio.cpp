// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/config/configio.h"

#include "server/core/config/configchecks.h"
#include "server/core/config/configkeys.h"
#include "server/core/config/configpieces.h"
#include "server/core/nearest.h"
#include "server/core/runtime/process/regularfile.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <fcntl.h>

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
    QStringList names{u"include"_s};
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

// What the document says, if it could be read at all. read: null for one that is no file.
ConfigOutcome outcomeOf(ConfigDocument document, const Config &defaults, const ReadFile &read, ProblemList &problems)
{
    ConfigOutcome outcome{defaults, {}};
    if (problems.isEmpty()) {
        resolveLikes(document.root, problems);
        readSections(document.root, outcome.config, problems);
        checkConfig(outcome.config, document.root, problems);
        fillNames(outcome.config);
        if (read)
            addEnvironmentFiles(outcome.config, document, read, problems);
    }
    for (const TextProblem &problem : problems.sorted())
        outcome.problems.append({document.files.at(problem.position.file).path, problem.position.line,
                                 problem.position.column, problem.message});
    outcome.document = std::make_shared<const ConfigDocument>(std::move(document));
    return outcome;
}

} // namespace

QString ConfigProblem::toString() const
{
    return line == 0 ? u"%1: %2"_s.arg(file, message) : u"%1:%2:%3: %4"_s.arg(file).arg(line).arg(column).arg(message);
}

ConfigOutcome parseConfig(const QByteArray &text, const QString &fileName, const Config &defaults)
{
    ConfigDocument document;
    document.files.append({fileName, 0});
    auto tree = readToml(text);
    ProblemList problems;
    if (const auto *error = std::get_if<TomlError>(&tree))
        problems.add(error->position, error->message);
    else
        document.root = std::move(std::get<TomlNode>(tree));
    return outcomeOf(std::move(document), defaults, {}, problems);
}

namespace {

// A server is started with a path that may be relative, and reloads with an absolute one.
std::pair<QString, QString> textKey(const QString &path, const QString &piece)
{
    return {QFileInfo(path).absoluteFilePath(), QFileInfo(piece).absoluteFilePath()};
}

// Reads files of a configuration, those of some pieces as they were before.
class Files
{
public:
    explicit Files(const ConfigTexts *before) : m_before(before) {}

    QSet<QString> kept;                                // pieces
    ConfigTexts texts;                                 // that were read
    QMap<std::pair<QString, QString>, QString> pieces; // by the keys of these

    Result<QByteArray> read(const QString &path, const QString &piece)
    {
        QByteArray text;
        if (kept.contains(piece)) {
            text = m_before->value(textKey(path, piece));
        } else {
            QFile file(path);
            // What others may write beside their program, a reload must not wait for; a piece may be handed over by a pipe.
            const bool isPiece = path == piece;
            const Result<Descriptor> opened = isPiece ? Descriptor() : openRegularFile(path, O_RDONLY, Links::Followed);
            if (!opened)
                return unexpected(ErrorCode::Internal, opened.error().message);
            const bool isOpen =
                isPiece ? file.open(QIODevice::ReadOnly) : file.open(opened->number(), QIODevice::ReadOnly);
            if (!isOpen)
                return unexpected(ErrorCode::Internal, file.errorString());
            text = file.read(2 << 20);
            text.squeeze(); // it is kept, and had room for as much as was asked for
        }
        texts.insert(textKey(path, piece), text);
        pieces.insert(textKey(path, piece), piece);
        return text;
    }

private:
    const ConfigTexts *m_before;
};

// The pieces to read as they were before in the next attempt: those that have mistakes and, if that does not help, all that
// are different now.
QSet<QString> piecesToKeep(const ConfigOutcome &outcome, const Files &files, const ConfigTexts &before)
{
    const QList<ConfigDocument::File> &all = outcome.document->files;
    QSet<QString> broken;
    for (const ConfigProblem &problem : outcome.problems) {
        for (const ConfigDocument::File &file : all) {
            if (file.path == problem.file && file.piece > 0)
                broken.insert(all.at(file.piece).path);
        }
    }
    broken -= files.kept;
    if (!broken.isEmpty())
        return broken;
    for (auto it = files.texts.cbegin(); it != files.texts.cend(); ++it) {
        const QString piece = files.pieces.value(it.key());
        if (piece != all.constFirst().path && !files.kept.contains(piece) && before.value(it.key()) != it.value())
            broken.insert(piece);
    }
    return broken;
}

QStringList refusalsOf(const QList<ConfigProblem> &problems, const QSet<QString> &pieces, const ConfigTexts &before)
{
    QStringList texts;
    for (const ConfigProblem &problem : problems)
        texts.append(problem.toString());
    QStringList names(pieces.begin(), pieces.end());
    names.sort();
    for (QString &name : names)
        name = (before.contains(textKey(name, name)) ? u"'%1' was not reloaded and counts as it was"_s
                                                     : u"'%1' was left out"_s)
                   .arg(name);
    return {names.join(", "_L1) + ": "_L1 + texts.join("; "_L1)};
}

} // namespace

ConfigOutcome loadConfig(const QString &path, const Config &defaults, const ConfigTexts *before)
{
    Files files(before);
    QStringList refused;
    std::optional<ConfigOutcome> first;
    for (;;) {
        files.texts.clear();
        const ReadFile read = [&files](const QString &file, const QString &piece) { return files.read(file, piece); };
        ProblemList problems;
        ConfigDocument document = readPieces(path, defaults, read, problems);
        ConfigOutcome outcome = outcomeOf(std::move(document), defaults, read, problems);
        outcome.texts = files.texts;
        outcome.refused = refused;
        if (!before || outcome.isGood())
            return outcome;
        const QSet<QString> pieces = piecesToKeep(outcome, files, *before);
        refused += refusalsOf(outcome.problems, pieces, *before);
        if (!first)
            first = std::move(outcome);
        if (pieces.isEmpty())
            return *first; // all mistakes of the files as they are
        files.kept += pieces;
    }
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

const TomlNode *Origins::table(const QString &path) const
{
    return root ? findSection(*root, path) : nullptr;
}

QString Origins::of(const QString &header, const TomlNode *table, const QString &key) const
{
    if (!root)
        return {};
    if (const auto said = elsewhere.constFind(header + u' ' + key); said != elsewhere.cend())
        return "  # "_L1 + *said;
    const TomlNode *value = table ? table->member(key) : nullptr;
    return "  # "_L1 + (value ? place(value->position) : u"default"_s);
}

static QString printed(const Config &config, const Origins &origins)
{
    QString top;
    QString text;
    for (const Section &section : configSections(config)) {
        if (section.hasDefaults && section.isEmptyList(config))
            top += section.path + " = []\n"_L1;
        text += section.write(config, origins);
    }
    return top.isEmpty() ? text : top + u'\n' + text;
}

QString printConfig(const Config &config)
{
    return printed(config, {});
}

QString printWithOrigins(const Config &config, const ConfigDocument &document, const QHash<QString, QString> &elsewhere)
{
    return printed(config,
                   {&document.root, [&](const TextPosition &position) { return document.where(position); }, elsewhere});
}

} // namespace signalbox::core
