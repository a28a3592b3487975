// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/frametap.h"

namespace signalbox::core {

FrameTap::FrameTap(Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_followers([this](const QString &clientId, bool followed) { Q_EMIT followedChanged(clientId, followed); })
{
}

Follow FrameTap::follow(const QString &clientId, Followers<ClientFrame>::Receive receive)
{
    return m_followers.add(clientId, std::move(receive));
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
        m_followers.deliver(client.key(), client->frames, client->leftOut);
}

} // namespace signalbox::core
