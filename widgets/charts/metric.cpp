// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/metric.h"

#include "widgets/text/format.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

struct MetricText
{
    Q_DECLARE_TR_FUNCTIONS(Metric)
};

} // namespace

QString title(Metric metric)
{
    switch (metric) {
    case Metric::Cpu:
        return MetricText::tr("CPU");
    case Metric::Memory:
        return MetricText::tr("Memory");
    case Metric::Storage:
        return MetricText::tr("Storage");
    case Metric::Queries:
        return MetricText::tr("Queries per second");
    case Metric::Latency:
        return MetricText::tr("Latency");
    case Metric::Clients:
        return MetricText::tr("Clients");
    case Metric::Executions:
        return MetricText::tr("Running executions");
    case Metric::Concepts:
    case Metric::Associations:
        break;
    }
    return {};
}

QString columnName(Metric metric)
{
    const MetricInfo &info = metricInfo(metric);
    return info.exportedAs.isEmpty() ? info.key : info.exportedAs;
}

QString valueText(Measure measure, double value)
{
    switch (measure) {
    case Measure::Percent:
        return format::percent(value);
    case Measure::SizeMb:
        return format::megabytes(value);
    case Measure::Number:
        return format::number(value);
    case Measure::DurationMs:
        return MetricText::tr("%1 ms").arg(format::number(value));
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
    case Measure::DurationMs:
        return {1.0, MetricText::tr("%1 ms")};
    case Measure::SizeMb: {
        const double size = highest < 1.0 ? kibi : highest < 1024.0 ? 1.0 : 1024.0;
        return {size, u"%1 "_s + format::byteUnit(static_cast<qint64>(size * 1024.0 * 1024.0))};
    }
    case Measure::Number:
    case Measure::Count:
        break;
    }
    return {};
}

} // namespace signalbox::widgets
