// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace signalbox::app {

// Turns SIGINT, SIGTERM and SIGHUP into Qt signals on the main thread. Owned by runDesktop() or runHeadless().
class UnixSignals : public QObject
{
    Q_OBJECT

public:
    // Blocks the three signals in this thread and those it starts. Call it before any thread is started (QApplication
    // starts some on a real desktop): a thread that does not block them lets the first signal end the program. Signals
    // that arrive before a UnixSignals exists stay pending for it.
    static void hold();

    explicit UnixSignals(QObject *parent = nullptr);
    ~UnixSignals() override;

Q_SIGNALS:
    void stopRequested();       // the first SIGINT or SIGTERM
    void stopAtOnceRequested(); // the second one
    void reloadRequested();     // SIGHUP

private:
    void read();

    int m_descriptor = -1;
    bool m_stopSeen = false;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace signalbox::app
