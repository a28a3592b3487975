// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/config/configpieces.h"

#include "server/core/config/configkeys.h"
#include "server/core/config/environmentfile.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

TomlNode *memberOf(TomlNode &node, QStringView name)
{
    if (auto *table = std::get_if<TomlTable>(&node.value)) {
        for (TomlMember &member : *table) {
            if (member.name == name)
                return &member.node;
        }
    }
    return nullptr;
}

// ---- paths -------------------------------------------------------------------------------------------------------

void makeAbsolute(TomlNode *node, const QDir &folder)
{
    if (!node)
        return;
    if (auto *path = std::get_if<QString>(&node->value); path && !path->isEmpty())
        *path = QDir::cleanPath(folder.absoluteFilePath(*path));
    if (auto *list = std::get_if<TomlArray>(&node->value)) {
        for (TomlNode &element : *list)
            makeAbsolute(&element, folder);
    }
}

template<typename Do>
void eachTable(TomlNode *list, Do act)
{
    if (auto *array = list ? std::get_if<TomlArray>(&list->value) : nullptr) {
        for (TomlNode &element : *array)
            act(element);
    }
}

// Paths that are relative to the file in which they stand.
void makePathsAbsolute(TomlNode &root, const QDir &folder)
{
    if (TomlNode *auth = memberOf(root, u"auth"))
        makeAbsolute(memberOf(*auth, u"jwt_secret_file"), folder);
    eachTable(memberOf(root, u"listener"), [&](TomlNode &listener) {
        if (TomlNode *tls = memberOf(listener, u"tls")) {
            makeAbsolute(memberOf(*tls, u"certificate"), folder);
            makeAbsolute(memberOf(*tls, u"key"), folder);
        }
    });
    for (const QStringView section : {u"component", u"process"})
        eachTable(memberOf(root, section),
                  [&](TomlNode &each) { makeAbsolute(memberOf(each, u"environment_file"), folder); });
    TomlNode *secrets = memberOf(root, u"secrets");
    if (auto *table = secrets ? std::get_if<TomlTable>(&secrets->value) : nullptr) {
        for (TomlMember &secret : *table)
            makeAbsolute(memberOf(secret.node, u"file"), folder);
    }
}

// ---- include -----------------------------------------------------------------------------------------------------

// Puts what a piece says into the document: sections are joined, lists of tables go on, and all else is said once.
class Merge
{
public:
    Merge(ConfigDocument &document, const Config &spoken, ProblemList &problems)
        : m_document(document)
        , m_problems(problems)
    {
        for (const Section &section : configSections(spoken))
            (section.isRepeated ? m_lists : m_tables).append(section.path);
    }

    void add(TomlNode &&piece)
    {
        auto *from = std::get_if<TomlTable>(&piece.value);
        auto *into = std::get_if<TomlTable>(&m_document.root.value);
        join(*into, std::move(*from), QString());
    }

private:
    void join(TomlTable &into, TomlTable &&from, const QString &path)
    {
        for (TomlMember &member : from) {
            const auto known = std::ranges::find(into, member.name, &TomlMember::name);
            if (known == into.end())
                into.push_back(std::move(member));
            else
                joinMember(*known, std::move(member), path.isEmpty() ? member.name : path + u'.' + member.name);
        }
    }

    void joinMember(TomlMember &known, TomlMember &&added, const QString &path)
    {
        auto *list = std::get_if<TomlArray>(&known.node.value);
        auto *more = std::get_if<TomlArray>(&added.node.value);
        auto *table = std::get_if<TomlTable>(&known.node.value);
        auto *members = std::get_if<TomlTable>(&added.node.value);
        if (m_lists.contains(path) && list && more)
            std::ranges::move(*more, std::back_inserter(*list));
        else if (m_tables.contains(path) && table && members)
            join(*table, std::move(*members), path);
        else
            m_problems.add(added.position, u"%1 is already set at %2 (remove one of the two)"_s.arg(
                                               path, m_document.where(known.position)));
    }

    ConfigDocument &m_document;
    ProblemList &m_problems;
    QStringList m_lists;
    QStringList m_tables;
};

bool isPattern(const QString &name)
{
    return name.contains(u'*') || name.contains(u'?') || name.contains(u'[');
}

// The files that one element of `include` names, as paths that begin where that of the including file does.
QStringList filesOf(const QString &named, const QDir &folder, const TextPosition &position, ProblemList &problems)
{
    const QFileInfo info(named);
    const QString path = QDir::cleanPath(folder.filePath(info.path()));
    if (isPattern(info.path()))
        problems.add(position,
                     u"include has '%1', with a pattern in the name of a folder (name the folder)"_s.arg(named));
    else if (named.isEmpty())
        problems.add(position, u"include has an empty path (remove it)"_s);
    else if (!isPattern(info.fileName())) {
        const QString file = QDir::cleanPath(folder.filePath(named));
        if (QFileInfo(file).isFile())
            return {file};
        problems.add(position, u"include names '%1', which is no file (create it, or remove it here)"_s.arg(named));
    } else {
        QStringList files;
        for (const QString &name : QDir(path).entryList({info.fileName()}, QDir::Files, QDir::Name))
            files.append(QDir::cleanPath(QDir(path).filePath(name)));
        return files;
    }
    return {};
}

