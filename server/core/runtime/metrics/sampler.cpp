// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/metrics/sampler.h"

#include <QDir>
#include <QThread>

#include <fts.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

constexpr double bytesPerMb = 1024.0 * 1024.0;
constexpr qint64 blockBytes = 512; // of st_blocks, whatever the file system's blocks are

// The components whose metrics sources are read: one that is still starting need not report yet.
QSet<QString> running(const Snapshot &snapshot)
{
    QSet<QString> ids;
    for (const Component &component : snapshot.components) {
        if (component.state == ComponentState::Running)
            ids.insert(component.id);
    }
    return ids;
}

} // namespace

qint64 storageBytes(const QStringList &paths)
{
    qint64 total = 0;
    QSet<std::pair<quint64, quint64>> linked; // files with several names count once
    for (const QString &path : paths) {
        QByteArray name = QFile::encodeName(path);
        char *const roots[] = {name.data(), nullptr};
        FTS *walk = fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR | FTS_XDEV, nullptr);
        if (!walk)
            continue;
        while (const FTSENT *entry = fts_read(walk)) {
            if (QThread::currentThread()->isInterruptionRequested())
                break;
            if (entry->fts_info != FTS_F)
                continue;
            const struct stat &status = *entry->fts_statp;
            if (status.st_nlink > 1) {
                const std::pair<quint64, quint64> inode{status.st_dev, status.st_ino};
                if (linked.contains(inode))
                    continue;
                linked.insert(inode);
            }
            total += static_cast<qint64>(status.st_blocks) * blockBytes;
        }
        fts_close(walk);
    }
    return total;
}

Sampler::Sampler(Hub &hub, const Supervisor &supervisor, const QString &dataDirectory,
                 std::function<RequestFigures()> requestFigures, QObject *parent)
    : QObject(parent)
    , m_hub(hub)
    , m_supervisor(supervisor)
    , m_dataDirectory(dataDirectory)
    , m_requestFigures(std::move(requestFigures))
    , m_sources(hub.clock())
    , m_background(u"storage"_s)
    , m_details(hub.clock())
    , m_memoryReader(u"memory"_s)
{
    connect(&m_sources, &MetricsSources::figuresMissed, this, &Sampler::figuresMissed);
}

Sampler::~Sampler()
{
    m_background.interrupt();
}

void Sampler::applyConfig(const Config &config)
{
    m_tick = config.server.tick;
    m_storagePaths.clear();
    QList<MetricsSources::Source> sources;
    for (const ComponentConfig &component : config.components) {
        const QDir directory(QDir(m_dataDirectory).filePath(component.workingDirectory));
        if (!component.storagePath.isEmpty())
            m_storagePaths.append(directory.absoluteFilePath(component.storagePath));
        if (!component.metrics)
            continue;
        const bool isFile = component.metrics->kind == MetricsSource::Kind::File;
        sources.append({component.id, isFile ? directory.absoluteFilePath(component.metrics->location) : QString(),
                        isFile ? QUrl() : QUrl(component.metrics->location), component.metrics->format,
                        component.figures});
    }
    if (m_storagePaths.isEmpty())
        m_storagePaths.append(m_dataDirectory);
    m_storageDue = {};
    m_sources.setSources(sources, m_tick);
}

void Sampler::prepare(std::function<void()> done)
{
    m_hostTimes = readHostFigures().times;
    m_prepared = std::move(done);
    refreshStorage();
    m_hub.clock().after(prepareTime, this, [this] { endPreparation(); });
}

void Sampler::endPreparation()
{
    if (const std::function<void()> done = std::exchange(m_prepared, {}))
        done();
}

void Sampler::start()
{
    m_began = m_hub.clock().steady();
    m_lastTick = m_began;
    m_lastWall = m_hub.clock().now();
    if (!m_hostTimes)
        m_hostTimes = readHostFigures().times;
    tick();
    scheduleNext();
}

// Counts from m_began, not from the last tick: delays do not add up, missed ticks are left out, and a timer that goes
// off a moment early makes no second tick.
void Sampler::scheduleNext()
{
    const auto elapsed = m_hub.clock().steady() - m_began;
    m_ticks = std::max<qint64>(m_ticks, elapsed / m_tick) + 1;
    m_hub.clock().after(std::chrono::ceil<Milliseconds>(m_ticks * m_tick - elapsed), this, [this] {
        tick();
        scheduleNext();
    });
}

