// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/schedulespage.h"

#include "widgets/actions/acts.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/card.h"
#include "widgets/controls/toolbar.h"
#include "widgets/pages/executionspage.h"
#include "widgets/text/format.h"
#include "widgets/text/reasontext.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSettings>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

bool comes(const Schedule &schedule)
{
    return schedule.isEnabled;
}

bool isPaused(const Schedule &schedule)
{
    return !schedule.isEnabled;
}

bool isAny(const Schedule &)
{
    return true;
}

} // namespace

SchedulesPage::SchedulesPage(const PageContext &context, QWidget *parent)
    : Page(context, parent)
    , m_model(context.replica, context.liveness)
    , m_filter(m_model)
    , m_filterField(makeSearchField(tr("Filter schedules")))
    , m_table(new DataTable)
    , m_error(new ErrorLine)
    , m_run(makeAction(ActId::RunSchedule, *m_table,
                       [this] {
                           for (const QString &id : selected(isAny))
                               this->context().commands.submit(id, RunScheduleNow{id});
                       }))
    , m_pause(makeAction(ActId::PauseSchedule, *m_table,
                         [this] {
                             for (const QString &id : selected(comes))
                                 this->context().commands.submit(id, DisableSchedule{id});
                         }))
    , m_resume(makeAction(ActId::ResumeSchedule, *m_table,
                          [this] {
                              for (const QString &id : selected(isPaused))
                                  this->context().commands.submit(id, EnableSchedule{id});
                          }))
    , m_runs(makeAction(
          ActId::ShowRuns, *m_table,
          [this] { Q_EMIT wanted(PageId::Executions, ExecutionsPage::runsOf(m_table->selectedIds().value(0))); }))
    , m_refresher(*this, context.replica, [this] { refresh(); })
{
    build();
    connect(m_filterField, &QLineEdit::textChanged, &m_filter, &TextFilter::setText);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &SchedulesPage::refresh);
    connect(m_table, &DataTable::activated, this, &SchedulesPage::openLastRun);
    connect(&context.commands, &Commands::changed, this, &SchedulesPage::refresh);
    m_refresher.on(context.replica, &Replica::scheduleChanged);
    refresh();
}

void SchedulesPage::build()
{
    QHBoxLayout *header = addHeader(tr("Schedules"));
    header->addWidget(m_filterField);
    header->addWidget(new ToolBar(tr("Schedules"), {m_run, m_pause, m_resume, m_runs}));
    m_table->setAccessibleName(tr("Schedules"));
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->setModel(&m_filter);
    m_table->sortByColumn(SchedulesModel::Name, Qt::AscendingOrder); // by the next run, rows would move with each one
    m_table->setEmptyText(
        tr("No schedule is configured. Schedules start pipelines, processes and components by the clock: "
           "[[schedule]] in the configuration file."));
    body()->addWidget(m_error->under(Card::around(m_table)), 1);
}

QStringList SchedulesPage::selected(bool (*can)(const Schedule &schedule)) const
{
    QStringList ids = m_table->selectedIds();
    ids.removeIf([&](const QString &id) {
        const Schedule *schedule = context().replica.snapshot().schedule(id);
        return !schedule || !can(*schedule) || context().commands.isPending(id);
    });
    return ids;
}

// Its execution, or the component that it acts on.
void SchedulesPage::openLastRun()
{
    const Schedule *schedule = context().replica.snapshot().schedule(m_table->currentId());
    if (!schedule)
        return;
    if (std::holds_alternative<ComponentTarget>(schedule->target))
        Q_EMIT wanted(PageId::Components, nameOf(schedule->target));
    else if (schedule->record.last && !schedule->record.last->executionId.isEmpty())
        Q_EMIT wanted(PageId::Executions, schedule->record.last->executionId);
}

void SchedulesPage::refresh()
{
    const bool connected = context().replica.isConnected();
    m_run->setEnabled(connected && !selected(isAny).isEmpty());
    m_pause->setEnabled(connected && !selected(comes).isEmpty());
    m_resume->setEnabled(connected && !selected(isPaused).isEmpty());
    const QStringList chosen = m_table->selectedIds();
    const Schedule *one = chosen.size() == 1 ? context().replica.snapshot().schedule(chosen.constFirst()) : nullptr;
    m_runs->setEnabled(one && !std::holds_alternative<ComponentTarget>(one->target));
    QStringList errors;
    for (const QString &id : m_table->selectedIds()) {
        const Schedule *schedule = context().replica.snapshot().schedule(id);
        if (const QString error = reasontext::words(context().commands.error(id)); !error.isEmpty() && schedule)
            errors << tr("%1: %2", "schedule, error").arg(schedule->name, error);
    }
    m_error->say(errors.join(u'\n'));
}

void SchedulesPage::reveal(const QString &subject)
{
    if (m_model.rowOf(subject) >= 0)
        m_table->selectId(subject, *m_filterField);
    m_table->setFocus(Qt::OtherFocusReason);
}

void SchedulesPage::find()
{
    m_filterField->setFocus(Qt::ShortcutFocusReason);
}

void SchedulesPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_model.setAwake(true);
}

void SchedulesPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_model.setAwake(false);
}

void SchedulesPage::save(QSettings &settings) const
{
    m_table->save(settings, u"columns"_s);
    settings.setValue(u"filter"_s, m_filterField->text());
}

void SchedulesPage::restore(QSettings &settings)
{
    m_table->restore(settings, u"columns"_s);
    m_filterField->setText(settings.value(u"filter"_s).toString());
}

} // namespace signalbox::widgets
