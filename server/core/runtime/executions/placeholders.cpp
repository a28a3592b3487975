// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/executions/placeholders.h"

#include "server/core/runtime/process/processspec.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <functional>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

// The name of the placeholder with this text between its braces; nothing when it is no placeholder of this kind of
// command.
using PlaceName = std::optional<QString> (*)(QStringView inside);
using LookUp = std::function<Result<QString>(const QString &name)>;

bool isNameCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'-' || c == u'.';
}

std::optional<QString> nodePlace(QStringView inside)
{
    constexpr QStringView prefix = u"param:";
    if (!inside.startsWith(prefix) || inside.size() == prefix.size())
        return std::nullopt;
    return inside.mid(prefix.size()).toString();
}

std::optional<QString> templatePlace(QStringView inside)
{
    if (inside.isEmpty() || !std::all_of(inside.begin(), inside.end(), isNameCharacter))
        return std::nullopt;
    return inside.toString();
}

std::optional<QString> processPlace(QStringView inside)
{
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    if (inside.isEmpty() || inside.size() > 4 || !std::all_of(inside.begin(), inside.end(), isDigit))
        return std::nullopt;
    return inside.toString();
}

Result<QString> fillWord(const QString &word, PlaceName placeName, const LookUp &lookUp)
{
    QString filled;
    for (qsizetype at = 0; at < word.size();) {
        if (word.at(at) != u'{') {
            filled += word.at(at++);
            continue;
        }
        if (word.mid(at, 2) == u"{{") {
            filled += u'{';
            at += 2;
            continue;
        }
        const qsizetype end = word.indexOf(u'}', at);
        const auto name = end < 0 ? std::nullopt : placeName(QStringView(word).mid(at + 1, end - at - 1));
        if (!name) {
            filled += word.at(at++);
            continue;
        }
        const Result<QString> value = lookUp(*name);
        if (!value)
            return value;
        filled += *value;
        at = end + 1;
    }
    return filled;
}

Result<QStringList> fill(const QStringList &command, PlaceName placeName, const LookUp &lookUp)
{
    QStringList filled;
    for (const QString &word : command) {
        bool hasPlace = false;
        const LookUp notice = [&](const QString &name) {
            hasPlace = true;
            return lookUp(name);
        };
        const Result<QString> argument = fillWord(word, placeName, notice);
        if (!argument)
            return Unexpected{argument.error()};
        if (filled.isEmpty() && hasPlace)
            return unexpected(ErrorCode::InvalidArgument,
                              u"the program itself cannot come from a parameter: '%1'"_s.arg(word));
        filled.append(*argument);
    }
    if (const Result<void> checked = checkArguments(filled); !checked)
        return Unexpected{checked.error()};
    return filled;
}

std::optional<QString> asText(const QJsonValue &value)
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

LookUp memberOf(const QJsonObject &values)
{
    return [&values](const QString &name) -> Result<QString> {
        if (const auto text = asText(values.value(name)))
            return *text;
        return unexpected(ErrorCode::InvalidArgument, u"parameter '%1' is missing"_s.arg(name));
    };
}

} // namespace

Result<QStringList> fillNodeCommand(const QStringList &command, const QJsonObject &params)
{
    return fill(command, nodePlace, memberOf(params));
}

Result<QStringList> fillTemplate(const QStringList &words, const QJsonObject &values)
{
    return fill(words, templatePlace, memberOf(values));
}

Result<QStringList> fillProcessCommand(const QStringList &command, const QStringList &params)
{
    return fill(command, processPlace, [&params](const QString &name) -> Result<QString> {
        const int index = name.toInt();
        if (index < params.size())
            return params.at(index);
        return unexpected(ErrorCode::InvalidArgument, u"parameter %1 is missing"_s.arg(index));
    });
}

Result<void> checkArguments(const QStringList &command)
{
    if (command.isEmpty() || command.constFirst().isEmpty())
        return unexpected(ErrorCode::InvalidArgument, u"the command is empty"_s);
    for (qsizetype index = 0; index < command.size(); ++index) {
        const QString &argument = command.at(index);
        if (argument.contains(QChar::Null))
            return unexpected(ErrorCode::InvalidArgument, u"argument %1 contains a NUL character"_s.arg(index));
        const qsizetype bytes = argument.toUtf8().size();
        if (bytes > maxArgumentBytes)
            return unexpected(
                ErrorCode::InvalidArgument,
                u"argument %1 is %2 bytes long; at most %3 are possible"_s.arg(index).arg(bytes).arg(maxArgumentBytes));
    }
    return {};
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

bool isProgramAllowed(const QString &program, const QStringList &allowed)
{
    return allowed.contains(u"*"_s) || allowed.contains(program);
}

} // namespace signalbox::core
