// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/componentspage.h"

#include "widgets/controls/buttons.h"
#include "widgets/controls/card.h"
#include "widgets/controls/confirmations.h"
#include "widgets/controls/toolbar.h"
#include "widgets/look/icons.h"
#include "widgets/pages/logspage.h"
#include "widgets/text/format.h"
#include "widgets/text/plain.h"
#include "widgets/text/reasontext.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

constexpr QLatin1String logLinePrefix("line:");

} // namespace

ComponentsPage::ComponentsPage(const PageContext &context, QWidget *parent)
    : Page(context, parent)
    , m_model(context.replica, context.liveness)
    , m_filter(m_model)
    , m_filterField(makeSearchField(tr("Filter components")))
    , m_table(new DataTable)
    , m_error(new ErrorLine)
    , m_detail(new ComponentDetail(context))
    , m_agents(new AgentsCard(context.replica))
    , m_splitter(new QSplitter(Qt::Vertical))
    , m_group(new GroupActions(context.replica, context.commands, *this))
    , m_refresher(*this, context.replica, [this] { refresh(); })
{
    build();
    connectAll();
    showAgents();
    refreshActions();
}

void ComponentsPage::build()
{
    for (const ComponentAct &act : componentActs())
        m_acts << makeAction(act.one, *m_table, [this, act] { carryOut(act); });
    m_kill = makeAction(ActId::KillComponent, *m_table, [this] { killSelected(); });
    m_scale = makeAction(ActId::ScaleComponent, *m_table, [this] { askForInstances(); });
    makeAction(ActId::ShowLogs, *m_table,
               [this] { Q_EMIT wanted(PageId::Logs, LogsPage::together(m_table->selectedIds())); });
    m_copy = makeAction(ActId::CopyCommand, *m_table, [this] { copyCommands(); });
    QHBoxLayout *header = addHeader(tr("Components"));
    header->addWidget(m_filterField);
    header->addWidget(new ToolBar(tr("Components"), m_acts + QList<QAction *>{m_copy}));
    header->addWidget(makeGroupMenu());

    m_table->setAccessibleName(tr("Components"));
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->setModel(&m_filter);
    m_table->sortByColumn(ComponentsModel::Name, Qt::AscendingOrder);
    m_table->setEmptyText(tr("No component is configured. Components are the programs the server keeps running: "
                             "[[component]] in its configuration file."));
    m_splitter->addWidget(m_error->under(Card::around(m_table)));
    m_splitter->addWidget(m_detail);
    m_splitter->addWidget(m_agents);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 3);
    m_splitter->setStretchFactor(2, 2);
    m_splitter->setSizes({200, 280, 180});
    body()->addWidget(m_splitter, 1);
}

QToolButton *ComponentsPage::makeGroupMenu()
{
    QToolButton *button = makeButton(u"components"_s, tr("All"), tr("Start, stop or restart all components"));
    m_groupMenu = new QMenu(button);
    connect(m_groupMenu, &QMenu::aboutToShow, this, &ComponentsPage::fillGroupMenu);
    fillGroupMenu();
    button->setMenu(m_groupMenu);
    button->setPopupMode(QToolButton::InstantPopup);
    return button;
}

// All components, then each group by itself.
void ComponentsPage::fillGroupMenu()
{
    m_groupMenu->clear();
    m_groupMenu->addActions(m_group->list());
    QMap<QString, QStringList> groups;
    for (const Component &component : context().replica.snapshot().componentsInOrder()) {
        if (!component.group.isEmpty())
            groups[component.group].append(component.id);
    }
    if (!groups.isEmpty())
        m_groupMenu->addSection(tr("Groups"));
    for (const auto &[group, ids] : groups.asKeyValueRange()) {
        QMenu *menu = m_groupMenu->addMenu(plain(group));
        for (const ComponentAct &act : componentActs()) {
            const ActInfo info = actInfo(act.one);
            QAction *action = menu->addAction(icon(info.icon), info.text);
            action->setEnabled(context().replica.isConnected() && !possible(ids, act).isEmpty());
            connect(action, &QAction::triggered, this, [this, act, members = ids] { carryOut(act, members); });
        }
        menu->addAction(tr("Show only these"), this, [this, name = group] { m_filterField->setText(name); });
    }
}

