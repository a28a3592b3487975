// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/mainwindow.h"

#include "widgets/actions/acts.h"
#include "widgets/controls/confirmations.h"
#include "widgets/controls/placement.h"
#include "widgets/dialogs/aboutdialog.h"
#include "widgets/look/icons.h"
#include "widgets/look/style.h"
#include "widgets/pages/logspage.h"
#include "widgets/shell/banner.h"
#include "widgets/shell/closepolicy.h"
#include "widgets/shell/exampleline.h"
#include "widgets/shell/focuskeeper.h"
#include "widgets/shell/pagestack.h"
#include "widgets/shell/paletteentries.h"
#include "widgets/shell/settingsmenu.h"
#include "widgets/shell/shortcutsdialog.h"
#include "widgets/shell/sidebar.h"
#include "widgets/shell/statusline.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMessageBox>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

constexpr QSize firstSize{1280, 800};

} // namespace

MainWindow::MainWindow(link::ControlLink &link, QSettings &settings, QWidget *parent)
    : QMainWindow(parent)
    , m_replica(link)
    , m_settings(settings)
    , m_commands(m_replica)
    , m_liveness(m_replica)
    , m_history(m_replica, {})
    , m_health(m_replica, m_liveness)
    , m_notifier(m_replica, settings, {})
    , m_tray(m_replica, m_health, m_notifier, *this)
    , m_entries(pageList())
    , m_pages(m_entries.size(), nullptr)
    , m_sidebar(nullptr)
    , m_stack(new PageStack)
    , m_banner(new Banner(m_replica, m_liveness, m_health))
    , m_example(new ExampleLine(m_replica, m_settings))
    , m_status(nullptr)
{
    // Before the first widget of a page: they take their colours from the palette.
    m_theme = static_cast<ThemeMode>(m_settings.value(u"window/theme"_s, 0).toInt());
    applyTheme(*qApp, m_theme);
    setWindowTitle(u"Signalbox"_s);
    setWindowIcon(icon(u"signalbox"_s));
    build();
    new FocusKeeper(*this);
    addShortcuts();
    connectTray();
    connect(&m_liveness, &Liveness::staleChanged, this, [this](bool stale) { setStale(*this, stale); });
    // Queued: the desktop moves the windows first.
    connect(qApp, &QGuiApplication::screenRemoved, this, [this] { bringOntoScreen(*this); }, Qt::QueuedConnection);
    restore();
    setStale(*this, m_liveness.isStale());
}

MainWindow::~MainWindow()
{
    // Pages look at the members above: they go first.
    delete takeCentralWidget();
}

void MainWindow::build()
{
    m_sidebar = new Sidebar(m_health);
    m_sidebar->setThemeMode(m_theme);
    m_status = new StatusLine(m_replica, m_liveness, m_health);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_banner);
    right->addWidget(m_example);
    right->addWidget(m_stack, 1);
    auto *centre = new QWidget;
    auto *layout = new QHBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_sidebar);
    layout->addLayout(right, 1);
    setCentralWidget(centre);
    setStatusBar(m_status);
    connect(m_status, &StatusLine::wanted, this, &MainWindow::open);
    connect(m_sidebar, &Sidebar::chosen, this, &MainWindow::choose);
    connect(m_sidebar, &Sidebar::themeChosen, this, &MainWindow::setTheme);
}

void MainWindow::addShortcuts()
{
    const QList<QKeySequence> keys = actInfo(ActId::ShowPage).keys;
    for (int i = 0; i < m_entries.size(); ++i) {
        QAction *show = makeAction(ActId::ShowPage, *this, [this, i] {
            const QPointer<QWidget> last = m_pages[i] ? m_pages[i]->focusWidget() : nullptr;
            m_sidebar->setCurrent(i);
            if (last && last->isVisible() && last->isEnabled())
                last->setFocus(Qt::ShortcutFocusReason); // where one was
            else
                m_pages[i]->takeFocus();
        });
        show->setShortcut(keys.value(i));
    }
    makeAction(ActId::Find, *this, [this] {
        if (auto *shown = qobject_cast<Page *>(m_stack->currentWidget()))
            shown->find();
    });
    makeAction(ActId::FindEverywhere, *this, [this] { open(PageId::Logs, LogsPage::everywhere()); });
    makeAction(ActId::Palette, *this, [this] { openPalette(); });
    m_reset = makeAction(ActId::ResetLayout, *this, [this] { askToResetLayout(); });
    m_about =
        makeAction(ActId::About, *this, [this] { (new AboutDialog(m_replica, m_settings.fileName(), this))->open(); });
    m_quit = makeAction(ActId::Quit, *this, [this] { quit(); });
    m_help = makeAction(ActId::Help, *this, [this] { openShortcuts(); });
}

