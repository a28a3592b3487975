// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/airavata/codes.h"

using namespace Qt::StringLiterals;

namespace signalbox::airavata {

std::optional<Type> clientType(const QString &name)
{
    for (const Row &row : messageTable) {
        if (row.direction == Direction::Both && name == QStringView(row.name))
            return row.type;
    }
    return std::nullopt;
}

namespace {

using namespace dialects;

bool isSystem(const Row &row)
{
    return QStringView(row.prefix) == u"system";
}

QString idOf(const Row &row)
{
    return u"%1_%2<ns>"_s.arg(QString::fromUtf16(row.prefix), isSystem(row) ? QString() : u"<id>_"_s);
}

// What an event is about: exp_… are of experiments.
QString subjectOf(const Row &row)
{
    const QString prefix = QString::fromUtf16(row.prefix);
    return prefix == "exp"_L1 ? u"experiment"_s : prefix;
}

QString dataOf(const Row &row)
{
    return row.data ? u"`%1`"_s.arg(row.data().words()) : u"–"_s;
}

// The key of the row's message from this side: of two the client's says so.
QString keyOf(const Row &row, Sender from)
{
    const QString name = QString::fromUtf16(row.name);
    return documentKey(from == Sender::Client ? "client "_L1 + name : name);
}

// Of a client, id and timestamp are not looked at.
Schema frameOf(const Row &row, Sender from)
{
    using namespace schema;
    const bool isServer = from == Sender::Server;
    const auto data = isServer ? row.data : row.request;
    std::vector<Member> members{{"type"_L1, constant(QString::fromUtf16(row.name))},
                                {"id"_L1, text(isServer ? idOf(row) : QString()), isServer},
                                {"timestamp"_L1, time(), isServer}};
    if (data)
        members.push_back({"data"_L1, data(), isServer});
    if (row.type == Type::Error)
        members.push_back({"error"_L1, text()});
    if (!isSystem(row)) {
        members.push_back(optional("resourceType"_L1, constant(subjectOf(row))));
        members.push_back(optional("resourceId"_L1, text(u"the one that the event is about"_s)));
    }
    return object(members);
}

ApiMessage messageOf(const Row &row, Sender from)
{
    const QString name = QString::fromUtf16(row.name);
    const Sender other = from == Sender::Client ? Sender::Server : Sender::Client;
    ApiMessage message{keyOf(row, from), name, {}, QString::fromUtf16(row.description), from, frameOf(row, from)};
    if (row.answerTo && (from == Sender::Server || row.answerTo != row.type)) // a client that asks does not answer
        message.answerTo = {keyOf(rowOf(*row.answerTo), other)};
    message.isAlsoUnasked = row.type != Type::Pong;
    return message;
}

} // namespace

QString protocolTable()
{
    QString text = u"| Type | From | Id | Data | Description |\n|---|---|---|---|---|\n"_s;
    for (const Row &row : messageTable) {
        const QString from = row.direction == Direction::Both ? u"client, server"_s : u"server"_s;
        text += u"| `%1` | %2 | `%3` | %4 | %5 |\n"_s.arg(QString::fromUtf16(row.name), from, idOf(row), dataOf(row),
                                                          QString::fromUtf16(row.description));
    }
    return text;
}

AsyncApi asyncApi()
{
    const QString heard = u"Subscribes to its events; any other resource may be subscribed to, too."_s;
    AsyncApi api{u"Signalbox: experiments (Airavata)"_s,
                 u"Events of experiments, tasks and workers. REST: openapi.json beside this document."_s,
                 Credentials::Token,
                 {},
                 {{u"plain"_s, u"/ws"_s, u"Subscribes to nothing."_s},
                  {u"user"_s, u"/ws/user"_s, u"Subscribes to what concerns the token's user."_s},
                  {u"experiment"_s, u"/ws/experiments/{id}"_s, heard, {{u"id"_s, u"of the experiment"_s}}},
                  {u"task"_s, u"/ws/tasks/{id}"_s, heard, {{u"id"_s, u"of the task"_s}}},
                  {u"project"_s, u"/ws/projects/{id}"_s, heard, {{u"id"_s, u"of the project"_s}}}},
                 {}};
    for (const Row &row : messageTable) {
        api.messages.append(messageOf(row, Sender::Server));
        if (row.direction == Direction::Both)
            api.messages.append(messageOf(row, Sender::Client));
    }
    return api;
}

} // namespace signalbox::airavata
