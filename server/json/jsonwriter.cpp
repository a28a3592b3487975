// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/json/jsonwriter.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

constexpr double wholeNumbers = 9007199254740992.0; // below, a double holds every whole number

// Rounded to six decimals: what a quotient leaves in the last binary digits is noise to people (0.33299999999999996).
double rounded(double number)
{
    constexpr double decimals = 1e6;
    const double scaled = std::round(number * decimals);
    return std::abs(scaled) < wholeNumbers ? scaled / decimals + 0.0 : number; // + 0.0: no -0.0
}

} // namespace

void JsonWriter::separate()
{
    if (m_needsComma)
        m_text.append(',');
    m_needsComma = true;
}

JsonWriter &JsonWriter::open(char bracket)
{
    separate();
    m_text.append(bracket);
    m_needsComma = false;
    return *this;
}

JsonWriter &JsonWriter::close(char bracket)
{
    m_text.append(bracket);
    m_needsComma = true;
    return *this;
}

void JsonWriter::quote(QByteArrayView utf8)
{
    static constexpr char hex[] = "0123456789abcdef";
    m_text.append('"');
    qsizetype copied = 0;
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        const char c = utf8[i];
        const bool control = static_cast<unsigned char>(c) < 0x20;
        if (!control && c != '"' && c != '\\')
            continue;
        m_text.append(utf8.sliced(copied, i - copied));
        copied = i + 1;
        switch (c) {
        case '"':
            m_text.append("\\\"");
            break;
        case '\\':
            m_text.append("\\\\");
            break;
        case '\n':
            m_text.append("\\n");
            break;
        case '\r':
            m_text.append("\\r");
            break;
        case '\t':
            m_text.append("\\t");
            break;
        default:
            m_text.append("\\u00");
            m_text.append(hex[(c >> 4) & 0xf]);
            m_text.append(hex[c & 0xf]);
        }
    }
    m_text.append(utf8.sliced(copied));
    m_text.append('"');
}

JsonWriter &JsonWriter::key(QLatin1String name)
{
    separate();
    m_text.append('"').append(name.data(), name.size()).append("\":"); // our own names: ASCII, nothing to escape
    m_needsComma = false;
    return *this;
}

JsonWriter &JsonWriter::key(const QString &name)
{
    separate();
    quote(name.toUtf8());
    m_text.append(':');
    m_needsComma = false;
    return *this;
}

JsonWriter &JsonWriter::value(const QString &text)
{
    separate();
    quote(text.toUtf8());
    return *this;
}

JsonWriter &JsonWriter::value(QLatin1String text)
{
    separate();
    quote(QByteArrayView(text.data(), text.size()));
    return *this;
}

JsonWriter &JsonWriter::value(double number)
{
    return exact(rounded(number));
}

JsonWriter &JsonWriter::exact(double number)
{
    if (!std::isfinite(number))
        return value(nullptr);
    QByteArray digits = QByteArray::number(number, 'g', QLocale::FloatingPointShortest);
    if (!digits.contains('.') && !digits.contains('e'))
        digits.append(".0");
    return raw(digits);
}

JsonWriter &JsonWriter::value(const QJsonValue &json)
{
    switch (json.type()) {
    case QJsonValue::Bool:
        return value(json.toBool());
    case QJsonValue::Double: {
        // Whole numbers go out without a fraction, as they mostly came in: 3, not 3.0.
        const double number = json.toDouble();
        if (std::isfinite(number) && std::trunc(number) == number && std::abs(number) < wholeNumbers)
            return value(static_cast<qint64>(number));
        return exact(number);
    }
    case QJsonValue::String:
        return value(json.toString());
    case QJsonValue::Array:
        beginArray();
        for (const QJsonValue item : json.toArray())
            value(item);
        return endArray();
    case QJsonValue::Object: {
        beginObject();
        const QJsonObject object = json.toObject();
        for (auto member = object.begin(); member != object.end(); ++member)
            key(member.key()).value(QJsonValue(member.value()));
        return endObject();
    }
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return value(nullptr);
}

JsonWriter &JsonWriter::value(const QStringList &texts)
{
    beginArray();
    for (const QString &text : texts)
        value(text);
    return endArray();
}

JsonWriter &JsonWriter::value(std::nullptr_t)
{
    return raw("null"_ba);
}

JsonWriter &JsonWriter::utf8(QByteArrayView text)
{
    separate();
    quote(text);
    return *this;
}

JsonWriter &JsonWriter::raw(const QByteArray &json)
{
    separate();
    m_text.append(json);
    return *this;
}

} // namespace signalbox
