// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/config/configcodecs.h"

#include "server/core/duration.h"
#include "server/core/nearest.h"

#include <QJsonArray>
#include <QJsonValue>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

QJsonValue toJson(const TomlNode &node)
{
    return std::visit(
        [](const auto &value) -> QJsonValue {
            using T = std::remove_cvref_t<decltype(value)>;
            if constexpr (std::is_same_v<T, TomlArray>) {
                QJsonArray array;
                for (const TomlNode &element : value)
                    array.append(toJson(element));
                return array;
            } else if constexpr (std::is_same_v<T, TomlTable>) {
                QJsonObject object;
                for (const TomlMember &member : value)
                    object.insert(member.name, toJson(member.node));
                return object;
            } else {
                return QJsonValue(value);
            }
        },
        node.value);
}

QString number(double value)
{
    const QString text = QString::number(value, 'g', std::numeric_limits<double>::max_digits10);
    const bool isFraction = text.contains(u'.') || text.contains(u'e') || text.contains(u'n'); // inf, nan
    return isFraction ? text : text + ".0"_L1;
}

QString fromJson(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Double: {
        const QVariant variant = value.toVariant();
        return variant.typeId() == QMetaType::LongLong ? QString::number(variant.toLongLong())
                                                       : number(value.toDouble());
    }
    case QJsonValue::Array: {
        QStringList elements;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &element : array)
            elements.append(fromJson(element));
        return u'[' + elements.join(", "_L1) + u']';
    }
    case QJsonValue::Object:
        return Codec<QJsonObject>::write(value.toObject());
    default:
        return quoted(value.toString());
    }
}

} // namespace

std::vector<TextProblem> ProblemList::sorted() const
{
    std::vector<TextProblem> result = m_problems;
    std::stable_sort(result.begin(), result.end(),
                     [](const TextProblem &a, const TextProblem &b) { return a.position < b.position; });
    // Keys that were taken from elsewhere (`like`) are complained about where they stand, once.
    const auto isSame = [](const TextProblem &a, const TextProblem &b) {
        return a.position == b.position && a.message == b.message;
    };
    result.erase(std::unique(result.begin(), result.end(), isSame), result.end());
    return result;
}

QString quoted(const QString &text)
{
    QString result = u"\""_s;
    for (const QChar c : text) {
        const char16_t code = c.unicode();
        if (c == u'"' || c == u'\\')
            result += u'\\' + QString(c);
        else if (c == u'\n')
            result += "\\n"_L1;
        else if (c == u'\t')
            result += "\\t"_L1;
        else if (code < 0x20 || (code >= 0x7f && code < 0xa0))
            result += u"\\u%1"_s.arg(int(code), 4, 16, QChar(u'0'));
        else
            result += c;
    }
    return result + u'"';
}

QString tomlKey(const QString &name)
{
    const bool isBare = !name.isEmpty() && std::all_of(name.begin(), name.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_'
               || c == u'-';
    });
    return isBare ? name : quoted(name);
}

std::nullopt_t wrongType(const TomlNode &node, const QString &name, const QString &wanted, ProblemList &problems)
{
    problems.add(node.position, u"%1 must be %2, not %3"_s.arg(name, wanted, node.kind()));
    return std::nullopt;
}

std::optional<qsizetype> readName(const TomlNode &node, const QString &name, const QStringList &names,
                                  ProblemList &problems)
{
    const auto *text = std::get_if<QString>(&node.value);
    if (!text)
        return wrongType(node, name, u"one of \"%1\""_s.arg(names.join("\", \""_L1)), problems);
    const qsizetype index = names.indexOf(*text);
    if (index < 0) {
        problems.add(node.position, u"%1 cannot be '%2'%3 (one of: %4)"_s.arg(name, *text, didYouMean(*text, names),
                                                                              names.join(", "_L1)));
        return {};
    }
    return index;
}

template<>
QList<std::pair<Role, QString>> namesOf()
{
    return {{Role::None, toString(Role::None)},
            {Role::Viewer, toString(Role::Viewer)},
            {Role::Operator, toString(Role::Operator)},
            {Role::Admin, toString(Role::Admin)}};
}

template<>
QList<std::pair<NodeFailure, QString>> namesOf()
{
    return {{NodeFailure::Finish, u"finish"_s}, {NodeFailure::Cancel, u"cancel"_s}};
}

template<>
QList<std::pair<ParamsKind, QString>> namesOf()
{
    return {{ParamsKind::Append, u"append"_s}, {ParamsKind::Ignore, u"ignore"_s}, {ParamsKind::Named, u"named"_s}};
}

template<>
QList<std::pair<ResultKind, QString>> namesOf()
{
    return {{ResultKind::Params, u"params"_s},
            {ResultKind::ExitCode, u"exit-code"_s},
            {ResultKind::LastLine, u"last-line"_s},
            {ResultKind::None, u"none"_s}};
}

