// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyle>

class QStyleOptionComboBox;
class QStyleOptionButton;
class QStyleOptionHeader;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QStyleOptionTab;
class QStyleOptionToolButton;

namespace signalbox::widgets {

// How each part of a widget looks, in the colours of the option's palette: what Style draws with. GUI thread.
void drawScrollBar(const QStyle &style, const QStyleOptionSlider &bar, QPainter &painter, const QWidget *widget);
void drawHeaderSection(const QStyleOptionHeader &header, QPainter &painter);
void drawHeaderLabel(const QStyleOptionHeader &header, QPainter &painter);
bool hasTextBeside(const QStyleOptionToolButton &button);
void drawToolLabel(const QStyleOptionToolButton &button, QPainter &painter);
void drawProgress(const QStyleOptionProgressBar &bar, QPainter &painter, bool stale);
void drawRing(const QStyleOption &option, QPainter &painter, const QRect &rect, double radius, double width = 2.0);
void drawFieldFrame(const QStyleOption &field, QPainter &painter);
void drawCheckBox(const QStyleOption &box, QPainter &painter);
void drawToolPanel(const QStyleOption &button, QPainter &painter);
void drawPushPanel(const QStyleOptionButton &button, QPainter &painter);
void drawComboBox(const QStyle &style, const QStyleOptionComboBox &box, QPainter &painter, const QWidget *widget);
void drawTab(const QStyleOptionTab &tab, QPainter &painter);
void drawSpinBox(const QStyle &style, const QStyleOptionSpinBox &box, QPainter &painter, const QWidget *widget);
void drawRadioButton(const QStyleOption &button, QPainter &painter);
void drawMenuPanel(const QStyleOption &menu, QPainter &painter);
void drawSplitter(const QStyleOption &handle, QPainter &painter);

} // namespace signalbox::widgets
