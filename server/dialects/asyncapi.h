// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/hub.h"
#include "server/dialects/rest.h"
#include "server/dialects/schema.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <utility>

// A wire as an AsyncAPI 3 document: what openapi.json is to REST. A dialect describes itself by an AsyncApi that it
// makes of its message table.
namespace signalbox::dialects {

enum class Sender : quint8 { Client, Server };

// A message of the wire: a row of the message table, or one side of a row.
struct ApiMessage
{
    QString key;  // in the document: documentKey() of a name that is unique there
    QString name; // on the wire
    QString title;
    QString description;
    Sender from = Sender::Server;
    Schema payload;
    QStringList answerTo{};     // keys of what it may answer
    bool isAlsoUnasked = false; // it is sent without that, too
    QString frame{};            // "text" or "binary", where the wire has both; then text is no JSON
};

// A path at which the wire is spoken. {name} in the address is a parameter.
struct ApiChannel
{
    QString key;
    QString address;
    QString description;
    QList<std::pair<QString, QString>> parameters{}; // name, description
};

// How a client says who it is.
enum class Credentials : quint8 {
    Password,         // ?username= and ?password=
    Token,            // ?token= or Bearer, a JWT
    TokenOrAnonymous, // the same, where the listener's anonymous role may not look
};

struct AsyncApi
{
    QString title;
    QString description;
    Credentials credentials = Credentials::Token;
    QString subprotocol{}; // that a client must offer
    QList<ApiChannel> channels;
    QList<ApiMessage> messages; // all of them in every channel
};

// "instance:status_changed" is instanceStatusChanged, "Login OK" is loginOK.
QString documentKey(const QString &name);

// The document as JSON. head: of the request for it; its host becomes the document's server.
QByteArray asyncApiDocument(const AsyncApi &api, const RequestHead &head, const QString &version);

// Serves the document at path to everybody, as ApiPages does openapi.json. describe is asked for each request; hub
// outlives the route.
RestRoute asyncApiRoute(const QString &path, AsyncApi (*describe)(), const core::Hub &hub);

} // namespace signalbox::dialects
