// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/linechart.h"

#include "widgets/format.h"
#include "widgets/theme.h"

#include <QAreaSeries>
#include <QDateTimeAxis>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QLineSeries>
#include <QMouseEvent>
#include <QValueAxis>
#include <QWheelEvent>

#include <cmath>

namespace signalbox::widgets {

namespace {

// 1, 2 or 5 times a power of ten: labels people can read.
double roundUp(double value)
{
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double step : {1.0, 2.0, 4.0, 5.0, 10.0}) {
        if (value <= step * power * 1.0001)
            return step * power;
    }
    return 10.0 * power;
}

} // namespace

LineChart::LineChart(const SampleHistory &history, TimeWindow &window, Metric metric, QWidget *parent)
    : QChartView(new QChart, parent)
    , m_history(history)
    , m_window(window)
    , m_metric(metric)
    , m_formatter([metric](double value) { return valueText(metric, value); })
    , m_fixedMaximum(widgets::fixedMaximum(metric))
    , m_line(new QLineSeries)
    , m_stroke(new QLineSeries)
    , m_floor(new QLineSeries)
    , m_area(new QAreaSeries(m_line, m_floor))
    , m_time(new QDateTimeAxis)
    , m_values(new QValueAxis)
{
    m_floor->setParent(this);
    m_line->setParent(this);
    chart()->addSeries(m_area);
    chart()->addAxis(m_time, Qt::AlignBottom);
    chart()->addAxis(m_values, Qt::AlignLeft);
    chart()->addSeries(m_stroke);
    for (QAbstractSeries *series : {static_cast<QAbstractSeries *>(m_area), static_cast<QAbstractSeries *>(m_stroke)}) {
        series->attachAxis(m_time);
        series->attachAxis(m_values);
    }
    chart()->setLocalizeNumbers(true);
    chart()->legend()->hide();
    chart()->setMargins({0, 0, 0, 0});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setBackgroundRoundness(0);
    chart()->setBackgroundVisible(false);
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(title(metric));
    setAccessibleDescription(tr("Chart. Plus and minus zoom, the arrow keys move, Home shows the newest."));
    setMinimumSize(200, 120);
    connect(&m_window, &TimeWindow::moved, this, &LineChart::refresh);
    restyle();
}

void LineChart::setFormatter(Formatter formatter)
{
    m_formatter = std::move(formatter);
    refresh();
}

void LineChart::setFixedMaximum(double maximum)
{
    m_fixedMaximum = maximum;
    refresh();
}

void LineChart::setInteractive(bool interactive)
{
    m_interactive = interactive;
    setFocusPolicy(interactive ? Qt::StrongFocus : Qt::NoFocus);
    viewport()->setCursor(interactive ? Qt::CrossCursor : Qt::PointingHandCursor);
}

void LineChart::setStale(bool stale)
{
    m_stale = stale;
    restyle();
}

int LineChart::pointCount() const
{
    return static_cast<int>(m_line->count());
}

QString LineChart::currentText() const
{
    const SampleSeries &series = m_history.series(m_metric);
    return series.isEmpty() ? format::dash() : m_formatter(series.last());
}

QRectF LineChart::plot() const
{
    return chart()->plotArea();
}

double LineChart::fraction(double x) const
{
    const QRectF area = plot();
    return area.width() > 0 ? std::clamp((x - area.left()) / area.width(), 0.0, 1.0) : 1.0;
}

void LineChart::refresh()
{
    if (!isVisible())
        return; // hidden pages sleep; showEvent catches up
    const int columns = std::max(1, static_cast<int>(plot().width()));
    const QList<QPointF> points = m_history.series(m_metric).points(m_window.from(), m_window.to(), columns);
    fitValues(points);
    fitTimeLabels();
    m_time->setRange(QDateTime::fromMSecsSinceEpoch(m_window.from()), QDateTime::fromMSecsSinceEpoch(m_window.to()));
    m_line->replace(points);
    m_stroke->replace(points);
    const QPointF first = points.isEmpty() ? QPointF() : points.constFirst();
    const QPointF last = points.isEmpty() ? QPointF() : points.constLast();
    m_floor->replace(QList<QPointF>{{first.x(), 0.0}, {last.x(), 0.0}});
    Q_EMIT refreshed();
}

void LineChart::fitValues(const QList<QPointF> &points)
{
    double highest = 0.0;
    for (const QPointF &point : points)
        highest = std::max(highest, point.y());
    double wanted = m_fixedMaximum;
    if (wanted <= 0.0)
        wanted = std::max(roundUp(std::max(highest, 0.001) * 1.05), isCount(m_metric) ? 4.0 : 0.1);
    // Grows at once, shrinks only when much is empty: the scale does not jump about.
    if (wanted > m_ceiling || wanted < m_ceiling * 0.45 || m_fixedMaximum > 0.0)
        m_ceiling = wanted;
    m_values->setRange(0.0, m_ceiling);
    fitValueLabels();
}

void LineChart::fitValueLabels()
{
    // The ceiling is 1, 2, 4 or 5 times a power of ten; each splits into steps without odd fractions.
    const double leading = m_ceiling / std::pow(10.0, std::floor(std::log10(m_ceiling) + 1e-9));
    const int steps = leading > 4.5 ? 5 : 4;
    const double step = m_ceiling / steps;
    int decimals = 0;
    for (double rest = step; decimals < 4 && std::abs(rest - std::round(rest)) > 1e-6; rest *= 10.0)
        ++decimals;
    m_values->setTickCount(steps + 1);
    m_values->setLabelFormat(QStringLiteral("%.%1f").arg(decimals));
}

