// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/metrics.h"

#include <QString>

#include <array>
#include <functional>

namespace signalbox::widgets {

using namespace Qt::StringLiterals;

// What is charted. The order is that of Colours::series.
enum class Metric { Cpu, Memory, Storage, Queries, Latency, Clients, Executions };

inline constexpr std::array<Metric, 7> allMetrics{Metric::Cpu,     Metric::Memory,  Metric::Storage,   Metric::Queries,
                                                  Metric::Latency, Metric::Clients, Metric::Executions};

// What a value is measured in. Counts have no values between whole numbers.
enum class Measure { Count, Number, Percent, Milliseconds, Mebibytes };

// The unit an axis is labelled in. size: how much of the measure it is; pattern: a label, %1 its number.
struct Scale
{
    double size = 1.0;
    QString pattern = u"%1"_s;
    friend bool operator==(const Scale &, const Scale &) = default;
};

QString title(Metric metric);
QString columnName(Metric metric); // in exported CSV: never translated
double value(Metric metric, const MetricsSample &sample);
Measure measure(Metric metric);
QString valueText(Measure measure, double value);
Scale scaleFor(Measure measure, double highest); // for values up to highest
// 100 for percentages; 0: as far as the values reach.
double fixedMaximum(Metric metric);

} // namespace signalbox::widgets
