// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/toolbar.h"

#include "widgets/look/theme.h"

namespace signalbox::widgets {

ToolBar::ToolBar(const QString &name, const QList<QAction *> &actions, QWidget *parent) : QToolBar(name, parent)
{
    setAccessibleName(name);
    setIconSize({spacing::icon, spacing::icon});
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    addActions(actions);
    for (QAction *action : actions) {
        if (QWidget *button = widgetForAction(action))
            button->setFocusPolicy(Qt::StrongFocus); // a tool bar leaves its buttons to the mouse
    }
}

} // namespace signalbox::widgets
