// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/config/config.h"
#include "server/core/hub.h"
#include "server/core/runtime/metrics/hostfigures.h"
#include "server/core/runtime/metrics/metricssources.h"
#include "server/core/runtime/metrics/treedetails.h"
#include "server/core/runtime/process/processtree.h"
#include "server/core/runtime/supervision/supervisor.h"
#include "server/core/work/background.h"

#include <QHash>
#include <QObject>

namespace signalbox::core {

// Makes one MetricsSample per tick: host, process trees, storage, and figures that components report. Nothing slow
// happens on the tick: sources and directory sizes are read on other threads, and the newest result is taken. Server
// thread; owned by Server.
class Sampler : public QObject
{
    Q_OBJECT

public:
    // After a walk over the storage directories, or over what processes share, this many times its duration passes before
    // the next.
    static constexpr int storageRest = 50;
    static constexpr Milliseconds prepareTime{200}; // the longest that a start waits for prepare()

    // hub and supervisor outlive this. dataDirectory: absolute.
    Sampler(Hub &hub, const Supervisor &supervisor, const QString &dataDirectory,
            std::function<RequestFigures()> requestFigures, QObject *parent = nullptr);
    ~Sampler() override; // a walk under way ends early

    void applyConfig(const Config &config); // at the start and at every reload
    // Measures what the first sample needs; done is called soon, at the latest after prepareTime. After applyConfig().
    void prepare(std::function<void()> done);
    void start(); // the first sample at once, then one per tick without drift

    // What was last read of a component's processes: also of one that has ended, until the next tick. Null: it was never
    // read.
    const TreeDetail *lastLook(const QString &componentId) const { return m_details.of(m_use.value(componentId).root); }

Q_SIGNALS:
    // The wall clock was set by this much since the last tick, a second or more; the steady clock tells.
    void clockJumped(signalbox::Milliseconds by);
    // It uses more than its memory_limit, which nothing else holds (Supervisor::Tree).
    void memoryExceeded(const QString &componentId, qint64 bytes);
    // Of [[component]] figures, once in a run: its answer has no such number. What to tell is for people.
    void figuresMissed(const QString &componentId, const QString &text);

private:
    struct TreeUse
    {
        qint64 root = 0;
        TreeFigures tree;
    };

    void tick();
    void scheduleNext();
    void watchClock();
    void sampleHost(MetricsSample &sample);
    void sampleComponents(MetricsSample &sample, double seconds);
    ComponentFigures figuresOf(qint64 pid, qint64 root, const TreeFigures &tree, double seconds, const TreeUse &before);
    double bytesOf(qint64 root, const TreeFigures &tree, ComponentFigures &figures) const;
    void watchMemory(const MetricsSample &sample, const QList<Supervisor::Tree> &running,
                     const QHash<qint64, TreeFigures> &trees);
    void refreshDetails(const QList<Supervisor::Tree> &running, const QHash<qint64, TreeFigures> &trees);
    void readSharedMemory(const QHash<qint64, TreeFigures> &trees);
    void sampleRequests(MetricsSample &sample, double seconds);
    void refreshStorage();
    void endPreparation();

    Hub &m_hub;
    const Supervisor &m_supervisor;
    const QString m_dataDirectory;
    const std::function<RequestFigures()> m_requestFigures;
    MetricsSources m_sources;
    Background m_background;
    QStringList m_storagePaths;
    Milliseconds m_tick{2000};
    std::chrono::steady_clock::time_point m_began{};
    qint64 m_ticks = 0; // since m_began, missed ones included
    std::chrono::steady_clock::time_point m_lastTick{};
    Timestamp m_lastWall{}; // at m_lastTick
    std::chrono::steady_clock::time_point m_storageDue{};
    bool m_isWalking = false;
    std::function<void()> m_prepared; // prepare()'s done, until it was called
    qint64 m_storageBytes = 0;
    std::optional<HostCpuTimes> m_hostTimes;
    ProcTable m_processes;
    QHash<QString, TreeUse> m_use; // by component id, at the last tick
    TreeDetails m_details;
    Background m_memoryReader;
    QHash<qint64, MemoryReading> m_memory; // by root
    std::chrono::steady_clock::time_point m_memoryDue{};
    bool m_isReadingMemory = false;
    double m_cores = 0; // that there are at this tick, and the bytes of memory
    quint64 m_memoryBytes = 0;
};

// Bytes that the files below these directories take, as du counts: the blocks of sparse ones; symbolic links not followed, each inode once. May take long; stops early
// when an interruption of its thread is requested.
qint64 storageBytes(const QStringList &paths);

} // namespace signalbox::core
