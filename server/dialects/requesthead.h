// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/auth/authenticator.h"
#include "server/model/user.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>

namespace signalbox::dialects {

// The head of an HTTP request or upgrade, as checked by the gateway. Names of headers are lower case, values as sent.
struct RequestHead
{
    QByteArray method = "GET";
    QString path;                             // percent-decoded, without the query
    QList<std::pair<QString, QString>> query; // decoded, in order
    QList<std::pair<QByteArray, QByteArray>> headers;
    QStringList subprotocols; // offered, in order; empty unless an upgrade
    bool isUpgrade = false;
    bool secure = false;
    QString address;                 // of the client, without port; of a proxy's client when the proxy is trusted
    core::PeerUser user;             // none where a proxy brings the request
    QString place;                   // core::placeOf() them
    Role anonymousRole = Role::None; // what the client may do without credentials

    // The first value of that name.
    std::optional<QString> queryValue(const QString &name) const;
    QByteArray header(const QByteArray &lowerCaseName) const;
    // ?token= or Authorization: Bearer; empty when there is neither.
    QByteArray token() const;
    core::LoginOrigin origin() const { return {address, user, place}; }
};

} // namespace signalbox::dialects