void MainWindow::openPalette()
{
    // What can be done where the person is, before the palette takes the focus.
    QList<QAction *> actions = m_stack->currentWidget()->findChildren<QAction *>();
    actions += this->actions();
    m_commandPalette = new CommandPalette(
        paletteEntries(
            m_replica, m_commands, actions,
            [this](const CommandBody &command) { submitToAll(*this, m_commands, m_replica.snapshot(), command); },
            [this](PageId id, const QString &subject) { open(id, subject); }),
        this);
    m_commandPalette->open();
}

void MainWindow::openShortcuts()
{
    (new ShortcutsDialog(this))->open();
}

Page *MainWindow::build(int index)
{
    if (m_pages[index])
        return m_pages[index];
    Page *made = m_entries[index].create({m_replica, m_commands, m_liveness, m_history});
    m_pages[index] = made;
    m_stack->addWidget(made);
    made->noteLayout();
    m_settings.beginGroup(m_entries[index].key);
    made->restore(m_settings);
    m_settings.endGroup();
    connect(made, &Page::wanted, this, &MainWindow::open);
    return made;
}

void MainWindow::choose(int index)
{
    if (index < 0 || index >= m_entries.size())
        return;
    m_stack->setCurrentWidget(build(index));
    setWindowTitle(tr("%1 – Signalbox", "page").arg(m_entries[index].title));
}

void MainWindow::open(PageId wanted, const QString &subject)
{
    for (int i = 0; i < m_entries.size(); ++i) {
        if (m_entries[i].id != wanted)
            continue;
        m_sidebar->setCurrent(i);
        m_pages[i]->reveal(subject);
    }
}

Page *MainWindow::page(PageId id)
{
    for (int i = 0; i < m_entries.size(); ++i) {
        if (m_entries[i].id == id)
            return build(i);
    }
    return nullptr;
}

PageId MainWindow::currentPage() const
{
    return m_entries[m_pages.indexOf(qobject_cast<Page *>(m_stack->currentWidget()))].id;
}

QString MainWindow::bannerText() const
{
    return m_banner->isHidden() ? QString() : m_banner->text();
}

void MainWindow::offer(FirstConfiguration first)
{
    m_example->offer(std::move(first));
}

void MainWindow::setTheme(ThemeMode mode)
{
    m_theme = mode;
    applyTheme(*qApp, mode);
    m_settings.setValue(u"window/theme"_s, static_cast<int>(mode));
    m_sidebar->setThemeMode(mode);
}

bool MainWindow::event(QEvent *event)
{
    // The desktop went light or dark.
    if (event->type() == QEvent::ThemeChange && m_theme == ThemeMode::System)
        applyTheme(*qApp, m_theme);
    return QMainWindow::event(event);
}

void MainWindow::restore()
{
    resizeWithin(*this, firstSize);
    if (restoreGeometry(m_settings.value(u"window/geometry"_s).toByteArray()))
        bringOntoScreen(*this);
    const QString key = m_settings.value(u"window/page"_s).toString();
    int index = 0;
    for (int i = 0; i < m_entries.size(); ++i) {
        if (m_entries[i].key == key)
            index = i;
    }
    m_sidebar->setCurrent(index);
}

void MainWindow::askToResetLayout()
{
    askFirst(
        *this, tr("Reset the layout?"),
        tr("Panes, columns and their order, collapsed groups and the size of the window become as they were at the "
           "first start. Filters stay."),
        tr("Reset"), [this] { resetLayout(); });
}

