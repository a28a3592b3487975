// SPDX-License-Identifier: GPL-3.0-or-later
// bench_process [ROUNDS]: docs/performance.md, "One execution". The cost of starting a command, /bin/true each time:
// GuardedProcess against QProcess and a bare posix_spawn, in turn in one run.
#include "server/core/runtime/process/guardedprocess.h"
#include "server/core/runtime/process/guards.h"
#include "server/core/runtime/process/processtree.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QProcess>

#include <spawn.h>
#include <sys/wait.h>

#include <cstdio>

using namespace Qt::StringLiterals;

extern char **environ;

using namespace signalbox::core;

namespace {

struct Times
{
    std::vector<double> started;
    std::vector<double> exited;
};

double ms(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

void spawnBare(Times &times)
{
    QElapsedTimer timer;
    timer.start();
    pid_t pid = 0;
    std::string name = "/bin/true";
    std::array<char *, 2> arguments{name.data(), nullptr};
    ::posix_spawn(&pid, name.c_str(), nullptr, nullptr, arguments.data(), environ);
    times.started.push_back(ms(timer));
    ::waitpid(pid, nullptr, 0);
    times.exited.push_back(ms(timer));
}

void spawnQt(Times &times)
{
    QEventLoop loop;
    QProcess process;
    QElapsedTimer timer;
    QObject::connect(&process, &QProcess::started, &loop, [&] { times.started.push_back(ms(timer)); });
    QObject::connect(&process, &QProcess::finished, &loop, [&] {
        times.exited.push_back(ms(timer));
        loop.quit();
    });
    timer.start();
    process.start(u"/bin/true"_s, QStringList());
    loop.exec();
}

void spawnGuarded(Times &times, Guards &guards)
{
    QEventLoop loop;
    GuardedProcess process;
    QElapsedTimer timer;
    QObject::connect(&process, &GuardedProcess::started, &loop, [&] { times.started.push_back(ms(timer)); });
    QObject::connect(&process, &GuardedProcess::exited, &loop, [&] {
        times.exited.push_back(ms(timer));
        loop.quit();
    });
    QObject::connect(&process, &GuardedProcess::failedToStart, &loop, [&](const signalbox::Error &error) {
        std::fprintf(stderr, "%s\n", qPrintable(error.message));
        std::exit(1);
    });
    ProcessSpec spec;
    spec.guards = &guards;
    spec.program = u"/bin/true"_s;
    timer.start();
    process.start(spec);
    loop.exec();
}

// GB/s of a command's output up to GuardedProcess::output(), without any work on the bytes.
double throughput(qint64 bytes, Guards &guards)
{
    QEventLoop loop;
    GuardedProcess process;
    qint64 read = 0;
    QObject::connect(&process, &GuardedProcess::output, &loop,
                     [&read](const QByteArray &bytesRead) { read += bytesRead.size(); });
    QObject::connect(&process, &GuardedProcess::exited, &loop, &QEventLoop::quit);
    ProcessSpec spec;
    spec.guards = &guards;
    spec.program = u"head"_s;
    spec.arguments = {u"-c"_s, QString::number(bytes), u"/dev/zero"_s};
    QElapsedTimer timer;
    timer.start();
    process.start(spec);
    loop.exec();
    return static_cast<double>(read) / ms(timer) / 1e6;
}

void print(const char *name, std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const auto at = [&values](double part) {
        return values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1))];
    };
    std::printf("%-26s p50 %6.3f ms   p99 %6.3f ms   max %6.3f ms\n", name, at(0.5), at(0.99), at(1));
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const int rounds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 1000;
    Times bare;
    Times qt;
    Times guarded;
    Guards guards(QString::fromUtf8(BENCH_GUARD));
    guards.keepSpare();
    QEventLoop pausing;
    for (int i = 0; i < rounds; ++i) {
        spawnBare(bare);
        spawnQt(qt);
        spawnGuarded(guarded, guards);
        QTimer::singleShot(2 * Guards::spareAfter, &pausing, &QEventLoop::quit); // for the spare
        pausing.exec();
    }
    print("posix_spawn: returned", bare.started);
    print("posix_spawn: waited for", bare.exited);
    print("QProcess: started", qt.started);
    print("QProcess: finished", qt.exited);
    print("GuardedProcess: started", guarded.started);
    print("GuardedProcess: exited", guarded.exited);
    std::printf("output of one command: %.2f GB/s\n", throughput(2LL * 1024 * 1024 * 1024, guards));
    std::vector<double> passes;
    std::vector<double> looks;
    ProcTable processes;
    for (int i = 0; i < 200; ++i) {
        QElapsedTimer timer;
        timer.start();
        (void)readAllProcStats();
        passes.push_back(ms(timer));
        timer.start();
        (void)processes.look();
        looks.push_back(ms(timer));
    }
    std::printf("(%zu processes) ", readAllProcStats().size());
    print("pass over /proc", passes);
    print("look at the table of processes", looks);
}
