// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>

#include <functional>

class QKeyEvent;
class QMouseEvent;

namespace signalbox::widgets {

// For a widget that is pressed like a button or a link without being one: what its event handlers ask, and what screen
// readers and programs that work by actions press. GUI thread.
bool isPress(const QWidget &widget, const QMouseEvent &released);
bool isPress(const QKeyEvent &key);

class PressableInterface : public QAccessibleWidget
{
public:
    PressableInterface(QWidget &widget, QAccessible::Role role, std::function<void()> press);

    QStringList actionNames() const override;
    void doAction(const QString &action) override;

private:
    const std::function<void()> m_press;
};

} // namespace signalbox::widgets
