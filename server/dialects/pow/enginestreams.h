// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/runtime/executions/engine.h"
#include "server/dialects/pow/processstreams.h"

namespace signalbox::pow {

// The streams of calls that the runtime's engine carries out. Server thread; owned by Server.
class EngineStreams final : public ProcessStreams
{
    Q_OBJECT

public:
    explicit EngineStreams(core::Engine &engine);

    Result<void> write(const QString &executionId, const QByteArray &bytes) override;
    Result<void> closeInput(const QString &executionId) override;
    qint64 pendingInputBytes(const QString &executionId) const override;
    std::unique_ptr<OutputHandle> tap(const QString &executionId, QObject *context, Receive receive) override;

private:
    core::Engine &m_engine;
};

} // namespace signalbox::pow
