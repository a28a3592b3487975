// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/eventspage.h"

#include "server/model/answers/eventscsv.h"
#include "widgets/actions/acts.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/card.h"
#include "widgets/text/reasontext.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSettings>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

EventsPage::EventsPage(const PageContext &context, QWidget *parent)
    : Page(context, parent)
    , m_model(context.replica)
    , m_filters(new EventFilters(context))
    , m_table(new DataTable)
    , m_older(makeButton(u"events"_s, tr("Older ones"), tr("Show what happened before the first line")))
    , m_notice(new TextLabel(TextStyle::Caption, TextLabel::Tone::Muted))
    , m_outcome(new ExportLine)
{
    addTools();
    body()->addWidget(m_filters);
    m_table->setSortingEnabled(false);
    m_table->setFollowsNewest();
    m_table->setAccessibleName(tr("Events"));
    m_table->setModel(&m_model);
    m_table->setEmptyText(tr("Nothing happened yet. The server writes down what starts, "
                             "fails and ends, and who did what, over which protocol and from where."));
    body()->addWidget(Card::around(m_table), 1);
    body()->addWidget(m_notice);
    body()->addWidget(m_outcome);
    connect(m_filters, &EventFilters::changed, this, &EventsPage::applyFilter);
    connect(m_older, &QToolButton::clicked, this, [this] {
        m_model.askOlder();
        refreshNotice();
    });
    connect(&m_model, &EventsModel::loaded, this, &EventsPage::refreshNotice);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &EventsPage::refreshNotice);
    connect(m_table, &DataTable::activated, this,
            [this](const QModelIndex &index) { open(m_model.entry(index.row())); });
    refreshNotice();
}

EventsPage::~EventsPage() = default;

void EventsPage::addTools()
{
    QHBoxLayout *header = addHeader(tr("Events"));
    header->addWidget(m_older);
    m_export = makeAction(ActId::Save, *this, [this] {
        askWhereToSave(this, tr("Export the events"), u"signalbox-events.csv"_s, tr("Tables (*.csv)"),
                       [this](const QString &path) { exportTo(path); });
    });
    m_export->setText(tr("Export…"));
    header->addWidget(makeButton(*m_export));
}

void EventsPage::open(const EventEntry &entry)
{
    switch (entry.kind) {
    case EventEntry::Kind::Component:
    case EventEntry::Kind::Agent:
        return Q_EMIT wanted(PageId::Components, entry.subject);
    case EventEntry::Kind::Execution:
        return Q_EMIT wanted(PageId::Executions, entry.subject);
    case EventEntry::Kind::Schedule:
        return Q_EMIT wanted(PageId::Schedules, entry.subject);
    case EventEntry::Kind::Client:
        return Q_EMIT wanted(PageId::Clients, {});
    case EventEntry::Kind::Server:
        return Q_EMIT wanted(PageId::Server, {});
    }
}

void EventsPage::applyFilter()
{
    m_table->setFiltered(!m_filters->isOpen());
    m_model.setFilter(m_filters->query());
    refreshNotice();
}

void EventsPage::refreshNotice()
{
    m_older->setEnabled(m_model.hasOlder() && !m_model.isAsking());
    QStringList parts;
    if (!m_model.error().isEmpty())
        parts << tr("Older events cannot be read: %1").arg(m_model.error());
    else if (m_model.isAsking())
        parts << tr("Reading…");
    else
        parts << tr("%Ln events", "", m_model.rowCount());
    if (m_model.hasOlder())
        parts << tr("there are older ones");
    m_notice->setText(parts.join(u" · "_s));
}

// As the server has them, also those that are not shown yet.
void EventsPage::exportTo(const QString &path)
{
    EventsQuery query = m_filters->query();
    query.limit = EventsQuery::mostRows;
    m_exporting = context().replica.ask(query, [this, path](const Result<signalbox::EventsPage> &page) {
        m_exporting.cancel();
        if (!page)
            return m_outcome->tellFailure(path, reasontext::words(page.error().message));
        (void)m_outcome->write(path, eventsCsv(*page),
                               tr("%Ln events exported to %1", "", static_cast<int>(page->entries.size())).arg(path));
    });
}

void EventsPage::find()
{
    m_filters->text().setFocus(Qt::ShortcutFocusReason);
}

void EventsPage::save(QSettings &settings) const
{
    m_table->save(settings, u"columns"_s);
    m_filters->save(settings);
}

void EventsPage::restore(QSettings &settings)
{
    m_table->restore(settings, u"columns"_s);
    m_filters->restore(settings);
    applyFilter();
}

} // namespace signalbox::widgets
