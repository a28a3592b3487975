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

namespace signalbox::dialects {

struct RestRequest
{
    RequestHead head;
    QHash<QString, QString> captures; // {id} of the route's pattern, percent-decoded
    QByteArray body;                  // at most body_bytes
    Actor actor;
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
