// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

#include <functional>

namespace signalbox::core {

// One receiver of an execution's live output. Everything is delivered before the execution's final Change.
// Server thread; owned by the receiver, which destroys it to stop (a paused process then goes on).
class OutputTap : public QObject
{
    Q_OBJECT

public:
    using Receive = std::function<void(const QByteArray &bytes)>;

    OutputTap(QObject *context, Receive receive) : m_context(context), m_receive(std::move(receive)) {}

    // Process calls: the process blocks on its pipe while any tap is paused; nothing is lost. Tasks of pipelines
    // and experiments run on, and a tap that is more than 1 MiB behind misses the bytes before that.
    void setPaused(bool paused)
    {
        if (std::exchange(m_paused, paused) != paused)
            Q_EMIT pausedChanged();
    }
    bool isPaused() const { return m_paused && m_context; }

    void deliver(const QByteArray &bytes)
    {
        if (m_context)
            m_receive(bytes);
    }

Q_SIGNALS:
    void pausedChanged();

private:
    QPointer<QObject> m_context;
    Receive m_receive;
    bool m_paused = false;
};

} // namespace signalbox::core
