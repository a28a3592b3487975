// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/curves.h"

#include <QPainter>

#include <cmath>

namespace signalbox::widgets {

namespace {

// What moves by less cannot be seen, and is as it was.
QPointF rounded(const QPointF &point)
{
    return {std::round(point.x() * 16) / 16, std::round(point.y() * 16) / 16};
}

// Without the points that a straight line passes within a tenth of a pixel: what is level costs two.
QPolygonF simplified(const QPolygonF &curve)
{
    constexpr double tolerance = 0.1;
    QPolygonF result{curve.constFirst()};
    bool leavesOut = false; // what came before this point, since the last one kept; passed by these slopes:
    double least = 0.0;
    double most = 0.0;
    for (qsizetype i = 1; i < curve.size(); ++i) {
        QPointF step = curve[i] - result.constLast();
        const auto passes = [&] { return step.x() > 0 && step.y() >= least * step.x() && step.y() <= most * step.x(); };
        if (leavesOut && !passes()) {
            result << curve[i - 1];
            step = curve[i] - result.constLast();
            leavesOut = false;
        }
        if (step.x() <= 0) {
            result << curve[i];
            continue;
        }
        const double low = (step.y() - tolerance) / step.x();
        const double high = (step.y() + tolerance) / step.x();
        least = leavesOut ? std::max(least, low) : low;
        most = leavesOut ? std::min(most, high) : high;
        leavesOut = true;
    }
    if (leavesOut)
        result << curve.constLast();
    return result;
}

// The highest place of each column of pixels; its number of rows where there is none.
std::vector<int> topsOf(const QList<QPolygonF> &curves, const QPointF &corner, double pixelRatio, const QSize &size)
{
    std::vector<int> tops(static_cast<std::size_t>(size.width()), size.height());
    for (const QPolygonF &curve : curves) {
        for (qsizetype i = 1; i < curve.size(); ++i) {
            const QPointF a = (curve[i - 1] - corner) * pixelRatio;
            const QPointF b = (curve[i] - corner) * pixelRatio;
            const int last = std::min(static_cast<int>(std::floor(b.x())), size.width() - 1);
            for (int x = std::max(static_cast<int>(std::floor(a.x())), 0); x <= last; ++x) {
                const double share = b.x() > a.x() ? std::clamp((x + 0.5 - a.x()) / (b.x() - a.x()), 0.0, 1.0) : 1.0;
                const double y = std::round(a.y() + share * (b.y() - a.y()));
                int &top = tops[static_cast<std::size_t>(x)];
                top = std::min(top, std::max(0, static_cast<int>(y)));
            }
        }
    }
    return tops;
}

} // namespace

QList<QPolygonF> curvesOf(const QList<SampleSeries::Column> &columns, const PlotFrame &frame)
{
    QList<QPolygonF> result;
    for (const SampleSeries::Column &column : columns) {
        if (column.afterHole)
            result.append(QPolygonF());
        QPolygonF &curve = result.last();
        QPointF first = rounded(frame.map(column.low));
        QPointF second = rounded(frame.map(column.high));
        if (first == second) {
            curve << first;
            continue;
        }
        // From the end that is nearer to where the line comes from, and never back in time.
        if (!curve.isEmpty()
            && std::abs(curve.constLast().y() - second.y()) < std::abs(curve.constLast().y() - first.y()))
            std::swap(first, second);
        if (first.x() > second.x()) {
            const double x = first.x();
            first.setX(second.x());
            second.setX(x);
        }
        curve << first << second;
    }
    for (QPolygonF &curve : result) {
        if (curve.size() == 1) // a line of one point would not be seen
            curve << curve.constFirst() + QPointF(strokeWidth, 0);
        else
            curve = simplified(curve);
    }
    return result;
}

CurveFill::CurveFill(const QList<QPolygonF> &curves, const QRectF &plot, double pixelRatio, const QColor &colour)
    : m_colour(colour)
{
    const QSize size = (plot.size() * pixelRatio).toSize();
    if (size.isEmpty())
        return;
    const std::vector<int> tops = topsOf(curves, plot.topLeft(), pixelRatio, size);
    const auto [highest, lowest] = std::minmax_element(tops.cbegin(), tops.cend());
    // With a ratio like 1.5 a seam between picture and rectangle could be seen: then the picture is of everything.
    const int end = pixelRatio == std::floor(pixelRatio) ? *lowest : size.height();
    m_corner = plot.topLeft() + QPointF(0, *highest / pixelRatio);
    m_solid = {plot.left(), plot.top() + end / pixelRatio, plot.width(), (size.height() - end) / pixelRatio};
    m_edge = QImage(size.width(), end - *highest, QImage::Format_ARGB32_Premultiplied);
    m_edge.setDevicePixelRatio(pixelRatio);
    const QRgb filled = qPremultiply(colour.rgba());
    for (int y = *highest; y < end; ++y) {
        auto *row = reinterpret_cast<QRgb *>(m_edge.scanLine(y - *highest));
        for (int x = 0; x < size.width(); ++x)
            row[x] = y >= tops[static_cast<std::size_t>(x)] ? filled : 0;
    }
}

void CurveFill::paint(QPainter &painter) const
{
    if (!m_edge.isNull())
        painter.drawImage(m_corner, m_edge);
    if (!m_solid.isEmpty())
        painter.fillRect(m_solid, m_colour);
}

} // namespace signalbox::widgets
