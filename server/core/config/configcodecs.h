// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/config/config.h"
#include "server/core/config/tomltree.h"

#include <QList>

#include <array>
#include <optional>
#include <utility>
#include <vector>

// How a value of each type is read from TOML and printed as TOML, and what the type is called for people. A reader that
// returns nothing has added the reason to `problems`.

namespace signalbox::core {

using namespace Qt::StringLiterals;

struct TextProblem
{
    TextPosition position;
    QString message;
};

class ProblemList
{
public:
    void add(TextPosition position, const QString &message) { m_problems.push_back({position, message}); }
    std::vector<TextProblem> sorted() const; // each one once
    bool isEmpty() const { return m_problems.empty(); }

private:
    std::vector<TextProblem> m_problems;
};

QString quoted(const QString &text); // a TOML basic string
QString tomlKey(const QString &name);

template<typename T>
struct Codec;

#define SIGNALBOX_CODEC(Name, Type)                                                                                    \
    struct Name                                                                                                        \
    {                                                                                                                  \
        static std::optional<Type> read(const TomlNode &node, const QString &name, ProblemList &problems);             \
        static QString write(const Type &value);                                                                       \
        static QString typeName();                                                                                     \
    }

using StringMap = QMap<QString, QString>;
template<>
SIGNALBOX_CODEC(Codec<QString>, QString);
template<>
SIGNALBOX_CODEC(Codec<bool>, bool);
template<>
SIGNALBOX_CODEC(Codec<int>, int);
template<>
SIGNALBOX_CODEC(Codec<qint64>, qint64);
template<>
SIGNALBOX_CODEC(Codec<Milliseconds>, Milliseconds);
template<>
SIGNALBOX_CODEC(Codec<QList<int>>, QList<int>);
template<>
SIGNALBOX_CODEC(Codec<QStringList>, QStringList);
template<>
SIGNALBOX_CODEC(Codec<StringMap>, StringMap);
template<>
SIGNALBOX_CODEC(Codec<QJsonObject>, QJsonObject);
template<>
SIGNALBOX_CODEC(Codec<MetricsSource>, MetricsSource);
SIGNALBOX_CODEC(SignalCodec, int);            // by name: "TERM" or "SIGTERM"
SIGNALBOX_CODEC(ByteSizeCodec, qint64);       // "512MiB", or a number of bytes
SIGNALBOX_CODEC(OneOrMoreCodec, QStringList); // a single text stands for a list of one
#undef SIGNALBOX_CODEC

// Enums: one table of names each.
template<typename E>
QList<std::pair<E, QString>> namesOf();
template<>
QList<std::pair<Role, QString>> namesOf();
template<>
QList<std::pair<RestartPolicy, QString>> namesOf();
template<>
QList<std::pair<ComponentType, QString>> namesOf();
template<>
QList<std::pair<Dependency::After, QString>> namesOf();
template<>
QList<std::pair<StopMode, QString>> namesOf();
template<>
QList<std::pair<StandardInput, QString>> namesOf();
template<>
QList<std::pair<HealthAction, QString>> namesOf();
template<>
QList<std::pair<MetricsSource::Format, QString>> namesOf();
template<>
QList<std::pair<LevelRule, QString>> namesOf();
template<>
QList<std::pair<NodeFailure, QString>> namesOf();
template<>
QList<std::pair<ParamsKind, QString>> namesOf();
template<>
QList<std::pair<ResultKind, QString>> namesOf();
template<>
QList<std::pair<ComponentAction, QString>> namesOf();
template<>
QList<std::pair<OverlapRule, QString>> namesOf();
template<>
QList<std::pair<MissedRule, QString>> namesOf();

// The index of the node's text among `names`, or nothing after saying what is allowed.
std::optional<qsizetype> readName(const TomlNode &node, const QString &name, const QStringList &names,
                                  ProblemList &problems);

template<typename E>
QStringList nameList()
{
    QStringList names;
    for (const auto &[value, name] : namesOf<E>())
        names.append(name);
    return names;
}

template<typename E>
    requires std::is_enum_v<E>
struct Codec<E>
{
    static std::optional<E> read(const TomlNode &node, const QString &name, ProblemList &problems)
    {
        const auto index = readName(node, name, nameList<E>(), problems);
        return index ? std::optional(namesOf<E>().at(*index).first) : std::nullopt;
    }
    static QString write(const E &value)
    {
        for (const auto &[candidate, name] : namesOf<E>()) {
            if (candidate == value)
                return quoted(name);
        }
        return {};
    }
    static QString typeName() { return nameList<E>().join(" \\| "_L1); }
};

// Adds the problem that `node` has the wrong type, and returns nothing.
std::nullopt_t wrongType(const TomlNode &node, const QString &name, const QString &wanted, ProblemList &problems);

template<>
struct Codec<QList<Role>>
{
    static std::optional<QList<Role>> read(const TomlNode &node, const QString &name, ProblemList &problems);
    static QString write(const QList<Role> &roles);
    static QString typeName();
};

} // namespace signalbox::core
