// SPDX-License-Identifier: GPL-3.0-or-later
// The guard: one small process between the server and each command it runs (docs/model.md, "Processes").
// It outlives a server that is killed, adopts every process that the command leaves behind, and exits only when
// none is left. Static and without Qt, because one is started for every command.
#include "server/core/runtime/guard/guardprotocol.h"
#include "server/core/runtime/guard/order.h"
#include "server/core/runtime/guard/progresslines.h"
#include "server/core/runtime/guard/secretmask.h"
#include "server/core/runtime/process/procstat.h"

#include <fcntl.h>
#include <linux/sockios.h>
#include <poll.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cmath>
#include <cstring>
#include <string_view>
#include <utility>

using namespace signalbox::core;
using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

namespace {

constexpr milliseconds progressPause{100}; // at most ten reports a second
constexpr milliseconds helplessRound{1'000};
constexpr std::size_t outputChunk = 65'536;
// Signals meant for the server or for a whole control group: the server decides what they mean.
constexpr std::array ignoredSignals{SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2, SIGPIPE, SIGALRM, SIGXFSZ};

// Written by the vfork child in the guard's memory; volatile, because the compiler sees no code of the guard write it.
struct StartFailure
{
    int directory = 0; // errno of chdir
    int program = 0;   // errno of exec
};

// By system call: the C library keeps its own two signals to itself, and posix_spawn() leaves these ignored. Zeros are
// SIG_DFL; KILL and STOP refuse.
void resetSignal(int number)
{
    const std::array<unsigned long, 4> standard{};
    ::syscall(SYS_rt_sigaction, number, standard.data(), nullptr, sizeof(unsigned long));
}

sigset_t childSignal()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGCHLD);
    return signals;
}

class Guard
{
public:
    int run();

private:
    void prepare();
    bool receiveOrder();
    void learnSecrets();
    bool startCommand();
    [[noreturn]] void becomeCommand(pid_t guard, volatile StartFailure &failure) const;
    bool reap();
    void waitForSomething();
    void readRequest();
    void stop(const GuardStop &how);
    void tellToEnd(const GuardStop &how) const;
    void kill();
    void applyLimits() const;
    bool tellGroup(const char *file, std::string_view text) const;
    milliseconds patience() const;
    void readOutput();
    void takeOutput(std::string_view bytes);
    void writeOutput(std::string_view bytes);
    void endOutput();
    void tellProgress();
    bool mayTellProgress() const;
    void report(GuardReport::Kind kind, int value = 0, std::string_view text = {}) const;

    Order m_order;
    GuardStop m_stop; // when the server is gone
    pid_t m_main = 0; // 0: never started, or reaped
    int m_signals = -1;
    bool m_connected = true;
    bool m_stopping = false;
    Clock::time_point m_killAt{};
    bool m_killing = false;
    int m_round = 0;
    bool m_isHelpless = false; // what is left belongs to another user (setuid), and ends when it wants to

    // With progress or secrets: what the command prints comes through a pipe, and goes on into the file, which stays open as the
    // guard's standard output.
    int m_output = -1; // closed: there is no pipe, or nothing more is read
    int m_theirOutput = -1;
    bool m_isOutputBroken = false;
    SecretMask m_secrets;
    ProgressLines m_progress;
    Clock::time_point m_toldAt{};
};

int Guard::run()
{
    prepare();
    if (!receiveOrder() || !startCommand())
        return 1;
    while (reap()) {
        if (m_main == 0 || (m_stopping && Clock::now() >= m_killAt))
            m_killing = true;
        if (m_killing)
            kill();
        waitForSomething();
    }
    (void)tellGroup("cgroup.kill", "1"); // one that was moved into the group and is no descendant
    endOutput();
    report(GuardReport::Kind::EverythingGone);
    return 0;
}

