// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/result.h"
#include "server/model/time.h"

#include <QMap>
#include <QObject>
#include <QStringList>

#include <memory>
#include <optional>

namespace signalbox::core {

// One command to run, wherever that is.
struct TaskSpec
{
    QStringList command;
    QMap<QString, QString> environment; // added to the server's
    QStringList secrets{};              // names of [secrets], added likewise and masked in the output
    QString workingDirectory;

    // Standard input: a stream (write()), or these files one after another; none: empty.
    bool streamed = false;
    QStringList inputFiles;
    // Standard output and error: joined in one stream (output()) when streamed, else these files. The error file
    // exists only when something was printed, and keeps the first 1 MiB and the last 64 KiB of it. Beside them the order of
    // both (core/outputfiles.h).
    QString outputFile;
    QString errorFile;
    QString orderFile;
    // Of files: lines "::progress 75.0 text" are taken out of the output and come as progressed().
    bool tellsProgress = false;
    qint64 outputLimit = 0; // bytes; beyond, the task is stopped and fails. 0: none

    Milliseconds stopTimeout{2'000}; // from TERM to KILL (docs/model.md, "Processes")
    Milliseconds timeout{0};         // 0: none
};

// How a task's command ended. An empty error is success.
struct TaskEnd
{
    std::optional<int> exitCode; // none: killed by a signal, or never started
    // "exit status 3", "signal: killed", why it did not start, the limit it exceeded; where output goes into files with the
    // line that explains it.
    Reason error;
    bool stopped = false; // stop() was called before it ended
    QString words{};      // of a streamed task that failed: the line that explains it
};

// One command that was started. Server thread; owned by the caller of Runner::start(); destroying it kills the command.
class RunningTask : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void stop() = 0; // TERM to all its processes, KILL after the stop timeout; ended() follows

    // Streamed tasks only; possible at once, the bytes wait until the command reads them.
    // Conflict: the input is closed; Capacity: too much is waiting.
    virtual Result<void> write(const QByteArray &bytes) = 0;
    virtual void closeInput() = 0;
    virtual qint64 pendingInputBytes() const = 0;
    virtual void setOutputPaused(bool paused) = 0; // the command blocks once its pipe is full

Q_SIGNALS:
    void output(const QByteArray &bytes);
    void inputWritten(qint64 pendingBytes);
    // How far it is, 0…100, never less than before, and the newest text for people, which may be empty. At most ten a
    // second, and the last one always.
    void progressed(double percent, const QString &text);
    void ended(const signalbox::core::TaskEnd &end); // last; all output was delivered, no process of it is left
};

// Where tasks run: LocalRunner is this machine, a cluster engine may follow. Unaware of executions. Server thread.
class Runner
{
public:
    virtual ~Runner() = default;

    // Never fails itself: every error comes with ended(), and never before this returns.
    virtual std::unique_ptr<RunningTask> start(const TaskSpec &spec) = 0;
};

// Deletes a RunningTask later, as it may be the one whose signal is being handled.
struct DeleteLater
{
    void operator()(QObject *object) const { object->deleteLater(); }
};
using RunningTaskPointer = std::unique_ptr<RunningTask, DeleteLater>;

} // namespace signalbox::core
