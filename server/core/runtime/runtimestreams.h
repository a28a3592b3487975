// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/livestreams.h"
#include "server/core/runtime/executions/engine.h"
#include "server/core/runtime/logs/logbook.h"

namespace signalbox::core {

// The streams of the calls that the Engine carries out and of the logs in the LogBook. Server thread; owned by Server.
class RuntimeStreams final : public LiveStreams
{
    Q_OBJECT

public:
    // Both outlive this.
    RuntimeStreams(Engine &engine, LogBook &logs);

    Result<void> write(const QString &executionId, const QByteArray &bytes) override;
    Result<void> closeInput(const QString &executionId) override;
    qint64 pendingInputBytes(const QString &executionId) const override;
    std::unique_ptr<OutputHandle> tap(const QString &executionId, QObject *context, Receive receive) override;
    void followLog(const QString &componentId) override;
    void unfollowLog(const QString &componentId) override;

private:
    Engine &m_engine;
    LogBook &m_logs;
};

} // namespace signalbox::core
