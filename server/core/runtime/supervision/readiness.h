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
    static constexpr Milliseconds tcpPause{100};       // between two attempts to connect
    static constexpr Milliseconds strangerPause{1000}; // while another program holds the port

    // To be made before the process is started, so that nothing it prints is missed.
    ReadinessProbe(const QString &componentId, const ProbeConfig &readiness, LogBook &logs, Clock &clock);
    ~ReadinessProbe() override;

    // treeRoot: of the component's processes. A port that answers makes it ready only if one of these listens there.
    void processStarted(qint64 treeRoot);

    // Why the component is not ready, for people: "no line with 'ready' was printed".
    QString description() const;

Q_SIGNALS:
    void becameReady();

private:
    void tryConnect(int port, bool overV6 = false);
    void answered(int port);

    QString m_componentId;
    ProbeConfig m_readiness;
    LogBook &m_logs;
    Clock &m_clock;
    qint64 m_treeRoot = 0;
    QString m_stranger; // that holds the port, for people
};

} // namespace signalbox::core
