// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/serverpage.h"

#include "widgets/controls/buttons.h"
#include "widgets/controls/card.h"
#include "widgets/controls/cardgrid.h"
#include "widgets/controls/sheet.h"
#include "widgets/controls/tablecard.h"
#include "widgets/text/format.h"
#include "widgets/text/reasontext.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QToolButton>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

const QString &reloadSubject()
{
    static const QString text = u"*reload"_s;
    return text;
}

} // namespace

ServerPage::ServerPage(const PageContext &context, QWidget *parent)
    : Page(context, parent)
    , m_mode(new ModeCard(context))
    , m_version(new TextLabel(TextStyle::Body, TextLabel::Tone::Live))
    , m_uptime(new TextLabel(TextStyle::Body, TextLabel::Tone::Live))
    , m_slots(new TextLabel(TextStyle::Body, TextLabel::Tone::Live))
    , m_file(new TextLabel(TextStyle::Body))
    , m_folder(new TextLabel(TextStyle::Body))
    , m_reload(
          makeButton(u"restart"_s, tr("Reload configuration"),
                     tr("Read the configuration file again; clients stay connected, and a bad file changes nothing")))
    , m_issueToken(
          makeButton(u"key"_s, tr("Issue a token…"), tr("Let a program come in as one of these users, for a while")))
    , m_reloadOutcome(new TextLabel(TextStyle::Caption, TextLabel::Tone::Muted))
    , m_listeners(
          new TableCard(tr("Listeners"), tr("The server listens nowhere. Add a [[listener]] to its configuration.")))
    , m_users(new TableCard(tr("Users"),
                            tr("No user is configured: everybody is anonymous. Add a [[user]] with a password and "
                               "roles to the configuration file.")))
    , m_limits(new TableCard(tr("Limits"), tr("The server has not told its limits.")))
    , m_all(*this, context.replica, std::bind_front(&ServerPage::refresh, this))
    , m_modeAlone(*this, context.replica, std::bind_front(&ModeCard::refresh, m_mode))
    , m_uptimeAlone(*this, context.replica, std::bind_front(&ServerPage::refreshUptime, this))
{
    addHeader(tr("Server"))->addWidget(m_reload);
    auto *inner = new QWidget;
    auto *layout = new QVBoxLayout(inner);
    layout->setContentsMargins(0, 0, 0, spacing::small);
    layout->setSpacing(spacing::medium);
    m_reloadOutcome->setWordWrap(true);
    body()->addWidget(m_reloadOutcome);
    layout->addWidget(m_mode);
    auto *grid = new CardGrid(grown(360), 2);
    grid->addWidget(buildAbout());
    grid->addWidget(m_listeners);
    m_users->addTool(m_issueToken);
    grid->addWidget(m_users);
    grid->addWidget(m_limits);
    layout->addLayout(grid);
    layout->addStretch();
    auto *scroll = new Sheet(inner);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    body()->addWidget(scroll, 1);

    connect(m_reload, &QToolButton::clicked, this,
            [this] { this->context().commands.submit(reloadSubject(), ReloadConfiguration{}); });
    connect(m_issueToken, &QToolButton::clicked, this, &ServerPage::issueToken);
    connect(&context.commands, &Commands::changed, this, &ServerPage::refreshReload);
    connect(&context.commands, &Commands::done, this, [this](const QString &subject) {
        if (subject != reloadSubject())
            return;
        refreshReload();
    });
    m_all.on(context.replica, &Replica::serverChanged).on(context.replica, &Replica::modeChanged);
    m_modeAlone.on(context.replica, &Replica::executionChanged);
    m_uptimeAlone.on(context.liveness, &Liveness::secondPassed);
    refresh();
    refreshReload();
}

QHBoxLayout *ServerPage::buildPath(TextLabel *path, QToolButton *&open, QToolButton *&copy, const QString &name)
{
    path->setTextInteractionFlags(Qt::TextSelectableByMouse);
    open = makeButton(u"open"_s, {}, tr("Open %1").arg(name));
    copy = makeButton(u"copy"_s, {}, tr("Copy the path of %1").arg(name));
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(path, 1);
    row->addWidget(open);
    row->addWidget(copy);
    return row;
}

QWidget *ServerPage::buildAbout()
{
    auto *card = new Card;
    auto *heading = new TextLabel(TextStyle::Heading);
    heading->setText(tr("This server"));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(spacing::large);
    grid->setVerticalSpacing(spacing::tight);
    grid->setColumnStretch(1, 1);
    const auto name = [grid](int row, const QString &text) {
        auto *label = new TextLabel(TextStyle::Body, TextLabel::Tone::Muted);
        label->setText(text);
        grid->addWidget(label, row, 0);
    };
    name(0, tr("Version"));
    grid->addWidget(m_version, 0, 1);
    name(1, tr("Up"));
    grid->addWidget(m_uptime, 1, 1);
    name(2, tr("Capacity"));
    grid->addWidget(m_slots, 2, 1);
    name(3, tr("Configuration"));
    grid->addLayout(buildPath(m_file, m_openFile, m_copyFile, tr("the configuration file")), 3, 1);
    name(4, tr("Data"));
    grid->addLayout(buildPath(m_folder, m_openFolder, m_copyFolder, tr("the data folder")), 4, 1);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(spacing::large, spacing::medium, spacing::large, spacing::medium);
    layout->setSpacing(spacing::small);
    layout->addWidget(heading);
    layout->addLayout(grid);
    layout->addStretch();
    const auto server = [this]() -> const ServerInfo & { return context().replica.snapshot().server; };
    connect(m_openFile, &QToolButton::clicked, this,
            [server] { QDesktopServices::openUrl(QUrl::fromLocalFile(server().configurationFile)); });
    connect(m_copyFile, &QToolButton::clicked, this,
            [server] { QGuiApplication::clipboard()->setText(server().configurationFile); });
    connect(m_openFolder, &QToolButton::clicked, this,
            [server] { QDesktopServices::openUrl(QUrl::fromLocalFile(server().dataDirectory)); });
    connect(m_copyFolder, &QToolButton::clicked, this,
            [server] { QGuiApplication::clipboard()->setText(server().dataDirectory); });
    return card;
}

