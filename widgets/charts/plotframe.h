// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/metric.h"
#include "widgets/look/theme.h"

#include <QFont>
#include <QRectF>
#include <QStaticText>

namespace signalbox::widgets {

// What surrounds a curve: where it is drawn, the values its left edge names and the times below it. Painted here: the axes
// of Qt Charts lay out a text document for every label at every tick, which made up most of what seven charts
// cost (docs/performance.md, "The window under load"). A value of LineChart; times are milliseconds UTC, places are pixels
// of the view.
class PlotFrame
{
public:
    // Grows at once, shrinks only when much is empty: the scale does not jump about. fixed: 0 for as far as the values
    // reach; least: the smallest ceiling there may be; scale: the unit of the labels, round in it.
    void fitValues(double highest, double fixed, double least, const Scale &scale = {});
    // Leaves room for the labels: the same for most charts, so that the plots of one column begin below each other.
    void place(const QSizeF &view, const QFont &font);
    // In whole columns of this width, so that what is joined in one column stays joined while time goes on, and a
    // tick that moves nothing by a column changes nothing.
    void setTimes(qint64 from, qint64 to, double columnWidth);

    const QRectF &plot() const { return m_plot; }
    qint64 from() const { return m_from; }
    qint64 to() const { return m_to; }
    int columns() const { return m_columns; }
    QPointF map(const QPointF &timeAndValue) const;
    qint64 timeAt(double x) const;
    double fraction(double x) const; // 0 left edge … 1 right edge
    double ceiling() const { return m_ceiling; }
    QStringList timeNames() const; // as they stand below the plot

    void paint(QPainter &painter, const Colours &colours) const;

    friend bool operator==(const PlotFrame &, const PlotFrame &) = default;

private:
    // A label and what it names, a value or a time.
    struct Named
    {
        double place = 0.0;
        QStaticText text; // laid out once
        friend bool operator==(const Named &, const Named &) = default;
    };
    void nameValues();
    void nameTimes();
    Named named(double place, const QString &text) const;

    QFont m_font;
    QSizeF m_view;
    QRectF m_plot;
    double m_ceiling = 0.0;
    Scale m_scale;
    QList<Named> m_values;
    qint64 m_from = 0;
    qint64 m_to = 1;
    int m_columns = 1;
    QList<Named> m_times;
    qint64 m_timeStep = 0;
};

} // namespace signalbox::widgets
