// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/look/pressable.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWidget>

namespace signalbox::widgets {

bool isPress(const QWidget &widget, const QMouseEvent &released)
{
    return released.button() == Qt::LeftButton && widget.rect().contains(released.position().toPoint());
}

bool isPress(const QKeyEvent &key)
{
    return key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter || key.key() == Qt::Key_Space;
}

PressableInterface::PressableInterface(QWidget &widget, QAccessible::Role role, std::function<void()> press)
    : QAccessibleWidget(&widget, role)
    , m_press(std::move(press))
{
}

QStringList PressableInterface::actionNames() const
{
    return QStringList{pressAction()} + QAccessibleWidget::actionNames();
}

void PressableInterface::doAction(const QString &action)
{
    if (action == pressAction())
        m_press();
    else
        QAccessibleWidget::doAction(action);
}

} // namespace signalbox::widgets
