// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/schema.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace signalbox::dialects {

Schema::Schema(Kind kind, const QString &description, const std::vector<Member> &members,
               const std::vector<Schema> &parts)
    : m_kind(kind)
    , m_description(description)
    , m_members(members)
    , m_parts(parts)
{
}

Schema Schema::with(QLatin1String keyword, const QJsonValue &value) const
{
    Schema more = *this;
    more.m_keywords.append({keyword, value});
    return more;
}

Schema Schema::orNull() const
{
    Schema nullable = *this;
    nullable.m_isNullable = true;
    return nullable;
}

Schema Schema::named(const QString &name) const
{
    Schema schema = *this;
    schema.m_name = name;
    return schema;
}

QStringList Schema::types() const
{
    QStringList types;
    switch (m_kind) {
    case Kind::Text:
    case Kind::Choice:
    case Kind::Encoded:
        types.append(u"string"_s);
        break;
    case Kind::Number:
        types.append(u"number"_s);
        break;
    case Kind::Integer:
        types.append(u"integer"_s);
        break;
    case Kind::Object:
    case Kind::Map:
        types.append(u"object"_s);
        break;
    case Kind::List:
        types.append(u"array"_s);
        break;
    case Kind::Any:
    case Kind::Constant:
    case Kind::Either:
        break;
    }
    if (m_isNullable)
        types.append(u"null"_s);
    return types;
}

void Schema::write(JsonWriter &json) const
{
    if (m_name.isEmpty())
        return writeInPlace(json);
    json.beginObject().member("$ref"_L1, QString("#/components/schemas/"_L1 + m_name)).endObject();
}

void Schema::writeInPlace(JsonWriter &json) const
{
    json.beginObject();
    if (const QStringList all = types(); all.size() == 1)
        json.member("type"_L1, all.constFirst());
    else if (!all.isEmpty())
        json.member("type"_L1, all);
    for (const auto &[keyword, value] : m_keywords)
        json.member(keyword, value);
    if (!m_description.isEmpty())
        json.member("description"_L1, m_description);
    if (m_kind == Kind::Object) {
        QStringList required;
        json.key("properties"_L1).beginObject();
        for (const Member &member : m_members) {
            json.key(member.name);
            member.schema.write(json);
            if (member.isRequired)
                required.append(member.name);
        }
        json.endObject();
        if (!required.isEmpty())
            json.member("required"_L1, required);
    } else if (m_kind == Kind::Either) {
        json.key("anyOf"_L1).beginArray();
        for (const Schema &part : m_parts)
            part.write(json);
        json.endArray();
    } else if (!m_parts.empty()) {
        json.key(m_kind == Kind::Map    ? "additionalProperties"_L1
                 : m_kind == Kind::List ? "items"_L1
                                        : "contentSchema"_L1);
        m_parts.front().write(json);
    }
    json.endObject();
}

void Schema::collectNamed(std::map<QString, Schema> &named) const
{
    if (!m_name.isEmpty())
        named.emplace(m_name, *this);
    for (const Member &member : m_members)
        member.schema.collectNamed(named);
    for (const Schema &part : m_parts)
        part.collectNamed(named);
}

QString Schema::words() const
{
    QStringList parts;
    switch (m_kind) {
    case Kind::Constant:
        return QString::fromUtf8(JsonWriter().value(m_keywords.constFirst().second).take());
    case Kind::Object:
        for (const Member &member : m_members) {
            const QString content = member.schema.words();
            parts.append(member.name + (member.isRequired ? ""_L1 : "?"_L1)
                         + (content.isEmpty() ? content : u": "_s + content));
        }
        return u'{' + parts.join(", "_L1) + u'}';
    case Kind::Map: {
        const QString content = m_parts.front().words();
        return u'{' + (content.isEmpty() ? u"…"_s : u"…: "_s + content) + u'}';
    }
    case Kind::List:
        return u'[' + m_parts.front().words() + u']';
    case Kind::Encoded:
        return m_parts.front().words();
    case Kind::Either:
        for (const Schema &part : m_parts)
            parts.append(part.words());
        return parts.join(" or "_L1);
    case Kind::Any:
    case Kind::Text:
    case Kind::Number:
    case Kind::Integer:
    case Kind::Choice:
        break;
    }
    return {};
}

Member optional(QLatin1String name, const Schema &schema)
{
    return {name, schema, false};
}

namespace schema {

using Kind = Schema::Kind;

Schema any(const QString &description)
{
    return Schema(Kind::Any, description, {}, {});
}

Schema text(const QString &description)
{
    return Schema(Kind::Text, description, {}, {});
}

Schema uuid(const QString &description)
{
    return text(description).with("format"_L1, u"uuid"_s);
}

Schema time(const QString &description)
{
    return text(description).with("format"_L1, u"date-time"_s);
}

Schema number(const QString &description)
{
    return Schema(Kind::Number, description, {}, {});
}

Schema integer(const QString &description)
{
    return Schema(Kind::Integer, description, {}, {});
}

Schema constant(const QJsonValue &value)
{
    return Schema(Kind::Constant, {}, {}, {}).with("const"_L1, value);
}

Schema choice(const QStringList &names, const QString &description)
{
    return Schema(Kind::Choice, description, {}, {}).with("enum"_L1, QJsonArray::fromStringList(names));
}

Schema object(const std::vector<Member> &members, const QString &description)
{
    return Schema(Kind::Object, description, members, {});
}

Schema map(const Schema &value, const QString &description)
{
    return Schema(Kind::Map, description, {}, {value});
}

Schema list(const Schema &item, const QString &description)
{
    return Schema(Kind::List, description, {}, {item});
}

Schema encoded(const Schema &content)
{
    return Schema(Kind::Encoded, {}, {}, {content}).with("contentMediaType"_L1, u"application/json"_s);
}

Schema either(const std::vector<Schema> &choices)
{
    return Schema(Kind::Either, {}, {}, choices);
}

} // namespace schema

} // namespace signalbox::dialects
