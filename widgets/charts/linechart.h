// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chartmarks.h"
#include "widgets/charts/curvefill.h"
#include "widgets/charts/overlay.h"
#include "widgets/charts/plotframe.h"
#include "widgets/charts/samplehistory.h"
#include "widgets/charts/timewindow.h"

#include <QChartView>
#include <QPen>

class QLineSeries;
class QValueAxis;

namespace signalbox::widgets {

// One metric over a TimeWindow: at most two points per column, replaced at once, only while visible and only when
// something moved that can be seen. A hole in what was measured is a hole in the line.
// Wheel or + and − zoom, dragging or the arrow keys pan, Home follows the newest again.
// GUI thread; owned by its ChartCard.
class LineChart final : public QChartView
{
    Q_OBJECT

public:
    LineChart(const SampleHistory &history, TimeWindow &window, Metric metric, QWidget *parent = nullptr);

    void setMeasure(Measure measure);     // other than its metric's own
    void setFixedMaximum(double maximum); // 0: as far as the values reach
    void setInteractive(bool interactive);
    void setMarks(const ChartMarks &marks);            // outlives the chart
    void setOverlay(std::unique_ptr<Overlay> overlay); // none: nothing lies over it
    const Overlay *overlay() const { return m_overlay.get(); }
    int pointCount() const;
    int curveCount() const; // stretches without a hole
    // The value at the end of what is shown, in words: the newest one while that is followed. A dash when there is none.
    QString currentText() const;
    void refresh(); // what is shown has grown
    void catchUp(); // also out of sight, where it sleeps

Q_SIGNALS:
    // The value at the time that is pointed at, ready to be shown; empty: none is.
    void hovered(const QString &text);
    void refreshed();
    void clicked(); // only where it is not interactive

protected:
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QColor lineColour() const;
    QColor overlayColour() const;
    void restyle();
    void fitFrame(double highest);
    void showCurves();
    void readOff();
    void paintMarks(QPainter &painter) const;
    void paintOverlay(QPainter &painter) const;

    const SampleHistory &m_history;
    TimeWindow &m_window;
    Metric m_metric;
    Measure m_measure;
    double m_fixedMaximum = 0.0;
    PlotFrame m_frame;
    QList<QPolygonF> m_curves;    // pixels of the view, one for each stretch without a hole
    QList<QLineSeries *> m_lines; // what draws them; more than there are now, perhaps
    QValueAxis *m_across;         // pixels of the plot
    QValueAxis *m_up;
    QPen m_pen;
    QColor m_fillColour;
    CurveFill m_fill;
    const ChartMarks *m_marks = nullptr;
    std::unique_ptr<Overlay> m_overlay;
    std::optional<QPointF> m_cursor; // time, value
    std::optional<double> m_dragFrom;
    bool m_interactive = true;
    bool m_behind = true; // something moved while it was out of sight
};

} // namespace signalbox::widgets
