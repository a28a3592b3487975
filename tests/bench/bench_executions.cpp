// SPDX-License-Identifier: GPL-3.0-or-later
// bench_executions [ROUNDS]: docs/performance.md, "One execution". The cost of an execution of a trivial pipeline, from
// the request to its durable answer and to its end, against QProcess alone, in turn in one run; then executions a
// second. "memory": the journal answers at once, which shows the Engine alone; "store": the journal answers after its
// commit.
#include "server/core/runtime/executions/engine.h"
#include "server/core/runtime/executions/localrunner.h"
#include "server/core/storage/store.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QProcess>
#include <QTemporaryDir>

#include <sys/resource.h>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::core;

namespace {

using Times = std::vector<double>;

double ms(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

void print(const char *name, Times values)
{
    std::sort(values.begin(), values.end());
    const auto at = [&values](double part) {
        return values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1))];
    };
    std::printf("%-34s p50 %7.3f ms   p99 %7.3f ms   max %7.3f ms\n", name, at(0.5), at(0.99), at(1));
}

class MemoryJournal : public QObject, public ExecutionJournal
{
public:
    void save(const Execution &, const QList<Task> &, std::function<void(Result<void>)> durable) override
    {
        if (durable)
            QMetaObject::invokeMethod(this, [durable] { durable({}); }, Qt::QueuedConnection);
    }
};

struct Bench
{
    explicit Bench(bool disk)
    {
        guards.keepSpare(); // as the server does
        if (disk)
            openStore();
        EngineOptions options;
        options.dataDirectory = folder.path();
        options.host = u"host"_s;
        ExecutionJournal &journal = store ? static_cast<ExecutionJournal &>(*store) : memory;
        engine = std::make_unique<Engine>(hub, runner, journal, options);
        hub.setHandler(engine.get());
        ServerInfo server;
        server.capacity = 1'000'000;
        (void)hub.record(ServerChanged{server});
        engine->setWorkers(8);
        Catalogue catalogue;
        Pipeline pipeline;
        pipeline.id = u"p"_s;
        pipeline.nodes = {{u"n"_s, {}, {u"/bin/true"_s}, {}, {}}};
        catalogue.pipelines = {pipeline};
        (void)hub.record(CatalogueChanged{catalogue});
    }

    void openStore()
    {
        store = std::make_unique<Store>(hub, folder.path(), Retention{});
        QEventLoop loop;
        store->open(&loop, [&loop](const Result<RecoveredState> &opened) {
            if (!opened)
                qFatal("%s", qPrintable(opened.error().message));
            loop.quit();
        });
        loop.exec();
    }

    void start(std::function<void()> completed)
    {
        const auto id = hub.submit(serverActor(), StartPipeline{u"p"_s, {}}, &hub,
                                   [completed](const CommandCompleted &) { completed(); });
        if (!id)
            qFatal("refused: %s", qPrintable(id.error().message));
    }

    QTemporaryDir folder;
    SystemClock clock;
    Ids ids;
    Hub hub{clock, ids};
    Guards guards{QString::fromUtf8(BENCH_GUARD)};
    LocalRunner runner{clock, guards};
    MemoryJournal memory;
    std::unique_ptr<Store> store;
    std::unique_ptr<Engine> engine;
};

struct Latency
{
    Times called;
    Times completed;
    Times ended;
};

void runOne(Bench &bench, Latency &latency)
{
    QEventLoop loop;
    int open = 2;
    QElapsedTimer timer;
    const auto done = [&] {
        if (--open == 0)
            loop.quit();
    };
    const auto connection = QObject::connect(&bench.hub, &Hub::changed, &loop, [&](const Change &change) {
        const auto *changed = std::get_if<ExecutionChanged>(&change.body);
        if (!changed || !isFinal(changed->execution.state))
            return;
        latency.ended.push_back(ms(timer));
        done();
    });
    timer.start();
    bench.start([&] {
        latency.completed.push_back(ms(timer));
        done();
    });
    latency.called.push_back(ms(timer));
    loop.exec();
    QObject::disconnect(connection);
}

