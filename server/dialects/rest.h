// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/requesthead.h"
#include "server/model/result.h"
#include "server/model/user.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <functional>
#include <utility>

class QObject;

namespace signalbox::dialects {

struct RestRequest
{
    RequestHead head;
    QHash<QString, QString> captures; // {id} of the route's pattern, percent-decoded
    QByteArray body;                  // at most body_bytes
    Actor actor;
    QObject *peer = nullptr; // lives as long as an answer reaches the peer: the context of what is asked for it
};

struct RestResponse
{
    int status = 200;
    QByteArray contentType = "application/json";
    QByteArray body;
    QList<std::pair<QByteArray, QByteArray>> headers;

    static RestResponse json(int status, const QByteArray &body) { return {status, "application/json", body, {}}; }
    static RestResponse text(int status, const QByteArray &body)
    {
        return {status, "text/plain; charset=utf-8", body, {}};
    }
    // For what is refused because too much waits or runs just now: says that it is worth to ask again.
    RestResponse &&laterIf(const Error &error) &&
    {
        if (error.code == ErrorCode::Capacity)
            headers.append(std::pair<QByteArray, QByteArray>("Retry-After", "1"));
        return std::move(*this);
    }
};

// To be called exactly once, now or later, on the server thread. Harmless after the peer has gone.
using Respond = std::function<void(RestResponse)>;

struct RestRoute
{
    QByteArray method; // "GET" also serves HEAD
    QString pattern;   // "/api/components/{id}/start"; {name} matches one segment, {name...} the rest
    std::function<void(const RestRequest &, Respond)> handle;
    Role least = Role::Viewer; // checked before handle; the dialect spells the refusal in restError()
};

} // namespace signalbox::dialects
