// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/executions/processrun.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

// QJsonDocument reads arrays and objects only, so the line is read as the one element of an array.
QJsonValue jsonOrText(const QByteArray &line)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson('[' + line + ']', &error);
    if (error.error == QJsonParseError::NoError && document.array().size() == 1)
        return document.array().at(0);
    return QString::fromUtf8(line);
}

} // namespace

ProcessRun::ProcessRun(EngineParts &parts, QString id, Plan plan, Command cause, ProcessDefinition definition)
    : LiveExecution(parts, std::move(id), std::move(plan), std::move(cause))
    , m_definition(std::move(definition))
    , m_output(m_folder, parts.options.callOutputBytes)
{
}

void ProcessRun::begin()
{
    TaskSpec spec;
    spec.command = m_plan.tasks.constFirst().command;
    spec.workingDirectory = m_definition.workingDirectory.isEmpty()
                                ? m_folder.workDirectory()
                                : QDir(m_parts.options.dataDirectory).absoluteFilePath(m_definition.workingDirectory);
    spec.environment = m_definition.environment;
    spec.environment.insert(u"SIGNALBOX_EXECUTION"_s, m_id);
    spec.secrets = m_definition.secrets;
    spec.streamed = true;
    spec.stopTimeout = m_parts.options.stopTimeout;
    spec.timeout = m_definition.timeout;
    m_task.reset(m_parts.runner.start(spec).release());
    connect(m_task.get(), &RunningTask::output, this, &ProcessRun::receive);
    connect(m_task.get(), &RunningTask::inputWritten, this, &ProcessRun::inputWritten);
    connect(m_task.get(), &RunningTask::ended, this, &ProcessRun::taskEnded);
    Execution running = execution();
    running.state = ExecutionState::Running;
    running.startedAt = now();
    running.outputFile = ExecutionFolder::joinedName();
    record(running);
}

Result<void> ProcessRun::write(const QByteArray &bytes)
{
    if (m_task)
        return m_task->write(bytes);
    return unexpected(ErrorCode::Conflict, Why::ProcessEnded);
}

void ProcessRun::closeInput()
{
    if (m_task)
        m_task->closeInput();
}

void ProcessRun::addTap(OutputTap *tap)
{
    keepOutput(); // so that output before the tap is in the file, and later output comes through the tap
    m_taps.append(tap);
    connect(tap, &OutputTap::pausedChanged, this, &ProcessRun::updatePause);
    connect(tap, &QObject::destroyed, this, &ProcessRun::updatePause, Qt::QueuedConnection);
}

void ProcessRun::updatePause()
{
    m_taps.removeIf([](const QPointer<OutputTap> &tap) { return tap.isNull(); });
    const bool paused = std::any_of(m_taps.cbegin(), m_taps.cend(), [](const auto &tap) { return tap->isPaused(); });
    // A call that is being ended must end even while a receiver does not read.
    if (m_task)
        m_task->setOutputPaused(paused && !m_ending);
}

void ProcessRun::receive(const QByteArray &bytes)
{
    const qint64 position = m_output.total();
    if (m_output.append(bytes))
        m_parts.hub.clock().after(ProcessOutput::gatherFor, this, [this] { keepOutput(); });
    const QList<QPointer<OutputTap>> taps = m_taps;
    for (const QPointer<OutputTap> &tap : taps) {
        if (tap && !(m_ending && tap->isPaused()))
            tap->receive(position, bytes);
    }
}

void ProcessRun::keepOutput()
{
    if (const Result<void> kept = m_output.flush(); !kept)
        (void)m_parts.hub.record(ProblemOccurred{kept.error().message, m_id});
}

void ProcessRun::end(const Ending &ending)
{
    if (m_ending || !m_task)
        return;
    m_ending = ending;
    m_task->stop();
    updatePause();
}

void ProcessRun::taskEnded(const TaskEnd &end)
{
    m_task.reset();
    keepOutput();
    m_output.close();
    m_parts.files.removeEmptyDirectory(m_folder.workDirectory());
    Execution done = execution();
    // Where the exit code is the result, every exit code is a success.
    const bool succeeded = end.error.isEmpty()
                           || (end.exitCode && m_definition.result == ProcessDefinition::ResultFrom::ExitCode
                               && end.error == u"exit status %1"_s.arg(*end.exitCode));
    if (m_ending && end.stopped) {
        done.state = m_ending->state;
        (done.state == ExecutionState::Cancelled ? done.message : done.error) = m_ending->message;
    } else if (succeeded) {
        done.state = ExecutionState::Succeeded;
        done.result = result(end);
    } else {
        done.state = ExecutionState::Failed;
        done.error = end.error;
        done.message = end.words;
    }
    joinOutput(done);
}

QJsonValue ProcessRun::result(const TaskEnd &end) const
{
    switch (m_definition.result) {
    case ProcessDefinition::ResultFrom::Params:
        return m_plan.params.value("params"_L1);
    case ProcessDefinition::ResultFrom::ExitCode:
        return end.exitCode.value_or(0);
    case ProcessDefinition::ResultFrom::LastLine:
        return jsonOrText(m_output.lastLine());
    case ProcessDefinition::ResultFrom::None:
        break;
    }
    return QJsonValue::Undefined;
}

void ProcessRun::joinOutput(const Execution &done)
{
    const QStringList files = m_output.files();
    if (files.size() < 2)
        return finish(done);
    const QString target = m_folder.path(ExecutionFolder::joinedName());
    m_parts.files.concatenate(files, target, this, [this, done, old = files.constFirst()](const Result<void> &joined) {
        if (!joined)
            (void)m_parts.hub.record(ProblemOccurred{joined.error().message, m_id});
        else
            QFile::remove(old);
        finish(done);
    });
}

void ProcessRun::finish(const Execution &given)
{
    Execution done = given;
    if (m_output.files().isEmpty())
        done.outputFile.clear();
    save(recordFinal(done));
}

void ProcessRun::save(const Execution &done)
{
    const QStringList files = done.outputFile.isEmpty() ? QStringList() : QStringList{m_folder.path(done.outputFile)};
    m_parts.files.makeDurable(files, this, [this, done](const Result<void> &flushed) {
        if (!flushed)
            (void)m_parts.hub.record(ProblemOccurred{flushed.error().message, m_id});
        m_parts.journal.save(done, {}, [self = QPointer<ProcessRun>(this)](const Result<void> &saved) {
            if (!self)
                return;
            if (!saved)
                (void)self->m_parts.hub.record(ProblemOccurred{saved.error().message, self->m_id});
            Q_EMIT self->saved();
        });
    });
}

} // namespace signalbox::core