// All that can be done before there is an order.
void Guard::prepare()
{
    ::setsid(); // refused when the server has started the guard in a session of its own already: harmless
    ::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
    // Another name than the server's, so that `pkill -9 signalbox` does not kill the guards, too.
    ::prctl(PR_SET_NAME, "sbguard", 0, 0, 0);
    ::fcntl(guardControlDescriptor, F_SETFD, FD_CLOEXEC);
    ::close_range(0, guardControlDescriptor - 1, 0); // see guardTextDescriptor
    ::close_range(guardControlDescriptor + 1, ~0U, 0);
    for (int number = 1; number < NSIG; ++number)
        resetSignal(number);
    for (const int number : ignoredSignals)
        ::signal(number, SIG_IGN);
    const sigset_t children = childSignal();
    ::sigprocmask(SIG_SETMASK, &children, nullptr);
}

bool Guard::receiveOrder()
{
    switch (m_order.receive()) {
    case Order::Outcome::Received:
        m_stop = m_order.numbers().stop;
        learnSecrets();
        return true;
    case Order::Outcome::Failed:
        report(GuardReport::Kind::NotExecuted, errno);
        return false;
    case Order::Outcome::NoServer:
        return false;
    }
    return false;
}

void Guard::learnSecrets()
{
    const GuardOrder &numbers = m_order.numbers();
    for (int i = numbers.variables - 1 - numbers.secrets; i < numbers.variables - 1; ++i) {
        const std::string_view variable = m_order.environment()[i];
        m_secrets.add(variable.substr(variable.find('=') + 1));
    }
}

// vfork: no copying of page tables, and the child can leave its errno in the guard's memory.
bool Guard::startCommand()
{
    if (std::array<int, 2> ends{-1, -1}; m_order.numbers().tellsProgress != 0 || m_order.numbers().secrets > 0) {
        if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
            report(GuardReport::Kind::NotExecuted, errno);
            return false;
        }
        m_output = ends[0];
        m_theirOutput = ends[1];
        ::fcntl(m_output, F_SETFL, O_NONBLOCK);
    }
    const pid_t guard = ::getpid();
    volatile StartFailure failure;
    const pid_t child = ::vfork();
    if (child == 0)
        becomeCommand(guard, failure);
    // The guard's copies of the command's pipes would hide from the server that the command closed them.
    for (const int copy : {STDIN_FILENO, m_output < 0 ? STDOUT_FILENO : m_theirOutput, STDERR_FILENO})
        ::close(copy);
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
    m_main = child;
    report(GuardReport::Kind::Started, child);
    m_order.clear();
    [[maybe_unused]] const int moved = ::chdir("/"); // so that the guard keeps no file system busy
    const sigset_t children = childSignal();
    m_signals = ::signalfd(-1, &children, SFD_CLOEXEC | SFD_NONBLOCK);
    return true;
}

// Runs in the guard's memory until exec: nothing here may allocate or return.
void Guard::becomeCommand(pid_t guard, volatile StartFailure &failure) const
{
    ::setsid();
    ::ioctl(STDIN_FILENO, TIOCSCTTY, 0); // where its streams are a terminal; refused otherwise
    ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    if (::getppid() != guard)
        ::_exit(127); // the guard was killed before the line above
    for (const int number : ignoredSignals)
        resetSignal(number);
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    if (m_theirOutput >= 0)
        ::dup2(m_theirOutput, STDOUT_FILENO);
    applyLimits();
    if (m_order.directory()[0] != '\0' && ::chdir(m_order.directory()) != 0) {
        failure.directory = errno;
        ::_exit(127);
    }
    m_order.tellOwnPid();
    ::execve(m_order.program(), m_order.arguments(), m_order.environment());
    failure.program = errno;
    ::_exit(127);
}

// What the system refuses is no reason not to run: the server looks at what holds, and says so.
void Guard::applyLimits() const
{
    const GuardLimits &limits = m_order.numbers().limits;
    (void)tellGroup("cgroup.procs", "0");
    if (limits.nice != 0)
        ::setpriority(PRIO_PROCESS, 0, ::getpriority(PRIO_PROCESS, 0) + limits.nice);
    if (limits.openFiles < 0)
        return;
    rlimit files{};
    ::getrlimit(RLIMIT_NOFILE, &files);
    const auto wanted = static_cast<rlim_t>(limits.openFiles);
    const rlimit both{wanted, wanted};
    const rlimit most{files.rlim_max, files.rlim_max}; // more than the server itself may have needs a privilege
    if (::setrlimit(RLIMIT_NOFILE, &both) != 0 && wanted > files.rlim_max)
        ::setrlimit(RLIMIT_NOFILE, &most);
}

