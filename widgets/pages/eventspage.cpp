// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/eventspage.h"

#include "server/model/answers/csv.h"
#include "widgets/actions/acts.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/card.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QSettings>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

EventsPage::EventsPage(const PageContext &context, QWidget *parent)
    : Page(context, parent)
    , m_filter(context.events)
    , m_filterField(makeSearchField(tr("Filter events")))
    , m_kind(new QComboBox)
    , m_pause(makeButton(u"pause"_s, tr("Pause"), tr("Hold the list still")))
    , m_table(new DataTable)
    , m_notice(new TextLabel(TextStyle::Caption, TextLabel::Tone::Muted))
    , m_outcome(new ExportLine)
{
    addTools();
    m_table->setSortingEnabled(false);
    m_table->setFollowsNewest();
    m_table->setAccessibleName(tr("Events"));
    m_table->setModel(&m_filter);
    m_table->setEmptyText(tr("Nothing happened yet, or nothing matches the filter. Components that start and stop, "
                             "clients that come and go, executions and problems are told here as they happen."));
    body()->addWidget(Card::around(m_table), 1);
    body()->addWidget(m_notice);
    body()->addWidget(m_outcome);
    connect(&context.events, &EventsModel::waitingChanged, this, &EventsPage::refreshNotice);
    connect(m_table, &DataTable::activated, this, [this](const QModelIndex &index) {
        const Event &event = this->context().events.event(m_filter.mapToSource(index).row());
        if (event.kind == EventKind::Component)
            Q_EMIT wanted(PageId::Components, event.subject);
        else if (event.kind == EventKind::Client)
            Q_EMIT wanted(PageId::Clients, event.subject);
        else if (event.kind == EventKind::Execution)
            Q_EMIT wanted(PageId::Executions, event.subject);
    });
    refreshNotice();
}

EventsPage::~EventsPage() = default;

void EventsPage::addTools()
{
    nameBox(*m_kind, tr("Kind of events shown"));
    m_kind->addItem(tr("Everything"));
    for (const EventKind kind :
         {EventKind::Component, EventKind::Execution, EventKind::Client, EventKind::Server, EventKind::Problem})
        m_kind->addItem(EventsModel::kindName(kind), static_cast<int>(kind));
    m_pause->setCheckable(true);
    QHBoxLayout *header = addHeader(tr("Events"));
    header->addWidget(m_filterField);
    header->addWidget(m_kind);
    header->addWidget(m_pause);
    m_export = makeAction(ActId::Save, *this, [this] {
        askWhereToSave(this, tr("Export the events"), u"signalbox-events.csv"_s, tr("Tables (*.csv)"),
                       [this](const QString &path) { exportTo(path); });
    });
    m_export->setText(tr("Export…"));
    header->addWidget(makeButton(*m_export));
    connect(m_filterField, &QLineEdit::textChanged, &m_filter, &TextFilter::setText);
    connect(m_kind, &QComboBox::currentIndexChanged, this,
            [this] { m_filter.setOnly(EventsModel::Kind, m_kind->currentData()); });
    connect(m_pause, &QToolButton::toggled, &context().events, &EventsModel::setPaused);
}

void EventsPage::refreshNotice()
{
    const EventsModel &events = context().events;
    QStringList parts;
    if (m_pause->isChecked())
        parts << tr("Paused, %Ln new events", "", events.waiting());
    if (events.dropped() > 0)
        parts << tr("%Ln older ones were dropped", "", events.dropped());
    if (parts.isEmpty())
        parts << tr("The newest %Ln events are kept.", "", EventsModel::bound);
    m_notice->setText(parts.join(u" · "_s));
}

bool EventsPage::exportTo(const QString &path)
{
    // For programs, in every language.
    static constexpr std::array kinds{"component", "execution", "client", "server", "problem"};
    QByteArray bytes("time,about,subject,event\n");
    for (int row = 0; row < m_filter.rowCount(); ++row) {
        const Event &event = context().events.event(m_filter.mapToSource(m_filter.index(row, 0)).row());
        const QString line =
            csvLine({toIsoMilliseconds(event.time), QLatin1String(kinds.at(static_cast<std::size_t>(event.kind))),
                     csvText(event.subject), csvText(event.text)});
        bytes += line.toUtf8();
    }
    return m_outcome->write(path, bytes, tr("%Ln events exported to %1", "", m_filter.rowCount()).arg(path));
}

void EventsPage::find()
{
    m_filterField->setFocus(Qt::ShortcutFocusReason);
}

void EventsPage::save(QSettings &settings) const
{
    m_table->save(settings, u"columns"_s);
    settings.setValue(u"filter"_s, m_filterField->text());
    settings.setValue(u"kind"_s, m_kind->currentIndex());
}

void EventsPage::restore(QSettings &settings)
{
    m_table->restore(settings, u"columns"_s);
    m_filterField->setText(settings.value(u"filter"_s).toString());
    m_kind->setCurrentIndex(std::clamp(settings.value(u"kind"_s).toInt(), 0, m_kind->count() - 1));
}

} // namespace signalbox::widgets
