// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/config/tomltree.h"

#include <sstream>
#include <string_view>

#include <toml++/toml.h>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

constexpr qsizetype largestText = 1 << 20;
constexpr int longestDottedKey = 64;

TextPosition positionOf(const toml::source_region &region, int file = 0)
{
    return {static_cast<int>(region.begin.line), static_cast<int>(region.begin.column), file};
}

QString toText(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

template<typename T>
QString printed(const T &value)
{
    std::ostringstream stream;
    stream << value;
    return QString::fromStdString(stream.str());
}

TomlNode convert(const toml::node &from, int file)
{
    TomlNode to;
    to.position = positionOf(from.source(), file);
    from.visit([&to, file](const auto &node) {
        using Node = std::remove_cvref_t<decltype(node)>;
        if constexpr (std::is_same_v<Node, toml::table>) {
            // Sorted as pointers: where std::sort moves values that hold a variant, GCC 14 warns of uninitialized ones.
            std::vector<std::pair<const toml::key *, const toml::node *>> members;
            for (const auto &[key, value] : node)
                members.emplace_back(&key, &value);
            std::sort(members.begin(), members.end(), [](const auto &a, const auto &b) {
                return positionOf(a.first->source()) < positionOf(b.first->source());
            });
            TomlTable table;
            for (const auto &[key, value] : members)
                table.push_back({toText(key->str()), positionOf(key->source(), file), convert(*value, file)});
            to.value = std::move(table);
        } else if constexpr (std::is_same_v<Node, toml::array>) {
            TomlArray array;
            for (const toml::node &element : node)
                array.push_back(convert(element, file));
            to.value = std::move(array);
        } else if constexpr (std::is_same_v<Node, toml::value<std::string>>) {
            to.value = toText(node.get());
        } else if constexpr (std::is_same_v<Node, toml::value<int64_t>>) {
            to.value = qint64(node.get());
        } else if constexpr (std::is_same_v<Node, toml::value<double>> || std::is_same_v<Node, toml::value<bool>>) {
            to.value = node.get();
        } else {
            to.value = printed(node.get());
        }
    });
    return to;
}

bool isBareKeyCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

// The offset behind the string that begins at `at`: behind its closing quotes or, of a single-line string that is not
// closed, at the end of the line.
qsizetype endOfString(const QByteArray &text, qsizetype at)
{
    const char quote = text.at(at);
    const QByteArray triple(3, quote);
    const bool multiLine = text.mid(at, 3) == triple;
    at += multiLine ? 3 : 1;
    while (at < text.size()) {
        if (multiLine ? text.mid(at, 3) == triple : text.at(at) == quote)
            return at + (multiLine ? 3 : 1);
        if (!multiLine && text.at(at) == '\n')
            return at;
        const bool escape = quote == '"' && text.at(at) == '\\' && at + 1 < text.size() && text.at(at + 1) != '\n';
        at += escape ? 2 : 1;
    }
    return at;
}

// toml++ 3.3 limits nested values but not dotted keys, and frees its tables recursively: a.a.a.… of 100 000 parts
// overflows the stack. So long chains are refused before toml++ sees them. Returns the offset of such a chain or -1.
qsizetype findLongDottedKey(const QByteArray &text)
{
    qsizetype at = 0;
    int parts = 0;
    const auto skipBlanks = [&] {
        while (at < text.size() && (text.at(at) == ' ' || text.at(at) == '\t'))
            ++at;
    };
    while (at < text.size()) {
        const char c = text.at(at);
        if (c == '#') {
            while (at < text.size() && text.at(at) != '\n')
                ++at;
            parts = 0;
            continue;
        }
        if (c == '"' || c == '\'') {
            at = endOfString(text, at);
        } else if (isBareKeyCharacter(c)) {
            while (at < text.size() && isBareKeyCharacter(text.at(at)))
                ++at;
        } else {
            parts = 0;
            ++at;
            continue;
        }
        skipBlanks();
        if (at < text.size() && text.at(at) == '.') {
            if (++parts > longestDottedKey)
                return at;
            ++at;
            skipBlanks();
        } else {
            parts = 0;
        }
    }
    return -1;
}

} // namespace

const TomlNode *TomlNode::member(const QString &name) const
{
    if (const TomlTable *members = table()) {
        for (const TomlMember &member : *members) {
            if (member.name == name)
                return &member.node;
        }
    }
    return nullptr;
}

QString TomlNode::kind() const
{
    static const std::array names = {u"text"_s,           u"an integer"_s, u"a fraction"_s,
                                     u"a yes/no value"_s, u"an array"_s,   u"a table"_s};
    return names.at(value.index());
}

std::variant<TomlNode, TomlError> readToml(const QByteArray &text, int file)
{
    if (text.size() > largestText)
        return TomlError{{1, 1, file}, u"the file is larger than 1 MiB (is this the right file?)"_s};
    if (const qsizetype offset = findLongDottedKey(text); offset >= 0) {
        const int line = static_cast<int>(text.left(offset).count('\n')) + 1;
        return TomlError{{line, 1, file}, u"a key has more than %1 parts (shorten it)"_s.arg(longestDottedKey)};
    }
    try {
        return convert(toml::parse(std::string_view(text.constData(), static_cast<std::size_t>(text.size()))), file);
    } catch (const toml::parse_error &error) {
        return TomlError{positionOf(error.source(), file), toText(error.description())};
    }
}

} // namespace signalbox::core
