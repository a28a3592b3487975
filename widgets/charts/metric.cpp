// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/metric.h"

#include "widgets/format.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

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
        return u"cpu_percent"_s;
    case Metric::Memory:
        return u"memory_percent"_s;
    case Metric::Storage:
        return u"storage_mb"_s;
    case Metric::Queries:
        return u"queries_per_second"_s;
    case Metric::Latency:
        return u"latency_ms"_s;
    case Metric::Clients:
        return u"clients"_s;
    case Metric::Executions:
        break;
    }
    return u"running_executions"_s;
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

Measure measure(Metric metric)
{
    switch (metric) {
    case Metric::Cpu:
    case Metric::Memory:
        return Measure::Percent;
    case Metric::Storage:
        return Measure::Mebibytes;
    case Metric::Queries:
        return Measure::Number;
    case Metric::Latency:
        return Measure::Milliseconds;
    case Metric::Clients:
    case Metric::Executions:
        break;
    }
    return Measure::Count;
}

QString valueText(Measure measure, double value)
{
    switch (measure) {
    case Measure::Percent:
        return format::percent(value);
    case Measure::Mebibytes:
        return format::megabytes(value);
    case Measure::Number:
        return format::number(value);
    case Measure::Milliseconds:
        return Text::tr("%1 ms").arg(format::number(value));
    case Measure::Count:
        break;
    }
    return format::number(value, value < 10 && value != static_cast<int>(value) ? 1 : 0);
}

Scale scaleFor(Measure measure, double highest)
{
    constexpr double kibi = 1.0 / 1024.0;
    switch (measure) {
    case Measure::Percent:
        return {1.0, format::percentPattern()};
    case Measure::Milliseconds:
        return {1.0, Text::tr("%1 ms")};
    case Measure::Mebibytes: {
        const double size = highest < 1.0 ? kibi : highest < 1024.0 ? 1.0 : 1024.0;
        return {size, u"%1 "_s + format::byteUnit(static_cast<qint64>(size * 1024.0 * 1024.0))};
    }
    case Measure::Number:
    case Measure::Count:
        break;
    }
    return {};
}

double fixedMaximum(Metric metric)
{
    return measure(metric) == Measure::Percent ? 100.0 : 0.0;
}

} // namespace signalbox::widgets
