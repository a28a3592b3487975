// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QProxyStyle>
#include <QStyleOption>
#include <QTimer>

namespace signalbox::widgets {

// What drawFocusRing() hands to the style's PE_FrameFocusRect. Rings that Qt itself asks for have no radius of their own.
class FocusRingOption final : public QStyleOptionFocusRect
{
public:
    enum StyleOptionVersion { Version = 2 };
    FocusRingOption() : QStyleOptionFocusRect(Version) {}

    int radius = 0;
};

// Fusion with quieter scroll bars, table headers, tabs, fields and menus. GUI thread; owned by the application.
class Style final : public QProxyStyle
{
    Q_OBJECT

public:
    Style();

    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returned) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;

private:
    void keepMoving(const QWidget *widget) const;

    mutable QTimer m_frames; // drawing is const, and what moves is what was drawn
    mutable QList<QPointer<QWidget>> m_moving;
};

// The mark of what has the keyboard, along the inside of rect, for widgets that paint themselves.
// ground: what it is painted on, where that is not the widget's own.
void drawFocusRing(QPainter &painter, const QWidget &widget, const QRect &rect, int radius = 0,
                   const QColor &ground = {});

// Whether what the window of this widget shows may no longer be true: figures, states and progress are grey and still.
bool isStale(const QWidget &widget);
// All widgets in the window are told by QEvent::PaletteChange, and painted anew.
void setStale(QWidget &window, bool stale);

} // namespace signalbox::widgets
