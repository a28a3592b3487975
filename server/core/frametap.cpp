// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/frametap.h"

namespace signalbox::core {

FrameTap::FrameTap(Clock &clock, QObject *parent) : QObject(parent), m_clock(clock)
{
}

void FrameTap::follow(const QString &clientId)
{
    if (++m_followers[clientId] == 1)
        Q_EMIT followedChanged(clientId, true);
}

void FrameTap::unfollow(const QString &clientId)
{
    const auto followers = m_followers.find(clientId);
    if (followers == m_followers.end() || --*followers > 0)
        return;
    m_followers.erase(followers);
    Q_EMIT followedChanged(clientId, false);
}

void FrameTap::add(const QString &clientId, const ClientFrame &frame)
{
    if (!m_followers.contains(clientId))
        return;
    if (m_waiting.isEmpty())
        m_clock.after(batchEvery, this, [this] { hand(); });
    Waiting &waiting = m_waiting[clientId];
    waiting.frames.append(frame);
    if (waiting.frames.size() > batchLimit) {
        waiting.frames.removeFirst();
        ++waiting.leftOut;
    }
}

void FrameTap::hand()
{
    const QHash<QString, Waiting> waiting = std::exchange(m_waiting, {});
    for (auto client = waiting.cbegin(); client != waiting.cend(); ++client)
        Q_EMIT framesAdded(client.key(), client->frames, client->leftOut);
}

} // namespace signalbox::core
