// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/result.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <functional>
#include <optional>

namespace signalbox::core {

// Which placeholders a command may have.
enum class Placeholders {
    Param,    // {param:x} and {param:x=default}, in kinds and pipeline nodes
    Numbered, // {0} to {99}, in processes
    Named,    // {x}, in an Airavata commandTemplate
};

// A command whose placeholders are filled with values that peers sent. One language for all of them (docs/model.md,
// "Processes"): {{ is a {, a placeholder is what the command's Placeholders say, and every other brace stands for
// itself. Commands of components have no placeholders and are no templates. A value is always one argument, or part of
// one: it is never split, never read for placeholders again and never seen by a shell (docs/reliability.md, "No
// injection"). Pure value.
class CommandTemplate
{
public:
    // The value for "x" of {param:x} and {x}, or for "0" of {0}; nothing when there is none.
    using LookUp = std::function<std::optional<QString>(const QString &name)>;

    // InvalidArgument: a placeholder in the program, or one that cannot be meant. The message is the end of a sentence
    // that begins with what holds the command ("command has …").
    static Result<CommandTemplate> parse(const QStringList &command, Placeholders placeholders);

    // The command with every placeholder filled. InvalidArgument: a value is missing that has no default.
    Result<QStringList> fill(const LookUp &lookUp) const;
    // With the members of an object: numbers and truth values as JSON spells them, objects and arrays as compact JSON;
    // null counts as missing.
    Result<QStringList> fill(const QJsonObject &values) const;
    // By position.
    Result<QStringList> fill(const QStringList &values) const;

    // How many values numbered placeholders ask for: one more than the highest number.
    int numberedCount() const;

private:
    struct Part
    {
        QString text; // as it is, or the name of a placeholder
        bool isPlaceholder = false;
        std::optional<QString> fallback{};
    };

    static Result<QList<Part>> partsOf(const QString &argument, Placeholders placeholders);

    QList<QList<Part>> m_arguments;
    Placeholders m_placeholders = Placeholders::Param;
};

// Splits an Airavata commandTemplate once, at white space that is not inside '…' or "…"; inside "…" and outside quotes a
// backslash takes the next character as it is. InvalidArgument: an open quote, or nothing at all.
Result<QStringList> splitTemplate(const QString &commandTemplate);

// Parameters of a node, as configured, with those that a start gives, which count where both have a name.
QJsonObject mergedParams(QJsonObject configured, const QJsonObject &given);

} // namespace signalbox::core