void Sampler::tick()
{
    const auto now = m_hub.clock().steady();
    const double seconds = std::chrono::duration<double>(now - m_lastTick).count();
    watchClock();
    m_lastTick = now;
    const Snapshot &snapshot = m_hub.snapshot();

    MetricsSample sample;
    sample.time = m_hub.clock().now();
    sample.clients = static_cast<int>(snapshot.clients.size());
    for (const Execution &execution : snapshot.executions)
        sample.runningExecutions += isFinal(execution.state) ? 0 : 1;
    sampleHost(sample);
    sampleComponents(sample, seconds);
    m_sources.setRunning(running(snapshot));
    sampleRequests(sample, seconds);
    sample.storageSizeMb = static_cast<double>(m_storageBytes) / bytesPerMb;
    (void)m_hub.record(MetricsSampled{sample});

    m_sources.refresh();
    refreshStorage();
    for (const QString &problem : m_sources.takeProblems())
        (void)m_hub.record(ProblemOccurred{problem, u"metrics"_s});
}

void Sampler::watchClock()
{
    const Timestamp wall = m_hub.clock().now();
    const auto off = (wall - std::exchange(m_lastWall, wall)) - (m_hub.clock().steady() - m_lastTick);
    const auto by = std::chrono::round<Milliseconds>(off);
    if (std::chrono::abs(by) >= std::chrono::seconds(1))
        Q_EMIT clockJumped(by);
}

void Sampler::sampleHost(MetricsSample &sample)
{
    const HostFigures host = readHostFigures();
    const std::optional<HostCpuTimes> &times = host.times;
    if (times && m_hostTimes && isTooSoon(*m_hostTimes, *times)) { // at the start, soon after prepare()
        const bool isFirst = m_hub.snapshot().metrics.time == Timestamp{};
        sample.cpuPercent = isFirst ? host.loadPercent : m_hub.snapshot().metrics.cpuPercent;
    } else {
        if (times && m_hostTimes)
            sample.cpuPercent = cpuPercent(*m_hostTimes, *times);
        m_hostTimes = times;
    }
    sample.memoryPercent = host.memoryPercent.value_or(0.0);
    m_cores = host.cores;
    m_memoryBytes = host.memoryBytes;
}

void Sampler::sampleComponents(MetricsSample &sample, double seconds)
{
    const QList<Supervisor::Tree> running = m_supervisor.trees();
    QList<qint64> roots;
    roots.reserve(running.size());
    for (const Supervisor::Tree &component : running)
        roots.append(component.root);
    const QHash<qint64, TreeFigures> trees = readProcessTrees(roots, m_processes);
    const QMap<QString, Component> &components = m_hub.snapshot().components;
    QHash<QString, TreeUse> use;
    use.reserve(running.size());
    auto next = components.cbegin(); // both are in the order of ids
    for (const Supervisor::Tree &component : running) {
        while (next != components.cend() && next.key() < component.id)
            ++next;
        const Component *known = next != components.cend() && next.key() == component.id ? &*next : nullptr;
        const auto tree = trees.constFind(component.root);
        const bool hasProcesses = tree != trees.cend() && !tree->descendants.isEmpty();
        // A tree without a page of memory ends just now; until that is known it runs, and has the figures it had.
        if (!hasProcesses || tree->residentBytes <= 0) {
            if (const ComponentFigures *last = known ? m_hub.snapshot().figuresOf(*known) : nullptr) {
                sample.components.insert(component.id, *last);
                continue;
            }
        }
        if (!hasProcesses)
            continue;
        const qint64 pid = known ? known->pid.value_or(0) : 0;
        const TreeUse before = m_use.value(component.id);
        sample.components.insert(component.id, figuresOf(pid, component.root, *tree, seconds, before));
        use.insert(component.id, {component.root, *tree});
    }
    m_use = std::move(use);
    for (auto figures = sample.components.begin(); figures != sample.components.end(); ++figures)
        figures->figures = m_sources.figuresOf(figures.key());
    readSharedMemory(trees);
    refreshDetails(running, trees);
    watchMemory(sample, running, trees);
}

ComponentFigures Sampler::figuresOf(qint64 pid, qint64 root, const TreeFigures &tree, double seconds,
                                    const TreeUse &before)
{
    ComponentFigures figures{.pid = pid};
    const TreeDetail *detail = m_details.of(root);
    // A first reading has nothing to compare with; another root is another run of the component.
    if (before.root == root && seconds > 0.0) {
        const std::chrono::duration<double> spent = cpuTimeBetween(before.tree, tree);
        const double percent = detail && detail->cpuPercent ? *detail->cpuPercent : 100.0 * spent.count() / seconds;
        figures.cpuPercent = std::min(percent, 100.0 * m_cores);
    }
    constexpr double leastBytes = 4096; // the kernel counts in batches, and may know of no page yet
    const double bytes = std::max(bytesOf(root, tree, figures), leastBytes);
    const auto most = static_cast<double>(m_memoryBytes);
    figures.memoryMb = (most > 0.0 ? std::min(bytes, most) : bytes) / bytesPerMb;
    figures.processes = static_cast<int>(tree.descendants.size());
    figures.threads = tree.threads;
    if (detail) {
        figures.descriptors = detail->descriptors;
        figures.readBytes = detail->storage.read;
        figures.writtenBytes = detail->storage.written;
        figures.listensOn = detail->listensOn;
    }
    return figures;
}

