// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/runtimestreams.h"

namespace signalbox::core {

namespace {

class Handle final : public OutputHandle
{
public:
    explicit Handle(std::unique_ptr<OutputTap> tap) : m_tap(std::move(tap)) {}
    void setPaused(bool paused) override { m_tap->setPaused(paused); }

private:
    std::unique_ptr<OutputTap> m_tap;
};

} // namespace

RuntimeStreams::RuntimeStreams(Engine &engine, LogBook &logs) : m_engine(engine), m_logs(logs)
{
    connect(&engine, &Engine::inputWritten, this, &LiveStreams::inputWritten);
    connect(&logs, &LogBook::linesAdded, this, &LiveStreams::logLinesAdded);
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

std::unique_ptr<OutputHandle> RuntimeStreams::tap(const QString &executionId, QObject *context, Receive receive)
{
    auto tap = m_engine.tapOutput(executionId, context, std::move(receive));
    if (!tap)
        return nullptr;
    return std::make_unique<Handle>(std::move(tap));
}

void RuntimeStreams::followLog(const QString &componentId)
{
    m_logs.follow(componentId);
}

void RuntimeStreams::unfollowLog(const QString &componentId)
{
    m_logs.unfollow(componentId);
}

} // namespace signalbox::core