// Of all pages: what is remembered of one that was not shown yet would come back with it.
void MainWindow::resetLayout()
{
    for (int i = 0; i < m_entries.size(); ++i)
        build(i)->resetLayout();
    setWindowState(windowState() & ~(Qt::WindowMaximized | Qt::WindowFullScreen));
    resizeWithin(*this, firstSize);
    bringOntoScreen(*this);
    save();
}

void MainWindow::save()
{
    m_settings.setValue(u"window/geometry"_s, saveGeometry());
    const qsizetype shown = m_pages.indexOf(qobject_cast<Page *>(m_stack->currentWidget()));
    m_settings.setValue(u"window/page"_s, m_entries[shown].key);
    for (int i = 0; i < m_entries.size(); ++i) {
        if (!m_pages[i])
            continue;
        m_settings.beginGroup(m_entries[i].key);
        m_pages[i]->save(m_settings);
        m_settings.endGroup();
    }
}

void MainWindow::connectTray()
{
    addSettings(m_sidebar->settings(), m_notifier, m_tray, m_settings);
    m_sidebar->settings().addSeparator();
    m_sidebar->settings().addActions({m_reset, m_help, m_about, m_quit});
    m_tray.setShown(wantsTray(m_settings));
    m_notifier.setWatched([this] { return watched(); });
    connect(&m_tray, &Tray::showWanted, this, &MainWindow::showUp);
    connect(&m_tray, &Tray::hideWanted, this, [this] {
        save();
        m_hidden = true;
        hide();
    });
    m_tray.setQuitAction(*m_quit);
    connect(&m_tray, &Tray::wanted, this, [this](PageId wanted, const QString &subject) {
        showUp();
        open(wanted, subject);
    });
    connect(&m_liveness, &Liveness::secondPassed, this, [this] {
        m_tray.lookAgain();
        if (m_hidden && !m_tray.isThere())
            showUp(); // the tray went away: nobody could reach the program any more
    });
}

std::optional<PageId> MainWindow::watched() const
{
    const QWidget *active = QApplication::activeWindow();
    const bool looksHere = active && (active == this || active->parentWidget() == this);
    return looksHere && isVisible() && !isMinimized() ? std::optional(currentPage()) : std::nullopt;
}

void MainWindow::showUp()
{
    m_hidden = false;
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

Running MainWindow::running() const
{
    return m_replica.isConnected() ? Running{m_health.unfinishedExecutions(), m_health.activeComponents()} : Running{};
}

bool MainWindow::askedBeforeStop()
{
    const Running running = this->running();
    if (closeStep(closeChoice(m_settings), false, running) != CloseStep::AskBeforeStop)
        return false;
    if (!m_question)
        m_question = askBeforeStop(*this, running, [this] { leave(); });
    return true;
}

void MainWindow::quit()
{
    if (m_leaving || !askedBeforeStop())
        return leave();
    showUp(); // where one is asked
}

void MainWindow::leave()
{
    if (std::exchange(m_leaving, true))
        return;
    save();
    m_hidden = false;
    m_stack->setEnabled(false);
    m_banner->sayStopping();
    if (running().components == 0) {
        m_tray.setShown(false);
        hide();
    }
    Q_EMIT stopWanted();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_leaving || qApp->isSavingSession()) {
        leave();
        return event->accept();
    }
    save();
    event->ignore();
    const bool connected = m_replica.isConnected();
    const Running running = this->running();
    switch (closeStep(closeChoice(m_settings), connected && m_tray.isThere(), running)) {
    case CloseStep::Hide:
        m_hidden = true;
        return hide();
    case CloseStep::AskWhich:
        if (!m_question) {
            m_question = askWhich(*this, running, [this](CloseChoice choice, bool remember) {
                if (remember)
                    setCloseChoice(m_settings, choice);
                if (choice == CloseChoice::Stop)
                    return leave();
                m_hidden = true;
                hide();
            });
        }
        return;
    case CloseStep::AskBeforeStop:
        (void)askedBeforeStop();
        return;
    case CloseStep::Stop:
        leave();
        event->setAccepted(isHidden());
    }
}

} // namespace signalbox::widgets
