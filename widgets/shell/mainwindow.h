// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/dialogs/firstconfigdialog.h"
#include "widgets/look/applytheme.h"
#include "widgets/pages/pagelist.h"
#include "widgets/shell/closepolicy.h"
#include "widgets/shell/commandpalette.h"
#include "widgets/shell/tray.h"

#include <QMainWindow>
#include <QPointer>

class QMessageBox;

namespace signalbox::widgets {

class Banner;
class ExampleLine;
class PageStack;
class Sidebar;
class StatusLine;

// The window: pages on the left, the chosen one beside them, the state of the server below.
// GUI thread; owned by app/desktop, as are link and settings, which outlive it.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(link::ControlLink &link, QSettings &settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    // Does nothing when there is no such page.
    void open(PageId page, const QString &subject = {});
    Page *page(PageId id); // built when it was not yet
    PageId currentPage() const;
    const Liveness &liveness() const { return m_liveness; }
    QString bannerText() const;
    // Above the pages, while the server runs the built-in example.
    void offer(FirstConfiguration first);
    ExampleLine &exampleLine() { return *m_example; }
    CommandPalette *commandPalette() const { return m_commandPalette; }
    const ServerHealth &health() const { return m_health; }
    Notifier &notifier() { return m_notifier; }
    Tray &tray() { return m_tray; }
    Sidebar &sidebar() { return *m_sidebar; }

    // To the front, from wherever it is.
    void showUp();
    // Remembers everything and has the server stopped without asking. Components may take their time to end: the window
    // says so until it is destroyed, unless it is closed once more.
    void leave();

Q_SIGNALS:
    void stopWanted(); // nothing is asked any more

protected:
    void closeEvent(QCloseEvent *event) override;
    bool event(QEvent *event) override;

private:
    void build();
    void addShortcuts();
    void choose(int index);
    Page *build(int index);
    void openPalette();
    void openShortcuts();
    void setTheme(ThemeMode mode);
    void restore();
    void askToResetLayout();
    void resetLayout();
    void save();
    void connectTray();
    void quit();
    Running running() const;
    bool askedBeforeStop();
    std::optional<PageId> watched() const;

    Replica m_replica;
    QSettings &m_settings;
    Commands m_commands;
    Liveness m_liveness;
    SampleHistory m_history;
    ServerHealth m_health;
    Notifier m_notifier;
    Tray m_tray;
    QList<PageEntry> m_entries;
    QList<Page *> m_pages; // null until first shown
    Sidebar *m_sidebar;
    PageStack *m_stack;
    Banner *m_banner;
    ExampleLine *m_example;
    QAction *m_help = nullptr;
    QAction *m_reset = nullptr;
    QAction *m_about = nullptr;
    QAction *m_quit = nullptr;
    StatusLine *m_status;
    QPointer<CommandPalette> m_commandPalette; // while it is open
    QPointer<QMessageBox> m_question;          // about closing, while it is open
    ThemeMode m_theme = ThemeMode::System;
    bool m_hidden = false;  // only the tray icon is left
    bool m_leaving = false; // nothing is asked any more
};

} // namespace signalbox::widgets
