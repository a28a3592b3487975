// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <compare>
#include <tuple>
#include <variant>
#include <vector>

namespace signalbox::core {

struct TextPosition
{
    int line = 0;   // from 1; 0: nowhere in the file
    int column = 0; // from 1
    int file = 0;   // of several that make up one document: its number, in the order in which they are read

    friend bool operator==(const TextPosition &, const TextPosition &) = default;
    friend auto operator<=>(const TextPosition &one, const TextPosition &other)
    {
        return std::tie(one.file, one.line, one.column) <=> std::tie(other.file, other.line, other.column);
    }
};

struct TomlMember;
struct TomlNode;
using TomlArray = std::vector<TomlNode>;
using TomlTable = std::vector<TomlMember>;

// A TOML document as plain values with positions: the only form in which the rest of the program sees TOML, because
// the library's header costs seconds in every file that includes it. Dates and times are kept as their text.
struct TomlNode
{
    TextPosition position;
    std::variant<QString, qint64, double, bool, TomlArray, TomlTable> value;

    const TomlTable *table() const { return std::get_if<TomlTable>(&value); }
    const TomlArray *array() const { return std::get_if<TomlArray>(&value); }
    const TomlNode *member(const QString &name) const; // null if this is no table or has no such member
    QString kind() const;                              // for people: "text", "an integer", "a table"…
};

struct TomlMember
{
    QString name;
    TextPosition position;
    TomlNode node;
};

struct TomlError
{
    TextPosition position;
    QString message;
};

// The document, or the one syntax error at which reading stopped. Text of at most 1 MiB. file: see TextPosition.
std::variant<TomlNode, TomlError> readToml(const QByteArray &text, int file = 0);

} // namespace signalbox::core
