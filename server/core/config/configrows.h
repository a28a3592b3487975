// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/config/configkeys.h"
#include "server/core/nearest.h"

#include <algorithm>
#include <functional>
#include <type_traits>

// How a struct becomes a section of the file: one Key per member, and functions that read, print and describe any
// struct that has keys. Only the tables of keys include this: configkeys.cpp, componentkeys.cpp, executionkeys.cpp,
// schedulekeys.cpp.

namespace signalbox::core {

using namespace Qt::StringLiterals;

template<typename S>
struct Key
{
    QString name;
    QString type;
    QString meaning;
    QString fallback;
    bool isRequired = false;
    bool isSecret = false; // never printed (docs/reliability.md, "Secrets stay secret")
    std::function<void(const TomlNode &, S &, ProblemList &)> read;
    std::function<QString(const S &)> write;     // TOML; null: unset
    std::function<QStringList(const S &)> names; // of a map whose values are never printed; null for other keys
    std::function<QList<ReferenceRow>(const QString &)> nested;

    Key required() &&
    {
        isRequired = true;
        fallback = u"required"_s;
        return std::move(*this);
    }
    Key secret() &&
    {
        isSecret = true;
        return std::move(*this);
    }
    // Of a map: its names are printed, its values never.
    template<typename Value>
    Key secretValues(QMap<QString, Value> S::*member) &&
    {
        names = [member](const S &from) { return (from.*member).keys(); };
        return std::move(*this);
    }
    Key defaultShownAs(const QString &text) &&
    {
        fallback = text;
        return std::move(*this);
    }
};

// The table of each struct; those of other files than configkeys.cpp are declared here.
template<typename S>
const std::vector<Key<S>> &keysOf();
template<>
const std::vector<Key<ComponentConfig>> &keysOf();
template<>
const std::vector<Key<KindConfig>> &keysOf();
template<>
const std::vector<Key<PipelineConfig>> &keysOf();
template<>
const std::vector<Key<ProcessConfig>> &keysOf();
template<>
const std::vector<Key<ScheduleConfig>> &keysOf();

template<typename T>
struct ValueOf
{
    using Type = T;
};
template<typename T>
struct ValueOf<std::optional<T>>
{
    using Type = T;
};
// Says what is wrong as the end of a sentence that begins with the key ("must be at least 1"); nothing if all is well.
template<typename T>
using Check = std::function<QString(const typename ValueOf<T>::Type &)>;

inline bool isUnset(const QString &toml)
{
    return toml.isEmpty() || toml == u"\"\"" || toml == u"[]" || toml == u"{}";
}

template<typename C = void, typename S, typename T>
Key<S> key(const QString &name, T S::*member, const QString &meaning, Check<T> check = {})
{
    using Value = typename ValueOf<T>::Type;
    using Reader = std::conditional_t<std::is_void_v<C>, Codec<Value>, C>;
    Key<S> result;
    result.name = name;
    result.type = Reader::typeName();
    result.meaning = meaning;
    result.read = [name, member, check](const TomlNode &node, S &into, ProblemList &problems) {
        auto value = Reader::read(node, name, problems);
        if (!value)
            return;
        const QString complaint = check ? check(*value) : QString();
        if (!complaint.isEmpty())
            problems.add(node.position, name + u' ' + complaint);
        into.*member = std::move(*value);
    };
    result.write = [member](const S &from) {
        if constexpr (std::is_same_v<T, Value>)
            return Reader::write(from.*member);
        else
            return from.*member ? Reader::write(*(from.*member)) : QString();
    };
    result.fallback = isUnset(result.write(S{})) ? QString() : result.write(S{});
    if constexpr (requires { Reader::reference(name); })
        result.nested = [](const QString &path) { return Reader::reference(path); };
    return result;
}

template<typename S>
using Keys = std::vector<Key<S>>;

template<typename S>
QStringList keyNames(const Keys<S> &keys = keysOf<S>())
{
    QStringList names;
    for (const Key<S> &row : keys)
        names.append(row.name);
    return names;
}

// `where` is what the table is called in messages; `alsoKnown` are names of tables that are sections of their own.
template<typename S>
void readKeys(const TomlNode &node, S &into, const QString &where, const QStringList &alsoKnown, ProblemList &problems,
              const Keys<S> &rows = keysOf<S>())
{
    for (const TomlMember &member : *node.table()) {
        const auto row = std::find_if(rows.begin(), rows.end(), [&](const auto &r) { return r.name == member.name; });
        if (row != rows.end()) {
            row->read(member.node, into, problems);
        } else if (!alsoKnown.contains(member.name)) {
            const QStringList known = keyNames<S>(rows) + alsoKnown;
            QString hint = didYouMean(member.name, known);
            if (hint.isEmpty())
                hint = u" (known: %1)"_s.arg(known.join(", "_L1));
            problems.add(member.position, u"unknown key '%1' in %2%3"_s.arg(member.name, where, hint));
        }
    }
    for (const Key<S> &row : rows) {
        if (row.isRequired && !node.member(row.name))
            problems.add(node.position, u"%1 lacks '%2' (%3)"_s.arg(where, row.name, row.meaning));
    }
}

// behind: what follows the key of this name on its line.
template<typename S>
QStringList writeKeys(const S &from, const Keys<S> &rows = keysOf<S>(),
                      const std::function<QString(const QString &)> &behind = {})
{
    QStringList lines;
    const S defaults{};
    for (const Key<S> &row : rows) {
        const QString value = row.write(from);
        if (value.isEmpty() || (isUnset(value) && isUnset(row.write(defaults))))
            continue;
        QString line = row.name + " = "_L1 + value;
        if (row.isSecret)
            line = u"# %1 is set and not shown"_s.arg(row.name);
        else if (row.names)
            line = u"# %1 sets %2; values are not shown"_s.arg(row.name, row.names(from).join(", "_L1));
        lines.append(behind ? line + behind(row.name) : line);
    }
    return lines;
}

template<typename S>
QList<ReferenceRow> referenceOf(const QString &path, const Keys<S> &keys = keysOf<S>())
{
    QList<ReferenceRow> rows;
    QList<ReferenceRow> nested;
    for (const Key<S> &row : keys) {
        rows.append({path, row.name, row.type, row.fallback, row.meaning});
        if (row.nested)
            nested += row.nested(path + u' ' + row.name);
    }
    return rows + nested;
}

// A struct with keys of its own inside another one's table.
template<typename S>
struct TableCodec
{
    static std::optional<S> read(const TomlNode &node, const QString &name, ProblemList &problems)
    {
        if (!node.table())
            return wrongType(node, name, u"a table such as { %1 = … }"_s.arg(keyNames<S>().constFirst()), problems);
        S result;
        readKeys(node, result, name, {}, problems);
        return result;
    }
    static QString write(const S &value)
    {
        const QStringList members = writeKeys(value);
        return members.isEmpty() ? u"{}"_s : "{ "_L1 + members.join(", "_L1) + " }"_L1;
    }
    static QString typeName() { return u"table"_s; }
    static QList<ReferenceRow> reference(const QString &path) { return referenceOf<S>(path); }
};

template<typename S>
struct TablesCodec
{
    static std::optional<QList<S>> read(const TomlNode &node, const QString &name, ProblemList &problems)
    {
        if (!node.array())
            return wrongType(node, name, u"a list of tables"_s, problems);
        QList<S> result;
        for (const TomlNode &element : *node.array())
            result.append(TableCodec<S>::read(element, u"an element of "_s + name, problems).value_or(S{}));
        return result;
    }
    static QString write(const QList<S> &values)
    {
        QString text = u"["_s;
        for (const S &value : values)
            text += "\n  "_L1 + TableCodec<S>::write(value) + u',';
        return values.isEmpty() ? u"[]"_s : text + "\n]"_L1;
    }
    static QString typeName() { return u"list of tables"_s; }
    static QList<ReferenceRow> reference(const QString &path) { return referenceOf<S>(path); }
};

template<typename S>
QString sectionText(const Section &section, const S &value, const Keys<S> &keys, const Origins &origins,
                    const TomlNode *table)
{
    const QStringList lines =
        writeKeys(value, keys, [&](const QString &key) { return origins.of(section.header(), table, key); });
    return lines.isEmpty() && !section.isRepeated ? QString()
                                                  : section.header() + u'\n' + lines.join(u'\n') + "\n\n"_L1;
}

// `access` returns a reference to the part of a Config that the section describes, const for a const Config.
template<typename S, typename Access>
Section single(const QString &path, Access access, const QStringList &alsoKnown = {}, const Keys<S> &keys = keysOf<S>())
{
    Section section{path, false, {}, {}, false, {}, {}};
    const Section named = section;
    section.read = [=](const TomlNode &node, Config &config, ProblemList &problems) {
        if (node.table())
            readKeys<S>(node, access(config), named.header(), alsoKnown, problems, keys);
        else
            wrongType(node, path, u"a table (write %1)"_s.arg(named.header()), problems);
    };
    section.write = [=](const Config &config, const Origins &origins) {
        return sectionText<S>(named, access(config), keys, origins, origins.table(path));
    };
    section.isEmptyList = [](const Config &) { return false; };
    section.reference = [=](const Config &defaults) {
        QList<ReferenceRow> rows = referenceOf<S>(named.header(), keys);
        QHash<QString, QString> actual; // S{} does not know the defaults that a dialect brings
        for (const Key<S> &row : keys)
            actual.insert(row.name, row.write(access(defaults)));
        for (ReferenceRow &row : rows) {
            if (row.fallback.isEmpty() && row.section == named.header() && !isUnset(actual.value(row.key)))
                row.fallback = actual.value(row.key);
        }
        return rows;
    };
    return section;
}

template<typename S>
Section repeated(const QString &path, QList<S> Config::*member, bool hasDefaults = false,
                 const Keys<S> &keys = keysOf<S>())
{
    Section section{path, true, {}, {}, hasDefaults, {}, {}};
    const Section named = section;
    section.read = [=](const TomlNode &node, Config &config, ProblemList &problems) {
        const bool isTables = node.array()
                              && std::all_of(node.array()->begin(), node.array()->end(),
                                             [](const TomlNode &element) { return element.table() != nullptr; });
        if (!isTables) {
            wrongType(node, path, u"a list of tables (write %1)"_s.arg(named.header()), problems);
            return;
        }
        (config.*member).clear();
        for (const TomlNode &element : *node.array()) {
            S value;
            readKeys(element, value, named.header(), {}, problems, keys);
            (config.*member).append(std::move(value));
        }
    };
    section.write = [=](const Config &config, const Origins &origins) {
        QString text;
        const TomlNode *tables = origins.table(path);
        const TomlArray *array = tables ? tables->array() : nullptr;
        for (std::size_t i = 0; i < static_cast<std::size_t>((config.*member).size()); ++i)
            text += sectionText(named, (config.*member).at(static_cast<qsizetype>(i)), keys, origins,
                                array && i < array->size() ? &(*array)[i] : nullptr);
        return text;
    };
    section.isEmptyList = [=](const Config &config) { return (config.*member).isEmpty(); };
    section.reference = [=](const Config &) { return referenceOf<S>(named.header(), keys); };
    return section;
}

} // namespace signalbox::core
