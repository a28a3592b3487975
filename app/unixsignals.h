// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace signalbox::app {

// Turns SIGINT, SIGTERM and SIGHUP into Qt signals on the main thread. Create it before any other thread starts, so that
// all of them inherit the blocked mask. Owned by main().
class UnixSignals : public QObject
{
    Q_OBJECT

public:
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
