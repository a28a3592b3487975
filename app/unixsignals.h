// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace signalbox::app {

// Turns SIGINT, SIGTERM and SIGHUP into Qt signals on the main thread. Owned by main().
class UnixSignals : public QObject
{
    Q_OBJECT

public:
    // Before anything else starts a thread, as QApplication does on a real desktop: a thread that does not hold them back would
    // end the program with the first. What arrives before the object is there waits for it.
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
