// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/linechart.h"

#include "widgets/charts/curves.h"
#include "widgets/look/style.h"
#include "widgets/look/theme.h"
#include "widgets/text/format.h"

#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QLineSeries>
#include <QMouseEvent>
#include <QValueAxis>
#include <QWheelEvent>

#include <cmath>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

double highestOf(const QList<SampleSeries::Column> &columns)
{
    double highest = 0.0;
    for (const SampleSeries::Column &column : columns)
        highest = std::max(highest, column.high.y());
    return highest;
}

} // namespace

LineChart::LineChart(const SampleHistory &history, TimeWindow &window, Metric metric, QWidget *parent)
    : QChartView(new QChart, parent)
    , m_history(history)
    , m_window(window)
    , m_metric(metric)
    , m_measure(metricInfo(metric).measure)
    , m_fixedMaximum(metricInfo(metric).maximum)
    , m_across(new QValueAxis)
    , m_up(new QValueAxis)
{
    chart()->addAxis(m_across, Qt::AlignBottom);
    chart()->addAxis(m_up, Qt::AlignLeft);
    for (QAbstractAxis *axis : {m_across, m_up})
        axis->setVisible(false); // PlotFrame paints what they would
    chart()->legend()->hide();
    chart()->setMargins({0, 0, 0, 0});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setBackgroundRoundness(0);
    chart()->setBackgroundVisible(false);
    setRenderHint(QPainter::Antialiasing);
    setViewportUpdateMode(FullViewportUpdate); // all of it moves at once
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(title(metric));
    setAccessibleDescription(tr("Chart. Plus and minus zoom, the arrow keys move, Home shows the newest."));
    setMinimumSize(200, 120);
    connect(&m_window, &TimeWindow::moved, this, &LineChart::refresh);
    connect(&m_window, &TimeWindow::pointed, this, &LineChart::readOff);
    restyle();
}

void LineChart::setMeasure(Measure measure)
{
    m_measure = measure;
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

void LineChart::setMarks(const ChartMarks &marks)
{
    m_marks = &marks;
    connect(&marks, &ChartMarks::changed, viewport(), qOverload<>(&QWidget::update));
}

void LineChart::setOverlay(std::unique_ptr<Overlay> overlay)
{
    m_overlay = std::move(overlay);
    refresh();
    viewport()->update();
}

int LineChart::pointCount() const
{
    qsizetype count = 0;
    for (const QPolygonF &curve : m_curves)
        count += curve.size();
    return static_cast<int>(count);
}

int LineChart::curveCount() const
{
    return static_cast<int>(m_curves.size());
}

QString LineChart::currentText() const
{
    const SampleSeries &series = m_history.series(m_metric);
    const double last =
        m_window.isFollowing() ? series.last() : series.nearest(m_window.to(), m_window.from(), m_window.to()).y();
    return std::isnan(last) ? format::dash() : valueText(m_measure, last);
}

void LineChart::refresh()
{
    // Hidden pages sleep, and what is scrolled out of sight does, too.
    m_behind = !isVisible() || visibleRegion().isEmpty();
    if (!m_behind)
        catchUp();
}

void LineChart::catchUp()
{
    const PlotFrame before = m_frame;
    // A column is as wide as the line: finer ones would be drawn over each other.
    m_frame.setTimes(m_window.from(), m_window.to(), strokeWidth);
    const auto columns = [this] {
        return m_history.series(m_metric).columns(m_frame.from(), m_frame.to(), m_frame.columns());
    };
    QList<SampleSeries::Column> shown = columns();
    fitFrame(highestOf(shown));
    if (m_frame.columns() != before.columns())
        shown = columns();
    QList<QPolygonF> drawn = curvesOf(shown, m_frame);
    if (drawn != m_curves || m_frame != before) {
        m_curves = std::move(drawn);
        showCurves();
        viewport()->update();
    }
    if (m_overlay && m_overlay->fit(m_frame))
        viewport()->update();
    Q_EMIT refreshed();
}

void LineChart::fitFrame(double highest)
{
    const Scale unit = scaleFor(m_measure, highest);
    const double least = m_measure == Measure::Count ? 4.0 : m_measure == Measure::Number ? 1.0 : 0.1 * unit.size;
    m_frame.fitValues(highest, m_fixedMaximum, least, unit);
    m_frame.place(size(), widgets::font(TextStyle::Caption));
    m_frame.setTimes(m_window.from(), m_window.to(), strokeWidth);
    const QRectF plot = m_frame.plot();
    if (plot == chart()->plotArea())
        return;
    chart()->setPlotArea(plot);
    m_across->setRange(0.0, plot.width());
    m_up->setRange(0.0, plot.height());
}

void LineChart::showCurves()
{
    while (m_lines.size() < m_curves.size()) {
        auto *line = new QLineSeries;
        line->setPen(m_pen);
        chart()->addSeries(line);
        line->attachAxis(m_across);
        line->attachAxis(m_up);
        m_lines.append(line);
    }
    const QRectF plot = m_frame.plot();
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        QList<QPointF> points;
        if (i < m_curves.size()) {
            points.reserve(m_curves[i].size());
            for (const QPointF &point : m_curves[i])
                points.append({point.x() - plot.left(), plot.bottom() - point.y()});
        } else if (m_lines[i]->count() == 0) {
            continue;
        }
        m_lines[i]->replace(points);
    }
    m_fill = CurveFill(m_curves, m_frame.plot(), devicePixelRatioF(), m_fillColour);
}