QStringList includedBy(const TomlNode &root, const QString &path, ProblemList &problems)
{
    const TomlNode *include = root.member(u"include"_s);
    if (!include)
        return {};
    const std::optional<QStringList> named = OneOrMoreCodec::read(*include, u"include"_s, problems);
    QStringList files;
    for (qsizetype i = 0; named && i < named->size(); ++i) {
        const TomlArray *list = include->array();
        const TomlNode &element = list ? (*list)[static_cast<std::size_t>(i)] : *include;
        files += filesOf(named->at(i), QFileInfo(path).dir(), element.position, problems);
    }
    files.removeDuplicates();
    const QString self = QFileInfo(path).canonicalFilePath();
    files.removeIf([&](const QString &file) { return QFileInfo(file).canonicalFilePath() == self; });
    return files;
}

// One file as a tree; nothing after saying what is wrong with it.
std::optional<TomlNode> readPiece(const QString &path, ConfigDocument &document, const ReadFile &read,
                                  ProblemList &problems)
{
    const int number = static_cast<int>(document.files.size());
    document.files.append({path, number});
    const Result<QByteArray> text = read(path, path);
    if (!text) {
        problems.add({0, 0, number}, u"cannot read the configuration: %1 (check the path)"_s.arg(text.error().message));
        return {};
    }
    auto tree = readToml(*text, number);
    if (const auto *error = std::get_if<TomlError>(&tree)) {
        problems.add(error->position, error->message);
        return {};
    }
    auto &root = std::get<TomlNode>(tree);
    makePathsAbsolute(root, QFileInfo(path).absoluteDir());
    return std::move(root);
}

// ---- environment_file --------------------------------------------------------------------------------------------

class EnvironmentFiles
{
public:
    EnvironmentFiles(ConfigDocument &document, const ReadFile &read, ProblemList &problems)
        : m_document(document)
        , m_read(read)
        , m_problems(problems)
    {
    }

    template<typename S>
    void addTo(QList<S> &things, const QString &section)
    {
        const TomlNode *tables = m_document.root.member(section);
        for (qsizetype i = 0; i < things.size(); ++i) {
            if (things.at(i).environmentFiles.isEmpty())
                continue;
            const TomlNode *key = (*tables->array())[static_cast<std::size_t>(i)].member(u"environment_file"_s);
            QMap<QString, QString> variables;
            for (const QString &path : things.at(i).environmentFiles) {
                if (!path.isEmpty()) // that was complained about
                    variables.insert(variablesOf(path, key->position));
            }
            variables.insert(things.at(i).environment);
            things[i].environment = variables;
        }
    }

private:
    QMap<QString, QString> variablesOf(const QString &path, const TextPosition &position)
    {
        const std::pair known(path, position.file);
        if (const auto found = m_known.constFind(known); found != m_known.cend())
            return *found;
        const Result<QByteArray> text = m_read(path, m_document.files.at(position.file).path);
        EnvironmentFile file;
        if (!text) {
            m_problems.add(position, u"environment_file: cannot read '%1': %2 (create it, or remove it here)"_s.arg(
                                         path, text.error().message));
        } else if (file = readEnvironmentFile(*text); file.line > 0) {
            m_document.files.append({path, position.file});
            m_problems.add({file.line, 1, static_cast<int>(m_document.files.size()) - 1}, file.mistake);
        }
        m_known.insert(known, file.variables);
        return file.variables;
    }

    ConfigDocument &m_document;
    const ReadFile &m_read;
    ProblemList &m_problems;
    QMap<std::pair<QString, int>, QMap<QString, QString>> m_known; // by path and the file that names it
};

} // namespace

QString ConfigDocument::where(const TextPosition &position) const
{
    return files.value(position.file).path + u':' + QString::number(position.line);
}

ConfigDocument readPieces(const QString &path, const Config &spoken, const ReadFile &read, ProblemList &problems)
{
    ConfigDocument document;
    std::optional<TomlNode> main = readPiece(path, document, read, problems);
    if (!main)
        return document;
    document.root = std::move(*main);
    Merge merge(document, spoken, problems);
    const QStringList files = includedBy(document.root, path, problems);
    for (const QString &file : files) {
        std::optional<TomlNode> piece = readPiece(file, document, read, problems);
        if (!piece)
            continue;
        if (const TomlNode *nested = piece->member(u"include"_s)) {
            problems.add(nested->position,
                         u"a file that is included cannot include others (name them in the include of %1)"_s.arg(path));
            std::erase_if(std::get<TomlTable>(piece->value),
                          [](const TomlMember &member) { return member.name == u"include"; });
        }
        merge.add(std::move(*piece));
    }
    return document;
}

void addEnvironmentFiles(Config &config, ConfigDocument &document, const ReadFile &read, ProblemList &problems)
{
    EnvironmentFiles files(document, read, problems);
    files.addTo(config.components, u"component"_s);
    files.addTo(config.processes, u"process"_s);
}

} // namespace signalbox::core
