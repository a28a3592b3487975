// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/cardgrid.h"

#include "widgets/look/theme.h"

#include <QWidget>

namespace signalbox::widgets {

CardGrid::CardGrid(int minimumColumnWidth, int maximumColumns, QWidget *parent)
    : QLayout(parent)
    , m_minimumColumnWidth(minimumColumnWidth)
    , m_maximumColumns(maximumColumns)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(spacing::medium);
}

CardGrid::~CardGrid()
{
    qDeleteAll(m_items);
}

void CardGrid::setColumns(int minimumWidth, int most)
{
    m_minimumColumnWidth = minimumWidth;
    m_maximumColumns = most;
    invalidate();
}

QLayoutItem *CardGrid::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

void CardGrid::moveWidget(QWidget *widget, int to)
{
    const int from = indexOf(widget);
    if (from < 0 || from == to)
        return;
    m_items.move(from, to);
    invalidate();
}

QSize CardGrid::minimumSize() const
{
    int width = 0;
    for (const QLayoutItem *item : m_items)
        width = std::max(width, item->minimumSize().width());
    return {width, 0};
}

QSize CardGrid::sizeHint() const
{
    return {m_minimumColumnWidth * 2, arrange(QRect(0, 0, m_minimumColumnWidth * 2, 0), false)};
}

void CardGrid::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect.marginsRemoved(contentsMargins()), true);
}

int CardGrid::arrange(const QRect &rect, bool apply) const
{
    QList<QLayoutItem *> shown;
    std::copy_if(m_items.cbegin(), m_items.cend(), std::back_inserter(shown),
                 [](const QLayoutItem *item) { return !item->isEmpty(); });
    if (shown.isEmpty())
        return 0;
    const int gap = spacing();
    const int fitting = (rect.width() + gap) / (m_minimumColumnWidth + gap);
    const int most = std::clamp(fitting, 1, m_maximumColumns);
    const int count = static_cast<int>(shown.size());
    // As few rows as fit, evenly filled: five cards stand three and two, not four and one.
    const int rows = (count + most - 1) / most;
    const int columns = (count + rows - 1) / rows;
    // From one share to the next, so that rounding never leaves a ragged right edge.
    const auto edge = [&rect, gap, columns](int column) { return (rect.width() + gap) * column / columns; };
    const int narrowest = (rect.width() - gap * (columns - 1)) / columns;
    const bool rightToLeft = parentWidget() && parentWidget()->isRightToLeft();
    int y = rect.top();
    for (qsizetype first = 0; first < shown.size(); first += columns) {
        const qsizetype end = std::min(shown.size(), first + columns);
        int height = 0;
        for (qsizetype i = first; i < end; ++i) {
            height = std::max({height, shown[i]->sizeHint().height(),
                               shown[i]->hasHeightForWidth() ? shown[i]->heightForWidth(narrowest) : 0});
        }
        for (qsizetype i = first; apply && i < end; ++i) {
            const int column = static_cast<int>(i - first);
            const int place = rightToLeft ? columns - 1 - column : column;
            shown[i]->setGeometry({rect.left() + edge(place), y, edge(place + 1) - edge(place) - gap, height});
        }
        y += height + gap;
    }
    return y - gap - rect.top();
}

} // namespace signalbox::widgets
