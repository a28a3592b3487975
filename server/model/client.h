// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/time.h"

#include <QString>
#include <QStringList>

namespace signalbox {

// Counters of one connection since it opened.
struct ClientFigures
{
    qint64 messagesIn = 0;
    qint64 messagesOut = 0;
    qint64 bytesIn = 0;
    qint64 bytesOut = 0;
    qint64 backlogBytes = 0; // accepted for sending, not yet taken by the kernel

    friend bool operator==(const ClientFigures &, const ClientFigures &) = default;
};

// One connected WebSocket.
struct Client
{
    QString id;
    QString dialect;
    QString user;
    QString role;
    QString address; // host:port
    QString path;    // without the query: it may carry secrets
    Timestamp connectedAt{};
    QStringList subscriptions;
    QString lastError;
    ClientFigures figures;

    friend bool operator==(const Client &, const Client &) = default;
};

} // namespace signalbox
