// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/ark/codec_body.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

using namespace Qt::StringLiterals;

namespace signalbox::ark {

namespace {

QString oneOfText(const QStringList &values)
{
    return "must be one of the following values: "_L1 + values.join(", "_L1);
}

QString unknownText(const QString &name)
{
    return u"property %1 should not exist"_s.arg(name.left(BodyReader::longestText));
}

QString rangeProblem(double number, std::optional<double> least, std::optional<double> most)
{
    if (most && number > *most)
        return u"must not be greater than %1"_s.arg(*most, 0, 'g', 15);
    if (least && number < *least)
        return u"must not be less than %1"_s.arg(*least, 0, 'g', 15);
    return {};
}

} // namespace

BodyReader::BodyReader(const QJsonObject &members, QString prefix) : m_members(members), m_prefix(std::move(prefix))
{
}

QJsonValue BodyReader::take(QLatin1String name)
{
    m_known.insert(name);
    const QJsonValue value = m_members.value(name);
    return value.isNull() ? QJsonValue(QJsonValue::Undefined) : value; // null is as good as absent
}

void BodyReader::complain(QLatin1String name, const QString &what)
{
    m_problems.append(m_prefix + name + u' ' + what);
}

QString BodyReader::text(QLatin1String name, qsizetype longest)
{
    const QJsonValue value = take(name);
    if (!value.isString()) {
        complain(name, u"must be a string"_s);
        return {};
    }
    const std::optional<QString> text = textIfAny(name, longest);
    if (text && text->trimmed().isEmpty())
        complain(name, u"should not be empty"_s);
    return text.value_or(QString());
}

std::optional<QString> BodyReader::textIfAny(QLatin1String name, qsizetype longest)
{
    const QJsonValue value = take(name);
    if (value.isUndefined())
        return std::nullopt;
    const QString text = value.toString();
    if (!value.isString())
        complain(name, u"must be a string"_s);
    else if (text.size() > longest)
        complain(name, u"must be shorter than or equal to %1 characters"_s.arg(longest));
    else if (text.contains(QChar(u'\0')))
        complain(name, u"must not contain NUL"_s);
    return text;
}

QString BodyReader::oneOf(QLatin1String name, const QStringList &values)
{
    const QString text = take(name).toString();
    if (!values.contains(text))
        complain(name, oneOfText(values));
    return text;
}

bool BodyReader::boolean(QLatin1String name)
{
    const QJsonValue value = take(name);
    if (!value.isBool())
        complain(name, u"must be a boolean value"_s);
    return value.toBool();
}

std::optional<double> BodyReader::numberIfAny(QLatin1String name, std::optional<double> least,
                                              std::optional<double> most)
{
    const QJsonValue value = take(name);
    if (value.isUndefined())
        return std::nullopt;
    if (!value.isDouble())
        complain(name, u"must be a number conforming to the specified constraints"_s);
    else if (const QString problem = rangeProblem(value.toDouble(), least, most); !problem.isEmpty())
        complain(name, problem);
    return value.toDouble();
}

std::optional<int> BodyReader::integerIfAny(QLatin1String name, int least, int most)
{
    const QJsonValue value = take(name);
    if (value.isUndefined())
        return std::nullopt;
    const double number = value.toDouble(0.5);
    if (number != std::floor(number))
        complain(name, u"must be an integer number"_s);
    else if (const QString problem = rangeProblem(number, least, most); !problem.isEmpty())
        complain(name, problem);
    else
        return static_cast<int>(number);
    return std::nullopt;
}

int BodyReader::integer(QLatin1String name, int least, int most)
{
    if (take(name).isUndefined())
        complain(name, u"must be an integer number"_s);
    return integerIfAny(name, least, most).value_or(0);
}

QStringList BodyReader::texts(QLatin1String name, const QStringList &values)
{
    const QJsonValue value = take(name);
    if (!value.isArray()) {
        complain(name, u"must be an array"_s);
        return {};
    }
    QStringList texts;
    bool isWrong = false;
    const QJsonArray items = value.toArray();
    for (const QJsonValue &item : items) {
        texts.append(item.toString());
        isWrong = isWrong || !item.isString() || (!values.isEmpty() && !values.contains(texts.constLast()));
    }
    if (isWrong)
        m_problems.append("each value in "_L1 + m_prefix + name + u' '
                          + (values.isEmpty() ? u"must be a string"_s : oneOfText(values)));
    return texts;
}

QJsonObject BodyReader::object(QLatin1String name)
{
    if (take(name).isUndefined())
        complain(name, u"must be an object"_s);
    return objectIfAny(name).value_or(QJsonObject());
}

std::optional<QJsonObject> BodyReader::objectIfAny(QLatin1String name)
{
    const QJsonValue value = take(name);
    if (value.isUndefined())
        return std::nullopt;
    const QJsonObject object = value.toObject();
    if (!value.isObject())
        complain(name, u"must be an object"_s);
    else if (QJsonDocument(object).toJson(QJsonDocument::Compact).size() > largestObject)
        complain(name, u"must not be larger than %1 bytes"_s.arg(largestObject));
    return object;
}

void BodyReader::time(QLatin1String name)
{
    if (!fromIso(take(name).toString()))
        complain(name, u"must be a valid ISO 8601 date string"_s);
}

// Unknown members come first, as in the existing framework; of a hundred thousand, mostUnknown are named.
QStringList BodyReader::problems() const
{
    QStringList all;
    for (auto member = m_members.begin(); member != m_members.end() && all.size() < mostUnknown; ++member) {
        if (!m_known.contains(member.key()))
            all.append(m_prefix + unknownText(member.key()));
    }
    return all + m_problems;
}

std::optional<QString> QueryReader::take(const QString &name)
{
    m_known.insert(name);
    return m_head.queryValue(name);
}

QStringList QueryReader::problems() const
{
    QStringList all;
    for (const auto &[name, value] : m_head.query) {
        if (!m_known.contains(name) && all.size() < BodyReader::mostUnknown)
            all.append(unknownText(name));
    }
    return all + m_problems;
}

QString QueryReader::required(const QString &name)
{
    const QString value = text(name);
    if (value.isEmpty())
        m_problems.append(name + u" should not be empty");
    return value;
}

QString QueryReader::oneOf(const QString &name, const QStringList &values)
{
    const QString value = text(name);
    if (!value.isEmpty() && !values.contains(value))
        m_problems.append(name + u' ' + oneOfText(values));
    return value;
}

int QueryReader::integer(const QString &name, int otherwise, int least, int most)
{
    const std::optional<QString> value = take(name);
    if (!value)
        return otherwise;
    bool isNumber = false;
    const int number = value->toInt(&isNumber);
    if (!isNumber)
        m_problems.append(name + u" must be an integer number");
    else if (const QString problem = rangeProblem(number, least, most); !problem.isEmpty())
        m_problems.append(name + u' ' + problem);
    return number;
}

std::optional<Timestamp> QueryReader::time(const QString &name)
{
    const std::optional<QString> value = take(name);
    if (!value)
        return std::nullopt;
    const std::optional<Timestamp> time = fromIso(*value);
    if (!time)
        m_problems.append(name + u" must be a valid ISO 8601 date string");
    return time;
}

} // namespace signalbox::ark
