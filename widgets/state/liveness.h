// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/replica.h"

#include <QElapsedTimer>
#include <QTimer>

namespace signalbox::widgets {

// Knows whether what the window shows is still true, and what time it is for the server.
// GUI thread; owned by MainWindow.
class Liveness final : public QObject
{
    Q_OBJECT

public:
    explicit Liveness(const Replica &replica, QObject *parent = nullptr);

    // Not connected, or no tick for 1.75 times the tick, so that a server that hangs shows within two (docs/console.md).
    bool isStale() const { return m_stale; }
    // Since the last tick arrived; nothing before the first.
    std::optional<Milliseconds> tickAge() const;
    // The server's clock as its last Change told it, moved on since; stands still while stale. It goes on by whole seconds, just
    // before secondPassed(), so that whatever tells how long something lasts says the same.
    Timestamp serverNow() const { return m_now; }

Q_SIGNALS:
    void staleChanged(bool stale);
    void secondPassed(); // for uptimes and ages that count on between ticks

private:
    void hear(Timestamp time);
    void ticked(Timestamp time);
    void update();
    Milliseconds patience() const;
    void readClock();

    const Replica &m_replica;
    QTimer m_deadline;
    QTimer m_second;
    QElapsedTimer m_sinceTick;
    QElapsedTimer m_sinceTime;
    Timestamp m_time{};
    Timestamp m_now{};
    bool m_stale = true;
};

} // namespace signalbox::widgets
