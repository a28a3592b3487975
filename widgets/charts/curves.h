// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/plotframe.h"
#include "widgets/charts/sampleseries.h"

#include <QPolygonF>

namespace signalbox::widgets {

inline constexpr double strokeWidth = 1.75; // pixels, of a chart's line

// One for each stretch without a hole, in pixels of the view, from left to right.
QList<QPolygonF> curvesOf(const QList<SampleSeries::Column> &columns, const PlotFrame &frame);

} // namespace signalbox::widgets
