// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/overlay.h"

#include "widgets/charts/curves.h"
#include "widgets/text/format.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QPainter>

#include <cmath>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

struct OverlayText
{
    Q_DECLARE_TR_FUNCTIONS(Overlay)
};

QPen dashed(const QColor &colour)
{
    QPen pen(colour, strokeWidth);
    pen.setDashPattern({3, 2});
    return pen;
}

} // namespace

Overlay::Overlay(const SampleHistory &history, Metric metric, double share, QString name)
    : m_series(history.series(metric))
    , m_share(share)
    , m_name(std::move(name))
{
}

bool Overlay::fit(const PlotFrame &frame)
{
    QList<SampleSeries::Column> columns = m_series.columns(frame.from(), frame.to(), frame.columns());
    for (SampleSeries::Column &column : columns) {
        column.low.ry() *= m_share;
        column.high.ry() *= m_share;
    }
    QList<QPolygonF> curves = curvesOf(columns, frame);
    return std::exchange(m_curves, curves) != curves;
}

QString Overlay::text(double value, Measure measure) const
{
    return std::isnan(value) ? format::dash() : valueText(measure, m_share * value);
}

QString Overlay::nowText(const PlotFrame &frame, Measure measure, bool isFollowing) const
{
    return isFollowing ? text(m_series.last(), measure) : textAt(frame.to(), frame, measure);
}

QString Overlay::textAt(qint64 time, const PlotFrame &frame, Measure measure) const
{
    return text(m_series.nearest(time, frame.from(), frame.to()).y(), measure);
}

QList<QPointF> Overlay::points(qint64 from, qint64 to, int columns) const
{
    QList<QPointF> points = m_series.points(from, to, columns);
    for (QPointF &point : points)
        point.ry() *= m_share;
    return points;
}

void Overlay::paint(QPainter &painter, const QColor &colour) const
{
    painter.setPen(dashed(colour));
    painter.setBrush(Qt::NoBrush);
    for (const QPolygonF &curve : m_curves)
        painter.drawPolyline(curve);
}

void Overlay::paintLegend(QPainter &painter, const QRectF &plot, const QPen &host, const QColor &colour,
                          const QString &now) const
{
    constexpr double sample = 18.0; // of a line
    painter.setFont(widgets::font(TextStyle::Caption));
    const QFontMetricsF metrics(painter.font());
    const double between = metrics.averageCharWidth();
    const QColor ink = painter.pen().color();
    double x = plot.left() + between;
    const auto add = [&](const QPen &pen, const QString &text) {
        const double room = plot.right() - x - sample - between;
        const QString shown = metrics.elidedText(text, Qt::ElideMiddle, std::max(0.0, room));
        const double width = metrics.horizontalAdvance(shown);
        painter.fillRect(QRectF(x - between / 2, plot.top() + 5, sample + width + 2 * between, metrics.height()),
                         painter.background());
        const double middle = plot.top() + 5 + metrics.height() / 2;
        painter.setPen(pen);
        painter.drawLine(QPointF(x, middle), QPointF(x + sample, middle));
        painter.setPen(ink);
        painter.drawText(QPointF(x + sample + between / 2, plot.top() + 5 + metrics.ascent()), shown);
        x += sample + width + 3 * between;
    };
    add(host, OverlayText::tr("This machine"));
    add(dashed(colour), OverlayText::tr("%1 %2", "component, value").arg(m_name, now));
}

} // namespace signalbox::widgets
