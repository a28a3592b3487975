// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/metrics.h"

#include <cmath>

namespace signalbox {

namespace {

constexpr bool isInOrder()
{
    for (std::size_t place = 0; place < metricTable.size(); ++place) {
        if (metricTable[place].metric != static_cast<Metric>(place))
            return false;
    }
    return true;
}
static_assert(isInOrder(), "metricInfo() finds a row by its Metric");

} // namespace

double inBaseUnit(Measure measure, double value)
{
    constexpr double mebibyte = 1024.0 * 1024.0;
    switch (measure) {
    case Measure::Percent:
        return value / 100;
    case Measure::DurationMs:
        return value / 1000;
    case Measure::SizeMb:
        return value * mebibyte;
    case Measure::Count:
    case Measure::Number:
        break;
    }
    return value;
}

double valueOf(const MetricInfo &metric, const MetricsSample &sample)
{
    return std::visit([&sample](auto member) { return static_cast<double>(sample.*member); }, metric.member);
}

void setValue(const MetricInfo &metric, MetricsSample &sample, double value)
{
    std::visit(
        [&sample, value](auto member) {
            using Value = std::remove_reference_t<decltype(sample.*member)>;
            if constexpr (std::is_integral_v<Value>)
                sample.*member = static_cast<Value>(std::llround(value));
            else
                sample.*member = value;
        },
        metric.member);
}

} // namespace signalbox
