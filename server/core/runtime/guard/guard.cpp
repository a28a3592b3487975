// SPDX-License-Identifier: GPL-3.0-or-later
// The guard: one small process between the server and each command it runs (docs/model.md, "Processes").
// It outlives a server that is killed, adopts every process that the command leaves behind, and exits only when
// none is left. Static and without Qt, because it is started before every command.
#include "server/core/runtime/guard/guardprotocol.h"
#include "server/core/runtime/process/procstat.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstring>
#include <string_view>

using namespace signalbox::core;
using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

namespace {

struct Arguments
{
    int stopSignal = SIGTERM;
    int stopTimeoutMs = 0;
    const char *directory = "";
    const char *program = nullptr;
    char **command = nullptr; // argv of the command, null at the end
};

// Written by the vfork child in the guard's memory; volatile, because the compiler sees no code of the guard write it.
struct StartFailure
{
    int directory = 0; // errno of chdir
    int program = 0;   // errno of exec
};

class Guard
{
public:
    explicit Guard(const Arguments &arguments) : m_arguments(arguments) {}
    int run();

private:
    void prepare();
    bool startCommand();
    [[noreturn]] void becomeCommand(pid_t guard, volatile StartFailure &failure) const;
    bool reap();
    void waitForSomething();
    void readRequest();
    void stop(int signal, int timeoutMs);
    void kill();
    int waitMs() const;
    void report(GuardReport::Kind kind, int value = 0) const;

