// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolBar>

namespace signalbox::widgets {

// The tools of a page: what does not fit is in a menu at the end of the bar. Every tool can be reached with Tab.
class ToolBar final : public QToolBar
{
    Q_OBJECT

public:
    ToolBar(const QString &name, const QList<QAction *> &actions, QWidget *parent = nullptr);
};

} // namespace signalbox::widgets
