// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/time.h"

#include <QHash>
#include <QList>
#include <QMap>
#include <QString>

#include <array>
#include <variant>

namespace signalbox {

using namespace Qt::StringLiterals;

// Where a process waits for connections.
struct ListeningPort
{
    QString address; // "127.0.0.1", "::1"; "0.0.0.0" and "::" are all of this machine
    quint16 port = 0;

    friend bool operator==(const ListeningPort &, const ListeningPort &) = default;
    friend auto operator<=>(const ListeningPort &one, const ListeningPort &other)
    {
        return std::pair(one.port, one.address) <=> std::pair(other.port, other.address);
    }
};

// What one component used during one tick; see MetricsSample::components.
struct ComponentFigures
{
    qint64 pid = 0;            // Component::pid when it was measured, 0 for none: see Snapshot::figuresOf()
    double cpuPercent = 0.0;   // of one core, whole process tree
    double memoryMb = 0.0;     // MiB; memory that processes of the tree share counts once
    bool countsShared = false; // …but not here: Signalbox may not read what they share, and it counts for each of them
    // Of all its processes. The last four are read more seldom, the more there is to read.
    int processes = 0;
    int threads = 0;
    int descriptors = 0;     // open files, sockets and others
    qint64 readBytes = 0;    // from storage since its start, as writtenBytes: what the page cache had does not count
    qint64 writtenBytes = 0; // to storage
    QList<ListeningPort> listensOn{}; // TCP, in ascending order
    QMap<QString, double> figures{};  // [[component]] figures, by name; without those that are not told now

    friend bool operator==(const ComponentFigures &, const ComponentFigures &) = default;
};

// Everything measured at one tick. Wires, charts and store all use this one value.
struct MetricsSample
{
    Timestamp time{};
    qint64 totalConcepts = 0;
    qint64 totalAssociations = 0;
    double storageSizeMb = 0.0;
    double queriesPerSecond = 0.0;
    double averageLatencyMs = 0.0;
    double cpuPercent = 0.0;    // host, 0…100
    double memoryPercent = 0.0; // host, 0…100
    int clients = 0;
    int runningExecutions = 0;
    QHash<QString, ComponentFigures> components; // by id; only those that run

