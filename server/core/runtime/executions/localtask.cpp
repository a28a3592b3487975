// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/executions/localtask.h"

#include "server/core/runtime/logs/logtext.h"
#include "server/core/runtime/process/regularfile.h"

#include <QFileInfo>
#include <QStorageInfo>

#include <cstring>
#include <fcntl.h>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

constexpr Milliseconds watchEvery{250};
constexpr qint64 errorFileBytes = 1024 * 1024;
constexpr qsizetype endOfErrorsBytes = 64 * 1024;
constexpr Milliseconds gatherFor{10};
constexpr qsizetype gatheredBytes = 64 * 1024;
constexpr qint64 fullDiskBytes = 1 << 20; // a disk with less than this counts as full

ProcessSpec processSpec(const TaskSpec &spec, Guards &guards, SecretSource *secrets)
{
    ProcessSpec process;
    process.program = spec.command.constFirst();
    process.arguments = spec.command.mid(1);
    process.workingDirectory = spec.workingDirectory;
    process.environment = spec.environment;
    process.stopTimeout = spec.stopTimeout;
    process.guards = &guards;
    process.secrets = spec.secrets;
    process.secretSource = secrets;
    if (spec.streamed) {
        process.error = StreamSpec::sameAsOutput();
        process.inputInPieces = true;
        return process;
    }
    process.input = StreamSpec::null();
    if (spec.inputFiles.size() == 1)
        process.input = StreamSpec::file(spec.inputFiles.constFirst());
    else if (spec.inputFiles.size() > 1)
        process.input = StreamSpec::pipe();
    process.output = StreamSpec::file(spec.outputFile);
    process.tellsProgress = spec.tellsProgress;
    return process;
}

} // namespace

LocalTask::LocalTask(Clock &clock, const TaskSpec &spec, Guards &guards, SecretSource *secrets)
    : m_clock(clock)
    , m_spec(spec)
    , m_order(spec.orderFile)
{
    connect(&m_process, &GuardedProcess::failedToStart, this, [this](const Error &error) {
        m_over = true;
        Q_EMIT ended({std::nullopt, m_givenUp.isEmpty() ? error.message : m_givenUp, m_stopped});
    });
    connect(&m_process, &GuardedProcess::exited, this, &LocalTask::finish);
    connect(&m_process, &GuardedProcess::output, this, &LocalTask::output);
    connect(&m_process, &GuardedProcess::errorOutput, this, &LocalTask::keepError);
    connect(&m_process, &GuardedProcess::progressed, this,
            [this](double percent, const QByteArray &text) { Q_EMIT progressed(percent, displayText(text)); });
    if (m_spec.streamed) {
        connect(&m_process, &GuardedProcess::output, this,
                [this](const QByteArray &bytes) { m_words.take(OutputChannel::Output, bytes); });
        connect(&m_process, &GuardedProcess::inputWritten, this, &LocalTask::inputWritten);
    } else if (m_spec.inputFiles.size() > 1) {
        m_feeder = std::make_unique<InputFeeder>(m_process, m_spec.inputFiles);
    }
    m_process.start(processSpec(m_spec, guards, secrets));
    watchLimits();
}

void LocalTask::keepError(const QByteArray &bytes)
{
    m_words.take(OutputChannel::Error, bytes);
    const bool isFirst = m_gathered.isEmpty();
    m_gathered += bytes;
    // Output that passes through the guard is a moment later in its file than errors are here.
    const bool isOutputLate = m_spec.tellsProgress || !m_spec.secrets.isEmpty();
    if (!isOutputLate || m_gathered.size() >= gatheredBytes)
        keepGathered();
    else if (isFirst)
        m_clock.after(gatherFor, this, [this] { keepGathered(); });
}

void LocalTask::keepGathered()
{
    const QByteArray bytes = std::exchange(m_gathered, {});
    // Opened only now: most commands print no errors, and a file costs more than all else the server does for a task.
    if (!m_errorFile.isOpen() && m_errorBytes == 0 && !bytes.isEmpty()) {
        m_errorFile.setFileName(m_spec.errorFile);
        (void)m_errorFile.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered,
                               QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    }
    const qint64 room = std::clamp(errorFileBytes - m_errorBytes, qint64(0), qint64(bytes.size()));
    m_errorBytes += bytes.size();
    writeError(bytes.first(room));
    if (room < bytes.size())
        m_endOfErrors = QByteArray(m_endOfErrors + bytes.sliced(room)).right(endOfErrorsBytes);
}

