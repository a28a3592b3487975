// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/curves.h"

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

} // namespace signalbox::widgets
