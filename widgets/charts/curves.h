// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/plotframe.h"
#include "widgets/charts/sampleseries.h"

#include <QImage>
#include <QPolygonF>

namespace signalbox::widgets {

inline constexpr double strokeWidth = 1.75; // pixels, of a chart's line

// One for each stretch without a hole, in pixels of the view, from left to right.
QList<QPolygonF> curvesOf(const QList<SampleSeries::Column> &columns, const PlotFrame &frame);

// What is below curves within the plot: a picture of the rows in which it begins, and one colour from there down. Pixel by
// pixel: of a polygon with hundreds of peaks a rasteriser makes many times the work, and its edge is under the line anyway.
class CurveFill
{
public:
    CurveFill() = default;
    CurveFill(const QList<QPolygonF> &curves, const QRectF &plot, double pixelRatio, const QColor &colour);
    void paint(QPainter &painter) const;

private:
    QImage m_edge;
    QPointF m_corner; // of the edge
    QRectF m_solid;
    QColor m_colour;
};

} // namespace signalbox::widgets