void LineChart::fitTimeLabels()
{
    m_time->setFormat(m_window.length() < 10 * TimeWindow::minute ? QStringLiteral("HH:mm:ss")
                                                                  : QStringLiteral("HH:mm"));
    const int fitting = static_cast<int>(plot().width())
                        / std::max(1, fontMetrics().horizontalAdvance(QStringLiteral("00:00:00 ")) * 3 / 2);
    m_time->setTickCount(std::clamp(fitting + 1, 2, 6));
}

void LineChart::restyle()
{
    const Colours &c = colours(palette());
    const QColor line = m_stale ? c.muted : c.series[static_cast<std::size_t>(m_metric)];
    QColor fill = line;
    fill.setAlphaF(c.dark ? 0.16f : 0.10f);
    m_stroke->setPen(QPen(line, 1.75));
    m_area->setPen(Qt::NoPen);
    m_area->setBrush(fill);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    for (QAbstractAxis *axis : {static_cast<QAbstractAxis *>(m_time), static_cast<QAbstractAxis *>(m_values)}) {
        axis->setLabelsFont(widgets::font(TextStyle::Caption));
        axis->setLabelsColor(c.muted);
        axis->setGridLinePen(QPen(c.border, 1));
        axis->setLinePen(QPen(c.border, 1));
    }
    m_time->setGridLineVisible(false);
    m_values->setLineVisible(false);
    viewport()->update();
}

void LineChart::drawForeground(QPainter *painter, const QRectF &)
{
    const Colours &c = colours(palette());
    if (hasFocus()) {
        painter->setPen(QPen(c.accent, 1.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(sceneRect()).adjusted(1, 1, -1, -1), 4, 4);
    }
    if (!m_cursor)
        return;
    const QPointF at = chart()->mapToPosition(*m_cursor, m_area);
    const QRectF area = plot();
    painter->setPen(QPen(c.muted, 1, Qt::DashLine));
    painter->drawLine(QPointF(at.x(), area.top()), QPointF(at.x(), area.bottom()));
    painter->setPen(QPen(c.surface, 2));
    painter->setBrush(c.series[static_cast<std::size_t>(m_metric)]);
    painter->drawEllipse(at, 4.5, 4.5);
}

void LineChart::readOff(const QPointF &position)
{
    const auto time =
        m_window.from() + static_cast<qint64>(fraction(position.x()) * static_cast<double>(m_window.length()));
    const QPointF point = m_history.series(m_metric).nearest(time, m_window.from(), m_window.to());
    if (std::isnan(point.x())) {
        m_cursor.reset();
        Q_EMIT hovered({});
    } else {
        m_cursor = point;
        const Timestamp when{Milliseconds(static_cast<qint64>(point.x()))};
        Q_EMIT hovered(tr("%1 at %2", "value, time").arg(m_formatter(point.y()), format::clockTime(when)));
    }
    viewport()->update();
}

void LineChart::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    refresh();
}

void LineChart::showEvent(QShowEvent *event)
{
    QChartView::showEvent(event);
    refresh();
}

void LineChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        restyle();
}

void LineChart::wheelEvent(QWheelEvent *event)
{
    // Without a modifier the wheel scrolls the page, as everywhere.
    if (!m_interactive || !(event->modifiers() & Qt::ControlModifier)) {
        event->ignore();
        return;
    }
    m_window.zoom(event->angleDelta().y() > 0 ? 0.8 : 1.25, fraction(event->position().x()));
    event->accept();
}

void LineChart::mousePressEvent(QMouseEvent *event)
{
    if (m_interactive && event->button() == Qt::LeftButton) {
        m_dragFrom = event->position().x();
        setFocus(Qt::MouseFocusReason);
    }
}

void LineChart::mouseMoveEvent(QMouseEvent *event)
{
    if (m_dragFrom && (event->buttons() & Qt::LeftButton)) {
        const double moved = *m_dragFrom - event->position().x();
        m_dragFrom = event->position().x();
        m_window.pan(
            static_cast<qint64>(moved / std::max(1.0, plot().width()) * static_cast<double>(m_window.length())));
    }
    readOff(event->position());
}

void LineChart::mouseReleaseEvent(QMouseEvent *event)
{
    m_dragFrom.reset();
    if (!m_interactive && event->button() == Qt::LeftButton)
        Q_EMIT clicked();
}

void LineChart::mouseDoubleClickEvent(QMouseEvent *)
{
    if (m_interactive)
        m_window.follow();
}

void LineChart::keyPressEvent(QKeyEvent *event)
{
    const qint64 step = m_window.length() / 10;
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return m_window.zoom(0.8, 1.0);
    case Qt::Key_Minus:
        return m_window.zoom(1.25, 1.0);
    case Qt::Key_Left:
        return m_window.pan(-step);
    case Qt::Key_Right:
        return m_window.pan(step);
    case Qt::Key_Home:
        return m_window.follow();
    default:
        event->ignore();
    }
}

void LineChart::leaveEvent(QEvent *event)
{
    QChartView::leaveEvent(event);
    m_cursor.reset();
    Q_EMIT hovered({});
    viewport()->update();
}

} // namespace signalbox::widgets
