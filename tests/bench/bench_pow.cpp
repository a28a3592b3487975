// SPDX-License-Identifier: GPL-3.0-or-later
// bench_pow SIGNALBOX [--brief]: docs/performance.md, "Output of a pow call". The real program's pow-1 against
// websocketd (Debian package), in turn and again in reverse, the same commands under both, a bare pipe as the floor.
// Cost grows with bytes; for websocketd, which sends one frame for each line, with lines. Both sides may use all cores:
// websocketd has threads.
#include "tests/bench/powservers.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>
#include <QTextStream>

using namespace Qt::StringLiterals;
using namespace signalbox::bench;

namespace {

struct Sizes
{
    int rounds = 5;
    qint64 lines = 1'000'000;
    qint64 bytes = 1'073'741'824;
    int calls = 200; // in each round
    int stopSeconds = 30;
};

double ms(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

double at(QList<double> values, double part)
{
    std::sort(values.begin(), values.end());
    return values.at(qsizetype(part * double(values.size() - 1)));
}

struct Transfer
{
    double milliseconds = 0;
    RawWebSocket::Totals totals;
};

Transfer transfer(Server &server)
{
    QElapsedTimer timer;
    timer.start();
    const auto client = server.call();
    const RawWebSocket::Totals totals = server.drain(*client);
    return {ms(timer), totals};
}

// Milliseconds of the command with a bare pipe as its output.
double floorOf(const QStringList &command)
{
    QElapsedTimer timer;
    timer.start();
    QStringList quoted;
    for (const QString &argument : command)
        quoted.append(u'\'' + QString(argument).replace(u'\'', u"'\\''"_s) + u'\'');
    FILE *pipe = ::popen(qPrintable(quoted.join(u' ')), "r");
    QByteArray scratch(1 << 16, '\0');
    while (::read(::fileno(pipe), scratch.data(), std::size_t(scratch.size())) > 0) {
    }
    const double passed = ms(timer);
    ::pclose(pipe);
    return passed;
}

qint64 bytesOfSeq(qint64 last)
{
    qint64 bytes = 0;
    for (qint64 first = 1, digits = 1; first <= last; first *= 10, ++digits)
        bytes += (std::min(last, first * 10 - 1) - first + 1) * (digits + 1);
    return bytes;
}

class Bench
{
public:
    Bench(QString program, const Sizes &sizes) : m_program(std::move(program)), m_sizes(sizes) {}

    void lines()
    {
        const QStringList command{u"seq"_s, QString::number(m_sizes.lines)};
        const qint64 bytes = bytesOfSeq(m_sizes.lines);
        const auto check = [&](const Transfer &ours, const Transfer &theirs) {
            if (ours.totals.bytes != bytes)
                fail(u"%1 bytes instead of %2"_s.arg(ours.totals.bytes).arg(bytes));
            if (theirs.totals.frames != m_sizes.lines)
                fail(u"websocketd sent %1 lines"_s.arg(theirs.totals.frames));
        };
        compare("lines", command, false, double(m_sizes.lines) / 1e3, "k lines/s", 2.0, check);
    }

    void bulk(const char *name, const QString &script)
    {
        const QStringList command{u"sh"_s, u"-c"_s, script.arg(m_sizes.bytes)};
        const auto check = [&](const Transfer &ours, const Transfer &theirs) {
            // A character cut at the end becomes U+FFFD, so a few bytes more are right.
            const qint64 more = ours.totals.bytes - m_sizes.bytes;
            if (more < 0 || more > 6 || theirs.totals.bytes != m_sizes.bytes)
                fail(u"bytes are missing: %1, %2"_s.arg(ours.totals.bytes).arg(theirs.totals.bytes));
        };
        compare(name, command, true, double(m_sizes.bytes) / 1e6, "MB/s", 1.0, check);
    }

    void firstByte()
    {
        const QStringList command{u"echo"_s, u"hi"_s};
        Signalbox ours(m_program, command);
        Websocketd theirs(false, command);
        QList<double> called;
        QList<double> whole;
        QList<double> others;
        QList<double> spawned;
        for (int call = 0; call < m_sizes.rounds * m_sizes.calls; ++call) {
            QElapsedTimer timer;
            timer.start();
            auto client = ours.connect();
            QElapsedTimer sinceCall;
            sinceCall.start();
            ours.begin(*client);
            client->waitForFirstByte();
            called.append(ms(sinceCall));
            whole.append(ms(timer));
            ours.drain(*client);
            timer.start();
            client = theirs.call();
            client->waitForFirstByte();
            others.append(ms(timer));
            theirs.drain(*client);
            spawned.append(floorOf(command));
        }
        percentiles("call to first byte", called);
        percentiles("connect to first byte", whole);
        percentiles("  websocketd", others);
        percentiles("  popen to end of file", spawned);
        verdict(at(called, 0.5) <= at(others, 0.5) && at(called, 0.99) <= at(others, 0.99),
                u"call to first byte, p50 and p99 <= websocketd"_s);
    }

    void stopped()
    {
        // A unique argument, by which the process is found.
        const QByteArray mark = "bench-" + QByteArray::number(QCoreApplication::applicationPid());
        const QStringList command{u"yes"_s, QString::fromLatin1(mark)};
        {
            Websocketd theirs(false, command);
            stopReading(theirs, "websocketd", {}, mark);
        }
        Signalbox ours(m_program, command);
        const double grown = stopReading(ours, "signalbox", mark + '\n', mark);
        verdict(grown < 8, u"memory flat (< 8 MiB) while a client does not read"_s);
    }

    int missed() const { return m_missed; }

private:
    template<typename Check>
    void compare(const char *name, const QStringList &command, bool binary, double amount, const char *unit,
                 double goal, const Check &check)
    {
        Signalbox ours(m_program, command);
        Websocketd theirs(binary, command);
        QList<double> mine;
        QList<double> other;
        QList<double> ratios;
        QList<double> floors;
        for (int round = 0; round < m_sizes.rounds; ++round) {
            floors.append(amount / floorOf(command));
            Server *const first = round % 2 == 0 ? static_cast<Server *>(&ours) : &theirs;
            Server *const second = round % 2 == 0 ? static_cast<Server *>(&theirs) : &ours;
            Transfer begun = transfer(*first);
            Transfer ended = transfer(*second);
            if (round % 2 != 0)
                std::swap(begun, ended);
            check(begun, ended);
            mine.append(amount * 1000 / begun.milliseconds);
            other.append(amount * 1000 / ended.milliseconds);
            ratios.append(mine.constLast() / other.constLast());
        }
        const double ratio = at(ratios, 0.5);
        m_out << u"%1 signalbox %2 %6, websocketd %3, bare pipe %4: signalbox/websocketd %5\n"_s
                     .arg(QString::fromLatin1(name), -8)
                     .arg(at(mine, 0.5), 0, 'f', 0)
                     .arg(at(other, 0.5), 0, 'f', 0)
                     .arg(at(floors, 0.5) * 1000, 0, 'f', 0)
                     .arg(ratio, 0, 'f', 2)
                     .arg(QString::fromLatin1(unit))
              << Qt::flush;
        verdict(ratio >= goal, u"%1 >= %2 x"_s.arg(QString::fromLatin1(name)).arg(goal));
    }

    // By how many MiB the server grows while its client does not read.
    double stopReading(Server &server, const char *name, const QByteArray &pattern, const QByteArray &mark)
    {
        const double before = server.residentMiB();
        const auto client = server.call();
        client->waitForFirstByte();
        double most = before;
        qint64 used = -1;
        for (int tenth = 0; tenth < m_sizes.stopSeconds * 10; ++tenth) {
            most = std::max(most, server.residentMiBLater());
            if (tenth == m_sizes.stopSeconds * 10 - 11)
                used = processorTicks(mark);
        }
        const bool blocked = used >= 0 && processorTicks(mark) == used;
        const bool whole = pattern.isEmpty() || client->follows(pattern, 64 << 20);
        m_out << u"stopped for %1 s: %2 %3 MiB before, %4 MiB at most; the process %5; %6\n"_s.arg(m_sizes.stopSeconds)
                     .arg(QString::fromLatin1(name))
                     .arg(before, 0, 'f', 1)
                     .arg(most, 0, 'f', 1)
                     .arg(blocked ? u"waits"_s : u"runs on"_s,
                          pattern.isEmpty()
                              ? u"not read on"_s
                              : u"64 MiB read on, %1"_s.arg(whole ? u"nothing missing"_s : u"BYTES ARE MISSING"_s))
              << Qt::flush;
        if (!pattern.isEmpty())
            verdict(blocked && whole, u"the process waits and nothing is dropped"_s);
        return most - before;
    }

    // Processor time of the `yes` with this argument; -1: there is none.
    static qint64 processorTicks(const QByteArray &mark)
    {
        const QByteArray commandLine = "yes"_ba + '\0' + mark + '\0';
        for (const QString &pid : QDir(u"/proc"_s).entryList({u"[1-9]*"_s}, QDir::Dirs)) {
            QFile named(u"/proc/%1/cmdline"_s.arg(pid));
            if (!named.open(QIODevice::ReadOnly) || named.readAll() != commandLine)
                continue;
            QFile file(u"/proc/%1/stat"_s.arg(pid));
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QList<QByteArray> fields = file.readAll().split(' ');
            return fields.at(13).toLongLong() + fields.at(14).toLongLong();
        }
        return -1;
    }

    void percentiles(const char *name, const QList<double> &values)
    {
        m_out << u"%1 p50 %2 ms, p99 %3 ms, max %4 ms\n"_s.arg(QString::fromLatin1(name), -22)
                     .arg(at(values, 0.5), 0, 'f', 2)
                     .arg(at(values, 0.99), 0, 'f', 2)
                     .arg(at(values, 1), 0, 'f', 2)
              << Qt::flush;
    }

    void verdict(bool reached, const QString &goal)
    {
        m_missed += reached ? 0 : 1;
        m_out << (reached ? "  reached: " : "  MISSED:  ") << goal << '\n' << Qt::flush;
    }

    QString m_program;
    Sizes m_sizes;
    int m_missed = 0;
    QTextStream m_out{stdout};
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QStringList arguments = QCoreApplication::arguments().sliced(1);
    const bool brief = arguments.removeAll(u"--brief"_s) > 0;
    if (arguments.size() != 1) {
        QTextStream(stderr) << "usage: bench_pow SIGNALBOX [--brief]\n";
        return 64;
    }
    if (QStandardPaths::findExecutable(u"websocketd"_s).isEmpty())
        fail(u"websocketd is missing: apt-get install websocketd"_s);
    Bench bench(arguments.constFirst(), brief ? Sizes{1, 50'000, 64 << 20, 20, 2} : Sizes());
    try {
        bench.lines();
        bench.bulk("zeros", u"head -c %1 /dev/zero"_s);
        // Text in which nearly every read from the pipe ends inside a character.
        bench.bulk("utf-8", u"yes '漢字かな交じり文 größer' | head -c %1"_s);
        bench.firstByte();
        bench.stopped();
    } catch (const std::exception &error) {
        fail(QString::fromLocal8Bit(error.what()));
    }
    // A brief run shows that everything works; its figures mean nothing.
    return brief || bench.missed() == 0 ? 0 : 1;
}