template<>
QList<std::pair<ComponentAction, QString>> namesOf()
{
    return {{ComponentAction::Start, u"start"_s},
            {ComponentAction::Restart, u"restart"_s},
            {ComponentAction::Stop, u"stop"_s}};
}

template<>
QList<std::pair<OverlapRule, QString>> namesOf()
{
    return {{OverlapRule::Skip, u"skip"_s}, {OverlapRule::Queue, u"queue"_s}, {OverlapRule::Parallel, u"parallel"_s}};
}

template<>
QList<std::pair<MissedRule, QString>> namesOf()
{
    return {{MissedRule::Skip, u"skip"_s}, {MissedRule::Once, u"once"_s}};
}

std::optional<QString> Codec<QString>::read(const TomlNode &node, const QString &name, ProblemList &problems)
{
    const auto *text = std::get_if<QString>(&node.value);
    if (!text)
        return wrongType(node, name, u"text in quotes"_s, problems);
    if (text->contains(QChar(u'\0'))) {
        problems.add(node.position, u"%1 contains a NUL character (remove it)"_s.arg(name));
        return {};
    }
    return *text;
}

QString Codec<QString>::write(const QString &value)
{
    return quoted(value);
}

QString Codec<QString>::typeName()
{
    return u"text"_s;
}

std::optional<bool> Codec<bool>::read(const TomlNode &node, const QString &name, ProblemList &problems)
{
    const auto *value = std::get_if<bool>(&node.value);
    if (!value)
        return wrongType(node, name, u"true or false"_s, problems);
    return *value;
}

QString Codec<bool>::write(const bool &value)
{
    return value ? u"true"_s : u"false"_s;
}

QString Codec<bool>::typeName()
{
    return u"true \\| false"_s;
}

std::optional<qint64> Codec<qint64>::read(const TomlNode &node, const QString &name, ProblemList &problems)
{
    const auto *value = std::get_if<qint64>(&node.value);
    if (!value)
        return wrongType(node, name, u"an integer"_s, problems);
    return *value;
}

QString Codec<qint64>::write(const qint64 &value)
{
    return QString::number(value);
}

QString Codec<qint64>::typeName()
{
    return u"integer"_s;
}

std::optional<int> Codec<int>::read(const TomlNode &node, const QString &name, ProblemList &problems)
{
    const auto value = Codec<qint64>::read(node, name, problems);
    if (!value)
        return {};
    if (*value < std::numeric_limits<int>::min() || *value > std::numeric_limits<int>::max()) {
        problems.add(node.position,
                     u"%1 cannot be %2 (at most %3)"_s.arg(name).arg(*value).arg(std::numeric_limits<int>::max()));
        return {};
    }
    return static_cast<int>(*value);
}

QString Codec<int>::write(const int &value)
{
    return QString::number(value);
}

QString Codec<int>::typeName()
{
    return u"integer"_s;
}

std::optional<Milliseconds> Codec<Milliseconds>::read(const TomlNode &node, const QString &name, ProblemList &problems)
{
    const auto *text = std::get_if<QString>(&node.value);
    if (!text)
        return wrongType(node, name, u"a duration in quotes such as \"2s\""_s, problems);
    if (const auto duration = parseDuration(*text))
        return duration;
    const QString complaint = text->startsWith(u'-')
                                  ? u"%1 cannot be negative, as '%2' is (write for example \"2s\")"_s
                                  : u"%1 cannot be '%2' (write a duration as \"500ms\", \"2s\", \"10m\", "
                                    "\"1h30m\" or \"30d\")"_s;
    problems.add(node.position, complaint.arg(name, *text));
    return {};
}

QString Codec<Milliseconds>::write(const Milliseconds &value)
{
    return quoted(formatDuration(value));
}

QString Codec<Milliseconds>::typeName()
{
    return u"duration"_s;
}

std::optional<QList<int>> Codec<QList<int>>::read(const TomlNode &node, const QString &name, ProblemList &problems)
{
    const TomlArray *array = node.array();
    if (!array)
        return wrongType(node, name, u"a list of integers such as [0, 3]"_s, problems);
    QList<int> result;
    bool isGood = true;
    for (const TomlNode &element : *array) {
        const auto number = Codec<int>::read(element, u"every element of "_s + name, problems);
        isGood = isGood && number;
        result.append(number.value_or(0));
    }
    return isGood ? std::optional(result) : std::nullopt;
}

QString Codec<QList<int>>::write(const QList<int> &value)
{
    QStringList elements;
    for (const int element : value)
        elements.append(QString::number(element));
    return u'[' + elements.join(", "_L1) + u']';
}