void ComponentsPage::connectAll()
{
    connect(m_filterField, &QLineEdit::textChanged, &m_filter, &TextFilter::setText);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ComponentsPage::refreshActions);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { m_detail->setComponent(m_table->currentId()); });
    connect(m_table, &DataTable::activated, this, [this] {
        m_detail->showLog(true);
        m_detail->log().view().setFocus(Qt::OtherFocusReason);
    });
    connect(m_detail, &ComponentDetail::chosen, this,
            [this](const QString &id) { m_table->selectId(id, *m_filterField); });
    m_refresher.on(context().replica, &Replica::componentChanged).on(context().liveness, &Liveness::secondPassed);
    connect(&context().replica, &Replica::agentChanged, this, &ComponentsPage::showAgents);
    connect(&context().replica, &Replica::missed, this, &ComponentsPage::showAgents);
    connect(&context().commands, &Commands::changed, this, [this] {
        refreshActions();
        refreshError();
    });
}

// Alone, this server is no news, and the log wants the room.
void ComponentsPage::showAgents()
{
    const auto &agents = context().replica.snapshot().agents;
    m_agents->setVisible(
        m_agentsWanted || std::any_of(agents.cbegin(), agents.cend(), [](const Agent &agent) { return !agent.local; }));
}

// Of these, those it can succeed with: a restart would start what somebody stopped on purpose.
QStringList ComponentsPage::possible(QStringList ids, const ComponentAct &act) const
{
    ids.removeIf([this, &act](const QString &id) {
        const Component *component = context().replica.snapshot().component(id);
        return !component || !act.canNow(context().commands, *component);
    });
    return ids;
}

// Those that run on when it stops, though they need it.
QStringList ComponentsPage::runningThatNeed(const QString &id) const
{
    QStringList names;
    for (const Component &other : context().replica.snapshot().componentsInOrder()) {
        if (other.dependsOn.contains(id) && canStop(other))
            names << other.name;
    }
    return names;
}

void ComponentsPage::carryOut(const ComponentAct &act)
{
    carryOut(act, m_table->selectedIds());
}

