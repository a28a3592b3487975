// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/focuskeeper.h"

#include "widgets/pages/page.h"

#include <QApplication>
#include <QEvent>

namespace signalbox::widgets {

namespace {

// Longer than most commands take; later it would surprise.
constexpr qint64 patience = 3000; // ms

QWidget *partOf(const QWidget *widget)
{
    for (QWidget *whole = widget->parentWidget(); whole && !whole->isWindow(); whole = whole->parentWidget()) {
        if ((whole->focusPolicy() & Qt::TabFocus) && whole->isEnabled())
            return whole;
    }
    return nullptr;
}

Page *pageOf(QWidget *widget)
{
    while (widget && !qobject_cast<Page *>(widget))
        widget = widget->parentWidget();
    return qobject_cast<Page *>(widget);
}

} // namespace

FocusKeeper::FocusKeeper(QWidget &window) : QObject(&window), m_window(window)
{
    connect(qApp, &QApplication::focusChanged, this, &FocusKeeper::moved);
}

void FocusKeeper::moved(QWidget *from, QWidget *to)
{
    if (m_isMoving)
        return;
    if (m_lost && to != m_given)
        forget(); // somebody went elsewhere
    const bool isTaken = from && to && from->testAttribute(Qt::WA_Disabled) && from->isVisible()
                         && from->window() == &m_window && to->window() == &m_window;
    if (!isTaken)
        return;
    m_isMoving = true;
    if (QWidget *whole = partOf(from))
        whole->setFocus(Qt::OtherFocusReason);
    else if (Page *page = pageOf(from))
        page->takeFocus();
    m_isMoving = false;
    m_lost = from;
    m_given = QApplication::focusWidget();
    m_since.start();
    from->installEventFilter(this);
}

void FocusKeeper::forget()
{
    if (m_lost)
        m_lost->removeEventFilter(this);
    m_lost.clear();
    m_given.clear();
}

bool FocusKeeper::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_lost && event->type() == QEvent::EnabledChange && m_lost->isEnabled()) {
        QWidget *back = m_lost;
        const bool isWanted = m_since.elapsed() < patience && QApplication::focusWidget() == m_given;
        forget();
        if (isWanted)
            back->setFocus(Qt::OtherFocusReason);
    }
    return false;
}

} // namespace signalbox::widgets
