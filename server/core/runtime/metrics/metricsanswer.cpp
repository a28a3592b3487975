// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/metrics/metricsanswer.h"

#include "server/core/runtime/metrics/prometheustext.h"
#include "server/model/metrics.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

constexpr double largestFigure = 9.0e15; // what a double counts exactly

std::optional<double> figure(const QJsonObject &report, QLatin1String name, QStringList &ignored)
{
    const QJsonValue value = report.value(name);
    if (value.isUndefined())
        return std::nullopt;
    const double number = value.toDouble(-1.0);
    if (value.isDouble() && std::isfinite(number) && number >= 0.0 && number <= largestFigure)
        return number;
    ignored.append(name);
    return std::nullopt;
}

std::optional<qint64> whole(const std::optional<double> &number)
{
    return number ? std::optional(static_cast<qint64>(*number)) : std::nullopt;
}

MetricsReport reportIn(const QJsonObject &report)
{
    MetricsReport read;
    read.totalConcepts = whole(figure(report, metricInfo(Metric::Concepts).key, read.ignored));
    read.totalAssociations = whole(figure(report, metricInfo(Metric::Associations).key, read.ignored));
    read.queriesPerSecond = figure(report, metricInfo(Metric::Queries).key, read.ignored);
    read.averageLatencyMs = figure(report, metricInfo(Metric::Latency).key, read.ignored);
    return read;
}

} // namespace

std::optional<MetricsReport> readMetricsReport(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    return document.isObject() ? std::optional(reportIn(document.object())) : std::nullopt;
}

std::optional<MetricsAnswer> readMetricsAnswer(const QByteArray &text, MetricsSource::Format format,
                                               const QList<FigureName> &figures)
{
    if (format == MetricsSource::Format::Prometheus) {
        const auto values = readPrometheusText(text, figures);
        return values ? std::optional(MetricsAnswer{{}, *values}) : std::nullopt;
    }
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (!document.isObject())
        return std::nullopt;
    return MetricsAnswer{reportIn(document.object()), readJsonFigures(document.object(), figures)};
}

} // namespace signalbox::core
