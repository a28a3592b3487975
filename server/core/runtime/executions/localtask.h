// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"
#include "server/core/outputfiles.h"
#include "server/core/runtime/executions/inputfeeder.h"
#include "server/core/runtime/executions/runner.h"
#include "server/core/runtime/logs/lastwords.h"
#include "server/core/runtime/process/guardedprocess.h"

#include <QFile>

namespace signalbox::core {

// A task as one guarded process: feeds its input, watches its limits, puts its end into words.
// Server thread; owned by the caller of LocalRunner::start().
class LocalTask final : public RunningTask
{
    Q_OBJECT

public:
    LocalTask(Clock &clock, const TaskSpec &spec, Guards &guards, SecretSource *secrets = nullptr);

    void stop() override;
    Result<void> write(const QByteArray &bytes) override { return m_process.write(bytes); }
    void closeInput() override { m_process.closeInput(); }
    qint64 pendingInputBytes() const override { return m_process.pendingInputBytes(); }
    void setOutputPaused(bool paused) override;

private:
    void keepError(const QByteArray &bytes);
    void keepGathered();
    void writeError(const QByteArray &bytes);
    void keepEndOfErrors();
    Explanation explain();
    void watchLimits();
    void watchFiles();
    void giveUp(const Reason &reason);
    void finish(const ExitStatus &status);
    Reason describe(const ExitStatus &status);

    Clock &m_clock;
    TaskSpec m_spec;
    GuardedProcess m_process;
    std::unique_ptr<InputFeeder> m_feeder;
    QFile m_errorFile;
    qint64 m_errorBytes = 0;
    QByteArray m_gathered;    // errors of the last moment, which are not in the file yet
    QByteArray m_endOfErrors; // that are beyond what the file has
    OutputOrder m_order;
    LastWords m_words;
    Reason m_givenUp; // the limit that ended it, for people; empty: none
    bool m_stopped = false;
    bool m_over = false;
};

} // namespace signalbox::core
