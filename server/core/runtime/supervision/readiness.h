// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"
#include "server/core/config/config.h"
#include "server/core/runtime/logs/logbook.h"

#include <QObject>

namespace signalbox::core {

// Finds out when one run of a component can do its work: ready = { log | tcp | after } of interface.md.
// Server thread; owned by ManagedComponent, one per run.
class ReadinessProbe : public QObject
{
    Q_OBJECT

public:
    static constexpr Milliseconds tcpPause{100}; // between two attempts to connect

    // Before the process is started: nothing it prints is missed.
    ReadinessProbe(const QString &componentId, const Readiness &readiness, LogBook &logs, Clock &clock);
    ~ReadinessProbe() override;

    void processStarted();

    // What is missing, for people: "no line with 'ready' was printed".
    QString description() const;

Q_SIGNALS:
    void becameReady();

private:
    void tryConnect(int port);

    QString m_componentId;
    Readiness m_readiness;
    LogBook &m_logs;
    Clock &m_clock;
};

} // namespace signalbox::core
