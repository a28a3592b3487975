// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/tray.h"

#include "widgets/look/icons.h"
#include "widgets/text/format.h"
#include "widgets/text/plain.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

QIcon iconFor(Health health)
{
    const QString name = health == Health::Well         ? u"tray-well"_s
                         : health == Health::Stale      ? u"tray-stale"_s
                         : health == Health::Restricted ? u"tray-restricted"_s
                                                        : u"tray-failed"_s;
    // Trays ask an icon for its sizes, and a drawn one has none.
    const QIcon drawn = icon(name);
    QIcon sized;
    for (const int size : {16, 22, 24, 32, 48, 64})
        sized.addPixmap(drawn.pixmap(QSize(size, size), 1.0));
    return sized;
}

} // namespace

Tray::Tray(const Replica &replica, const ServerHealth &health, const Notifier &notifier, QWidget &window,
           QObject *parent)
    : QObject(parent)
    , m_replica(replica)
    , m_health(health)
    , m_window(window)
    , m_refresh([this] { refresh(); }, Milliseconds(200))
    , m_summary(m_menu.addAction(QString()))
    , m_toggle(nullptr)
    , m_running(nullptr)
    , m_mode(nullptr)
{
    m_summary->setEnabled(false);
    m_menu.addSeparator();
    m_toggle = m_menu.addAction(QString(), this, &Tray::toggle);
    m_running =
        m_menu.addAction(icon(u"executions"_s), QString(), this, [this] { Q_EMIT wanted(PageId::Executions, {}); });
    m_mode = m_menu.addAction(icon(u"server"_s), QString(), this, [this] { Q_EMIT wanted(PageId::Server, {}); });
    m_menu.addSeparator();
    m_icon.setContextMenu(&m_menu);
    connect(&m_menu, &QMenu::aboutToShow, this, &Tray::refresh);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            toggle();
    });
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, [this] { Q_EMIT wanted(m_last.page, m_last.subject); });
    connect(&health, &ServerHealth::changed, this, [this] { m_refresh.ask(); });
    connect(&notifier, &Notifier::noticed, this, &Tray::tell);
    refresh();
}

void Tray::setQuitAction(QAction &quit)
{
    m_menu.addAction(&quit);
}

bool Tray::isThere() const
{
    return m_icon.isVisible() && QSystemTrayIcon::isSystemTrayAvailable();
}

void Tray::setShown(bool shown)
{
    m_isWanted = shown;
    if (!shown)
        m_icon.hide();
    lookAgain();
}

void Tray::lookAgain()
{
    if (m_isWanted && !m_icon.isVisible() && QSystemTrayIcon::isSystemTrayAvailable())
        m_icon.show();
}

bool Tray::isWindowUp() const
{
    return m_window.isVisible() && !m_window.isMinimized();
}

void Tray::toggle()
{
    if (isWindowUp())
        Q_EMIT hideWanted();
    else
        Q_EMIT showWanted();
}

void Tray::refresh()
{
    const QString summary = m_health.summary();
    const QString running = m_health.executions();
    m_summary->setText(summary);
    m_toggle->setText(isWindowUp() ? tr("Hide the window") : tr("Show the window"));
    m_running->setText(running);
    m_mode->setText(tr("Mode: %1").arg(format::mode(m_replica.snapshot().mode)));
    const bool known = m_replica.isConnected();
    m_running->setEnabled(known);
    m_mode->setEnabled(known);
    m_icon.setToolTip(plain(u"Signalbox\n%1\n%2"_s.arg(summary, running)));
    if (const Health health = m_health.health(); m_shown != health) {
        m_shown = health;
        m_icon.setIcon(iconFor(health));
    }
}

void Tray::tell(const Notice &notice)
{
    m_last = notice;
    if (isThere() && QSystemTrayIcon::supportsMessages())
        m_icon.showMessage(plain(notice.title), plain(notice.text),
                           notice.isBad ? QSystemTrayIcon::Warning : QSystemTrayIcon::Information);
    else
        QApplication::alert(&m_window);
}

} // namespace signalbox::widgets
