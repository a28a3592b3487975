// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/runtime/metrics/programfigures.h"

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace signalbox::core {

// One report, from JSON. Members that are missing, not numbers, negative or absurd are left out.
struct MetricsReport
{
    std::optional<qint64> totalConcepts;
    std::optional<qint64> totalAssociations;
    std::optional<double> queriesPerSecond;
    std::optional<double> averageLatencyMs;
    QStringList ignored; // members that are there, but no figures
};
std::optional<MetricsReport> readMetricsReport(const QByteArray &json); // nothing: no JSON object

// All that is read of one answer.
struct MetricsAnswer
{
    MetricsReport report; // of JSON alone
    FigureValues figures;
};
std::optional<MetricsAnswer> readMetricsAnswer(const QByteArray &text, MetricsSource::Format format,
                                               const QList<FigureName> &figures); // nothing: not of the format

} // namespace signalbox::core
