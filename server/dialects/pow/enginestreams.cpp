// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/pow/enginestreams.h"

namespace signalbox::pow {

namespace {

class Handle final : public OutputHandle
{
public:
    explicit Handle(std::unique_ptr<core::OutputTap> tap) : m_tap(std::move(tap)) {}
    void setPaused(bool paused) override { m_tap->setPaused(paused); }

private:
    std::unique_ptr<core::OutputTap> m_tap;
};

} // namespace

EngineStreams::EngineStreams(core::Engine &engine) : m_engine(engine)
{
    connect(&engine, &core::Engine::inputWritten, this, &ProcessStreams::inputWritten);
}

Result<void> EngineStreams::write(const QString &executionId, const QByteArray &bytes)
{
    return m_engine.writeInput(executionId, bytes);
}

Result<void> EngineStreams::closeInput(const QString &executionId)
{
    return m_engine.closeInput(executionId);
}

qint64 EngineStreams::pendingInputBytes(const QString &executionId) const
{
    return m_engine.pendingInputBytes(executionId);
}

std::unique_ptr<OutputHandle> EngineStreams::tap(const QString &executionId, QObject *context, Receive receive)
{
    auto tap = m_engine.tapOutput(executionId, context, std::move(receive));
    if (!tap)
        return nullptr;
    return std::make_unique<Handle>(std::move(tap));
}

} // namespace signalbox::pow
