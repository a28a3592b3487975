// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/sheet.h"

#include "widgets/look/theme.h"

#include <QEvent>

namespace signalbox::widgets {

Sheet::Sheet(QWidget *content, QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setWidget(content);
    viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    leaveRoom();
}

// Margins are not mirrored by themselves.
void Sheet::leaveRoom()
{
    const int room = spacing::tight;
    setViewportMargins(isRightToLeft() ? room : 0, 0, isRightToLeft() ? 0 : room, 0);
}

void Sheet::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        leaveRoom();
}

} // namespace signalbox::widgets
