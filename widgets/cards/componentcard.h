// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/cards/componenttile.h"

class QToolButton;

namespace signalbox::widgets {

// A tile with room for everything, and buttons for what can be done. GUI thread; owned by ComponentBoard.
class ComponentCard final : public ComponentTile
{
    Q_OBJECT

public:
    ComponentCard(const Context &context, const QString &componentId, QWidget *parent = nullptr);

    void refresh() override;
    void refreshUptime() override;

    QToolButton &startButton() { return *m_buttons[0]; }
    QToolButton &stopButton() { return *m_buttons[1]; }
    QToolButton &restartButton() { return *m_buttons[2]; }

private:
    void build();
    void showActions(const Component &component);

    LiveLabel *m_since;
    LiveLabel *m_pid;
    QList<QToolButton *> m_buttons; // as componentActs()
    QToolButton *m_log;
};

} // namespace signalbox::widgets
