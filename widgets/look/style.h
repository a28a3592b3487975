// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QProxyStyle>
#include <QTimer>

class QProgressBar;

namespace signalbox::widgets {

// Fusion with quieter scroll bars, table headers and tabs. GUI thread; owned by the application.
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

// Grey and still, for as long as nobody knows how far it is.
void setStale(QProgressBar &bar, bool stale);

} // namespace signalbox::widgets
