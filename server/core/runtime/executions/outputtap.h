// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/livestreams.h"

namespace signalbox::core {

// One follower of an execution's live output (LiveStreams::followOutput). Server thread; owned by the receiver.
class OutputTap : public QObject, public Following
{
    Q_OBJECT

public:
    explicit OutputTap(LiveStreams::ReceiveBytes receiver) : receive(std::move(receiver)) {}

    void setPaused(bool paused) override
    {
        if (std::exchange(m_paused, paused) != paused)
            Q_EMIT pausedChanged();
    }
    bool isPaused() const { return m_paused; }

    const LiveStreams::ReceiveBytes receive;

Q_SIGNALS:
    void pausedChanged();

private:
    bool m_paused = false;
};

} // namespace signalbox::core