    friend bool operator==(const MetricsSample &, const MetricsSample &) = default;
};

// What the gateway handled since Gateway::takeRequestFigures() was last called.
struct RequestFigures
{
    qint64 requests = 0;                 // HTTP requests and WebSocket messages
    std::chrono::nanoseconds latency{0}; // sum
};

// What a value is measured in. Counts have no values between whole numbers.
enum class Measure : quint8 { Count, Number, Percent, DurationMs, SizeMb };

// A percentage as a ratio, milliseconds as seconds, MiB as bytes; other values as they are.
double inBaseUnit(Measure measure, double value);

// Which colour of the theme a metric is drawn in. None: it has no chart.
enum class ColourRole : quint8 { Blue, Violet, Teal, Orange, Rose, Green, Grey, None };

// A figure of MetricsSample. The value is its place in metricTable.
enum class Metric : quint8 { Cpu, Memory, Storage, Queries, Latency, Concepts, Associations, Clients, Executions };

// How /metrics names it and what it says of it.
struct PrometheusFamily
{
    const char *name = nullptr; // nullptr: not there
    const char *help = nullptr;
};

// All that is known of a metric; what people read as its title is in widgets/charts/metric.cpp, where it is translated.
struct MetricInfo
{
    Metric metric{};     // rows are in the order of Metric
    QLatin1String key{}; // for programs: in a report of a component, a status frame and an exported table
    std::variant<double MetricsSample::*, qint64 MetricsSample::*, int MetricsSample::*> member{};
    Measure measure = Measure::Number;
    double maximum = 0.0;       // of its chart; 0: as far as the values reach
    QLatin1String column{};     // of the table samples, with _low and _high of sample_minutes; empty: it is not stored
    QLatin1String exportedAs{}; // the column of an exported table, where that is not the key
    int statusPlace = 0;        // in the "metrics" of a status frame, from 1; 0: not there
    PrometheusFamily prometheus{};
    ColourRole colour = ColourRole::None;
};

// The one table of metrics: store, Sutra, /metrics, charts and exports walk it. Its order is that of charts, exported
// columns and /metrics; keys and columns are data of others and are never changed.
inline constexpr auto metricTable = std::to_array<MetricInfo>({
    {.metric = Metric::Cpu,
     .key = "cpu_percent"_L1,
     .member = &MetricsSample::cpuPercent,
     .measure = Measure::Percent,
     .maximum = 100.0,
     .column = "cpu"_L1,
     .statusPlace = 6,
     .prometheus = {"host_cpu_ratio", "Processor time in use on this machine, 0 to 1."},
     .colour = ColourRole::Blue},
    {.metric = Metric::Memory,
     .key = "memory_percent"_L1,
     .member = &MetricsSample::memoryPercent,
     .measure = Measure::Percent,
     .maximum = 100.0,
     .column = "memory"_L1,
     .statusPlace = 7,
     .prometheus = {"host_memory_ratio", "Memory in use on this machine, 0 to 1."},
     .colour = ColourRole::Violet},
    {.metric = Metric::Storage,
     .key = "storage_size_mb"_L1,
     .member = &MetricsSample::storageSizeMb,
     .measure = Measure::SizeMb,
     .column = "storage"_L1,
     .exportedAs = "storage_mb"_L1,
     .statusPlace = 3,
     .prometheus = {"storage_bytes", "Size of the data directory and of the components' storage."},
     .colour = ColourRole::Teal},
    {.metric = Metric::Queries,
     .key = "queries_per_second"_L1,
     .member = &MetricsSample::queriesPerSecond,
     .measure = Measure::Number,
     .column = "queries"_L1,
     .statusPlace = 4,
     .prometheus = {"queries_per_second", "Requests and messages handled per second, components included."},
     .colour = ColourRole::Orange},
    {.metric = Metric::Latency,
     .key = "avg_latency_ms"_L1,
     .member = &MetricsSample::averageLatencyMs,
     .measure = Measure::DurationMs,
     .column = "latency"_L1,
     .exportedAs = "latency_ms"_L1,
     .statusPlace = 5,
     .prometheus = {"query_latency_seconds", "Mean time to handle one of them."},
     .colour = ColourRole::Rose},
    {.metric = Metric::Concepts,
     .key = "total_concepts"_L1,
     .member = &MetricsSample::totalConcepts,
     .measure = Measure::Count,
     .column = "concepts"_L1,
     .statusPlace = 1,
     .prometheus = {"concepts", "Sum of what the components report."}},
    {.metric = Metric::Associations,
     .key = "total_associations"_L1,
     .member = &MetricsSample::totalAssociations,
     .measure = Measure::Count,
     .column = "associations"_L1,
     .statusPlace = 2,
     .prometheus = {"associations", "Sum of what the components report."}},
    {.metric = Metric::Clients,
     .key = "clients"_L1,
     .member = &MetricsSample::clients,
     .measure = Measure::Count,
     .column = "clients"_L1,
     .colour = ColourRole::Green},
    {.metric = Metric::Executions,
     .key = "running_executions"_L1,
     .member = &MetricsSample::runningExecutions,
     .measure = Measure::Count,
     .column = "running"_L1,
     .colour = ColourRole::Grey},
});

constexpr const MetricInfo &metricInfo(Metric metric)
{
    return metricTable[static_cast<std::size_t>(metric)];
}

double valueOf(const MetricInfo &metric, const MetricsSample &sample);
void setValue(const MetricInfo &metric, MetricsSample &sample, double value); // whole numbers are rounded

// A figure of ComponentFigures.
struct ComponentMetricInfo
{
    double ComponentFigures::*member = nullptr;
    QLatin1String key{}; // in the component's object of a status frame
    Measure measure = Measure::Number;
    Metric host{}; // it has the title, the colour and the columns of this metric, and its place in a SamplesPage
    PrometheusFamily prometheus{};
};

inline constexpr auto componentMetricTable = std::to_array<ComponentMetricInfo>({
    {.member = &ComponentFigures::cpuPercent,
     .key = "cpu_percent"_L1,
     .measure = Measure::Percent,
     .host = Metric::Cpu,
     .prometheus = {"component_cpu_cores", "Processor time of the component's process tree, in cores."}},
    {.member = &ComponentFigures::memoryMb,
     .key = "memory_mb"_L1,
     .measure = Measure::SizeMb,
     .host = Metric::Memory,
     .prometheus = {"component_memory_bytes", "Resident memory of the component's process tree."}},
});

} // namespace signalbox
