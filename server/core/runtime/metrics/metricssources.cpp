// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/metrics/metricssources.h"

#include "server/model/metrics.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QNetworkReply>

#include <cmath>
#include <memory>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

Q_LOGGING_CATEGORY(lcMetrics, "signalbox.metrics", QtInfoMsg)

constexpr int urlTimeout = 1000;         // ms
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

} // namespace

std::optional<MetricsReport> readMetricsReport(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject report = document.object();
    MetricsReport read;
    read.totalConcepts = whole(figure(report, metricInfo(Metric::Concepts).key, read.ignored));
    read.totalAssociations = whole(figure(report, metricInfo(Metric::Associations).key, read.ignored));
    read.queriesPerSecond = figure(report, metricInfo(Metric::Queries).key, read.ignored);
    read.averageLatencyMs = figure(report, metricInfo(Metric::Latency).key, read.ignored);
    return read;
}

MetricsSources::MetricsSources(Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_background(u"metrics files"_s)
{
}

void MetricsSources::setSources(const QList<Source> &sources, Milliseconds tick)
{
    m_tick = tick;
    std::map<QString, State> before = std::exchange(m_states, {});
    for (const Source &source : sources) {
        State &state = m_states[source.componentId];
        if (const auto known = before.find(source.componentId); known != before.end()) {
            if (known->second.source == source) { // a reload that does not change the source keeps its report
                state = std::move(known->second);
                continue;
            }
            state.isRunning = known->second.isRunning;
        }
        state.source = source;
        state.silentSince = m_clock.steady();
    }
    refresh();
}

void MetricsSources::setRunning(const QSet<QString> &componentIds)
{
    for (auto &[id, state] : m_states) {
        state.isRunning = componentIds.contains(id);
        if (state.isRunning)
            continue;
        state.report.reset();
        state.problem.clear();
        state.silentSince = m_clock.steady();
    }
}

void MetricsSources::refresh()
{
    for (auto &[id, state] : m_states) {
        if (!state.isRunning || std::exchange(state.isAsked, true))
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
            // Opening a pipe would wait for its writer, perhaps for ever.
            if (file.exists() && !QFileInfo(path).isFile())
                return {{}, u"%1 is not a regular file"_s.arg(path)};
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
    // The transfer timeout starts anew with every byte, so it does not end a source that sends slowly.
    m_clock.after(Milliseconds(2 * urlTimeout), reply, [reply] {
        if (reply->isRunning())
            reply->abort();
    });
    const auto text = std::make_shared<QByteArray>();
    connect(reply, &QNetworkReply::readyRead, reply, [reply, text] {
        if (text->size() > largestReport)
            return;
        text->append(reply->readAll());
        if (text->size() > largestReport) // queued: not from within a signal of the reply
            QMetaObject::invokeMethod(reply, &QNetworkReply::abort, Qt::QueuedConnection);
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply, text, id = state.source.componentId] {
        reply->deleteLater();
        if (reply->error() == QNetworkReply::NoError) // after an error the reply is closed already
            text->append(reply->readAll());
        const bool isAborted = reply->error() == QNetworkReply::OperationCanceledError;
        QString problem;
        if (text->size() > largestReport)
            problem = u"more than %1 bytes"_s.arg(largestReport);
        else if (reply->error() != QNetworkReply::NoError)
            problem = isAborted ? u"no answer in time"_s : reply->errorString();
        take(id, problem.isEmpty() ? *text : QByteArray(),
             problem.isEmpty() ? QString()
                               : reply->url().toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery) + u": "_s + problem);
    });
}

void MetricsSources::take(const QString &componentId, const QByteArray &text, const QString &problem)
{
    const auto found = m_states.find(componentId);
    if (found == m_states.end())
        return;
    State &state = found->second;
    state.isAsked = false;
    if (!state.isRunning)
        return;
    const std::optional<MetricsReport> report = readMetricsReport(text);
    if (!report) {
        state.problem = problem.isEmpty() ? u"its answer is not a JSON object"_s : problem;
        return;
    }
    if (!report->ignored.isEmpty() && !std::exchange(state.isWarnedOf, true))
        qCWarning(lcMetrics, "component '%s' reports no usable number as %s", qUtf8Printable(componentId),
                  qUtf8Printable(report->ignored.join(u", "_s)));
    state.report = report;
    state.reportedAt = state.silentSince = m_clock.steady();
    state.problem.clear();
    state.isReported = false;
}

bool MetricsSources::isOver(std::chrono::steady_clock::time_point since) const
{
    return m_clock.steady() - since > 3 * m_tick;
}

QStringList MetricsSources::takeProblems()
{
    QStringList problems;
    for (auto &[id, state] : m_states) {
        if (!state.problem.isEmpty() && isOver(state.silentSince) && !std::exchange(state.isReported, true))
            problems.append(u"no metrics from component '%1': %2"_s.arg(id, state.problem));
    }
    return problems;
}

ReportedFigures MetricsSources::sum() const
{
    ReportedFigures total;
    double queries = 0.0;
    double weightedLatency = 0.0;
    double plainLatency = 0.0;
    int latencies = 0;
    for (const auto &[id, state] : m_states) {
        if (!state.report || isOver(state.reportedAt))
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
