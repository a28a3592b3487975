// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"
#include "server/core/follow.h"
#include "server/model/clientframe.h"

#include <QHash>
#include <QObject>

namespace signalbox::core {

// Passes the frames of watched clients from the Gateway to the links that follow them, in batches. Costs nothing while
// no client is followed. Server thread; owned by Server.
class FrameTap : public QObject
{
    Q_OBJECT

public:
    static constexpr Milliseconds batchEvery{100};
    static constexpr int batchLimit = 500; // newest frames of one client per batch

    explicit FrameTap(Clock &clock, QObject *parent = nullptr); // clock outlives it

    // leftOut: frames that were dropped because more than batchLimit came.
    Follow follow(const QString &clientId, Followers<ClientFrame>::Receive receive);
    bool isFollowed(const QString &clientId) const { return m_followers.contains(clientId); }

    // Ignored unless the client is followed.
    void add(const QString &clientId, const ClientFrame &frame);

Q_SIGNALS:
    void followedChanged(const QString &clientId, bool followed);

private:
    struct Waiting
    {
        QList<ClientFrame> frames;
        qint64 leftOut = 0;
    };

    void hand();

    Clock &m_clock;
    Followers<ClientFrame> m_followers;
    QHash<QString, Waiting> m_waiting;
};

} // namespace signalbox::core