void LocalTask::writeError(const QByteArray &bytes)
{
    if (!m_errorFile.isOpen() || bytes.isEmpty())
        return;
    m_order.note(QFileInfo(m_spec.outputFile).size(), m_errorFile.pos() + bytes.size());
    m_errorFile.write(bytes);
}

// What a program says last says why it ended.
void LocalTask::keepEndOfErrors()
{
    if (m_endOfErrors.isEmpty())
        return;
    const qint64 leftOut = m_errorBytes - errorFileBytes - m_endOfErrors.size();
    if (leftOut > 0)
        writeError(u"\n[signalbox] %1 bytes are left out here\n"_s.arg(leftOut).toUtf8());
    writeError(m_endOfErrors);
}

void LocalTask::watchLimits()
{
    if (m_spec.timeout.count() > 0) {
        m_clock.after(m_spec.timeout, this, [this] {
            giveUp({Why::TimedOut, {Reason::number(std::chrono::duration<double>(m_spec.timeout).count())}});
        });
    }
    if (!m_spec.streamed && m_spec.outputLimit > 0)
        m_clock.after(watchEvery, this, [this] { watchFiles(); });
}

void LocalTask::watchFiles()
{
    if (m_over)
        return;
    for (const QString &path : {m_spec.outputFile, m_spec.errorFile}) {
        if (QFileInfo(path).size() > m_spec.outputLimit)
            return giveUp({Why::PrintedTooMuch, {Reason::number(m_spec.outputLimit)}});
    }
    m_clock.after(watchEvery, this, [this] { watchFiles(); });
}

void LocalTask::giveUp(const Reason &reason)
{
    if (m_over || m_stopped)
        return;
    m_givenUp = reason;
    m_process.stop(m_spec.stopTimeout);
}

void LocalTask::stop()
{
    m_stopped = true;
    m_process.stop(m_spec.stopTimeout);
}

void LocalTask::setOutputPaused(bool paused)
{
    m_process.setReadingPaused(OutputChannel::Output, paused);
}

void LocalTask::finish(const ExitStatus &status)
{
    m_over = true;
    keepGathered();
    keepEndOfErrors();
    TaskEnd end{std::nullopt, m_givenUp, m_stopped};
    if (status.signal == 0 && status.error.isEmpty())
        end.exitCode = status.exitCode;
    const bool isFailure = !m_givenUp.isEmpty() || !status.isSuccess();
    if (end.error.isEmpty() && isFailure)
        end.error = describe(status);
    if (isFailure && m_spec.streamed && !m_stopped)
        end.words = m_words.explain().text;
    Q_EMIT ended(end);
}

Explanation LocalTask::explain()
{
    const Result<Descriptor> file = openRegularFile(m_spec.outputFile, O_RDONLY, Links::Refused);
    if (QFile output; file && output.open(file->number(), QIODevice::ReadOnly)) {
        output.seek(std::max<qint64>(0, output.size() - LastWords::kept - 1)); // so much that it knows of a cut
        m_words.take(OutputChannel::Output, output.read(LastWords::kept + 1));
    }
    return m_words.explain();
}

// "exit status 3" and "signal: killed" are the words of pow's existing servers (server/dialects/pow/README.md).
Reason LocalTask::describe(const ExitStatus &status)
{
    if (!status.error.isEmpty())
        return status.error;
    Reason text(Why::ExitStatus, {Reason::number(status.exitCode)});
    if (status.signal != 0) {
        const char *name = ::sigdescr_np(status.signal);
        text = Reason(Why::Signal, {name ? QString::fromLatin1(name).toLower() : QString::number(status.signal)});
    }
    if (m_spec.streamed)
        return text;
    const QStorageInfo disk(QFileInfo(m_spec.outputFile).path());
    if (m_errorBytes == 0 && disk.isValid() && disk.bytesAvailable() < fullDiskBytes)
        return {Why::DiskFull, {text, disk.rootPath()}};
    return withExplanation(text, explain());
}

} // namespace signalbox::core
