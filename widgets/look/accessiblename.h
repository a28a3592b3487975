// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace signalbox::widgets {

// For names that are set again at every tick: QWidget tells screen readers of each call, also when nothing changed.
inline void nameFor(QWidget &widget, const QString &name)
{
    if (widget.accessibleName() != name)
        widget.setAccessibleName(name);
}

} // namespace signalbox::widgets
