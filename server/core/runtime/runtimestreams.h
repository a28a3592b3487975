// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/livestreams.h"

namespace signalbox::core {

class Engine;
class FrameTap;
class LogBook;

// The streams of the executions that the Engine carries out, of the logs in the LogBook and of the clients in the
// FrameTap. Server thread; owned by Server.
class RuntimeStreams final : public LiveStreams
{
    Q_OBJECT

public:
    // All outlive this.
    RuntimeStreams(Engine &engine, LogBook &logs, FrameTap &frames);

    Result<void> write(const QString &executionId, const QByteArray &bytes) override;
    Result<void> closeInput(const QString &executionId) override;
    qint64 pendingInputBytes(const QString &executionId) const override;
    Follow followOutput(const QString &executionId, ReceiveBytes receive) override;
    qint64 storedFrom(const QString &executionId) const override;
    Follow followLog(const QString &componentId, ReceiveLines receive) override;
    Follow followFrames(const QString &clientId, ReceiveFrames receive) override;

private:
    Engine &m_engine;
    LogBook &m_logs;
    FrameTap &m_frames;
};

} // namespace signalbox::core
