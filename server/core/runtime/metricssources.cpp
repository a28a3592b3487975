// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/metricssources.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QNetworkReply>

#include <cmath>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace signalbox::core {

namespace {

Q_LOGGING_CATEGORY(lcMetrics, "signalbox.metrics", QtInfoMsg)

constexpr int urlTimeout = 1000;         // ms
constexpr double largestFigure = 9.0e15; // what a double counts exactly

std::optional<double> figure(const QJsonObject &report, QLatin1String name)
{
    const QJsonValue value = report.value(name);
    const double number = value.toDouble(-1.0);
    if (!value.isDouble() || !std::isfinite(number) || number < 0.0 || number > largestFigure)
        return std::nullopt;
    return number;
}

std::optional<qint64> whole(const std::optional<double> &number)
{
    return number ? std::optional(static_cast<qint64>(*number)) : std::nullopt;
}

} // namespace

std::optional<MetricsReport> readMetricsReport(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject report = document.object();
    return MetricsReport{whole(figure(report, "total_concepts"_L1)), whole(figure(report, "total_associations"_L1)),
                         figure(report, "queries_per_second"_L1), figure(report, "avg_latency_ms"_L1)};
}

MetricsSources::MetricsSources(Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_background(QStringLiteral("metrics files"))
{
}

void MetricsSources::setSources(const QList<Source> &sources, Milliseconds tick)
{
    m_tick = tick;
    m_states.clear();
    for (const Source &source : sources)
        m_states[source.componentId].source = source;
    refresh();
}

void MetricsSources::refresh()
{
    for (auto &[id, state] : m_states) {
        if (std::exchange(state.isAsked, true))
            continue;
        if (state.source.file.isEmpty())
            readUrl(state);
        else
            readFile(state);
    }
}

void MetricsSources::readFile(State &state)
{
    const QString path = state.source.file;
    m_background.ask(
        [path]() -> std::pair<QByteArray, QString> {
            QFile file(path);
            if (!file.open(QIODevice::ReadOnly))
                return {{}, u"%1: %2"_s.arg(path, file.errorString())};
            return {file.read(largestReport), {}};
        },
        this,
        [this, id = state.source.componentId](const std::pair<QByteArray, QString> &read) {
            take(id, read.first, read.second);
        });
}

void MetricsSources::readUrl(State &state)
{
    QNetworkRequest request(state.source.url);
    request.setTransferTimeout(urlTimeout);
    QNetworkReply *reply = m_network.get(request);
    // The transfer timeout starts anew with every byte; a source that drips must not last longer either.
    m_clock.after(Milliseconds(2 * urlTimeout), reply, [reply] { reply->abort(); });
    const auto text = std::make_shared<QByteArray>();
    connect(reply, &QNetworkReply::readyRead, reply, [reply, text] {
        text->append(reply->readAll());
        if (text->size() > largestReport)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply, text, id = state.source.componentId] {
        text->append(reply->readAll());
        const bool failed = reply->error() != QNetworkReply::NoError;
        take(id, failed ? QByteArray() : *text, failed ? reply->errorString() : QString());
        reply->deleteLater();
    });
}

void MetricsSources::take(const QString &componentId, const QByteArray &text, const QString &problem)
{
    const auto found = m_states.find(componentId);
    if (found == m_states.end())
        return;
    State &state = found->second;
    state.isAsked = false;
    std::optional<MetricsReport> report = readMetricsReport(text);
    if (report) {
        state.report = report;
        state.reportedAt = m_clock.steady();
        state.isComplainedOf = false;
    } else if (!problem.isEmpty() || !text.isEmpty()) {
        // Said once: a source that is not there yet is normal while its component starts.
        if (!std::exchange(state.isComplainedOf, true))
            qCInfo(lcMetrics, "no metrics from component '%s': %s", qUtf8Printable(componentId),
                   qUtf8Printable(problem.isEmpty() ? u"not a JSON object"_s : problem));
    }
}

ReportedFigures MetricsSources::sum() const
{
    ReportedFigures total;
    double queries = 0.0;
    double weightedLatency = 0.0;
    double plainLatency = 0.0;
    int latencies = 0;
    for (const auto &[id, state] : m_states) {
        if (!state.report || m_clock.steady() - state.reportedAt > 3 * m_tick)
            continue;
        total.totalConcepts += state.report->totalConcepts.value_or(0);
        total.totalAssociations += state.report->totalAssociations.value_or(0);
        if (state.report->queriesPerSecond)
            total.queriesPerSecond = total.queriesPerSecond.value_or(0.0) + *state.report->queriesPerSecond;
        if (!state.report->averageLatencyMs)
            continue;
        const double rate = state.report->queriesPerSecond.value_or(0.0);
        queries += rate;
        weightedLatency += rate * *state.report->averageLatencyMs;
        plainLatency += *state.report->averageLatencyMs;
        ++latencies;
    }
    if (latencies > 0)
        total.averageLatencyMs = queries > 0.0 ? weightedLatency / queries : plainLatency / latencies;
    return total;
}

} // namespace signalbox::core