void ComponentsPage::askToStopOne(const QString &id, const QStringList &needing)
{
    const Component *component = context().replica.snapshot().component(id);
    QMessageBox *box = makeQuestion(*window(), u"Signalbox"_s, tr("Stop %1?").arg(component->name),
                                    tr("Needed by %1").arg(format::firstNames(needing)));
    QPushButton *together = box->addButton(tr("Stop these first"), QMessageBox::DestructiveRole);
    QPushButton *alone = box->addButton(tr("Stop it alone"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(box, &QMessageBox::buttonClicked, this, [this, id, together, alone](const QAbstractButton *clicked) {
        if (clicked == together || clicked == alone)
            context().commands.submit(id, signalbox::StopComponent{id, clicked == together});
    });
    box->open();
}

void ComponentsPage::killSelected()
{
    QStringList names;
    const QStringList ids = m_table->selectedIds();
    for (const QString &id : ids)
        names << context().replica.snapshot().component(id)->name;
    askFirst(*window(), tr("Kill %Ln components?", "", static_cast<int>(names.size())), format::firstNames(names),
             m_kill->text(), [this, ids] {
                 for (const QString &id : ids)
                     context().commands.submit(id, signalbox::KillComponent{id});
             });
}

void ComponentsPage::askForInstances()
{
    const Snapshot &snapshot = context().replica.snapshot();
    const Component *component = snapshot.component(m_table->currentId());
    if (!component || component->instanceOf.isEmpty())
        return;
    const QString id = component->instanceOf;
    const auto count = std::count_if(snapshot.components.cbegin(), snapshot.components.cend(),
                                     [&](const Component &other) { return other.instanceOf == id; });
    auto *dialog = new QInputDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(u"Signalbox"_s);
    dialog->setInputMode(QInputDialog::IntInput);
    dialog->setIntRange(1, 1000);
    dialog->setIntValue(static_cast<int>(count));
    dialog->setLabelText(plain(tr("How many instances of %1 run, until the server is stopped:").arg(id)));
    connect(dialog, &QInputDialog::intValueSelected, this,
            [this, id](int wanted) { context().commands.submit(id, signalbox::ScaleComponent{id, wanted}); });
    dialog->open();
}

void ComponentsPage::carryOut(const ComponentAct &act, const QStringList &wanted)
{
    const QStringList ids = possible(wanted, act);
    if (act.one == ActId::StopComponent && ids.size() == 1) {
        if (const QStringList needing = runningThatNeed(ids.constFirst()); !needing.isEmpty())
            return askToStopOne(ids.constFirst(), needing);
    }
    const auto submit = [this, ids, act] {
        for (const QString &id : possible(ids, act)) // again: the answer may have taken its time
            context().commands.submit(id, act.command(id));
    };
    if (!act.question)
        return submit();
    QStringList names;
    for (const QString &id : ids)
        names << context().replica.snapshot().component(id)->name;
    askForSeveral(*window(), names, act.question, actInfo(act.one).text, submit);
}

void ComponentsPage::refresh()
{
    refreshActions();
    m_detail->refresh();
}

void ComponentsPage::refreshActions()
{
    const QStringList ids = m_table->selectedIds();
    const auto &acts = componentActs();
    for (std::size_t i = 0; i < acts.size(); ++i)
        m_acts[static_cast<qsizetype>(i)]->setEnabled(context().replica.isConnected()
                                                      && !possible(ids, acts[i]).isEmpty());
    const Snapshot &snapshot = context().replica.snapshot();
    const auto runs = [&](const QString &id) { return snapshot.component(id) && snapshot.component(id)->pid; };
    m_kill->setEnabled(context().replica.isConnected() && !ids.isEmpty()
                       && std::all_of(ids.cbegin(), ids.cend(), runs));
    const Component *current = snapshot.component(m_table->currentId());
    m_scale->setEnabled(context().replica.isConnected() && current && !current->instanceOf.isEmpty());
    m_copy->setEnabled(!ids.isEmpty());
    refreshError();
}

void ComponentsPage::refreshError()
{
    QStringList errors;
    if (const QString error = reasontext::words(context().commands.error(Commands::allComponents())); !error.isEmpty())
        errors << error;
    for (const QString &id : m_table->selectedIds()) {
        const QString error = reasontext::words(context().commands.error(id));
        const Component *component = context().replica.snapshot().component(id);
        if (!error.isEmpty() && component)
            errors << tr("%1: %2", "component, error").arg(component->name, error);
    }
    m_error->say(errors.join(u'\n'));
}

void ComponentsPage::copyCommands()
{
    QStringList lines;
    for (const QString &id : m_table->selectedIds()) {
        if (const Component *component = context().replica.snapshot().component(id))
            lines << format::commandLine(component->command);
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

QString ComponentsPage::line(const QString &componentId, qint64 number)
{
    return logLinePrefix % QString::number(number) % u':' % componentId;
}

void ComponentsPage::revealLine(const QString &subject)
{
    const qsizetype end = subject.indexOf(u':', logLinePrefix.size());
    const QString id = subject.mid(end + 1);
    if (!context().replica.snapshot().component(id))
        return;
    m_table->selectId(id, *m_filterField);
    m_detail->showLog(false);
    m_detail->log().revealLine(subject.mid(logLinePrefix.size(), end - logLinePrefix.size()).toLongLong());
    m_detail->log().view().setFocus(Qt::OtherFocusReason);
}

void ComponentsPage::reveal(const QString &subject)
{
    if (subject.isEmpty())
        return;
    if (subject.startsWith(logLinePrefix))
        return revealLine(subject);
    const Component *component = context().replica.snapshot().component(subject);
    if (!component && m_agents->select(subject)) {
        m_agentsWanted = true; // also when there is only this server's own
        showAgents();
        return m_agents->table().setFocus(Qt::OtherFocusReason);
    }
    if (component) {
        m_table->selectId(subject, *m_filterField);
        m_detail->showLog(isUnwell(*component));
    }
    m_table->setFocus(Qt::OtherFocusReason);
}

void ComponentsPage::find()
{
    if (m_detail->isAncestorOf(focusWidget()) && !m_table->currentId().isEmpty())
        m_detail->log().find();
    else
        m_filterField->setFocus(Qt::ShortcutFocusReason);
}

void ComponentsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_model.setAwake(true);
    m_agents->setAwake(true);
}

void ComponentsPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_model.setAwake(false); // a hidden table neither repaints nor sorts again
    m_agents->setAwake(false);
}

void ComponentsPage::save(QSettings &settings) const
{
    m_table->save(settings, u"columns"_s);
    m_agents->table().save(settings, u"agents"_s);
    settings.setValue(u"panes"_s, m_splitter->saveState());
    settings.setValue(u"filter"_s, m_filterField->text());
    m_detail->log().save(settings);
}

void ComponentsPage::restore(QSettings &settings)
{
    m_table->restore(settings, u"columns"_s);
    m_agents->table().restore(settings, u"agents"_s);
    m_splitter->restoreState(settings.value(u"panes"_s).toByteArray());
    m_filterField->setText(settings.value(u"filter"_s).toString());
    m_detail->log().restore(settings);
}

} // namespace signalbox::widgets
