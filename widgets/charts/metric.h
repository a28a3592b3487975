// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/metrics.h"

#include <QString>

#include <algorithm>
#include <array>

namespace signalbox::widgets {

using namespace Qt::StringLiterals;

// The metrics that have a chart, in the order of the table.
inline constexpr std::size_t chartCount = std::count_if(
    metricTable.begin(), metricTable.end(), [](const auto &metric) { return metric.colour != ColourRole::None; });
inline constexpr std::array<Metric, chartCount> chartedMetrics = [] {
    std::array<Metric, chartCount> charted{};
    std::size_t count = 0;
    for (const MetricInfo &metric : metricTable) {
        if (metric.colour != ColourRole::None)
            charted.at(count++) = metric.metric;
    }
    return charted;
}();

// The unit an axis is labelled in. size: how much of the measure it is; pattern: a label, %1 its number.
struct Scale
{
    double size = 1.0;
    QString pattern = u"%1"_s;
    friend bool operator==(const Scale &, const Scale &) = default;
};

QString title(Metric metric);      // of a chart; empty for a metric that has none
QString columnName(Metric metric); // in exported CSV: never translated
QString valueText(Measure measure, double value);
Scale scaleFor(Measure measure, double highest); // for values up to highest

} // namespace signalbox::widgets
