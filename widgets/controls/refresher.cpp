// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/refresher.h"

#include <QEvent>

namespace signalbox::widgets {

Refresher::Refresher(QWidget &widget, const Replica &replica, std::function<void()> refresh)
    : m_widget(widget)
    , m_refresh(std::move(refresh))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(moment);
    connect(&m_timer, &QTimer::timeout, this, &Refresher::refresh);
    connect(&replica, &Replica::missed, this, &Refresher::refresh);
    connect(&replica, &Replica::connectedChanged, this, &Refresher::refresh);
    widget.installEventFilter(this);
}

void Refresher::request()
{
    if (m_widget.isVisible() && !m_timer.isActive())
        m_timer.start();
}

void Refresher::refresh()
{
    m_timer.stop();
    if (m_widget.isVisible())
        m_refresh();
}

bool Refresher::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show)
        refresh();
    return QObject::eventFilter(watched, event);
}

} // namespace signalbox::widgets
