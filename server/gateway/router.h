// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/dialect.h"

#include <QList>

namespace signalbox::gateway {

// The one of a listener's dialects that this upgrade is addressed to, or nullptr. Of those that match it: one whose
// subprotocol is offered, else one that goes by the path alone, else the others; of equals the one listed first. Pure.
dialects::Dialect *matchDialect(const QList<dialects::Dialect *> &listenerDialects, const dialects::RequestHead &head);

// Finds the route of a request. A literal segment beats {name}, which beats {name...}; of equals the one
// added first wins. Server thread; owned by its Listener.
class Router
{
public:
    void add(const dialects::RestRoute &route, dialects::Dialect *owner);

    struct Match
    {
        const dialects::RestRoute *route = nullptr; // nullptr: unknown path, or wrong method if allow is set
        dialects::Dialect *owner = nullptr;         // nullptr: a common route
        QHash<QString, QString> captures;
        QByteArray allow; // methods of this path, "GET, HEAD, POST"
    };
    Match match(const QByteArray &method, const QString &path) const;

private:
    struct Entry
    {
        dialects::RestRoute route;
        dialects::Dialect *owner = nullptr;
        QStringList segments;
        QByteArray rank; // per segment '0' literal, '1' {name}, '2' {name...}: smaller is more specific
    };

    QList<Entry> m_entries;
};

} // namespace signalbox::gateway
