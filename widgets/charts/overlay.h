// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/plotframe.h"
#include "widgets/charts/samplehistory.h"

#include <QPolygonF>

namespace signalbox::widgets {

// What part of a host's figure one component makes up: a dashed line over that of the host, on the same axes.
// GUI thread; owned by its LineChart.
class Overlay final
{
public:
    // history: of the component; outlives the Overlay. share: its value times this is in the unit of the host's chart.
    Overlay(const SampleHistory &history, Metric metric, double share, QString name);

    bool fit(const PlotFrame &frame); // whether it looks different now
    // In words, at the end of what is shown or at a time; a dash where there is none.
    QString nowText(const PlotFrame &frame, Measure measure, bool isFollowing) const;
    QString textAt(qint64 time, const PlotFrame &frame, Measure measure) const;
    const QString &name() const { return m_name; }
    qsizetype curveCount() const { return m_curves.size(); }
    QList<QPointF> points(qint64 from, qint64 to, int columns) const; // times and values in the host's unit

    void paint(QPainter &painter, const QColor &colour) const;
    // Which line is which, at the upper edge of the plot.
    void paintLegend(QPainter &painter, const QRectF &plot, const QPen &host, const QColor &colour,
                     const QString &now) const;

private:
    QString text(double value, Measure measure) const;

    const SampleSeries &m_series;
    double m_share;
    QString m_name;
    QList<QPolygonF> m_curves; // pixels of the view
};

} // namespace signalbox::widgets
