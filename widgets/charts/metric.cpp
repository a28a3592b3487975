// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/metric.h"

#include "widgets/format.h"

#include <QCoreApplication>

namespace signalbox::widgets {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Metric)
};

} // namespace

QString title(Metric metric)
{
    switch (metric) {
    case Metric::Cpu:
        return Text::tr("CPU");
    case Metric::Memory:
        return Text::tr("Memory");
    case Metric::Storage:
        return Text::tr("Storage");
    case Metric::Queries:
        return Text::tr("Queries per second");
    case Metric::Latency:
        return Text::tr("Latency");
    case Metric::Clients:
        return Text::tr("Clients");
    case Metric::Executions:
        break;
    }
    return Text::tr("Running executions");
}

QString columnName(Metric metric)
{
    switch (metric) {
    case Metric::Cpu:
        return QStringLiteral("cpu_percent");
    case Metric::Memory:
        return QStringLiteral("memory_percent");
    case Metric::Storage:
        return QStringLiteral("storage_mb");
    case Metric::Queries:
        return QStringLiteral("queries_per_second");
    case Metric::Latency:
        return QStringLiteral("latency_ms");
    case Metric::Clients:
        return QStringLiteral("clients");
    case Metric::Executions:
        break;
    }
    return QStringLiteral("running_executions");
}

double value(Metric metric, const MetricsSample &sample)
{
    switch (metric) {
    case Metric::Cpu:
        return sample.cpuPercent;
    case Metric::Memory:
        return sample.memoryPercent;
    case Metric::Storage:
        return sample.storageSizeMb;
    case Metric::Queries:
        return sample.queriesPerSecond;
    case Metric::Latency:
        return sample.averageLatencyMs;
    case Metric::Clients:
        return sample.clients;
    case Metric::Executions:
        break;
    }
    return sample.runningExecutions;
}

QString valueText(Metric metric, double value)
{
    switch (metric) {
    case Metric::Cpu:
    case Metric::Memory:
        return format::percent(value);
    case Metric::Storage:
        return format::megabytes(value);
    case Metric::Queries:
        return format::number(value);
    case Metric::Latency:
        return Text::tr("%1 ms").arg(format::number(value));
    case Metric::Clients:
    case Metric::Executions:
        break;
    }
    return format::number(value, value < 10 && value != static_cast<int>(value) ? 1 : 0);
}

double fixedMaximum(Metric metric)
{
    return metric == Metric::Cpu || metric == Metric::Memory ? 100.0 : 0.0;
}

bool isCount(Metric metric)
{
    return metric == Metric::Clients || metric == Metric::Executions;
}

} // namespace signalbox::widgets
