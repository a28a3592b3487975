// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/process/guardedprocess.h"

#include "server/core/runtime/guard/guardprotocol.h"
#include "server/core/runtime/process/secretsource.h"
#include "server/core/runtime/process/sweep.h"
#include "server/model/words/systemwords.h"

#include <QFileInfo>

#include <poll.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

constexpr Milliseconds sweepPause{10};
constexpr Milliseconds destructorPatience{2'000};

} // namespace

GuardedProcess::GuardedProcess(QObject *parent)
    : QObject(parent)
    , m_input(*this)
    , m_output{PipeReader(*this)}
    , m_error{PipeReader(*this)}
{
}

GuardedProcess::~GuardedProcess()
{
    if (m_guard != 0)
        killAndWait();
}

void GuardedProcess::start(const ProcessSpec &spec)
{
    Q_ASSERT(m_state == State::New);
    // Otherwise the next write to a command that closed its input would end the server. QProcess does the same.
    ::signal(SIGPIPE, SIG_IGN);
    m_spec = spec;
    m_state = State::Starting;
    if (spec.inputInPieces)
        takeInputInPieces();
    if (spec.secrets.isEmpty())
        return launchWith({});
    const auto take = [this](const Result<SecretValues> &secrets) {
        if (!std::exchange(m_awaitsSecrets, false))
            return; // called off meanwhile
        if (secrets)
            launchWith(*secrets);
        else
            failSoon(secrets.error());
    };
    m_awaitsSecrets = true;
    if (spec.secretSource != nullptr)
        spec.secretSource->read(spec.secrets, this, take);
    else
        take(unexpected(ErrorCode::Internal, u"'%1' wants secrets, and there are none here"_s.arg(spec.program)));
}

void GuardedProcess::launchWith(const SecretValues &secrets)
{
    auto launched = launch(m_spec, secrets);
    if (!launched)
        return failSoon(launched.error());
    mask(secrets);
    m_guard = launched->guard;
    m_guards = launched->guards;
    m_marker = launched->marker;
    m_control = std::move(launched->control);
    Poller::Watcher &self = *this;
    m_controlWatch.emplace(m_control.number(), EPOLLIN, self);
    m_controlWatch->setEnabled(true);
    m_input.open(std::move(launched->input));
    m_output.pipe.open(std::move(launched->output));
    m_error.pipe.open(std::move(launched->error));
    for (const QByteArray &bytes : std::exchange(m_earlyInput, {}))
        (void)write(bytes);
    if (m_endsInputEarly)
        closeInput();
}

void GuardedProcess::takeInputInPieces()
{
    m_pieces = std::make_unique<InputPieces>(m_input);
    connect(m_pieces.get(), &InputPieces::passed, this, &GuardedProcess::tellInput);
}

// Whoever is connected may delete this.
void GuardedProcess::received(const PipeReader &from, const QByteArray &bytes)
{
    if (m_pieces)
        m_pieces->answered();
    const auto channel = &from == &m_output.pipe ? OutputChannel::Output : OutputChannel::Error;
    if (m_receiver)
        m_receiver->printed(channel, bytes);
    if (channel == OutputChannel::Output)
        Q_EMIT output(bytes);
    else
        Q_EMIT errorOutput(bytes);
}

void GuardedProcess::tellInput()
{
    Q_EMIT inputWritten(pendingInputBytes());
}

// Of output into a file the guard masks them.
void GuardedProcess::mask(const SecretValues &secrets)
{
    if (secrets.isEmpty())
        return;
    const auto make = [&secrets] {
        auto mask = std::make_unique<SecretMask>();
        for (const QByteArray &secret : secrets)
            mask->add({secret.constData(), static_cast<std::size_t>(secret.size())});
        return mask;
    };
    for (Reader *each : readers())
        each->pipe.setMask(make());
    m_mask = make();
}

QString GuardedProcess::withoutSecrets(const QString &text) const
{
    if (!m_mask)
        return text;
    QByteArray masked;
    const auto add = [&masked](std::string_view part) {
        masked.append(part.data(), static_cast<qsizetype>(part.size()));
    };
    const QByteArray bytes = text.toUtf8();
    m_mask->feed({bytes.constData(), static_cast<std::size_t>(bytes.size())}, add);
    m_mask->finish(add);
    return QString::fromUtf8(masked);
}

void GuardedProcess::failSoon(const Error &error)
{
    QMetaObject::invokeMethod(this, [this, error] { fail(error); }, Qt::QueuedConnection);
}

void GuardedProcess::callOff()
{
    m_awaitsSecrets = false;
    failSoon({ErrorCode::Conflict, u"'%1' was stopped before it was started"_s.arg(m_spec.program)});
}