void runQt(Times &started, Times &finished)
{
    QEventLoop loop;
    QProcess process;
    QElapsedTimer timer;
    QObject::connect(&process, &QProcess::started, &loop, [&] { started.push_back(ms(timer)); });
    QObject::connect(&process, &QProcess::finished, &loop, [&] {
        finished.push_back(ms(timer));
        loop.quit();
    });
    timer.start();
    process.start(u"/bin/true"_s, QStringList());
    loop.exec();
}

// Milliseconds of processor time this process has used so far, in all its threads.
double cpuMs()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto sum = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
    };
    return sum(usage.ru_utime) + sum(usage.ru_stime);
}

void report(const char *name, int count, const std::function<double()> &run)
{
    const double before = cpuMs();
    const double perSecond = run();
    std::printf("%-34s %8.0f /s   %6.3f ms of server processor time each\n", name, perSecond,
                (cpuMs() - before) / count);
}

// Executions a second with inFlight at any time, until all have ended and are in the journal.
double throughput(Bench &bench, int count, int inFlight)
{
    QEventLoop loop;
    int begun = 0;
    int ended = 0;
    QElapsedTimer timer;
    timer.start();
    const auto begin = [&] {
        if (begun < count) {
            ++begun;
            bench.start([] {});
        }
    };
    const auto connection = QObject::connect(&bench.hub, &Hub::changed, &loop, [&](const Change &change) {
        const auto *changed = std::get_if<ExecutionChanged>(&change.body);
        if (!changed || !isFinal(changed->execution.state))
            return;
        if (++ended == count)
            loop.quit();
        QMetaObject::invokeMethod(&loop, begin, Qt::QueuedConnection);
    });
    for (int i = 0; i < inFlight; ++i)
        begin();
    loop.exec();
    while (bench.engine->running() > 0) // those that have ended but are not in the journal yet
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    QObject::disconnect(connection);
    return count / ms(timer) * 1000;
}

double throughputQt(int count, int inFlight)
{
    QEventLoop loop;
    int begun = 0;
    int ended = 0;
    QElapsedTimer timer;
    timer.start();
    const std::function<void()> begin = [&] {
        if (begun >= count)
            return;
        ++begun;
        auto *process = new QProcess(&loop);
        QObject::connect(process, &QProcess::finished, &loop, [&, process] {
            process->deleteLater();
            if (++ended == count)
                loop.quit();
            begin();
        });
        process->start(u"/bin/true"_s, QStringList());
    };
    for (int i = 0; i < inFlight; ++i)
        begin();
    loop.exec();
    return count / ms(timer) * 1000;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const int rounds = argc > 1 ? std::max(10, std::atoi(argv[1])) : 1000;
    Times qtStarted;
    Times qtFinished;
    Latency memory;
    Latency disk;
    Bench memoryBench(false);
    Bench diskBench(true);
    for (int i = 0; i < rounds; ++i) {
        runQt(qtStarted, qtFinished);
        runOne(memoryBench, memory);
        runOne(diskBench, disk);
    }
    std::printf("%d rounds of /bin/true, one at a time\n", rounds);
    print("QProcess start to started", qtStarted);
    print("QProcess start to finished", qtFinished);
    print("execution, memory: call returns", memory.called);
    print("execution, memory: answered", memory.completed);
    print("execution, memory: ended", memory.ended);
    print("execution, store: answered", disk.completed);
    print("execution, store: ended", disk.ended);
    std::printf("\n%d, eight at a time\n", rounds * 3);
    const int count = rounds * 3;
    report("QProcess", count, [&] { return throughputQt(count, 8); });
    report("executions, memory", count, [&] { return throughput(memoryBench, count, 8); });
    report("executions, store", count, [&] { return throughput(diskBench, count, 8); });
    return 0;
}
