// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/clientspage.h"

#include "widgets/actions/acts.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/card.h"
#include "widgets/controls/confirmations.h"
#include "widgets/controls/toolbar.h"
#include "widgets/look/icons.h"
#include "widgets/text/format.h"
#include "widgets/text/reasontext.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSettings>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

ClientsPage::ClientsPage(const PageContext &context, QWidget *parent)
    : Page(context, parent)
    , m_model(context.replica)
    , m_filter(m_model)
    , m_filterField(makeSearchField(tr("Filter clients")))
    , m_table(new DataTable)
    , m_error(new ErrorLine)
    , m_summary(new TextLabel(TextStyle::Caption, TextLabel::Tone::Muted))
    , m_splitter(new QSplitter(Qt::Vertical))
    , m_inspector(new ClientInspector(context.replica))
    , m_watch(makeAction(ActId::WatchClient, *m_table, {},
                         tr("Show what the selected client and the server say to each other")))
    , m_disconnect(makeAction(ActId::DisconnectClient, *m_table, [this] { disconnectSelected(); }))
{
    build();
    connect(m_filterField, &QLineEdit::textChanged, &m_filter, &TextFilter::setText);
    connect(m_watch, &QAction::toggled, this, [this](bool on) {
        m_inspector->setVisible(on);
        watchSelected();
        refresh();
    });
    connect(m_table, &DataTable::activated, m_watch, [this] { m_watch->setChecked(true); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this](const QItemSelection &selected) {
                m_refused.clear();
                if (!selected.isEmpty()) // of several that leave, the last one left was nobody's choice
                    watchSelected();
                refresh();
            });
    connect(&context.commands, &Commands::changed, this, [this](const QString &subject) {
        if (!this->context().commands.error(subject).isEmpty() && m_model.rowOf(subject) >= 0)
            m_refused = subject;
        refresh();
    });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_model, signal, this, &ClientsPage::refresh);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &ClientsPage::refresh);
    connect(&context.replica, &Replica::connectedChanged, this, &ClientsPage::refresh);
    refresh();
}

void ClientsPage::build()
{
    m_watch->setCheckable(true);
    QHBoxLayout *header = addHeader(tr("Clients"));
    header->addWidget(m_filterField);
    header->addWidget(new ToolBar(tr("Clients"), {m_watch, m_disconnect}));

    m_table->setAccessibleName(tr("Clients"));
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->setModel(&m_filter);
    m_table->sortByColumn(ClientsModel::Since, Qt::DescendingOrder);
    m_table->setEmptyText(tr("No client is connected. Clients connect to the addresses "
                             "in the status bar below."));
    m_splitter->addWidget(m_error->under(Card::around(m_table)));
    m_splitter->addWidget(m_inspector);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({260, 320});
    m_inspector->hide();
    body()->addWidget(m_splitter, 1);
    body()->addWidget(m_summary);
}

void ClientsPage::disconnectSelected()
{
    const QStringList ids = m_table->selectedIds();
    QStringList names;
    for (const QString &id : ids) {
        const Client &client = m_model.row(m_model.rowOf(id)).client;
        names << client.user + u'@' + client.address;
    }
    const auto count = [](int clients) { return tr("Disconnect %Ln clients?", "", clients); };
    askForSeveral(*window(), names, count, m_disconnect->text(), [this, ids] {
        for (const QString &id : ids) {
            if (m_model.rowOf(id) >= 0 && !context().commands.isPending(id))
                context().commands.submit(id, DisconnectClient{id});
        }
    });
}

// While a client is watched and gone, it stays: why it went is what one wants to read.
void ClientsPage::watchSelected()
{
    const QString id = m_table->selectedIds().value(0);
    if (!m_watch->isChecked() || id.isEmpty())
        return;
    const Client client = m_model.row(m_model.rowOf(id)).client;
    m_inspector->setClient(id, client.user + u'@' + client.address);
}

void ClientsPage::refresh()
{
    const QStringList ids = m_table->selectedIds();
    m_disconnect->setEnabled(context().replica.isConnected()
                             && std::any_of(ids.cbegin(), ids.cend(),
                                            [this](const QString &id) { return !context().commands.isPending(id); }));
    m_watch->setEnabled(!ids.isEmpty() || m_watch->isChecked()); // what was watched stays when it has gone
    const QString error = reasontext::words(context().commands.error(m_refused));
    m_error->say(error);
    m_summary->setText(tr("%Ln clients connected", "", m_model.rowCount()));
}

void ClientsPage::reveal(const QString &subject)
{
    if (m_model.rowOf(subject) >= 0)
        m_table->selectId(subject, *m_filterField);
    m_table->setFocus(Qt::OtherFocusReason);
}

void ClientsPage::find()
{
    m_filterField->setFocus(Qt::ShortcutFocusReason);
}

void ClientsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_model.setAwake(true);
}

void ClientsPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_model.setAwake(false); // a hidden table neither repaints nor sorts again
}

void ClientsPage::save(QSettings &settings) const
{
    m_table->save(settings, u"columns"_s);
    settings.setValue(u"panes"_s, m_splitter->saveState());
    settings.setValue(u"filter"_s, m_filterField->text());
}

void ClientsPage::restore(QSettings &settings)
{
    m_table->restore(settings, u"columns"_s);
    m_splitter->restoreState(settings.value(u"panes"_s).toByteArray());
    m_filterField->setText(settings.value(u"filter"_s).toString());
}

} // namespace signalbox::widgets
