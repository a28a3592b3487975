// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/process/guards.h"

#include "server/core/runtime/process/descriptorlimit.h"
#include "server/core/runtime/process/ownprogram.h"
#include "server/model/words/systemwords.h"

#include <QFile>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include <cerrno>
#include <cstring>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

constexpr Milliseconds longestWaitForOthers{1'000};

Unexpected failure(const QString &what, int number)
{
    return unexpected(ErrorCode::Internal, what % u": "_s % systemWords(number));
}

QString guardProgram()
{
    const QString named = qEnvironmentVariable("SIGNALBOX_GUARD");
    return named.isEmpty() ? ownProgram(u"signalbox-guard"_s) : named;
}

// Above the few numbers that a guard's start fills; not open when there is no such file.
Descriptor openedProgram(const QString &path)
{
    const Descriptor file(::open(QFile::encodeName(path).constData(), O_PATH | O_CLOEXEC));
    return Descriptor(file.isOpen() ? ::fcntl(file.number(), F_DUPFD_CLOEXEC, 16) : -1);
}

// Starts the guard with nothing but its control socket: all else comes with the order. Returns an errno.
int spawnGuard(const QByteArray &program, int control, pid_t &pid)
{
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, control, guardControlDescriptor);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    // The guard has its own session from the first instruction on: Ctrl+C at the server's terminal never reaches it.
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    sigset_t all;
    sigfillset(&all);
    posix_spawnattr_setsigdefault(&attributes, &all);
    QByteArray name("signalbox-guard");
    const std::array<char *, 2> arguments{name.data(), nullptr};
    const std::array<char *, 1> environment{nullptr};
    const int failed =
        ::posix_spawn(&pid, program.constData(), &actions, &attributes, arguments.data(), environment.data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    if (failed == 0)
        restoreDescriptorLimit(pid); // it starts nothing before its order comes
    return failed;
}

Descriptor fileWith(const QByteArray &text)
{
    Descriptor file(::memfd_create("order", MFD_CLOEXEC));
    for (qsizetype written = 0; file.isOpen() && written < text.size();) {
        const auto length =
            ::write(file.number(), text.constData() + written, static_cast<std::size_t>(text.size() - written));
        if (length >= 0)
            written += length;
        else if (errno != EINTR)
            file = Descriptor();
    }
    return file;
}

bool give(int control, const GuardOrder &order, const std::vector<int> &descriptors)
{
    GuardOrder copy = order;
    iovec part{&copy, sizeof copy};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(guardMostDescriptors * sizeof(int))> rights{};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = rights.data();
    message.msg_controllen = CMSG_SPACE(descriptors.size() * sizeof(int));
    cmsghdr *const head = CMSG_FIRSTHDR(&message);
    head->cmsg_level = SOL_SOCKET;
    head->cmsg_type = SCM_RIGHTS;
    head->cmsg_len = CMSG_LEN(descriptors.size() * sizeof(int));
    std::memcpy(CMSG_DATA(head), descriptors.data(), descriptors.size() * sizeof(int));
    // A user may have only so many descriptors on their way (ETOOMANYREFS). After hundreds of starts at once the guards
    // that are just being started must first fetch theirs.
    for (int waited = 0; waited < longestWaitForOthers.count(); ++waited) {
        if (::sendmsg(control, &message, MSG_NOSIGNAL) == static_cast<ssize_t>(sizeof copy))
            return true;
        if (errno != ETOOMANYREFS)
            return false;
        ::poll(nullptr, 0, 1);
    }
    return false;
}

} // namespace

// For this one alone, so that no other code misses the end of its own child.
void waitForGuard(pid_t guard, const GuardPids &pids)
{
    while (::waitpid(guard, nullptr, 0) < 0 && errno == EINTR) {
    }
    pids->remove(guard);
}

Guards::Guards(QString program, int lease)
    : m_program(program.isEmpty() ? guardProgram() : std::move(program))
    , m_opened(openedProgram(m_program))
    , m_lease(lease)
{
    m_refill.setSingleShot(true);
    QObject::connect(&m_refill, &QTimer::timeout, &m_refill, [this] { refill(); });
}

Guards::~Guards()
{
    end(std::move(m_spare));
}

void Guards::keepSpare()
{
    m_keepsSpare = true;
    m_refill.start(spareAfter);
}

Result<Guards::Guard> Guards::start(const GuardOrder &given, const QByteArray &text, const std::array<int, 3> &standard)
{
    GuardOrder order = given;
    if (m_keepsSpare && !m_refill.isActive())
        m_refill.start(spareAfter);
    const Descriptor file = fileWith(text);
    if (!file.isOpen())
        return failure(u"cannot write the order of a guard"_s, errno);
    std::vector<int> descriptors{standard[0], standard[1], standard[2], file.number()};
    if (m_lease >= 0)
        descriptors.push_back(m_lease);
    if (order.limits.group >= 0) {
        descriptors.push_back(order.limits.group);
        order.limits.group = m_lease >= 0 ? guardLeaseDescriptor + 1 : guardLeaseDescriptor; // its number over there
    }
    if (m_spare.pid != 0) {
        Guard spare = std::exchange(m_spare, Guard());
        if (give(spare.control.number(), order, descriptors))
            return spare;
        end(std::move(spare)); // another program has killed the spare
    }
    auto guard = spawn();
    if (guard && !give(guard->control.number(), order, descriptors)) {
        const int number = errno;
        end(std::move(*guard));
        return failure(u"cannot give a guard its order"_s, number);
    }
    return guard;
}

Result<Guards::Guard> Guards::spawn()
{
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return failure(u"cannot open a socket for a guard"_s, errno);
    Guard guard;
    guard.control = Descriptor(ends[0]);
    const Descriptor theirs(ends[1]);
    ::fcntl(guard.control.number(), F_SETFL, O_NONBLOCK);
    const QByteArray program =
        m_opened.isOpen() ? "/proc/self/fd/" + QByteArray::number(m_opened.number()) : QFile::encodeName(m_program);
    if (const int number = spawnGuard(program, theirs.number(), guard.pid); number != 0)
        return unexpected(
            ErrorCode::Internal,
            u"cannot start the guard program '%1': %2; reinstall, or set SIGNALBOX_GUARD to its path"_s.arg(
                m_program, systemWords(number)));
    m_pids->insert(guard.pid);
    return guard;
}

// What is wrong if none can be started is told by the next start of a command, which tries again.
void Guards::refill()
{
    if (m_spare.pid == 0) {
        if (auto guard = spawn())
            m_spare = std::move(*guard);
    }
}

// Of a guard without an order. Such a guard also ends by itself at end of file, but not while it is stopped (SIGSTOP).
void Guards::end(Guard guard)
{
    if (guard.pid == 0)
        return;
    ::kill(guard.pid, SIGKILL); // not waited for yet, so the number is still its own
    waitForGuard(guard.pid, m_pids);
}

} // namespace signalbox::core
