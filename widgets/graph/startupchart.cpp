// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/startupchart.h"

#include "widgets/look/style.h"
#include "widgets/look/theme.h"
#include "widgets/text/format.h"
#include "widgets/text/tone.h"

#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

QString length(Milliseconds time)
{
    return format::lasted({}, Timestamp(time), {});
}

} // namespace

StartupChart::StartupChart(QWidget *parent) : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("The last start-up"));
    viewport()->setAutoFillBackground(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void StartupChart::setStartup(const Startup &startup)
{
    m_startup = startup;
    setAccessibleDescription(summary());
    fitScrollBar();
    viewport()->update();
}

QString StartupChart::summary() const
{
    if (m_startup.bars.isEmpty())
        return tr("Nothing was started yet.");
    const QString took = tr("Started %1, ready after %2", "when, how long")
                             .arg(format::dateTime(m_startup.began), length(m_startup.length));
    return m_startup.chain.size() < 2 ? took
                                      : tr("%1; the longest chain: %2").arg(took, m_startup.chain.join(u" → "_s));
}

int StartupChart::rowHeight() const
{
    return QFontMetrics(widgets::font(TextStyle::Body)).height() + spacing::small;
}

int StartupChart::nameWidth() const
{
    const QFontMetrics metrics(widgets::font(TextStyle::Body));
    int widest = 0;
    for (const Startup::Bar &bar : m_startup.bars)
        widest = std::max(widest, metrics.horizontalAdvance(bar.name));
    return std::min(widest + 1, viewport()->width() / 3);
}

void StartupChart::fitScrollBar()
{
    const int whole = static_cast<int>(m_startup.bars.size()) * rowHeight() + 2 * spacing::small;
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(rowHeight());
    verticalScrollBar()->setRange(0, std::max(0, whole - viewport()->height()));
}

void StartupChart::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    fitScrollBar();
}

void StartupChart::mouseDoubleClickEvent(QMouseEvent *event)
{
    const int row = (event->pos().y() - spacing::small + verticalScrollBar()->value()) / rowHeight();
    if (row >= 0 && row < m_startup.bars.size())
        Q_EMIT activated(m_startup.bars[row].id);
}

void StartupChart::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_startup.bars.isEmpty()) {
        painter.setFont(widgets::font(TextStyle::Body));
        painter.setPen(colours(palette()).muted);
        painter.drawText(viewport()->rect(), Qt::AlignCenter | Qt::TextWordWrap, summary());
        return;
    }
    for (int row = 0; row < m_startup.bars.size(); ++row) {
        const QRect rect(spacing::small, spacing::small + row * rowHeight() - verticalScrollBar()->value(),
                         viewport()->width() - 2 * spacing::small, rowHeight());
        if (rect.intersects(event->rect()))
            paintBar(painter, rect, m_startup.bars[row]);
    }
}

void StartupChart::paintBar(QPainter &painter, const QRect &row, const Startup::Bar &bar) const
{
    const Colours &c = colours(palette());
    const auto placed = [&](const QRect &rect) { return QStyle::visualRect(layoutDirection(), row, rect); };
    const int aligned = static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter));
    const QRect name(row.left(), row.top(), nameWidth(), row.height());
    painter.setFont(widgets::font(TextStyle::Body));
    painter.setPen(isStale(*this) ? c.muted : c.text);
    painter.drawText(placed(name), aligned, painter.fontMetrics().elidedText(bar.name, Qt::ElideMiddle, name.width()));

    painter.setFont(widgets::font(TextStyle::Caption));
    const QString took = bar.ready ? length(*bar.ready) : bar.launched ? tr("not ready") : tr("not started");
    const int timeWidth = painter.fontMetrics().horizontalAdvance(tr("not started")) + spacing::medium;
    const int left = name.right() + spacing::medium;
    const double room = std::max(1, row.right() - timeWidth - left);
    const auto at = [&](Milliseconds offset) {
        const double whole = static_cast<double>(std::max<qint64>(1, m_startup.length.count()));
        return left + static_cast<int>(room * static_cast<double>(offset.count()) / whole);
    };
    const int from = at(bar.wanted);
    const int launched = at(bar.launched.value_or(m_startup.length));
    const int ready = at(bar.ready.value_or(m_startup.length));
    const int middle = row.center().y();
    const QColor colour = isStale(*this) ? c.muted : bar.isOnChain ? c.line : forTone(c, Tone::Neutral).text;
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.border);
    painter.drawRect(placed({from, middle - 1, std::max(1, launched - from), 2}));
    if (bar.launched) {
        painter.setBrush(colour);
        painter.drawRoundedRect(placed({launched, middle - 5, std::max(3, ready - launched), 10}), 2, 2);
    }
    painter.setPen(bar.ready ? c.muted : c.bad.text);
    const int end = bar.launched ? std::max(ready, launched + 3) : launched;
    painter.drawText(placed({end + spacing::small, row.top(), timeWidth, row.height()}), aligned, took);
}

} // namespace signalbox::widgets
