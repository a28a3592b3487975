// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/curves.h"

#include <cmath>

namespace signalbox::widgets {

namespace {

// What moves by less cannot be seen, and is as it was.
QPointF rounded(const QPointF &point)
{
    return {std::round(point.x() * 4) / 4, std::round(point.y() * 16) / 16};
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
    }
    return result;
}

QImage below(const QList<QPolygonF> &curves, const QRectF &plot, double pixelRatio, const QColor &colour)
{
    const QSize size = (plot.size() * pixelRatio).toSize();
    const std::vector<int> tops = topsOf(curves, plot.topLeft(), pixelRatio, size);
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(pixelRatio);
    const QRgb filled = qPremultiply(colour.rgba());
    for (int y = 0; y < size.height(); ++y) {
        auto *row = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < size.width(); ++x)
            row[x] = y >= tops[static_cast<std::size_t>(x)] ? filled : 0;
    }
    return image;
}

} // namespace signalbox::widgets
