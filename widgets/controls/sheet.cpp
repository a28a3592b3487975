// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/sheet.h"

namespace signalbox::widgets {

Sheet::Sheet(QWidget *content, QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setWidget(content);
    viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
}

} // namespace signalbox::widgets
