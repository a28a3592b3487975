// SPDX-License-Identifier: GPL-3.0-or-later
// The probes that ask: a port, an address, a command.
#include "server/core/runtime/http/httpget.h"
#include "server/core/runtime/process/descriptor.h"
#include "server/core/runtime/process/portholder.h"
#include "server/core/runtime/process/processtree.h"
#include "server/core/runtime/supervision/probe.h"
#include "server/core/runtime/supervision/sidecommand.h"

#include <QSocketNotifier>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

#include <cerrno>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace signalbox::core {

namespace {

constexpr Milliseconds usualTimeout = 5s;

struct Connection
{
    std::shared_ptr<Descriptor> socket; // of a lambda that Qt copies
    int error = 0;                      // EINPROGRESS: not known before it can be written to
};

int errorOf(const Descriptor &socket)
{
    int error = 0;
    socklen_t size = sizeof error;
    return ::getsockopt(socket.number(), SOL_SOCKET, SO_ERROR, &error, &size) == 0 ? error : errno;
}

// Nearly always it is known at once: the peer's system is this one.
Connection beginLoopbackConnection(quint16 port, bool overV6)
{
    sockaddr_in v4{};
    v4.sin_family = AF_INET;
    v4.sin_port = htons(port);
    v4.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    sockaddr_in6 v6{};
    v6.sin6_family = AF_INET6;
    v6.sin6_port = htons(port);
    v6.sin6_addr = IN6ADDR_LOOPBACK_INIT;
    const auto *address = overV6 ? reinterpret_cast<const sockaddr *>(&v6) : reinterpret_cast<const sockaddr *>(&v4);
    const auto size = static_cast<socklen_t>(overV6 ? sizeof v6 : sizeof v4);
    auto socket = std::make_shared<Descriptor>(
        ::socket(address->sa_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, IPPROTO_TCP));
    if (!socket->isOpen())
        return {socket, errno};
    if (::connect(socket->number(), address, size) == 0)
        return {socket, 0};
    if (errno != EINPROGRESS)
        return {socket, errno};
    pollfd ready{socket->number(), POLLOUT, 0};
    return {socket, ::poll(&ready, 1, 0) == 1 ? errorOf(*socket) : EINPROGRESS};
}

// Without what may be a secret.
QString forPeople(const QString &url)
{
    return QUrl(url).toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

} // namespace

void Probe::tryAgain(Milliseconds pause)
{
    if (pause == Milliseconds(0))
        tryOnce();
    else
        m_subject.clock.after(pause, this, [this] { tryOnce(); });
}

void Probe::tryOnce()
{
    m_attempt = new QObject(this);
    QObject *const attempt = m_attempt;
    const Milliseconds timeout = m_config.timeout.value_or(usualTimeout);
    if (!m_config.command.isEmpty())
        return run(attempt);
    if (!m_config.tcp)
        return request(attempt, timeout);
    m_subject.clock.after(timeout, attempt, [this, attempt, timeout] {
        conclude(attempt, {Why::PortNotAnswering, {Reason::number(*m_config.tcp), Reason::duration(timeout)}},
                 interval());
    });
    connectTo(attempt, false);
}

// The end of one try; what it still hears is heard no more. problem empty: it has passed.
void Probe::conclude(QObject *attempt, const Reason &problem, Milliseconds pause)
{
    if (attempt != m_attempt)
        return;
    m_attempt = nullptr;
    attempt->deleteLater(); // one of its children is the caller
    if (m_kind == Kind::Health || !problem.isEmpty())
        m_subject.clock.after(pause, this, [this] { tryOnce(); });
    if (problem.isEmpty())
        pass();
    else
        fail(problem);
}

// By system calls alone: with QTcpSocket a try cost ten times as much, and there may be thousands of components.
void Probe::connectTo(QObject *attempt, bool overV6)
{
    const auto begun = beginLoopbackConnection(static_cast<quint16>(*m_config.tcp), overV6);
    if (begun.error != EINPROGRESS)
        return connected(attempt, overV6, begun.error);
    auto *notifier = new QSocketNotifier(begun.socket->number(), QSocketNotifier::Write, attempt);
    connect(notifier, &QSocketNotifier::activated, this, [this, attempt, overV6, notifier, socket = begun.socket] {
        notifier->setEnabled(false);
        connected(attempt, overV6, errorOf(*socket));
    });
}

void Probe::connected(QObject *attempt, bool overV6, int error)
{
    if (attempt != m_attempt)
        return;
    if (error == 0)
        return answered(attempt);
    if (!overV6)
        return connectTo(attempt, true);
    m_stranger.clear();
    conclude(attempt, {Why::NothingAnswers, {Reason::number(*m_config.tcp)}}, interval());
}

// Another program may hold the port; then the component will hardly get it. One that was ready had it, and looking at all
// processes for each try would cost more than all else.
void Probe::answered(QObject *attempt)
{
    if (m_kind == Kind::Health)
        return conclude(attempt, {}, interval());
    QList<qint64> own;
    for (const ProcStat &process : readProcessesBelow(static_cast<int>(m_treeRoot)))
        own.append(process.pid);
    const PortHolder holder = portHolder(*m_config.tcp, own);
    if (holder.isAmong)
        return conclude(attempt, {}, interval());
    const Reason stranger =
        holder.pid == 0 ? Why::ForeignProcess : Reason(Why::Process, {Reason::number(holder.pid), holder.name});
    const QList<Reason> who{Reason::number(*m_config.tcp), stranger};
    if (std::exchange(m_stranger, stranger) != stranger)
        m_subject.logs.note(m_subject.id, LogLevel::Warn,
                            Reason(Why::PortHeld, who) + u", which is none of this component's"_s);
    conclude(attempt, {Why::PortHeldByStranger, who}, std::max(interval(), strangerPause));
}

bool Probe::isAwaited(int status) const
{
    return m_config.status.isEmpty() ? status >= 200 && status <= 399 : m_config.status.contains(status);
}

void Probe::request(QObject *attempt, Milliseconds timeout)
{
    // Of the body no more is read than it takes to know.
    const auto isEnough = [this, text = m_config.body.toUtf8(),
                           searched = qsizetype(0)](int status, const QByteArray &body) mutable {
        const qsizetype from = std::max<qsizetype>(0, std::exchange(searched, body.size()) - text.size());
        return !isAwaited(status) || text.isEmpty() || body.size() >= mostBody || body.indexOf(text, from) >= 0;
    };
    auto *get = new HttpGet(m_subject.clock,
                            {.url = QUrl(m_config.http), .within = timeout, .mostBody = mostBody, .isEnough = isEnough},
                            attempt);
    connect(get, &HttpGet::answered, this, [this, attempt, timeout](const HttpAnswer &answer) {
        conclude(attempt, problemOf(answer, timeout), interval());
    });
    get->start();
}

Reason Probe::problemOf(const HttpAnswer &answer, Milliseconds timeout) const
{
    const QString url = forPeople(m_config.http);
    if (answer.isLate)
        return {Why::NotAnsweredWithin, {url, Reason::duration(timeout)}};
    if (answer.status == 0)
        return {Why::Explained, {url, answer.problem}};
    if (!isAwaited(answer.status))
        return {Why::Answers, {url, Reason::number(answer.status)}};
    if (answer.body.contains(m_config.body.toUtf8()))
        return {};
    if (!answer.problem.isEmpty())
        return {Why::Explained, {url, answer.problem}};
    return {Why::AnswersWithout, {url, Reason::number(answer.status), m_config.body}};
}

void Probe::run(QObject *attempt)
{
    ProcessSpec spec = m_subject.surroundings;
    spec.program = m_config.command.constFirst();
    spec.arguments = m_config.command.mid(1);
    auto *command = new SideCommand(m_subject.clock, spec, m_config.timeout.value_or(usualTimeout));
    command->setParent(attempt);
    connect(command, &SideCommand::ended, this, [this, attempt, program = spec.program](const Reason &problem) {
        conclude(attempt, problem.isEmpty() ? Reason() : Reason(Why::ProgramSays, {program, problem}), interval());
    });
    command->start();
}

} // namespace signalbox::core
