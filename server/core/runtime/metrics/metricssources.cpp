// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/metrics/metricssources.h"

#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

Q_LOGGING_CATEGORY(lcMetrics, "signalbox.metrics", QtInfoMsg)

constexpr Milliseconds urlTimeout{2000};

} // namespace

MetricsSources::MetricsSources(Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_background(u"metrics files"_s)
    , m_reader(u"metrics"_s)
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
        state.figures = figureNames(source.format, source.figures);
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
        state.values.clear();
        state.rates.clear();
        state.missed.clear();
        state.get.reset();
        ++state.run;
        state.isAsked = false;
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
            const QByteArray text = file.read(largestReport + 1);
            if (text.size() > largestReport)
                return {{}, u"%1: more than %2 bytes"_s.arg(path).arg(largestReport)};
            return {text, {}};
        },
        this,
        [this, id = state.source.componentId](const std::pair<QByteArray, QString> &read) {
            take(id, read.first, read.second);
        });
}

void MetricsSources::readUrl(State &state)
{
    // Not redirected to another host, port or scheme: a component could otherwise have the server ask whom it likes.
    state.get = std::make_unique<HttpGet>(m_clock, HttpRequest{.url = state.source.url,
                                                               .within = urlTimeout,
                                                               .mostBody = largestReport,
                                                               .followsRedirects = true});
    connect(state.get.get(), &HttpGet::answered, this, [this, id = state.source.componentId](const HttpAnswer &answer) {
        const auto found = m_states.find(id);
        if (found == m_states.end())
            return;
        const QString problem = !answer.problem.isEmpty() ? answer.problem
                                : answer.status >= 400    ? u"answers %1"_s.arg(answer.status)
                                                          : QString();
        const QString address = found->second.source.url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery);
        if (problem.isEmpty())
            take(id, answer.body, {});
        else
            take(id, {}, address + u": " + problem);
        found->second.get.reset();
    });
    state.get->start();
}

void MetricsSources::take(const QString &componentId, const QByteArray &text, const QString &problem)
{
    const auto found = m_states.find(componentId);
    if (found == m_states.end())
        return;
    const auto read = [text, format = found->second.source.format, figures = found->second.figures] {
        return readMetricsAnswer(text, format, figures);
    };
    m_reader.ask(read, this,
                 [this, componentId, problem, run = found->second.run](const std::optional<MetricsAnswer> &answer) {
                     const auto now = m_states.find(componentId);
                     if (now != m_states.end() && now->second.run == run)
                         takeAnswer(now->second, answer, problem);
                 });
}

void MetricsSources::takeAnswer(State &state, const std::optional<MetricsAnswer> &answer, const QString &problem)
{
    state.isAsked = false;
    if (!state.isRunning)
        return;
    if (!answer || !problem.isEmpty()) {
        const bool isJson = state.source.format == MetricsSource::Format::Json;
        state.problem = !problem.isEmpty() ? problem
                        : isJson           ? u"its answer is not a JSON object"_s
                                           : u"its answer is not Prometheus text"_s;
        return;
    }
    const MetricsReport &report = answer->report;
    if (!report.ignored.isEmpty() && !std::exchange(state.isWarnedOf, true))
        qCWarning(lcMetrics, "component '%s' reports no usable number as %s", qUtf8Printable(state.source.componentId),
                  qUtf8Printable(report.ignored.join(u", "_s)));
    state.report = report;
    state.reportedAt = state.silentSince = m_clock.steady();
    state.values = state.rates.take(state.figures, answer->figures, state.reportedAt);
    state.problem.clear();
    state.isReported = false;
    tellMissing(state, answer->figures);
}

void MetricsSources::tellMissing(State &state, const FigureValues &values)
{
    QStringList missing;
    for (qsizetype i = 0; i < state.figures.size(); ++i) {
        const QString &name = state.figures.at(i).name;
        if (values.value(i) || state.missed.contains(name))
            continue;
        state.missed.insert(name);
        missing.append(u'\'' % name % u'\'');
    }
    if (!missing.isEmpty())
        Q_EMIT figuresMissed(
            state.source.componentId,
            u"metrics: no number %1 in what %2 answers"_s.arg(
                missing.join(", "_L1), state.source.file.isEmpty()
                                           ? state.source.url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery)
                                           : state.source.file));
}

QMap<QString, double> MetricsSources::figuresOf(const QString &componentId) const
{
    const auto found = m_states.find(componentId);
    const bool isKnown = found != m_states.end() && found->second.report && !isOver(found->second.reportedAt);
    return isKnown ? found->second.values : QMap<QString, double>();
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
