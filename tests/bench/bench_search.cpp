// SPDX-License-Identifier: GPL-3.0-or-later
// How many lines are looked through in stored files in a second of processor time, so that what else runs counts little: by
// our scan, beside `grep -c` over the same file. klogg says of itself 5.04 million lines a second for a file of 1 GB.
// bench_search [MEGABYTES]
#include "server/core/runtime/logs/logtext.h"
#include "server/core/runtime/search/filescan.h"

#include <QProcess>
#include <QTemporaryFile>

#include <sys/resource.h>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::core;

namespace {

QByteArray logLine(int number)
{
    static const std::array texts{
        "GET /api/items/%1?page=2 200 in 14 ms from 10.0.3.17", "cache miss for key user:%1:profile, asking the store",
        "worker %1 took job 4711 from the queue, 12 are waiting", "Connection to database refused, try %1 of 5"};
    const auto which = static_cast<std::size_t>(number % 1000 == 999 ? 3 : number % 3);
    return "2026-11-30T10:30:00." + QByteArray::number(100 + number % 900) + "Z out INFO "
           + QByteArray(texts[which]).replace("%1", QByteArray::number(number)) + '\n';
}

double processorTime(int who)
{
    rusage usage = {};
    ::getrusage(who, &usage);
    const auto seconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

struct Figure
{
    qint64 matches = 0;
    double seconds = 0;
};

Figure scan(const QFile &file, const LinePattern &pattern)
{
    Figure figure;
    const double before = processorTime(RUSAGE_SELF);
    scanFile(file.handle(), 0, file.size(), pattern, [&](qint64, qint64, std::string_view line) {
        const QByteArrayView text = storedTextOf({line.data(), static_cast<qsizetype>(line.size())});
        figure.matches += pattern.matches({text.data(), static_cast<std::size_t>(text.size())}) ? 1 : 0;
    });
    figure.seconds = processorTime(RUSAGE_SELF) - before;
    return figure;
}

Figure grep(const QFile &file, const QStringList &arguments)
{
    Figure figure;
    QProcess process;
    process.setProcessEnvironment([] {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
        return environment;
    }());
    const double before = processorTime(RUSAGE_CHILDREN);
    process.start(u"grep"_s, QStringList{u"-c"_s} + arguments + QStringList{file.fileName()});
    process.waitForFinished(-1);
    figure.seconds = processorTime(RUSAGE_CHILDREN) - before;
    figure.matches = process.readAllStandardOutput().trimmed().toLongLong();
    return figure;
}

} // namespace

int main(int argc, char **argv)
{
    const qint64 bytes = (argc > 1 ? QByteArray(argv[1]).toLongLong() : 1000) * 1'000'000;
    QTemporaryFile file;
    if (!file.open())
        return 1;
    qint64 lines = 0;
    for (QByteArray block; file.size() < bytes; block.clear()) {
        for (int i = 0; i < 10'000; ++i)
            block += logLine(static_cast<int>(lines++ % 1'000'000));
        file.write(block);
        file.flush();
    }
    std::printf("%lld lines, %lld bytes\n", static_cast<long long>(lines), static_cast<long long>(file.size()));
    struct Row
    {
        QString text;
        bool isCaseSensitive = false;
        bool isExpression = false;
    };
    const QList<Row> rows{{u"connection to database refused"_s, false, false},
                          {u"Connection to database refused"_s, true, false},
                          {u"nowhere at all"_s, false, false},
                          {u"e"_s, false, false},
                          {u"ошибка"_s, false, false},
                          {u"refused, try \\d+[05] of"_s, true, true},
                          {u"(refused|denied), try"_s, true, true}};
    for (const Row &row : rows) {
        const Result<LinePattern> pattern = LinePattern::make({row.text, row.isCaseSensitive, row.isExpression});
        Figure best;
        Figure peer;
        for (int round = 0; round < 3; ++round) {
            const Figure ours = scan(file, *pattern);
            const Figure theirs =
                grep(file, (row.isCaseSensitive ? QStringList() : QStringList{u"-i"_s})
                               + QStringList{row.isExpression ? u"-P"_s : u"-F"_s, u"-e"_s, row.text});
            best = round == 0 || ours.seconds < best.seconds ? ours : best;
            peer = round == 0 || theirs.seconds < peer.seconds ? theirs : peer;
        }
        std::printf("%-34s %-10s %8lld found  %6.1f M lines/s   grep %8lld, %6.1f M lines/s\n",
                    qUtf8Printable(row.text),
                    row.isExpression      ? "expression"
                    : row.isCaseSensitive ? "with case"
                                          : "any case",
                    static_cast<long long>(best.matches), static_cast<double>(lines) / best.seconds / 1e6,
                    static_cast<long long>(peer.matches), static_cast<double>(lines) / peer.seconds / 1e6);
        std::fflush(stdout);
    }
    return 0;
}