void ServerPage::refresh()
{
    const Snapshot &snapshot = context().replica.snapshot();
    const ServerInfo &server = snapshot.server;
    m_mode->refresh();
    refreshReload();
    m_version->setText(tr("%1 on %2", "version, host").arg(server.version, server.host));
    m_slots->setElided(tr("%Ln workers", "", server.workers) + u" · "_s
                       + tr("%Ln pipelines at once", "", server.capacity));
    const bool builtIn = server.configurationFile.isEmpty();
    m_file->setElided(builtIn ? tr("The built-in example") : server.configurationFile);
    m_folder->setElided(server.dataDirectory.isEmpty() ? format::dash() : server.dataDirectory);
    for (QToolButton *button : {m_openFile, m_copyFile})
        button->setVisible(!builtIn);
    for (QToolButton *button : {m_openFolder, m_copyFolder})
        button->setVisible(!server.dataDirectory.isEmpty());
    QList<QStringList> listeners;
    for (const ListenerInfo &listener : server.listeners) {
        // What does not listen is not in this list: the server would not have started.
        const QStringList state{tr("listening"), listener.tls ? tr("encrypted (TLS)") : tr("not encrypted")};
        listeners.append({format::address(listener), listener.dialects.join(", "_L1), state.join(u" · "_s)});
    }
    m_listeners->setRows(listeners);
    QList<QStringList> users;
    for (const User &user : server.users)
        users.append({user.name, user.displayName, user.roleNames.join(", "_L1)});
    m_users->setRows(users);
    m_issueToken->setEnabled(!users.isEmpty() && context().replica.isConnected());
    QList<QStringList> limits;
    for (const auto &[name, value] : server.limits) {
        bool isNumber = false;
        const qint64 number = value.toLongLong(&isNumber);
        const bool isSize = name.contains("_bytes"_L1);
        limits.append({name, !isNumber ? value : isSize ? format::bytes(number) : format::count(number)});
    }
    m_limits->setRows(limits);
    refreshUptime();
}

void ServerPage::refreshUptime()
{
    const Timestamp started = context().replica.snapshot().server.startedAt;
    m_uptime->setText(started == Timestamp{} ? format::dash()
                                             : tr("%1, since %2", "how long, since when")
                                                   .arg(format::duration(context().liveness.serverNow() - started),
                                                        format::dateTime(started)));
}

namespace {

// Key by key; of what has no keys, as a password, the section.
QString changes(const QStringList &sections, const QList<ReloadItem> &items)
{
    QStringList texts;
    for (const ReloadItem &item : items)
        texts << item.toString();
    for (const QString &section : sections) {
        const auto isIn = [&section](const ReloadItem &item) { return section.startsWith(item.section); };
        if (std::none_of(items.cbegin(), items.cend(), isIn))
            texts << section;
    }
    return texts.join(u", "_s);
}

} // namespace

// What was applied, what waits for the next start, and what went wrong: a line each.
QString ServerPage::reloadText(const ReloadReport &report)
{
    QStringList lines{tr("Reloaded at %1.").arg(format::clockTime(report.at))};
    if (!report.applied.isEmpty())
        lines.append(tr("Applied: %1").arg(changes(report.applied, report.appliedItems)));
    if (!report.waiting.isEmpty())
        lines.append(tr("At the next start: %1").arg(changes(report.waiting, report.waitingItems)));
    if (report.applied.isEmpty() && report.waiting.isEmpty())
        lines.append(tr("Nothing had changed."));
    return (lines + report.problems).join(u'\n');
}

void ServerPage::refreshReload()
{
    const Commands &commands = context().commands;
    m_reload->setEnabled(context().replica.isConnected() && !commands.isPending(reloadSubject()));
    const QString error = reasontext::words(commands.error(reloadSubject()));
    if (!error.isEmpty()) {
        m_reloadOutcome->setTone(TextLabel::Tone::Bad);
        m_reloadOutcome->setText(error);
    } else if (commands.isPending(reloadSubject()) || !context().replica.snapshot().server.reload) {
        m_reloadOutcome->clear();
    } else {
        const ReloadReport &report = *context().replica.snapshot().server.reload;
        m_reloadOutcome->setTone(report.problems.isEmpty() ? TextLabel::Tone::Muted : TextLabel::Tone::Bad);
        m_reloadOutcome->setText(reloadText(report));
    }
    m_reloadOutcome->setVisible(!m_reloadOutcome->text().isEmpty());
}

void ServerPage::issueToken()
{
    if (m_tokenDialog)
        return m_tokenDialog->raise();
    m_tokenDialog = new TokenDialog(context().replica, context().commands, this);
    m_tokenDialog->setAttribute(Qt::WA_DeleteOnClose); // and the token with it
    m_tokenDialog->open();
}

void ServerPage::reveal(const QString &subject)
{
    if (subject == token() && m_issueToken->isEnabled())
        issueToken();
}

} // namespace signalbox::widgets
