// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/json/jsonwriter.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <map>
#include <utility>
#include <vector>

namespace signalbox::dialects {

struct Member;

// What a JSON value on a wire may be: a JSON Schema (draft 7, as AsyncAPI has it) for programs, a few words for people.
// Made by the functions below, which read like the value itself. A value; pure.
class Schema
{
public:
    enum class Kind : quint8 { Any, Text, Number, Integer, Constant, Choice, Object, Map, List, Encoded, Either };

    Schema(Kind kind, const QString &description, const std::vector<Member> &members, const std::vector<Schema> &parts);

    // With one more keyword of JSON Schema, as "maxLength". What it is given stands after those of the kind.
    Schema with(QLatin1String keyword, const QJsonValue &value) const;
    // Or null. Of Text, Number, Integer and Map.
    Schema orNull() const;
    // Written once, as #/components/schemas/<name>, and referred to wherever it stands.
    Schema named(const QString &name) const;

    void write(JsonWriter &json) const;
    void writeInPlace(JsonWriter &json) const; // in full, also one with a name
    // Adds those with a name that this one is made of, itself included.
    void collectNamed(std::map<QString, Schema> &named) const;

    // The members of an object with a ? behind what may be missing, as {id, error?, nodes: [{id, kind}]}. A constant is
    // shown, of other plain values nothing is.
    QString words() const;

private:
    QStringList types() const;

    Kind m_kind;
    bool m_isNullable = false;
    QString m_name;
    QString m_description;
    QList<std::pair<QLatin1String, QJsonValue>> m_keywords;
    std::vector<Member> m_members; // of an object, in the order of the wire
    std::vector<Schema> m_parts;   // of a map, a list and an encoded value one, of either several
};

struct Member
{
    QLatin1String name;
    Schema schema;
    bool isRequired = true;
};

// A member that may be missing.
Member optional(QLatin1String name, const Schema &schema);

// description is for people and may be empty.
namespace schema {

Schema any(const QString &description = {});
Schema text(const QString &description = {});
Schema uuid(const QString &description = {});
Schema time(const QString &description = {}); // ISO 8601 in UTC
Schema number(const QString &description = {});
Schema integer(const QString &description = {});
Schema constant(const QJsonValue &value);
Schema choice(const QStringList &names, const QString &description = {});
Schema object(const std::vector<Member> &members, const QString &description = {});
Schema map(const Schema &value, const QString &description = {}); // an object with any names
Schema list(const Schema &item, const QString &description = {});
Schema encoded(const Schema &content); // a text that holds JSON
Schema either(const std::vector<Schema> &choices);

} // namespace schema

} // namespace signalbox::dialects