bool Guard::tellGroup(const char *file, std::string_view text) const
{
    const int opened = ::openat(m_order.numbers().limits.group, file, O_WRONLY | O_CLOEXEC);
    if (opened < 0)
        return false;
    const bool isTaken = ::write(opened, text.data(), text.size()) == static_cast<ssize_t>(text.size());
    ::close(opened);
    return isTaken;
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
    std::array<pollfd, 3> sources{{{m_signals, POLLIN, 0}, {guardControlDescriptor, POLLIN, 0}, {m_output, POLLIN, 0}}};
    if (!m_connected)
        sources[1].fd = -1;
    const int ready = ::poll(sources.data(), sources.size(), static_cast<int>(patience().count()));
    tellProgress();
    if (ready <= 0)
        return;
    if (sources[0].revents != 0) {
        signalfd_siginfo ignored; // reap() asks waitpid() for all children, whatever the record says
        [[maybe_unused]] const auto length = ::read(m_signals, &ignored, sizeof ignored);
    }
    if (sources[1].revents != 0)
        readRequest();
    if (sources[2].revents != 0)
        readOutput();
}

// How long nothing need be done if nothing happens; -1: for ever.
milliseconds Guard::patience() const
{
    if (m_killing) // a killed process may take time to end; what it forked meanwhile is killed in the next round
        return m_isHelpless ? helplessRound : milliseconds(std::min(1 << std::min(m_round, 6), 50));
    const auto until = [](Clock::time_point time) {
        return std::max(std::chrono::ceil<milliseconds>(time - Clock::now()), milliseconds(0));
    };
    milliseconds patience{-1};
    if (m_stopping)
        patience = until(m_killAt);
    if (m_progress.hasNews()) {
        const milliseconds pause = std::max(until(m_toldAt + progressPause), milliseconds(1));
        patience = m_stopping ? std::min(patience, pause) : pause;
    }
    return patience;
}

