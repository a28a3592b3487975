// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/samplehistory.h"
#include "widgets/charts/timewindow.h"

#include <QChartView>

class QAreaSeries;
class QDateTimeAxis;
class QLineSeries;
class QValueAxis;

namespace signalbox::widgets {

// One metric over a TimeWindow: at most two points per pixel column, replaced at once and only while visible.
// Wheel or + and − zoom, dragging or the arrow keys pan, Home follows the newest again.
// GUI thread; owned by its ChartCard.
class LineChart final : public QChartView
{
    Q_OBJECT

public:
    using Formatter = std::function<QString(double)>;

    LineChart(const SampleHistory &history, TimeWindow &window, Metric metric, QWidget *parent = nullptr);

    void setFormatter(Formatter formatter);
    void setFixedMaximum(double maximum); // 0: as far as the values reach
    void setInteractive(bool interactive);
    void setStale(bool stale);
    int pointCount() const;
    // The newest value, in words; a dash when there is none.
    QString currentText() const;

Q_SIGNALS:
    // What is under the mouse, ready to be shown; empty when it left.
    void hovered(const QString &text);
    void refreshed();
    void clicked(); // only where it is not interactive

protected:
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void refresh();
    void restyle();
    void fitValues(const QList<QPointF> &points);
    void fitValueLabels();
    void fitTimeLabels();
    void readOff(const QPointF &position);
    double fraction(double x) const; // of the plot area
    QRectF plot() const;

    const SampleHistory &m_history;
    TimeWindow &m_window;
    Metric m_metric;
    Formatter m_formatter;
    double m_fixedMaximum = 0.0;
    QLineSeries *m_line;   // the top of the area
    QLineSeries *m_stroke; // what is drawn of it
    QLineSeries *m_floor;
    QAreaSeries *m_area;
    QDateTimeAxis *m_time;
    QValueAxis *m_values;
    std::optional<QPointF> m_cursor; // time, value
    std::optional<double> m_dragFrom;
    double m_ceiling = 0.0;
    bool m_interactive = true;
    bool m_stale = false;
};

} // namespace signalbox::widgets
