// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/barchart.h"

#include "widgets/look/style.h"
#include "widgets/look/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>

#include <algorithm>

namespace signalbox::widgets {

BarChart::BarChart(const QString &name, QWidget *parent) : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(name);
    viewport()->setAutoFillBackground(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void BarChart::setBars(const QList<Bar> &bars, Milliseconds length, const QString &summary)
{
    m_bars = bars;
    m_length = length;
    m_summary = summary;
    setAccessibleDescription(summary);
    fitScrollBar();
    viewport()->update();
}

int BarChart::rowHeight() const
{
    return QFontMetrics(widgets::font(TextStyle::Body)).height() + spacing::small;
}

int BarChart::nameWidth() const
{
    const QFontMetrics metrics(widgets::font(TextStyle::Body));
    int widest = 0;
    for (const Bar &bar : m_bars)
        widest = std::max(widest, metrics.horizontalAdvance(bar.name));
    return std::min(widest + 1, viewport()->width() / 3);
}

int BarChart::tookWidth() const
{
    const QFontMetrics metrics(widgets::font(TextStyle::Caption));
    int widest = 0;
    for (const Bar &bar : m_bars)
        widest = std::max(widest, metrics.horizontalAdvance(bar.took));
    return std::min(widest, viewport()->width() / 4) + spacing::medium;
}

void BarChart::fitScrollBar()
{
    const int whole = static_cast<int>(m_bars.size()) * rowHeight() + 2 * spacing::small;
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(rowHeight());
    verticalScrollBar()->setRange(0, std::max(0, whole - viewport()->height()));
}

void BarChart::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    fitScrollBar();
}

void BarChart::mouseDoubleClickEvent(QMouseEvent *event)
{
    const int row = (event->pos().y() - spacing::small + verticalScrollBar()->value()) / rowHeight();
    if (row >= 0 && row < m_bars.size())
        Q_EMIT activated(m_bars[row].id);
}

void BarChart::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_bars.isEmpty()) {
        painter.setFont(widgets::font(TextStyle::Body));
        painter.setPen(colours(palette()).muted);
        painter.drawText(viewport()->rect(), Qt::AlignCenter | Qt::TextWordWrap, m_summary);
        return;
    }
    for (int row = 0; row < m_bars.size(); ++row) {
        const QRect rect(spacing::small, spacing::small + row * rowHeight() - verticalScrollBar()->value(),
                         viewport()->width() - 2 * spacing::small, rowHeight());
        if (rect.intersects(event->rect()))
            paintBar(painter, rect, m_bars[row]);
    }
}

void BarChart::paintBar(QPainter &painter, const QRect &row, const Bar &bar) const
{
    const Colours &c = colours(palette());
    const auto placed = [&](const QRect &rect) { return QStyle::visualRect(layoutDirection(), row, rect); };
    const int aligned = static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter));
    const QRect name(row.left(), row.top(), nameWidth(), row.height());
    painter.setFont(widgets::font(TextStyle::Body));
    painter.setPen(isStale(*this) ? c.muted : c.text);
    painter.drawText(placed(name), aligned, painter.fontMetrics().elidedText(bar.name, Qt::ElideMiddle, name.width()));

    painter.setFont(widgets::font(TextStyle::Caption));
    const int timeWidth = tookWidth();
    const int left = name.right() + spacing::medium;
    const double room = std::max(1, row.right() - timeWidth - left);
    const auto at = [&](Milliseconds offset) {
        const double whole = static_cast<double>(std::max<qint64>(1, m_length.count()));
        return left + static_cast<int>(room * std::min(1.0, static_cast<double>(offset.count()) / whole));
    };
    const int from = at(bar.wanted);
    const int begun = at(bar.begun.value_or(m_length));
    const int ended = at(bar.ended.value_or(m_length));
    const int middle = row.center().y();
    const QColor colour = isStale(*this) ? c.muted : bar.tone ? forTone(c, *bar.tone).text : c.line;
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.border);
    painter.drawRect(placed({from, middle - 1, std::max(1, begun - from), 2}));
    if (bar.begun) {
        painter.setBrush(colour);
        painter.drawRoundedRect(placed({begun, middle - 5, std::max(3, ended - begun), 10}), 2, 2);
    }
    if (bar.usual) {
        painter.setBrush(c.muted);
        painter.drawRect(placed({at(*bar.usual), middle - 8, 2, 16}));
    }
    painter.setPen(bar.isBad ? c.bad.text : c.muted);
    const int end = bar.begun ? std::max(ended, begun + 3) : begun;
    painter.drawText(placed({end + spacing::small, row.top(), timeWidth, row.height()}), aligned,
                     painter.fontMetrics().elidedText(bar.took, Qt::ElideRight, timeWidth));
}

} // namespace signalbox::widgets