void GuardedProcess::stop()
{
    stop(m_spec.stopTimeout);
}

void GuardedProcess::stop(Milliseconds timeout)
{
    if (m_awaitsSecrets)
        return callOff();
    GuardStop how = stopOf(m_spec);
    how.timeoutMs = static_cast<std::int32_t>(timeout.count());
    send({GuardRequest::Kind::Stop, how});
}

void GuardedProcess::kill()
{
    if (m_awaitsSecrets)
        return callOff();
    send({GuardRequest::Kind::Kill, {}});
}

void GuardedProcess::setStop(int signal, bool mainAlone, Milliseconds timeout)
{
    m_spec.stopSignal = signal;
    m_spec.stopsMainAlone = mainAlone;
    m_spec.stopTimeout = timeout;
    send({GuardRequest::Kind::Later, stopOf(m_spec)});
}

void GuardedProcess::send(const GuardRequest &request)
{
    if (!m_control.isOpen())
        return; // not started, or over
    ::send(m_control.number(), &request, sizeof request, MSG_NOSIGNAL | MSG_DONTWAIT);
}

qint64 GuardedProcess::pendingInputBytes() const
{
    qint64 bytes = m_input.pendingBytes() + (m_pieces ? m_pieces->pendingBytes() : 0);
    for (const QByteArray &early : m_earlyInput)
        bytes += early.size();
    return bytes;
}

Result<void> GuardedProcess::write(const QByteArray &bytes)
{
    const bool isEarly = m_awaitsSecrets && m_spec.input.kind == StreamSpec::Kind::Pipe && !m_endsInputEarly;
    if (!isEarly && (!m_input.isOpen() || (m_pieces && m_pieces->isClosing())))
        return unexpected(ErrorCode::Conflict, Why::NoMoreInput, {m_spec.program});
    if (pendingInputBytes() + bytes.size() > m_spec.inputLimit)
        return unexpected(ErrorCode::Capacity, Why::InputNotRead,
                          {m_spec.program, Reason::number(pendingInputBytes())});
    if (isEarly)
        m_earlyInput.append(bytes);
    else if (m_pieces)
        m_pieces->write(bytes);
    else
        m_input.write(bytes);
    return {};
}

void GuardedProcess::closeInput()
{
    if (m_awaitsSecrets) {
        m_endsInputEarly = true;
        return;
    }
    if (m_spec.isTerminal && m_input.isOpen())
        m_input.write("\x04"); // what a person types for the end of the input: the terminal stays open for the output
    if (m_pieces)
        m_pieces->closeWhenPassed();
    else
        m_input.closeWhenWritten();
}

void GuardedProcess::setReadingPaused(OutputChannel channel, bool paused)
{
    reader(channel).paused = paused;
    if (m_state == State::Running)
        reader(channel).pipe.setPaused(paused);
}

void GuardedProcess::readable(bool)
{
    readControl();
}

void GuardedProcess::readControl()
{
    const QPointer<GuardedProcess> self(this);
    while (self && m_control.isOpen()) {
        GuardReport report;
        std::array<char, sizeof report + longestProgressText> packet;
        const auto length = ::recv(m_control.number(), packet.data(), packet.size(), MSG_DONTWAIT);
        const qsizetype textLength = length - static_cast<qsizetype>(sizeof report);
        if (textLength >= 0) {
            std::memcpy(&report, packet.data(), sizeof report);
            takeReport(static_cast<int>(report.kind), report.value,
                       QByteArray(packet.data() + sizeof report, textLength));
        } else if (length < 0 && errno == EINTR) {
            continue;
        } else if (length < 0 && errno == EAGAIN) {
            return;
        } else {
            guardEnded();
        }
    }
}

void GuardedProcess::takeReport(int kind, int value, const QByteArray &text)
{
    switch (static_cast<GuardReport::Kind>(kind)) {
    case GuardReport::Kind::Started:
        m_pid = value;
        m_state = State::Running;
        beginReading(); // not before: output() must not come before started()
        Q_EMIT started(m_pid);
        return;
    case GuardReport::Kind::NoDirectory:
    case GuardReport::Kind::NotExecuted:
        m_startFailure = startError(static_cast<GuardReport::Kind>(kind) == GuardReport::Kind::NoDirectory, value);
        return;
    case GuardReport::Kind::Progress:
        Q_EMIT progressed(value / progressUnits, text);
        return;
    case GuardReport::Kind::OutputFailed:
        m_status.error = u"cannot write its output to '%1': %2"_s.arg(m_spec.output.path, systemWords(value));
        return;
    case GuardReport::Kind::StopSignalled:
        Q_EMIT toldToStop();
        return;
    case GuardReport::Kind::MainEnded:
        m_status.exitCode = WIFEXITED(value) ? WEXITSTATUS(value) : 0;
        m_status.signal = WIFSIGNALED(value) ? WTERMSIG(value) : 0;
        return;
    case GuardReport::Kind::EverythingGone:
        m_guardFinished = true;
        return;
    }
}

