// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/look/applytheme.h"
#include "widgets/look/theme.h"
#include "widgets/pages/page.h"
#include "widgets/shell/serverhealth.h"

#include <QToolButton>
#include <QWidget>

class QActionGroup;
class QListWidget;
class QMenu;

namespace signalbox::widgets {

// The pages by name and icon, and the settings of the window. GUI thread; owned by MainWindow.
class Sidebar final : public QWidget
{
    Q_OBJECT

public:
    explicit Sidebar(const ServerHealth &health, QWidget *parent = nullptr);

    void setThemeMode(ThemeMode mode);
    void setCurrent(int page);
    QListWidget &list() { return *m_list; }
    QMenu &settings() { return *m_settings->menu(); }

Q_SIGNALS:
    void chosen(int page);
    void themeChosen(signalbox::widgets::ThemeMode mode);

private:
    void addThemeMenu();
    void refreshCounts();
    void setCount(PageId page, int count, bool isBad, const QString &words);

    const ServerHealth &m_health;
    QListWidget *m_list;
    QToolButton *m_settings;
    QActionGroup *m_themes;
};

} // namespace signalbox::widgets
