// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/pow/callsession.h"

#include "server/dialects/pow/codes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox::pow {

namespace {

// The stop timeout and the kill after it take two seconds by default; a process stuck in the kernel may take for ever.
constexpr Milliseconds cancelDeadline{15'000};

Outcome outcomeOf(const Execution &execution, bool isCancelledByCaller)
{
    switch (execution.state) {
    case ExecutionState::Succeeded:
        return Outcome::fulfilled(execution.result);
    case ExecutionState::Cancelled:
        if (isCancelledByCaller || execution.message.isEmpty())
            return Outcome::failed(reason::cancelled);
        return Outcome::failed(execution.message); // by another user, whom the message names
    case ExecutionState::Interrupted:
        return Outcome::failed(u"interrupted"_s);
    case ExecutionState::Failed:
    case ExecutionState::Created:
    case ExecutionState::Queued:
    case ExecutionState::Running:
        break;
    }
    return Outcome::failed(execution.error);
}

// An argument of a process cannot hold NUL.
bool hasNul(const QString &text)
{
    return text.contains(QChar(u'\0'));
}

} // namespace

QString refusalOf(const Error &error)
{
    switch (error.code) {
    case ErrorCode::NotFound:
        return reason::unknownProcess;
    case ErrorCode::Unauthenticated:
    case ErrorCode::Forbidden:
        return reason::denied;
    case ErrorCode::InvalidArgument:
        return reason::invalidArguments;
    case ErrorCode::Conflict:
    case ErrorCode::Capacity:
    case ErrorCode::Halted:
    case ErrorCode::Maintenance:
    case ErrorCode::Unsupported:
    case ErrorCode::Internal:
        break;
    }
    return error.message;
}

CallSession::CallSession(Calls &calls, Actor actor) : m_calls(calls), m_actor(std::move(actor))
{
}

CallSession::~CallSession()
{
    if (!isRunning())
        return;
    m_calls.running.remove(m_id);
    m_output.reset();
    if (!m_isCancelledByCaller)
        submitCancel(nullptr, {});
}

Result<QString> CallSession::start(const CallMessage &message)
{
    const auto refuse = [this](const Error &error) {
        m_outcome = Outcome::refused(reason::notStarted + refusalOf(error));
        return Unexpected{error};
    };
    if (std::any_of(message.params.cbegin(), message.params.cend(), hasNul))
        return refuse({ErrorCode::InvalidArgument, u"a parameter contains NUL"_s});
    const Result<QString> started = m_calls.hub.submit(m_actor, StartProcess{message.process, message.params}, this,
                                                       [this](const CommandCompleted &) { Q_EMIT durable(); });
    if (!started)
        return refuse(started.error());
    m_id = *started;
    const ProcessDefinition *process = m_calls.hub.snapshot().catalogue.process(message.process);
    m_returnsMissingParams = !message.hasParams && process && process->result == ProcessDefinition::ResultFrom::Params;
    listenTo();
    if (const Execution *execution = m_calls.hub.snapshot().execution(m_id))
        executionChanged(*execution);
    return m_id;
}

void CallSession::listenTo()
{
    m_calls.running.insert(m_id, this);
    m_output = m_calls.streams.followOutput(m_id, [this](qint64, const QByteArray &bytes) {
        if (const QByteArray utf8 = m_sanitizer.add(bytes); !utf8.isEmpty())
            Q_EMIT outputReceived(utf8);
    });
    connect(&m_calls.streams, &core::LiveStreams::inputWritten, this, [this](const QString &id, qint64 pendingBytes) {
        if (id == m_id)
            Q_EMIT inputWritten(pendingBytes);
    });
}

void CallSession::executionChanged(const Execution &execution)
{
    if (!isRunning() || !isFinal(execution.state))
        return;
    if (const QByteArray rest = m_sanitizer.finish(); !rest.isEmpty())
        Q_EMIT outputReceived(rest);
    m_calls.running.remove(m_id);
    m_output.reset();
    m_outcome = outcomeOf(execution, m_isCancelledByCaller);
    if (m_outcome->isFulfilled && m_returnsMissingParams)
        m_outcome->value = QJsonValue::Null;
    Q_EMIT ended();
}

Result<void> CallSession::write(const QByteArray &bytes)
{
    if (!isRunning())
        return unexpected(ErrorCode::Conflict, u"the process has ended"_s);
    return m_calls.streams.write(m_id, bytes);
}

void CallSession::closeInput()
{
    // The process may have ended a moment ago.
    if (isRunning())
        (void)m_calls.streams.closeInput(m_id);
}

qint64 CallSession::pendingInputBytes() const
{
    return isRunning() ? m_calls.streams.pendingInputBytes(m_id) : 0;
}

void CallSession::setOutputPaused(bool paused)
{
    if (m_output)
        m_output->setPaused(paused);
}

void CallSession::cancel(std::function<void()> done)
{
    if (!isRunning()) {
        if (done)
            done();
        return;
    }
    m_isCancelledByCaller = true;
    if (!done)
        return submitCancel(nullptr, {});
    const auto once = std::make_shared<std::function<void()>>(std::move(done));
    const auto finish = [once] {
        if (const auto pending = std::exchange(*once, {}))
            pending();
    };
    m_calls.hub.clock().after(cancelDeadline, this, finish);
    submitCancel(this, [finish](const CommandCompleted &) { finish(); });
}

// A caller may cancel its own call, even as a viewer (README.md, "Decisions where the document is silent").
void CallSession::submitCancel(QObject *context, core::Completed completed)
{
    Actor actor = m_actor;
    actor.role = std::max(actor.role, Role::Operator);
    const auto answer = completed;
    if (!m_calls.hub.submit(actor, CancelExecution{m_id}, context, std::move(completed)) && answer)
        answer({});
}

} // namespace signalbox::pow