void GuardedProcess::beginReading()
{
    for (Reader *each : readers())
        each->pipe.setPaused(each->paused);
}

void GuardedProcess::guardEnded()
{
    const pid_t guard = m_guard;
    reapGuard();
    if (m_startFailure)
        return fail(*m_startFailure);
    if (m_guardFinished) {
        m_nothingLeft = true;
        return finishIfOver();
    }
    m_status = {.exitCode = 0,
                .signal = 0,
                .error = u"the guard process %1 of '%2' was killed; what it guarded was killed too"_s.arg(guard).arg(
                    m_spec.program)};
    sweep();
}

// Repeated until no process is found: a killed process takes a moment to end and may have forked meanwhile.
void GuardedProcess::sweep()
{
    if (killLeftovers(static_cast<pid_t>(m_pid), m_marker, *m_guards) > 0) {
        QTimer::singleShot(sweepPause, this, &GuardedProcess::sweep);
        return;
    }
    if (m_state == State::Starting)
        return fail({ErrorCode::Internal, m_status.error});
    m_nothingLeft = true;
    finishIfOver();
}

void GuardedProcess::finishIfOver()
{
    if (!m_nothingLeft || m_state != State::Running)
        return;
    bool reading = false;
    for (Reader *each : readers()) {
        if (each->pipe.isOpen()) {
            reading = true;
            each->pipe.expectNoMore();
        }
    }
    if (reading)
        return;
    if (m_pieces)
        m_pieces->drop();
    m_input.close();
    m_state = State::Ended;
    if (m_receiver)
        m_receiver->ended();
    Q_EMIT exited(m_status);
}

void GuardedProcess::fail(Error error)
{
    m_state = State::Ended;
    if (m_pieces)
        m_pieces->drop();
    m_input.close();
    m_output.pipe.close();
    m_error.pipe.close();
    Q_EMIT failedToStart(error);
}

Error GuardedProcess::startError(bool directory, int number) const
{
    if (number == E2BIG)
        return {ErrorCode::InvalidArgument, {Why::TooLarge, {m_spec.program}}};
    const ErrorCode code = number == ENOENT || number == ENOTDIR ? ErrorCode::NotFound : ErrorCode::Internal;
    const QString reason = systemWords(number);
    if (directory) {
        if (number == ENOENT)
            return {code, {Why::NoSuchDirectory, {m_spec.workingDirectory}}};
        if (number == ENOTDIR)
            return {code, {Why::NotADirectory, {m_spec.workingDirectory}}};
        return {code, {Why::ClosedDirectory, {m_spec.workingDirectory, reason}}};
    }
    Why why = Why::CannotStart;
    if (number == ENOENT && QFileInfo::exists(m_spec.program))
        why = Why::StartedNoLoader;
    else if (number == ENOEXEC)
        why = Why::StartedNoScript;
    return {code, {why, {m_spec.program, reason}}};
}

// The guard closed its socket by exiting, so this takes microseconds.
void GuardedProcess::reapGuard()
{
    m_controlWatch.reset();
    m_control.reset();
    waitForGuard(m_guard, m_guards);
    m_guard = 0;
}

void GuardedProcess::killAndWait()
{
    kill();
    const auto deadline = std::chrono::steady_clock::now() + destructorPatience;
    GuardReport report;
    for (;;) {
        const auto left = std::chrono::ceil<Milliseconds>(deadline - std::chrono::steady_clock::now());
        pollfd control{m_control.number(), POLLIN, 0};
        if (left.count() <= 0)
            return; // a process hangs in the kernel; the guard goes on killing and outlives the server
        if (::poll(&control, 1, static_cast<int>(left.count())) <= 0)
            continue;
        const auto length = ::recv(m_control.number(), &report, sizeof report, MSG_DONTWAIT);
        if (length == 0 || (length < 0 && errno != EAGAIN && errno != EINTR))
            break;
        m_guardFinished = m_guardFinished || report.kind == GuardReport::Kind::EverythingGone
                          || report.kind == GuardReport::Kind::NoDirectory
                          || report.kind == GuardReport::Kind::NotExecuted;
    }
    reapGuard();
    while (!m_guardFinished && killLeftovers(static_cast<pid_t>(m_pid), m_marker, *m_guards) > 0
           && std::chrono::steady_clock::now() < deadline) {
    }
}

} // namespace signalbox::core
