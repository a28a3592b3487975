// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/eventspage.h"

#include "widgets/controls.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QSaveFile>
#include <QScrollBar>
#include <QSettings>
#include <QToolButton>
#include <QVBoxLayout>

namespace signalbox::widgets {

EventsPage::EventsPage(const Context &context, QWidget *parent)
    : Page(context, parent)
    , m_filter(context.events)
    , m_filterField(makeSearchField(tr("Filter events")))
    , m_kind(new QComboBox)
    , m_pause(makeButton(QStringLiteral("pause"), tr("Pause"), tr("Hold the list still; nothing is lost")))
    , m_table(new DataTable)
    , m_notice(new TextLabel(TextStyle::Caption, TextLabel::Tone::Muted))
{
    addTools();
    m_table->setSortingEnabled(false);
    m_table->setAccessibleName(tr("Events"));
    m_table->setModel(&m_filter);
    m_table->setWidths({10, 11});
    m_table->setEmptyText(tr("Nothing happened yet, or nothing matches the filter. Components that start and stop, "
                             "clients that come and go, executions and problems are told here as they happen."));
    auto *surface = new Card;
    auto *inside = new QVBoxLayout(surface);
    inside->setContentsMargins(1, spacing::tight, 1, spacing::tight);
    inside->addWidget(m_table);
    body()->addWidget(surface, 1);
    body()->addWidget(m_notice);
    // Follows the newest at the bottom, stands still anywhere else: as the log does.
    QScrollBar *bar = m_table->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this, [this, bar](int value) { m_following = value >= bar->maximum(); });
    connect(bar, &QScrollBar::rangeChanged, this, [this, bar] {
        if (m_following)
            bar->setValue(bar->maximum());
    });
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
    m_kind->setAccessibleName(tr("Kind of events shown"));
    m_kind->addItem(tr("Everything"));
    for (const EventKind kind :
         {EventKind::Component, EventKind::Execution, EventKind::Client, EventKind::Server, EventKind::Problem})
        m_kind->addItem(EventsModel::kindName(kind), static_cast<int>(kind));
    m_pause->setCheckable(true);
    auto *save = makeButton(QStringLiteral("save"), tr("Export…"));
    QHBoxLayout *header = addHeader(tr("Events"));
    header->addWidget(m_filterField);
    header->addWidget(m_kind);
    header->addWidget(m_pause);
    header->addWidget(save);
    connect(m_filterField, &QLineEdit::textChanged, &m_filter, &TextFilter::setText);
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        const QVariant kind = m_kind->currentData();
        m_filter.setKind(kind.isValid() ? std::optional(kind.toInt()) : std::nullopt);
    });
    connect(m_pause, &QToolButton::toggled, &context().events, &EventsModel::setPaused);
    connect(save, &QToolButton::clicked, this, [this] {
        askWhereToSave(this, tr("Export the events"), QStringLiteral("signalbox-events.csv"), tr("Tables (*.csv)"),
                       [this](const QString &path) { exportTo(path); });
    });
}

void EventsPage::refreshNotice()
{
    const int waiting = context().events.waiting();
    m_notice->setText(m_pause->isChecked() ? tr("Paused, %Ln new events", "", waiting)
                                           : tr("The newest %Ln events are kept.", "", EventsModel::bound));
}

bool EventsPage::exportTo(const QString &path)
{
    QByteArray bytes("time,about,subject,event\n");
    const auto quoted = [](QString text) {
        return QString(QLatin1Char('"') + text.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"'));
    };
    for (int row = 0; row < m_filter.rowCount(); ++row) {
        const Event &event = context().events.event(m_filter.mapToSource(m_filter.index(row, 0)).row());
        const QString line = toIsoMilliseconds(event.time) + QLatin1Char(',') + EventsModel::kindName(event.kind)
                             + QLatin1Char(',') + quoted(event.subject) + QLatin1Char(',') + quoted(event.text)
                             + QLatin1Char('\n');
        bytes += line.toUtf8();
    }
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    m_notice->setText(written ? tr("%Ln events exported to %1", "", m_filter.rowCount()).arg(path)
                              : tr("Not exported to %1: %2").arg(path, file.errorString()));
    return written;
}

void EventsPage::find()
{
    m_filterField->setFocus(Qt::ShortcutFocusReason);
}

void EventsPage::save(QSettings &settings) const
{
    m_table->save(settings, QStringLiteral("events/columns"));
}

void EventsPage::restore(QSettings &settings)
{
    m_table->restore(settings, QStringLiteral("events/columns"));
}

} // namespace signalbox::widgets