QColor LineChart::lineColour() const
{
    const Colours &c = colours(palette());
    return isStale(*this) ? c.muted : c.of(metricInfo(m_metric).colour);
}

// Told apart by its dashes as well.
QColor LineChart::overlayColour() const
{
    const Colours &c = colours(palette());
    return isStale(*this) ? c.muted : c.of(ColourRole::Orange);
}

void LineChart::restyle()
{
    m_pen = QPen(lineColour(), strokeWidth);
    m_fillColour = m_pen.color();
    m_fillColour.setAlphaF(isDark(palette()) ? 0.16f : 0.10f);
    for (QLineSeries *each : std::as_const(m_lines))
        each->setPen(m_pen);
    viewport()->setAutoFillBackground(false);
    m_fill = CurveFill(m_curves, m_frame.plot(), devicePixelRatioF(), m_fillColour);
    viewport()->update();
}

void LineChart::drawBackground(QPainter *painter, const QRectF &)
{
    m_frame.paint(*painter, colours(palette()));
    m_fill.paint(*painter);
}

void LineChart::paintMarks(QPainter &painter) const
{
    if (!m_marks)
        return;
    const Colours &c = colours(palette());
    const QRectF area = m_frame.plot();
    for (const ChartMarks::Mark &mark : m_marks->marks()) {
        if (mark.time < m_frame.from() || mark.time > m_frame.to())
            continue;
        const double x = std::round(m_frame.map({static_cast<double>(mark.time), 0.0}).x());
        QColor colour = mark.isBad && !isStale(*this) ? c.bad.text : c.muted;
        painter.fillRect(QRectF(x - 2, area.top(), 5, 4), colour);
        colour.setAlphaF(0.35f);
        painter.fillRect(QRectF(x, area.top(), 1, area.height()), colour);
    }
}

void LineChart::paintOverlay(QPainter &painter) const
{
    if (!m_overlay)
        return;
    const Colours &c = colours(palette());
    painter.setRenderHint(QPainter::Antialiasing);
    m_overlay->paint(painter, overlayColour());
    painter.setPen(isStale(*this) ? c.muted : c.text);
    painter.setBackground(c.surface);
    m_overlay->paintLegend(painter, m_frame.plot(), m_pen, overlayColour(),
                           m_overlay->nowText(m_frame, m_measure, m_window.isFollowing()));
}

void LineChart::drawForeground(QPainter *painter, const QRectF &)
{
    const Colours &c = colours(palette());
    paintMarks(*painter);
    paintOverlay(*painter);
    if (hasFocus()) {
        // Around the labels it would run through them.
        drawFocusRing(*painter, *this, m_frame.plot().toAlignedRect().adjusted(-3, -3, 3, 3));
    }
    if (!m_cursor)
        return;
    const QPointF at = m_frame.map(*m_cursor);
    const QRectF area = m_frame.plot();
    painter->setPen(QPen(c.muted, 1, Qt::DashLine));
    painter->drawLine(QPointF(at.x(), area.top()), QPointF(at.x(), area.bottom()));
    painter->setPen(QPen(c.surface, 2));
    painter->setBrush(m_pen.color());
    painter->drawEllipse(at, 4.5, 4.5);
}

void LineChart::readOff()
{
    if (!isVisible())
        return;
    m_cursor.reset();
    if (const std::optional<qint64> time = m_window.pointedAt()) {
        const QPointF point = m_history.series(m_metric).nearest(*time, m_frame.from(), m_frame.to());
        if (!std::isnan(point.x()))
            m_cursor = point;
    }
    if (m_cursor) {
        const Timestamp when{Milliseconds(static_cast<qint64>(m_cursor->x()))};
        const QString time = m_window.length() > TimeWindow::day ? format::dateTime(when) : format::clockTime(when);
        QString figures = valueText(m_measure, m_cursor->y());
        if (m_overlay)
            figures += u" · "_s
                       + tr("%1 %2", "component, value")
                             .arg(m_overlay->name(), m_overlay->textAt(*m_window.pointedAt(), m_frame, m_measure));
        const QString value = tr("%1 at %2", "value, time").arg(figures, time);
        const qint64 within = m_window.length() / 60; // some pixels
        const ChartMarks::Mark *mark = m_marks ? m_marks->nearest(*m_window.pointedAt(), within) : nullptr;
        Q_EMIT hovered(mark ? mark->text + u" · "_s + value : value);
    } else {
        Q_EMIT hovered({});
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
    if (m_pen.color() != lineColour())
        restyle(); // it may have been made before it came into a stale window
    refresh();
}

void LineChart::paintEvent(QPaintEvent *event)
{
    if (std::exchange(m_behind, false))
        catchUp();
    QChartView::paintEvent(event);
}

void LineChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        restyle();
    else if (event->type() == QEvent::FontChange)
        refresh();
}

void LineChart::wheelEvent(QWheelEvent *event)
{
    // Without a modifier the wheel scrolls the page, as everywhere.
    if (!m_interactive || !(event->modifiers() & Qt::ControlModifier)) {
        event->ignore();
        return;
    }
    m_window.zoom(event->angleDelta().y() > 0 ? 0.8 : 1.25, m_frame.fraction(event->position().x()));
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
        m_window.pan(static_cast<qint64>(moved / m_frame.plot().width() * static_cast<double>(m_window.length())));
    }
    m_window.pointAt(m_frame.timeAt(event->position().x()));
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
    m_window.pointAt({});
}

} // namespace signalbox::widgets
