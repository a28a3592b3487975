// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/commandtemplate.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

constexpr qsizetype shownCharacters = 16; // of an argument in a message

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isAsciiNameCharacter(QChar c)
{
    return isDigit(c) || (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z') || c == u'_' || c == u'-' || c == u'.';
}

bool isNameCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'-' || c == u'.';
}

bool consistsOf(QStringView text, bool (*isGood)(QChar))
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isGood);
}

std::optional<QString> textOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        return std::nullopt;
    default:
        break;
    }
    // QJsonDocument spells numbers as JSON does, but writes only arrays and objects: the brackets are removed again.
    const QByteArray json = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(json.mid(1, json.size() - 2));
}

struct Found
{
    QString name;
    std::optional<QString> fallback;
    qsizetype length = 0; // with its braces; 0: no placeholder
};

// What is between the brace that `rest` begins with and the one that closes it; null when another one opens before.
QStringView insideOf(QStringView rest)
{
    const auto isBrace = [](QChar c) { return c == u'{' || c == u'}'; };
    const auto end = std::find_if(rest.begin() + 1, rest.end(), isBrace);
    return end != rest.end() && *end == u'}' ? QStringView(rest.begin() + 1, end) : QStringView();
}

Found paramIn(QStringView inside)
{
    constexpr QLatin1String prefix("param:");
    if (!inside.startsWith(prefix))
        return {};
    const QStringView rest = inside.mid(prefix.size());
    const qsizetype sign = rest.indexOf(u'=');
    const QStringView name = sign < 0 ? rest : rest.left(sign);
    if (!consistsOf(name, isAsciiNameCharacter))
        return {};
    return {name.toString(), sign < 0 ? std::nullopt : std::optional(rest.mid(sign + 1).toString()), inside.size() + 2};
}

Found nameIn(QStringView inside, bool (*isGood)(QChar))
{
    return consistsOf(inside, isGood) ? Found{inside.toString(), {}, inside.size() + 2} : Found{};
}

// The placeholder that `rest`, which begins with a brace, begins with.
Result<Found> placeholderAt(QStringView rest, Placeholders placeholders)
{
    const QStringView inside = insideOf(rest);
    if (placeholders == Placeholders::Named)
        return nameIn(inside, isNameCharacter);
    const Found param = paramIn(inside);
    if (placeholders == Placeholders::Param) {
        if (param.length == 0 && rest.startsWith(u"{param:"))
            return unexpected(
                ErrorCode::InvalidArgument,
                u"has an incomplete placeholder at '%1' (write {param:name}, or {{ for a literal {)"_s.arg(
                    rest.left(shownCharacters)));
        return param;
    }
    if (param.length > 0)
        return unexpected(
            ErrorCode::InvalidArgument,
            u"uses {%1}, which only kinds and pipeline nodes know (write {{ for a literal {)"_s.arg(inside));
    return inside.size() <= 2 ? nameIn(inside, isDigit) : Found{};
}

} // namespace

Result<QList<CommandTemplate::Part>> CommandTemplate::partsOf(const QString &argument, Placeholders placeholders)
{
    QList<Part> parts;
    QString literal;
    for (qsizetype at = 0; at < argument.size();) {
        const QStringView rest = QStringView(argument).mid(at);
        if (rest.startsWith(u"{{")) {
            literal += u'{';
            at += 2;
            continue;
        }
        const Result<Found> found = rest.startsWith(u'{') ? placeholderAt(rest, placeholders) : Found{};
        if (!found)
            return Unexpected{found.error()};
        if (found->length == 0) {
            literal += argument.at(at++);
            continue;
        }
        if (!literal.isEmpty())
            parts.append({std::exchange(literal, QString())});
        parts.append({found->name, true, found->fallback});
        at += found->length;
    }
    if (!literal.isEmpty())
        parts.append({literal});
    return parts;
}

Result<CommandTemplate> CommandTemplate::parse(const QStringList &command, Placeholders placeholders)
{
    CommandTemplate result;
    result.m_placeholders = placeholders;
    for (const QString &argument : command) {
        const auto parts = partsOf(argument, placeholders);
        if (!parts)
            return Unexpected{parts.error()};
        const bool isFilled =
            std::any_of(parts->begin(), parts->end(), [](const Part &part) { return part.isPlaceholder; });
        if (result.m_arguments.isEmpty() && isFilled)
            return unexpected(ErrorCode::InvalidArgument,
                              u"cannot take the program itself from a parameter, as '%1' does (name the program; a "
                              "parameter can only be an argument)"_s.arg(argument));
        result.m_arguments.append(*parts);
    }
    return result;
}

Result<QStringList> CommandTemplate::fill(const LookUp &lookUp) const
{
    QStringList command;
    for (const QList<Part> &parts : m_arguments) {
        QString argument;
        for (const Part &part : parts) {
            if (!part.isPlaceholder) {
                argument += part.text;
                continue;
            }
            std::optional<QString> value = lookUp(part.text);
            if (!value)
                value = part.fallback;
            if (!value)
                return m_placeholders == Placeholders::Numbered
                           ? unexpected(ErrorCode::InvalidArgument, Why::NumberedParameterMissing,
                                        {Reason::number(part.text.toInt())})
                           : unexpected(ErrorCode::InvalidArgument, Why::ParameterMissing, {part.text});
            argument += *value;
        }
        command.append(argument);
    }
    return command;
}

Result<QStringList> CommandTemplate::fill(const QJsonObject &values) const
{
    return fill([&values](const QString &name) { return textOf(values.value(name)); });
}

Result<QStringList> CommandTemplate::fill(const QStringList &values) const
{
    return fill([&values](const QString &number) {
        const qsizetype index = number.toInt();
        return index < values.size() ? std::optional(values.at(index)) : std::nullopt;
    });
}

int CommandTemplate::numberedCount() const
{
    int count = 0;
    for (const QList<Part> &parts : m_arguments) {
        for (const Part &part : parts) {
            if (part.isPlaceholder && m_placeholders == Placeholders::Numbered)
                count = std::max(count, part.text.toInt() + 1);
        }
    }
    return count;
}

Result<QStringList> splitTemplate(const QString &commandTemplate)
{
    QStringList words;
    QString word;
    bool inWord = false;
    QChar quote;
    for (qsizetype at = 0; at < commandTemplate.size(); ++at) {
        const QChar c = commandTemplate.at(at);
        if (c == u'\\' && quote != u'\'' && at + 1 < commandTemplate.size()) {
            word += commandTemplate.at(++at);
            inWord = true;
        } else if (!quote.isNull()) {
            if (c == quote)
                quote = QChar();
            else
                word += c;
        } else if (c == u'\'' || c == u'"') {
            quote = c;
            inWord = true;
        } else if (c.isSpace()) {
            if (inWord)
                words.append(std::exchange(word, QString()));
            inWord = false;
        } else {
            word += c;
            inWord = true;
        }
    }
    if (!quote.isNull())
        return unexpected(ErrorCode::InvalidArgument, u"commandTemplate: a quote (%1) is not closed"_s.arg(quote));
    if (inWord)
        words.append(word);
    if (words.isEmpty())
        return unexpected(ErrorCode::InvalidArgument, u"commandTemplate is empty"_s);
    return words;
}

QJsonObject mergedParams(QJsonObject configured, const QJsonObject &given)
{
    for (auto it = given.begin(); it != given.end(); ++it)
        configured.insert(it.key(), it.value());
    return configured;
}

} // namespace signalbox::core
