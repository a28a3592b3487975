// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/metrics.h"

#include <QColor>
#include <QFont>
#include <QPalette>

#include <array>

namespace signalbox::widgets {

// Every distance, type size and colour of the window. Nothing else may name one.

namespace spacing { // device-independent pixels
inline constexpr int tight = 4;
inline constexpr int small = 8;
inline constexpr int medium = 12;
inline constexpr int large = 16;
inline constexpr int page = 20;
inline constexpr int radius = 8;
inline constexpr int icon = 18;
inline constexpr int sidebar = 184;
} // namespace spacing

enum class TextStyle { Title, Heading, Body, Caption, Figure, Mono };

QFont font(TextStyle style);
// A distance that is meant for text: as many pixels at the usual type size, more at a larger one.
int grown(int pixels);

struct BadgeColours
{
    QColor text;
    QColor fill;
};

struct Colours
{
    bool dark = false;
    QColor window;
    QColor surface; // cards, tables
    QColor border;
    QColor text;
    QColor muted;  // secondary text, still 4.5:1 on window and surface
    QColor accent; // the ground of what is chosen
    QColor onAccent;
    QColor line; // the accent as a line or a bar, at least 3:1 on window and surface
    BadgeColours neutral;
    BadgeColours good;
    BadgeColours busy;
    BadgeColours bad;
    std::array<QColor, static_cast<std::size_t>(ColourRole::None)> series; // by ColourRole

    const QColor &of(ColourRole role) const { return series.at(static_cast<std::size_t>(role)); }
};

// What goes with a palette: for those of makePalette() the Colours it was made from, for a desktop's own palette its
// colours and what can be derived from them. Both stay readable, whatever the desktop has chosen.
const Colours &colours(const QPalette &palette);
const Colours &colours(bool dark);
// By the lightness of the palette's window: Qt 6.4 has no hint for the desktop's colour scheme.
bool isDark(const QPalette &palette);
QPalette makePalette(const Colours &colours);

// WCAG 2.1, 1.4.3: 1 … 21.
double contrast(const QColor &a, const QColor &b);

} // namespace signalbox::widgets