void Guard::readOutput()
{
    std::array<char, outputChunk> bytes;
    const auto length = ::read(m_output, bytes.data(), bytes.size());
    if (length < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (length > 0) {
        const std::string_view read(bytes.data(), static_cast<std::size_t>(length));
        if (m_secrets.isEmpty())
            takeOutput(read);
        else
            m_secrets.feed(read, [this](std::string_view masked) { takeOutput(masked); });
        tellProgress();
    }
    if (length <= 0 || m_isOutputBroken) // where it cannot be written, the command's next write fails, too
        ::close(std::exchange(m_output, -1));
}

void Guard::takeOutput(std::string_view bytes)
{
    if (m_order.numbers().tellsProgress != 0)
        m_progress.feed(bytes, [this](std::string_view output) { writeOutput(output); });
    else
        writeOutput(bytes);
}

void Guard::writeOutput(std::string_view bytes)
{
    while (!bytes.empty() && !m_isOutputBroken) {
        const auto length = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (length >= 0) {
            bytes.remove_prefix(static_cast<std::size_t>(length));
        } else if (errno != EINTR) {
            m_isOutputBroken = true;
            report(GuardReport::Kind::OutputFailed, errno);
        }
    }
}

// No process of the command is left. One that is none of its descendants may hold the pipe, so that no end of file
// comes: what is in the pipe now is all.
void Guard::endOutput()
{
    const auto read = [this] {
        pollfd output{m_output, POLLIN, 0};
        return m_output >= 0 && ::poll(&output, 1, 0) > 0;
    };
    while (read())
        readOutput();
    m_secrets.finish([this](std::string_view masked) { takeOutput(masked); });
    m_progress.finish([this](std::string_view output) { writeOutput(output); });
    m_toldAt = {};
    if (m_progress.hasNews()) {
        const auto [percent, text] = m_progress.take();
        report(GuardReport::Kind::Progress, static_cast<int>(std::lround(percent * progressUnits)), text);
    }
}

void Guard::tellProgress()
{
    if (!m_progress.hasNews() || Clock::now() - m_toldAt < progressPause)
        return;
    m_toldAt = Clock::now();
    if (!mayTellProgress())
        return;
    const auto [percent, text] = m_progress.take();
    report(GuardReport::Kind::Progress, static_cast<int>(std::lround(percent * progressUnits)), text);
}

// Once the server has read what was said before: reports that wait for it could leave no room for the last ones.
bool Guard::mayTellProgress() const
{
    int unread = 0;
    return ::ioctl(guardControlDescriptor, SIOCOUTQ, &unread) == 0 && unread == 0;
}

void Guard::readRequest()
{
    GuardRequest request;
    const auto length = ::recv(guardControlDescriptor, &request, sizeof request, MSG_DONTWAIT);
    if (length < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (length != sizeof request) {
        m_connected = false;
        stop(m_stop);
        return;
    }
    switch (request.kind) {
    case GuardRequest::Kind::Stop:
        stop(request.stop);
        return;
    case GuardRequest::Kind::Later:
        m_stop = request.stop;
        return;
    case GuardRequest::Kind::Kill:
        m_killing = true;
        return;
    }
}

void Guard::stop(const GuardStop &how)
{
    const auto killAt = Clock::now() + milliseconds(how.timeoutMs);
    if (m_stopping) { // a second request can only shorten the timeout
        m_killAt = std::min(m_killAt, killAt);
        return;
    }
    m_stopping = true;
    m_killAt = killAt;
    if (m_main == 0)
        return;
    tellToEnd(how);
    report(GuardReport::Kind::StopSignalled);
}

// A process that is suspended (SIGSTOP, job control) gets the signal only after CONT.
void Guard::tellToEnd(const GuardStop &how) const
{
    if (how.mainAlone != 0) {
        ::kill(m_main, how.signal);
        ::kill(m_main, SIGCONT);
        return;
    }
    // Read before any signal is sent: the first one may change which process is whose child.
    const std::vector<ProcStat> below = readProcessesBelow(::getpid());
    ::kill(-m_main, how.signal);
    for (const ProcStat &process : below) {
        if (process.processGroup != m_main)
            (void)signalProcess(process, SIGTERM);
    }
    ::kill(-m_main, SIGCONT);
    for (const ProcStat &process : below)
        (void)signalProcess(process, SIGCONT);
}

// By process group: a signal to a group cannot be outrun by forking within it. Every group below the guard was
// made below it (its session began with the command or later), so no foreign process is ever in one.
void Guard::kill()
{
    ++m_round;
    (void)tellGroup("cgroup.kill", "1"); // at one stroke, also what forks meanwhile; what left the group is below
    bool isAnyKilled = false;
    bool isAnyLeft = false;
    const pid_t own = ::getpgrp();
    for (const ProcStat &process : readAllProcessesBelow(::getpid())) {
        if (process.state == 'Z')
            continue;
        if (process.processGroup > 1 && process.processGroup != own)
            ::kill(-process.processGroup, SIGKILL);
        isAnyLeft = true;
        isAnyKilled = signalProcess(process, SIGKILL) || errno != EPERM || isAnyKilled;
    }
    m_isHelpless = isAnyLeft && !isAnyKilled;
}

void Guard::report(GuardReport::Kind kind, int value, std::string_view text) const
{
    GuardReport report{kind, value};
    std::array<iovec, 2> parts{{{&report, sizeof report}, {const_cast<char *>(text.data()), text.size()}}};
    msghdr message{};
    message.msg_iov = parts.data();
    message.msg_iovlen = parts.size();
    ::sendmsg(guardControlDescriptor, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
}

} // namespace

int main()
{
    int type = 0;
    socklen_t length = sizeof type;
    if (::getsockopt(guardControlDescriptor, SOL_SOCKET, SO_TYPE, &type, &length) != 0 || type != SOCK_SEQPACKET) {
        constexpr std::string_view usage = "signalbox-guard is started by signalbox, not by hand.\n";
        [[maybe_unused]] const auto written = ::write(STDERR_FILENO, usage.data(), usage.size());
        return 64;
    }
    return Guard().run();
}
