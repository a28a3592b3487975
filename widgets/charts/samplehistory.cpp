// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/samplehistory.h"

#include <cmath>

namespace signalbox::widgets {

namespace {

using namespace std::chrono_literals;

// Finest first: what a coarser answer repeats is ignored.
struct Span
{
    Milliseconds reach;
    int points;
};
constexpr std::array<Span, 4> spans{{{15min, 450}, {2h, 720}, {25h, 750}, {31 * 24h, 1500}}};

QList<QPointF> points(const SamplesPage &page, Metric metric)
{
    QList<QPointF> result;
    result.reserve(page.samples.size());
    for (const MetricsSample &sample : page.samples)
        result.append(
            {static_cast<double>(sample.time.time_since_epoch().count()), valueOf(metricInfo(metric), sample)});
    // Of joined values it is not known whether the lowest or the highest came first: the one nearer to what was before,
    // so that what falls does not look like stairs.
    for (const qsizetype at : page.pairs) {
        QPointF &low = result[at];
        QPointF &high = result[at + 1];
        if (at > 0 && std::abs(result[at - 1].y() - high.y()) < std::abs(result[at - 1].y() - low.y()))
            std::swap(low.ry(), high.ry());
    }
    return result;
}

} // namespace

SampleHistory::SampleHistory(Replica &replica, QString componentId, QString figure, QObject *parent)
    : QObject(parent)
    , m_replica(replica)
    , m_componentId(std::move(componentId))
    , m_figure(std::move(figure))
{
    connect(&replica, &Replica::missed, this, &SampleHistory::load);
    connect(&replica, &Replica::sampled, this, &SampleHistory::take);
    if (replica.isConnected())
        load();
}

void SampleHistory::load()
{
    for (SampleSeries &series : m_series)
        series.clear();
    m_newest = 0;
    if (m_replica.snapshot().metrics.time != Timestamp{})
        take(m_replica.snapshot().metrics);
    m_span = 0;
    askNext();
}

void SampleHistory::askNext()
{
    if (m_span >= spans.size() || !m_replica.isConnected())
        return;
    const Timestamp now = m_replica.snapshot().metrics.time != Timestamp{}
                              ? m_replica.snapshot().metrics.time
                              : std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now());
    m_asking =
        m_replica.ask(SamplesQuery{now - spans[m_span].reach, now, spans[m_span].points, m_componentId, m_figure},
                      [this](const Result<SamplesPage> &page) {
                          if (!page)
                              return; // no store: the charts begin now
                          merge(*page);
                          ++m_span;
                          askNext();
                      });
}

void SampleHistory::take(const MetricsSample &sample)
{
    const qint64 time = sample.time.time_since_epoch().count();
    const qint64 every = m_replica.snapshot().server.tick.count();
    if (m_componentId.isEmpty()) {
        for (const Metric metric : chartedMetrics)
            m_series[static_cast<std::size_t>(metric)].append(time, valueOf(metricInfo(metric), sample), every);
    } else {
        const auto own = sample.components.constFind(m_componentId);
        takeOwn(own == sample.components.cend() ? nullptr : &*own, time, every);
    }
    m_newest = time;
    Q_EMIT grown();
}

// figures null: it does not run.
void SampleHistory::takeOwn(const ComponentFigures *figures, qint64 time, qint64 every)
{
    const auto append = [&](Metric metric, std::optional<double> value) {
        SampleSeries &series = m_series[static_cast<std::size_t>(metric)];
        if (value)
            series.append(time, *value, every);
        else
            series.pause();
    };
    if (!m_figure.isEmpty()) {
        const bool isTold = figures && figures->figures.contains(m_figure);
        return append(SamplesQuery::figureMetric,
                      isTold ? std::optional(figures->figures.value(m_figure)) : std::nullopt);
    }
    for (const ComponentMetricInfo &metric : componentMetricTable)
        append(metric.host, figures ? std::optional(figures->*metric.member) : std::nullopt);
}

void SampleHistory::merge(const SamplesPage &page)
{
    const qint64 every = std::max(page.stretch, m_replica.snapshot().server.tick).count();
    for (const Metric metric : chartedMetrics) {
        if (m_figure.isEmpty() || metric == SamplesQuery::figureMetric)
            m_series[static_cast<std::size_t>(metric)].addHistory(points(page, metric), every);
    }
    if (m_newest == 0 && !page.samples.isEmpty())
        m_newest = page.samples.constLast().time.time_since_epoch().count();
    Q_EMIT grown();
}

} // namespace signalbox::widgets
