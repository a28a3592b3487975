// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/shell/notifier.h"
#include "widgets/shell/serverhealth.h"
#include "widgets/state/delayedrefresh.h"
#include "widgets/state/pageid.h"

#include <QMenu>
#include <QSystemTrayIcon>

namespace signalbox::widgets {

// The icon in the desktop's tray: the state at a glance, a menu, and the messages of Notifier. Where the desktop has
// no tray, messages mark the window in the task bar instead. GUI thread; owned by MainWindow.
class Tray final : public QObject
{
    Q_OBJECT

public:
    Tray(const Replica &replica, const ServerHealth &health, const Notifier &notifier, QWidget &window,
         QObject *parent = nullptr);

    void setQuitAction(QAction &quit); // the last entry of the menu
    // Whether a person can reach the program by it.
    bool isThere() const;
    void setShown(bool shown);
    // Trays start after programs, and may go away: to be called now and then.
    void lookAgain();
    QMenu &menu() { return m_menu; }
    QString toolTip() const { return m_icon.toolTip(); }

Q_SIGNALS:
    void showWanted();
    void hideWanted();
    void wanted(signalbox::widgets::PageId page, const QString &subject);

private:
    void refresh();
    void toggle();
    bool isWindowUp() const;
    void tell(const Notice &notice);

    const Replica &m_replica;
    const ServerHealth &m_health;
    QWidget &m_window;
    QSystemTrayIcon m_icon;
    QMenu m_menu;
    DelayedRefresh m_refresh; // executions may begin and end many times a second
    QAction *m_summary;
    QAction *m_toggle;
    QAction *m_running;
    QAction *m_mode;
    Notice m_last; // what a click on the message leads to
    bool m_isWanted = false;
    std::optional<Health> m_shown; // as drawn
};

} // namespace signalbox::widgets
