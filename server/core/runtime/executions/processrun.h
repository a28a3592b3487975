// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/runtime/executions/engineparts.h"
#include "server/core/runtime/executions/outputtap.h"
#include "server/core/runtime/executions/processoutput.h"

namespace signalbox::core {

// Carries out one process call: passes input to the process, output to taps and file, and records the result.
// Server thread; owned by Engine.
class ProcessRun final : public LiveExecution
{
    Q_OBJECT

public:
    ProcessRun(EngineParts &parts, QString id, Plan plan, Command cause, ProcessDefinition definition);

    void begin() override;
    void end(const Ending &ending) override;

    Result<void> write(const QByteArray &bytes);
    void closeInput();
    qint64 pendingInputBytes() const { return m_task ? m_task->pendingInputBytes() : 0; }
    void addTap(OutputTap *tap);
    qint64 storedFrom() const { return m_output.start(); }

Q_SIGNALS:
    void inputWritten(qint64 pendingBytes);

private:
    void receive(const QByteArray &bytes);
    void keepOutput();
    void updatePause();
    void taskEnded(const TaskEnd &end);
    void joinOutput(const Execution &done);
    void finish(const Execution &done);
    void save(const Execution &done);
    QJsonValue result(const TaskEnd &end) const;

    ProcessDefinition m_definition;
    RunningTaskPointer m_task;
    ProcessOutput m_output;
    QList<QPointer<OutputTap>> m_taps;
};

} // namespace signalbox::core
