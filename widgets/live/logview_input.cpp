// SPDX-License-Identifier: GPL-3.0-or-later
// What keys and mouse do to a LogView.
#include "widgets/live/logview.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

bool LogView::moveBy(int key, bool extend)
{
    const int page = std::max(1, visibleRows() - 1);
    const bool down = key == Qt::Key_Down || key == Qt::Key_PageDown;
    const int top = verticalScrollBar()->value();
    // From what one sees: the line selected before may be far away.
    int from = m_current;
    if (m_current < 0 || !isInView(m_current))
        from = down ? top - 1 : std::min(top + visibleRows(), m_lines.shown());
    switch (key) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        moveTo(from + (down ? 1 : -1), extend);
        return true;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        moveTo(from + (down ? page : -page), extend);
        return true;
    case Qt::Key_Home:
        moveTo(0, extend);
        return true;
    case Qt::Key_End:
        moveTo(m_lines.shown() - 1, extend);
        return true;
    default:
        return false;
    }
}

QString LogView::selectedText() const
{
    QStringList lines;
    if (m_current >= 0) {
        for (int row = std::min(m_anchor, m_current); row <= std::max(m_anchor, m_current); ++row)
            lines << copyText(m_lines.at(row), m_looks.value(m_lines.at(row).componentId).name);
    }
    return lines.join(u'\n');
}

void LogView::keyPressEvent(QKeyEvent *event)
{
    if (event == QKeySequence::Copy) {
        copy();
        return;
    }
    if (event == QKeySequence::SelectAll) {
        selectAll();
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_current >= 0)
        return Q_EMIT activated(m_lines.at(m_current));
    if (!moveBy(event->key(), event->modifiers() & Qt::ShiftModifier))
        QAbstractScrollArea::keyPressEvent(event);
}

void LogView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_lines.shown() > 0)
        moveTo(rowAt(event->position().toPoint().y()), event->modifiers() & Qt::ShiftModifier);
}

void LogView::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton && m_current >= 0)
        moveTo(rowAt(event->position().toPoint().y()), true);
}

void LogView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_current >= 0)
        Q_EMIT activated(m_lines.at(m_current));
}

void LogView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copyAction = menu->addAction(tr("Copy"), QKeySequence::Copy, this, &LogView::copy);
    copyAction->setEnabled(m_current >= 0);
    QAction *allAction = menu->addAction(tr("Select all"), QKeySequence::SelectAll, this, &LogView::selectAll);
    allAction->setEnabled(m_lines.shown() > 0);
    menu->popup(event->globalPos());
}

void LogView::selectAll()
{
    if (m_lines.shown() == 0)
        return;
    m_place.reset();
    m_anchor = 0;
    m_current = m_lines.shown() - 1;
    viewport()->update();
}

void LogView::copy() const
{
    if (m_current >= 0) // else what was copied before is lost for nothing
        QGuiApplication::clipboard()->setText(selectedText());
}

} // namespace signalbox::widgets
