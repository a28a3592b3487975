// SPDX-License-Identifier: GPL-3.0-or-later
// Programs that no supervisor likes, one per mode (docs/reliability.md, "Nothing outlives the server"). Each process of
// a mode that stays, stays until it is killed.
#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <ctime>
#include <string>
#include <string_view>
#include <vector>

namespace {

[[noreturn]] void stay()
{
    for (;;)
        ::pause();
}

void say(std::string_view text)
{
    [[maybe_unused]] const auto length = ::write(STDOUT_FILENO, text.data(), text.size());
}

void ignoreTerm()
{
    ::signal(SIGTERM, SIG_IGN);
    ::signal(SIGINT, SIG_IGN);
    ::signal(SIGHUP, SIG_IGN);
}

void closeDescriptors()
{
    ::close_range(0, ~0U, 0);
}

// A daemon as in the books: the parent ends, the grandchild stays.
void doubleFork()
{
    if (::fork() == 0) {
        ::setsid();
        if (::fork() == 0) {
            ignoreTerm();
            stay();
        }
        ::_exit(0);
    }
}

void forkTwenty(bool ownSessions)
{
    for (int i = 0; i < 20; ++i) {
        if (::fork() == 0) {
            if (ownSessions)
                ::setsid();
            ignoreTerm();
            stay();
        }
    }
}

void printGibibyte()
{
    const std::string block(1024 * 1024, 'x');
    for (int i = 0; i < 1024; ++i)
        say(block);
}

// A million numbered lines, a hundred thousand a second.
void printMillionLines()
{
    timespec due{};
    ::clock_gettime(CLOCK_MONOTONIC, &due);
    for (int batch = 0; batch < 200; ++batch) {
        std::string lines;
        for (int line = 0; line < 5000; ++line)
            lines += "line " + std::to_string(batch * 5000 + line) + ": the quick brown fox jumps over the lazy dog\n";
        say(lines);
        due.tv_nsec += 50'000'000;
        due.tv_sec += due.tv_nsec / 1'000'000'000;
        due.tv_nsec %= 1'000'000'000;
        ::clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &due, nullptr);
    }
    stay();
}

void changeName(char **argv)
{
    ::prctl(PR_SET_NAME, "a) b (c ) S 1", 0, 0, 0);
    std::memset(argv[0], 'z', std::strlen(argv[0]));
}

// A daemon without a session, an environment and a guard by which it could be found.
void killGuard()
{
    const std::string guard = std::to_string(::getppid());
    if (::fork() == 0) {
        ::setsid();
        if (::fork() == 0) {
            const char *const arguments[] = {"misbehave", "hidden-killer", guard.c_str(), nullptr};
            const char *const environment[] = {nullptr};
            ::execve("/proc/self/exe", const_cast<char **>(arguments), const_cast<char **>(environment));
        }
        ::_exit(0);
    }
}

// Processes of several generations, a group of its own for each child.
void forkFifty()
{
    for (int i = 0; i < 10; ++i) {
        if (::fork() == 0) {
            ::setpgid(0, 0);
            for (int below = 0; below < 4; ++below) {
                if (::fork() == 0)
                    break;
            }
            ignoreTerm();
            stay();
        }
    }
}

// Every process lives for an instant and leaves a child behind: a process that was just found is gone already.
[[noreturn]] void run(bool ownSessions)
{
    ignoreTerm();
    for (;;) {
        if (::fork() != 0)
            ::_exit(0);
        if (ownSessions)
            ::setsid();
        ::usleep(200);
    }
}

} // namespace

int main(int argc, char **argv)
{
    const std::string mode = argc > 1 ? argv[1] : "";
    if (mode == "double-fork") {
        doubleFork();
    } else if (mode == "setsid") {
        if (::fork() == 0) {
            ::setsid();
            stay();
        }
    } else if (mode == "ignores-term") {
        ignoreTerm();
    } else if (mode == "closes-descriptors") {
        closeDescriptors();
        stay();
    } else if (mode == "forks-twenty") {
        forkTwenty(false);
    } else if (mode == "forks-twenty-sessions") {
        forkTwenty(true);
    } else if (mode == "exits-at-once") {
        doubleFork();
        return 7;
    } else if (mode == "prints-gibibyte") {
        printGibibyte();
    } else if (mode == "prints-million-lines") {
        printMillionLines();
    } else if (mode == "prints-forever") {
        const std::string block(1024 * 1024, 'x');
        for (;;)
            say(block);
    } else if (mode == "changes-name") {
        changeName(argv);
    } else if (mode == "kills-guard") {
        killGuard();
    } else if (mode == "hidden-killer" && argc > 2) {
        ignoreTerm();
        ::kill(std::atoi(argv[2]), SIGKILL);
        stay(); // and prints nothing
    } else if (mode == "stops-itself") {
        if (::fork() == 0)
            ignoreTerm();
        say("ready\n");
        ::raise(SIGSTOP);
    } else if (mode == "forks-fifty") {
        forkFifty();
    } else if (mode == "runner" || mode == "runner-sessions") {
        if (::fork() == 0)
            run(mode == "runner-sessions");
    } else {
        return 64;
    }
    say("ready\n");
    stay();
}
