// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/runtimestreams.h"

#include "server/core/frametap.h"
#include "server/core/runtime/executions/engine.h"
#include "server/core/runtime/logs/logbook.h"

namespace signalbox::core {

RuntimeStreams::RuntimeStreams(Engine &engine, LogBook &logs, FrameTap &frames)
    : m_engine(engine)
    , m_logs(logs)
    , m_frames(frames)
{
    connect(&engine, &Engine::inputWritten, this, &LiveStreams::inputWritten);
}

Result<void> RuntimeStreams::write(const QString &executionId, const QByteArray &bytes)
{
    return m_engine.writeInput(executionId, bytes);
}

Result<void> RuntimeStreams::closeInput(const QString &executionId)
{
    return m_engine.closeInput(executionId);
}

qint64 RuntimeStreams::pendingInputBytes(const QString &executionId) const
{
    return m_engine.pendingInputBytes(executionId);
}

Follow RuntimeStreams::followOutput(const QString &executionId, ReceiveBytes receive)
{
    return m_engine.followOutput(executionId, std::move(receive));
}

qint64 RuntimeStreams::storedFrom(const QString &executionId) const
{
    return m_engine.storedFrom(executionId);
}

Follow RuntimeStreams::followLog(const QString &componentId, ReceiveLines receive)
{
    return m_logs.follow(componentId, std::move(receive));
}

Follow RuntimeStreams::followFrames(const QString &clientId, ReceiveFrames receive)
{
    return m_frames.follow(clientId, std::move(receive));
}

} // namespace signalbox::core
