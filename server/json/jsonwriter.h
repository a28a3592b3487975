// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/time.h"

#include <QByteArray>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <concepts>
#include <optional>

namespace signalbox {

using namespace Qt::StringLiterals;

// Writes compact JSON in the order of the calls, in one pass (QJsonObject sorts its members; frames should read
// like the protocol documents). The caller keeps begin/end balanced; nothing is checked. Numbers that JSON cannot
// write are null.
class JsonWriter
{
public:
    explicit JsonWriter(qsizetype reserve = 512) { m_text.reserve(reserve); }

    JsonWriter &beginObject() { return open('{'); }
    JsonWriter &endObject() { return close('}'); }
    JsonWriter &beginArray() { return open('['); }
    JsonWriter &endArray() { return close(']'); }

    JsonWriter &key(QLatin1String name);
    JsonWriter &key(const QString &name);

    JsonWriter &value(const QString &text);
    JsonWriter &value(QLatin1String text);
    JsonWriter &value(double number);          // rounded to six decimals; always with a decimal point: 0.0
    JsonWriter &value(const QJsonValue &json); // what a peer or a program gave: exactly
    JsonWriter &value(const QStringList &texts);
    JsonWriter &value(std::nullptr_t);
    template<std::same_as<bool> Bool>
    JsonWriter &value(Bool truth)
    {
        return raw(truth ? "true"_ba : "false"_ba);
    }
    template<std::integral Integer>
        requires(!std::same_as<Integer, bool>)
    JsonWriter &value(Integer number)
    {
        return raw(QByteArray::number(number));
    }
    template<typename T>
    JsonWriter &value(const std::optional<T> &maybe)
    {
        return maybe ? value(*maybe) : value(nullptr);
    }

    JsonWriter &utf8(QByteArrayView text);   // a string that is UTF-8 already
    JsonWriter &raw(const QByteArray &json); // already JSON

    template<typename Name, typename T>
    JsonWriter &member(const Name &name, const T &content)
    {
        key(name);
        return value(content);
    }

    const QByteArray &text() const { return m_text; }
    QByteArray take() { return std::move(m_text); }

private:
    JsonWriter &open(char bracket);
    JsonWriter &close(char bracket);
    void separate();
    void quote(QByteArrayView utf8);
    JsonWriter &exact(double number);

    QByteArray m_text;
    bool m_needsComma = false;
};

} // namespace signalbox
