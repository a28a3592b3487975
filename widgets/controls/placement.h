// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRect>

class QWidget;

namespace signalbox::widgets {

// Sizes and places of windows, in device-independent pixels.

// The wanted rectangle, made smaller and moved as far as it takes to lie within one of the areas: the one that it covers
// most of, or the first.
QRect fitted(const QRect &wanted, const QList<QRect> &areas);

// For a window that was not shown yet: this size, or what its screen has room for beside panels and the window's frame.
void resizeWithin(QWidget &window, const QSize &wanted);

// Brings a window wholly onto a screen that is there.
void bringOntoScreen(QWidget &window);

} // namespace signalbox::widgets
