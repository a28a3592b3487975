// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/metrics.h"

#include <QString>

#include <array>
#include <functional>

namespace signalbox::widgets {

// What is charted. The order is that of Colours::series.
enum class Metric { Cpu, Memory, Storage, Queries, Latency, Clients, Executions };

inline constexpr std::array<Metric, 7> allMetrics{Metric::Cpu,     Metric::Memory,  Metric::Storage,   Metric::Queries,
                                                  Metric::Latency, Metric::Clients, Metric::Executions};

QString title(Metric metric);
QString columnName(Metric metric); // in exported CSV: never translated
double value(Metric metric, const MetricsSample &sample);
QString valueText(Metric metric, double value);
// 100 for percentages; 0: as far as the values reach.
double fixedMaximum(Metric metric);
// Counts have no values between whole numbers.
bool isCount(Metric metric);

} // namespace signalbox::widgets
