// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/time.h"
#include "server/model/user.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace signalbox {

struct ListenerInfo
{
    QString address;
    int port = 0; // the real one, also when 0 was asked for
    QStringList dialects;
    bool tls = false;

    friend bool operator==(const ListenerInfo &, const ListenerInfo &) = default;
};

// Facts about the server itself: version, settings, listeners, users.
struct ServerInfo
{
    QString version;
    QString host;
    Timestamp startedAt{};
    Milliseconds tick{2000}; // status cadence: broadcast, sampler and charts
    int workers = 0;
    int capacity = 0;
    QString configurationFile; // empty: the built-in example
    QString dataDirectory;
    QStringList dialects; // that this program speaks
    QList<ListenerInfo> listeners;
    QList<User> users;
    QList<std::pair<QString, QString>> limits; // name, value: for people

    friend bool operator==(const ServerInfo &, const ServerInfo &) = default;
};

} // namespace signalbox
