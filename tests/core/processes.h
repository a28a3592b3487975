// SPDX-License-Identifier: GPL-3.0-or-later
// Commands under the guard, and looks at the machine's processes, for the tests of processes.
#pragma once

#include "server/core/runtime/process/guardedprocess.h"
#include "server/core/runtime/process/guards.h"
#include "server/core/runtime/process/procstat.h"

#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTest>

#include <limits>
#include <optional>

#include <time.h>

namespace signalbox::core {

using namespace Qt::StringLiterals;

inline QString testGuard()
{
    return QString::fromUtf8(TEST_GUARD);
}
inline Guards &testGuards()
{
    static Guards guards(testGuard());
    return guards;
}
inline QString testMisbehave()
{
    return QString::fromUtf8(TEST_MISBEHAVE);
}

inline ProcessSpec specFor(const QString &program, const QStringList &arguments = {})
{
    ProcessSpec spec;
    spec.guards = &testGuards();
    spec.program = program;
    spec.arguments = arguments;
    spec.stopTimeout = Milliseconds(100);
    return spec;
}

inline ProcessSpec shell(const QString &script)
{
    return specFor(u"/bin/sh"_s, {u"-c"_s, script});
}

// One run of a command under the guard, with its signals and output.
class Run : public QObject
{
public:
    explicit Run(const ProcessSpec &spec)
    {
        connect(&process, &GuardedProcess::started, this, [this] { hasStarted = true; });
        connect(&process, &GuardedProcess::failedToStart, this, [this](const Error &why) { failure = why; });
        connect(&process, &GuardedProcess::exited, this, [this](const ExitStatus &status) { exit = status; });
        connect(&process, &GuardedProcess::output, this, [this](const QByteArray &bytes) { take(output, bytes); });
        connect(&process, &GuardedProcess::errorOutput, this, [this](const QByteArray &bytes) { take(error, bytes); });
        process.start(spec);
    }
    bool isOver() const { return exit || failure; }
    // Instead of QTRY_*, which sleeps between its looks: a flood of output needs an event loop that runs.
    bool readAtLeast(qint64 bytes, Milliseconds patience = std::chrono::seconds(60))
    {
        wanted = bytes;
        if (total < wanted) {
            QTimer::singleShot(patience, &loop, &QEventLoop::quit);
            loop.exec();
        }
        wanted = std::numeric_limits<qint64>::max();
        return total >= bytes;
    }

    GuardedProcess process;
    bool hasStarted = false;
    std::optional<Error> failure;
    std::optional<ExitStatus> exit;
    QByteArray output;
    QByteArray error;
    qint64 total = 0;
    qsizetype largest = 0;
    qint64 wanted = std::numeric_limits<qint64>::max();
    QEventLoop loop;

private:
    void take(QByteArray &into, const QByteArray &bytes)
    {
        largest = std::max(largest, bytes.size());
        total += bytes.size();
        if (total >= wanted)
            loop.quit();
        if (total <= 1024 * 1024)
            into += bytes;
    }
};

// Living processes of one program file, under any name; of one parent if it is given.
inline QList<int> processesOf(const QString &program, const std::optional<int> &parent = {})
{
    const QString wanted = QFileInfo(program).canonicalFilePath();
    QList<int> found;
    for (const ProcStat &process : readAllProcStats()) {
        if (process.state != 'Z' && (!parent || process.parent == *parent)
            && QFile::symLinkTarget(u"/proc/%1/exe"_s.arg(process.pid)) == wanted)
            found.append(process.pid);
    }
    return found;
}

// How much the memory of the test may grow while a flood goes through it. The address sanitizer keeps freed memory for
// a while.
#ifdef __SANITIZE_ADDRESS__
constexpr qint64 floodKib = 400 * 1024;
#else
constexpr qint64 floodKib = 8 * 1024;
#endif

inline qint64 residentKib()
{
    QFile file(u"/proc/self/statm"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() * 4 : 0;
}

// Processor time of this thread in milliseconds: the cost of its turns, however busy the machine is.
inline double threadMilliseconds()
{
    timespec used{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return double(used.tv_sec) * 1e3 + double(used.tv_nsec) / 1e6;
}

} // namespace signalbox::core
