// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/curvefill.h"

#include <QPainter>

#include <cmath>
#include <vector>

namespace signalbox::widgets {

namespace {

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