double Sampler::bytesOf(qint64 root, const TreeFigures &tree, ComponentFigures &figures) const
{
    const TreeDetail *detail = m_details.of(root);
    if (detail && detail->group.memoryBytes)
        return static_cast<double>(*detail->group.memoryBytes);
    if (tree.descendants.size() > 1) {
        const auto reading = m_memory.constFind(root);
        if (reading == m_memory.cend()) // until the next tick; the sum may be many times what is used
            return static_cast<double>(tree.largestBytes);
        if (reading->bytes)
            return static_cast<double>(memorySince(*reading, tree));
        figures.countsShared = true;
    }
    return static_cast<double>(tree.residentBytes);
}

// Where shared memory counts for each process, the largest of them is what the tree uses at least.
void Sampler::watchMemory(const MetricsSample &sample, const QList<Supervisor::Tree> &running,
                          const QHash<qint64, TreeFigures> &trees)
{
    for (const Supervisor::Tree &component : running) {
        const auto figures = sample.components.constFind(component.id);
        if (!component.watchedMemory || figures == sample.components.cend())
            continue;
        const qint64 used = figures->countsShared ? trees.value(component.root).largestBytes
                                                  : static_cast<qint64>(figures->memoryMb * bytesPerMb);
        if (used > *component.watchedMemory)
            Q_EMIT memoryExceeded(component.id, used);
    }
}

void Sampler::refreshDetails(const QList<Supervisor::Tree> &running, const QHash<qint64, TreeFigures> &trees)
{
    QHash<qint64, QString> groups;
    for (const Supervisor::Tree &component : running) {
        if (component.group)
            groups.insert(component.root, component.group->folder());
    }
    m_details.refresh(trees, groups);
}

// Costs what the processes have mapped: hence on a thread of its own, and the more seldom the longer it takes.
void Sampler::readSharedMemory(const QHash<qint64, TreeFigures> &trees)
{
    m_memory.removeIf([&](const auto &reading) { return !trees.contains(reading.key()); });
    QHash<qint64, TreeFigures> wanted;
    for (auto tree = trees.cbegin(); tree != trees.cend(); ++tree) {
        if (tree->descendants.size() > 1)
            wanted.insert(tree.key(), *tree);
    }
    if (wanted.isEmpty() || m_isReadingMemory || m_hub.clock().steady() < m_memoryDue)
        return;
    m_isReadingMemory = true;
    using Readings = std::pair<QHash<qint64, MemoryReading>, std::chrono::steady_clock::duration>;
    const auto read = [wanted] {
        const auto began = std::chrono::steady_clock::now();
        QHash<qint64, MemoryReading> readings;
        for (auto tree = wanted.cbegin(); tree != wanted.cend(); ++tree)
            readings.insert(tree.key(),
                            {proportionalBytes(tree->descendants), tree->residentBytes, tree->descendants.size()});
        return Readings(readings, std::chrono::steady_clock::now() - began);
    };
    m_memoryReader.ask(read, this, [this](const Readings &readings) {
        m_isReadingMemory = false;
        m_memory.insert(readings.first);
        m_memoryDue = m_hub.clock().steady() + storageRest * readings.second;
    });
}

void Sampler::sampleRequests(MetricsSample &sample, double seconds)
{
    const RequestFigures own = m_requestFigures ? m_requestFigures() : RequestFigures{};
    const ReportedFigures reported = m_sources.sum();
    sample.totalConcepts = reported.totalConcepts;
    sample.totalAssociations = reported.totalAssociations;
    const double ownLatency =
        own.requests > 0 ? std::chrono::duration<double, std::milli>(own.latency).count() / double(own.requests) : 0.0;
    const double ownRate = seconds > 0.0 ? double(own.requests) / seconds : 0.0;
    sample.queriesPerSecond = reported.queriesPerSecond.value_or(ownRate);
    sample.averageLatencyMs = reported.averageLatencyMs.value_or(ownLatency);
}

// A small tree is measured at every tick, a large one so seldom that the disk stays free for other work (storageRest).
void Sampler::refreshStorage()
{
    const auto now = m_hub.clock().steady();
    if (m_isWalking || now < m_storageDue)
        return;
    m_isWalking = true;
    const auto walk = [paths = m_storagePaths] {
        const auto began = std::chrono::steady_clock::now();
        const qint64 bytes = storageBytes(paths);
        return std::pair(bytes, std::chrono::steady_clock::now() - began);
    };
    m_background.ask(walk, this, [this](const std::pair<qint64, std::chrono::steady_clock::duration> &walked) {
        m_isWalking = false;
        m_storageBytes = walked.first;
        m_storageDue = m_hub.clock().steady() + storageRest * walked.second;
        endPreparation();
    });
}

} // namespace signalbox::core