QString Codec<QList<int>>::typeName()
{
    return u"list of integers"_s;
}

std::optional<QStringList> Codec<QStringList>::read(const TomlNode &node, const QString &name, ProblemList &problems)
{
    const TomlArray *array = node.array();
    if (!array)
        return wrongType(node, name, u"a list of texts such as [\"a\", \"b\"]"_s, problems);
    QStringList result;
    bool isGood = true;
    for (const TomlNode &element : *array) {
        const auto text = Codec<QString>::read(element, u"every element of "_s + name, problems);
        isGood = isGood && text;
        result.append(text.value_or(QString()));
    }
    return isGood ? std::optional(result) : std::nullopt;
}

QString Codec<QStringList>::write(const QStringList &value)
{
    QStringList elements;
    for (const QString &element : value)
        elements.append(quoted(element));
    return u'[' + elements.join(", "_L1) + u']';
}

QString Codec<QStringList>::typeName()
{
    return u"list of texts"_s;
}

std::optional<QStringList> OneOrMoreCodec::read(const TomlNode &node, const QString &name, ProblemList &problems)
{
    if (node.array())
        return Codec<QStringList>::read(node, name, problems);
    const auto *text = std::get_if<QString>(&node.value);
    if (!text)
        return wrongType(node, name, u"text in quotes, or a list of such texts"_s, problems);
    const auto one = Codec<QString>::read(node, name, problems);
    return one ? std::optional(QStringList{*one}) : std::nullopt;
}

QString OneOrMoreCodec::write(const QStringList &value)
{
    return value.size() == 1 ? quoted(value.constFirst()) : Codec<QStringList>::write(value);
}

QString OneOrMoreCodec::typeName()
{
    return u"text \\| list of texts"_s;
}

std::optional<StringMap> Codec<StringMap>::read(const TomlNode &node, const QString &name, ProblemList &problems)
{
    const TomlTable *table = node.table();
    if (!table)
        return wrongType(node, name, u"a table such as { KEY = \"value\" }"_s, problems);
    StringMap result;
    bool isGood = true;
    for (const TomlMember &member : *table) {
        const auto text = Codec<QString>::read(member.node, name + u'.' + member.name, problems);
        if (member.name.isEmpty() || member.name.contains(u'=') || member.name.contains(QChar(u'\0'))) {
            problems.add(member.position,
                         u"%1 has the unusable name '%2' (letters, digits and _)"_s.arg(name, member.name));
            isGood = false;
        }
        isGood = isGood && text;
        result.insert(member.name, text.value_or(QString()));
    }
    return isGood ? std::optional(result) : std::nullopt;
}

QString Codec<StringMap>::write(const StringMap &value)
{
    QStringList members;
    for (auto it = value.begin(); it != value.end(); ++it)
        members.append(tomlKey(it.key()) + " = "_L1 + quoted(it.value()));
    return members.isEmpty() ? u"{}"_s : "{ "_L1 + members.join(", "_L1) + " }"_L1;
}

QString Codec<StringMap>::typeName()
{
    return u"table of texts"_s;
}

std::optional<QJsonObject> Codec<QJsonObject>::read(const TomlNode &node, const QString &name, ProblemList &problems)
{
    if (!node.table())
        return wrongType(node, name, u"a table such as { prefix = \"x\" }"_s, problems);
    return toJson(node).toObject();
}

QString Codec<QJsonObject>::write(const QJsonObject &value)
{
    QStringList members;
    for (auto it = value.begin(); it != value.end(); ++it)
        members.append(tomlKey(it.key()) + " = "_L1 + fromJson(it.value()));
    return members.isEmpty() ? u"{}"_s : "{ "_L1 + members.join(", "_L1) + " }"_L1;
}

QString Codec<QJsonObject>::typeName()
{
    return u"table"_s;
}

std::optional<QList<Role>> Codec<QList<Role>>::read(const TomlNode &node, const QString &name, ProblemList &problems)
{
    const TomlArray *array = node.array();
    if (!array)
        return wrongType(node, name, u"a list such as [\"operator\"]"_s, problems);
    QList<Role> roles;
    bool isGood = true;
    for (const TomlNode &element : *array) {
        const auto index = readName(element, u"a role in "_s + name, nameList<Role>().mid(1), problems);
        isGood = isGood && index;
        roles.append(index ? namesOf<Role>().at(*index + 1).first : Role::None);
    }
    return isGood ? std::optional(roles) : std::nullopt;
}

QString Codec<QList<Role>>::write(const QList<Role> &roles)
{
    QStringList names;
    for (const Role role : roles)
        names.append(toString(role));
    return Codec<QStringList>::write(names);
}

QString Codec<QList<Role>>::typeName()
{
    return u"list of viewer, operator, admin"_s;
}

} // namespace signalbox::core