    Arguments m_arguments;
    pid_t m_main = 0; // 0: never started, or reaped
    int m_signals = -1;
    bool m_connected = true;
    bool m_stopping = false;
    Clock::time_point m_killAt{};
    bool m_killing = false;
    int m_round = 0;
};

int Guard::run()
{
    prepare();
    if (!startCommand())
        return 1;
    while (reap()) {
        if (m_main == 0 || (m_stopping && Clock::now() >= m_killAt))
            m_killing = true;
        if (m_killing)
            kill();
        waitForSomething();
    }
    report(GuardReport::Kind::EverythingGone);
    return 0;
}

void Guard::prepare()
{
    ::setsid(); // refused when the server has started the guard in a session of its own already: harmless
    ::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
    // Another name than the server's, so that `pkill -9 signalbox` does not kill the guards, too.
    ::prctl(PR_SET_NAME, "sbguard", 0, 0, 0);
    ::fcntl(guardControlDescriptor, F_SETFD, FD_CLOEXEC);
    ::fcntl(guardLeaseDescriptor, F_SETFD, FD_CLOEXEC); // without a lease it fails: harmless
    ::close_range(guardLeaseDescriptor + 1, ~0U, 0);
    // Signals meant for the server or for a whole control group: the server decides what they mean.
    for (const int ignored : {SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2, SIGPIPE, SIGALRM})
        ::signal(ignored, SIG_IGN);
    ::signal(SIGCHLD, SIG_DFL);
    sigset_t children;
    sigemptyset(&children);
    sigaddset(&children, SIGCHLD);
    ::sigprocmask(SIG_SETMASK, &children, nullptr);
    m_signals = ::signalfd(-1, &children, SFD_CLOEXEC | SFD_NONBLOCK);
}

// vfork: no copying of page tables, and the child can leave its errno in the guard's memory.
bool Guard::startCommand()
{
    const pid_t guard = ::getpid();
    volatile StartFailure failure;
    const pid_t child = ::vfork();
    if (child == 0)
        becomeCommand(guard, failure);
    // The guard's copies of the command's pipes would hide from the server that the command closed them.
    for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        ::close(standard);
    if (child < 0) {
        report(GuardReport::Kind::NotExecuted, errno);
        return false;
    }
    if (failure.directory != 0 || failure.program != 0) {
        ::waitpid(child, nullptr, 0);
        if (failure.directory != 0)
            report(GuardReport::Kind::NoDirectory, failure.directory);
        else
            report(GuardReport::Kind::NotExecuted, failure.program);
        return false;
    }
    [[maybe_unused]] const int moved = ::chdir("/"); // so that the guard keeps no file system busy
    m_main = child;
    report(GuardReport::Kind::Started, child);
    return true;
}

// Runs in the guard's memory until exec: nothing here may allocate or return.
void Guard::becomeCommand(pid_t guard, volatile StartFailure &failure) const
{
    ::setsid();
    ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    if (::getppid() != guard)
        ::_exit(127); // the guard was killed before the line above
    // By system call: the C library would leave its own two signals ignored. Zeros are SIG_DFL; KILL and STOP refuse.
    const std::array<unsigned long, 4> defaults{};
    for (int number = 1; number < NSIG; ++number)
        ::syscall(SYS_rt_sigaction, number, defaults.data(), nullptr, sizeof(unsigned long));
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    if (m_arguments.directory[0] != '\0' && ::chdir(m_arguments.directory) != 0) {
        failure.directory = errno;
        ::_exit(127);
    }
    ::execv(m_arguments.program, m_arguments.command);
    failure.program = errno;
    ::_exit(127);
}

// False once there is no child left, dead or alive. As subreaper the guard is the parent of every orphan below
// it, so "no child" means "no descendant".
bool Guard::reap()
{
    for (;;) {
        int status = 0;
        const pid_t ended = ::waitpid(-1, &status, WNOHANG);
        if (ended == 0)
            return true;
        if (ended < 0) {
            if (errno == EINTR)
                continue;
            return errno != ECHILD;
        }
        if (ended == m_main) {
            m_main = 0;
            report(GuardReport::Kind::MainEnded, status);
        }
    }
}

void Guard::waitForSomething()
{
    std::array<pollfd, 2> sources{{{m_signals, POLLIN, 0}, {guardControlDescriptor, POLLIN, 0}}};
    if (!m_connected)
        sources[1].fd = -1;
    if (::poll(sources.data(), sources.size(), waitMs()) <= 0)
        return;
    if (sources[0].revents != 0) {
        signalfd_siginfo ignored; // reap() asks waitpid() for all children, whatever the record says
        [[maybe_unused]] const auto length = ::read(m_signals, &ignored, sizeof ignored);
    }
    if (sources[1].revents != 0)
        readRequest();
}

int Guard::waitMs() const
{
    if (m_killing) // a killed process may take time to end; what it forked meanwhile is killed in the next round
        return std::min(1 << std::min(m_round, 6), 50);
    if (!m_stopping)
        return -1;
    const auto left = std::chrono::ceil<milliseconds>(m_killAt - Clock::now()).count();
    return static_cast<int>(std::max<milliseconds::rep>(left, 0));
}

void Guard::readRequest()
{
    GuardRequest request;
    const auto length = ::recv(guardControlDescriptor, &request, sizeof request, MSG_DONTWAIT);
    if (length < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (length != sizeof request) {
        m_connected = false;
        stop(m_arguments.stopSignal, m_arguments.stopTimeoutMs);
    } else if (request.kind == GuardRequest::Kind::Kill) {
        m_killing = true;
    } else {
        stop(request.signal, request.timeoutMs);
    }
}

void Guard::stop(int signal, int timeoutMs)
{
    const auto killAt = Clock::now() + milliseconds(timeoutMs);
    if (m_stopping) { // a second request can only shorten the timeout
        m_killAt = std::min(m_killAt, killAt);
        return;
    }
    m_stopping = true;
    m_killAt = killAt;
    if (m_main == 0)
        return;
    // Read before any signal is sent: the first one may change which process is whose child.
    const auto all = readAllProcStats();
    const auto below = descendantsOf(::getpid(), all);
    ::kill(-m_main, signal);
    for (const std::size_t index : below) {
        if (all[index].processGroup != m_main)
            ::kill(all[index].pid, SIGTERM);
    }
    // A process that is suspended (SIGSTOP, job control) gets the signals above only after this.
    ::kill(-m_main, SIGCONT);
    for (const std::size_t index : below)
        ::kill(all[index].pid, SIGCONT);
}

// By process group: a signal to a group cannot be outrun by forking within it. Every group below the guard was
// made below it (its session began with the command or later), so no foreign process is ever in one.
void Guard::kill()
{
    ++m_round;
    const auto all = readAllProcStats();
    const pid_t own = ::getpgrp();
    for (const std::size_t index : descendantsOf(::getpid(), all)) {
        const ProcStat &process = all[index];
        if (process.state == 'Z')
            continue;
        if (process.processGroup > 1 && process.processGroup != own)
            ::kill(-process.processGroup, SIGKILL);
        ::kill(process.pid, SIGKILL);
    }
}

void Guard::report(GuardReport::Kind kind, int value) const
{
    const GuardReport report{kind, value};
    ::send(guardControlDescriptor, &report, sizeof report, MSG_NOSIGNAL | MSG_DONTWAIT);
}

bool readNumber(std::string_view text, int &number)
{
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    return failure == std::errc{} && end == text.data() + text.size() && number >= 0;
}

} // namespace

int main(int argc, char **argv)
{
    Arguments arguments;
    if (argc < 6 || !readNumber(argv[1], arguments.stopSignal) || !readNumber(argv[2], arguments.stopTimeoutMs)) {
        constexpr std::string_view usage = "signalbox-guard is started by signalbox, not by hand.\n";
        [[maybe_unused]] const auto length = ::write(STDERR_FILENO, usage.data(), usage.size());
        return 64;
    }
    arguments.directory = argv[3];
    arguments.program = argv[4];
    arguments.command = argv + 5;
    return Guard(arguments).run();
}
