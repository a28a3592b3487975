// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QPolygonF>

class QPainter;

namespace signalbox::widgets {

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
