// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"
#include "server/core/config/config.h"
#include "server/core/runtime/logs/logbook.h"

#include <QObject>

namespace signalbox::core {

// Finds out when one run of a component can do its work: [[component]] ready = { log | tcp | after }.
// Server thread; owned by ManagedComponent, one per run.
class ReadinessProbe : public QObject
{
    Q_OBJECT

public:
    static constexpr Milliseconds tcpPause{100}; // between two attempts to connect

    // To be made before the process is started, so that nothing it prints is missed.
    ReadinessProbe(const QString &componentId, const Readiness &readiness, LogBook &logs, Clock &clock);
    ~ReadinessProbe() override;

    void processStarted();

    // Why the component is not ready, for people: "no line with 'ready' was printed".
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
