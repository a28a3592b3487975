// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/metric.h"
#include "widgets/charts/sampleseries.h"
#include "widgets/state/replica.h"

namespace signalbox::widgets {

// The last thirty days of every metric and of one component's own figures: live from the tick, older from the store
// where it has any. GUI thread; owned by whoever shows it (MainWindow for the host, ComponentDetail for one).
class SampleHistory final : public QObject
{
    Q_OBJECT

public:
    // componentId empty: the host. figure: of those that the component's program tells (ComponentFigures::figures); then
    // SamplesQuery::figureMetric alone has values.
    SampleHistory(Replica &replica, QString componentId, QString figure = {}, QObject *parent = nullptr);

    // With a component, Cpu is percent of a core and Memory MiB (componentMetricTable).
    const SampleSeries &series(Metric metric) const { return m_series[static_cast<std::size_t>(metric)]; }
    qint64 newest() const { return m_newest; } // milliseconds UTC of the last sample, 0 before the first

Q_SIGNALS:
    void grown();

private:
    void load();
    void askNext();
    void take(const MetricsSample &sample);
    void takeOwn(const ComponentFigures *figures, qint64 time, qint64 every);
    void merge(const SamplesPage &page);

    Replica &m_replica;
    QString m_componentId;
    QString m_figure;
    std::array<SampleSeries, metricTable.size()> m_series; // those without a chart stay empty
    qint64 m_newest = 0;
    Asking m_asking;
    std::size_t m_span = 0;
};

} // namespace signalbox::widgets
