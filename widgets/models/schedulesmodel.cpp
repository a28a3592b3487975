// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/schedulesmodel.h"

#include "widgets/text/format.h"
#include "widgets/text/reasontext.h"

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

// The newest of what was begun and what was left out.
const ScheduleRun *newest(const Schedule &schedule)
{
    const auto &[last, leftOut] = std::tie(schedule.record.last, schedule.record.leftOut);
    if (!last || !leftOut)
        return last ? &*last : leftOut ? &*leftOut : nullptr;
    return leftOut->at > last->at ? &*leftOut : &*last;
}

QString outcomeText(ScheduleOutcome outcome)
{
    switch (outcome) {
    case ScheduleOutcome::Running:
        return SchedulesModel::tr("Running", "run of a schedule");
    case ScheduleOutcome::Succeeded:
        return SchedulesModel::tr("Succeeded", "run of a schedule");
    case ScheduleOutcome::Failed:
        return SchedulesModel::tr("Failed", "run of a schedule");
    case ScheduleOutcome::Cancelled:
        return SchedulesModel::tr("Cancelled", "run of a schedule");
    case ScheduleOutcome::Interrupted:
        return SchedulesModel::tr("Interrupted", "run of a schedule");
    case ScheduleOutcome::Refused:
        return SchedulesModel::tr("Refused", "run of a schedule");
    case ScheduleOutcome::Skipped:
        return SchedulesModel::tr("Skipped", "run of a schedule");
    case ScheduleOutcome::Missed:
        break;
    }
    return SchedulesModel::tr("Missed", "run of a schedule");
}

bool isBad(ScheduleOutcome outcome)
{
    return outcome == ScheduleOutcome::Failed || outcome == ScheduleOutcome::Interrupted
           || outcome == ScheduleOutcome::Refused;
}

QString stateText(ScheduleRow row)
{
    if (!row.schedule.running.isEmpty())
        return outcomeText(ScheduleOutcome::Running);
    if (!row.schedule.isEnabled)
        return SchedulesModel::tr("Paused", "schedule");
    const ScheduleRun *run = newest(row.schedule);
    return run ? outcomeText(run->outcome) : SchedulesModel::tr("Waiting", "schedule");
}

QString starts(ScheduleRow row)
{
    const QString name = nameOf(row.schedule.target);
    if (const auto *component = std::get_if<ComponentTarget>(&row.schedule.target)) {
        const Component *known = row.snapshot.component(name);
        const QString shown = known ? known->name : name;
        switch (component->action) {
        case ComponentAction::Start:
            return SchedulesModel::tr("Start %1").arg(shown);
        case ComponentAction::Restart:
            return SchedulesModel::tr("Restart %1").arg(shown);
        case ComponentAction::Stop:
            return SchedulesModel::tr("Stop %1").arg(shown);
        }
    }
    return std::holds_alternative<PipelineTarget>(row.schedule.target) ? SchedulesModel::tr("Pipeline %1").arg(name)
                                                                       : SchedulesModel::tr("Process %1").arg(name);
}

QString next(ScheduleRow row)
{
    if (!row.schedule.nextAt)
        return format::dash();
    const Milliseconds left = std::max(*row.schedule.nextAt - row.now, Milliseconds(0));
    return SchedulesModel::tr("in %1", "until the next run").arg(format::duration(left));
}

QString last(ScheduleRow row)
{
    const ScheduleRun *run = newest(row.schedule);
    return run ? format::dateTime(run->at) : format::dash();
}

QString outcome(ScheduleRow row)
{
    const ScheduleRun *run = newest(row.schedule);
    if (!run)
        return {};
    return run->text.isEmpty() ? outcomeText(run->outcome)
                               : SchedulesModel::tr("%1: %2", "outcome, why")
                                     .arg(outcomeText(run->outcome), reasontext::words(Reason::stored(run->text)));
}

qint64 number(const std::optional<Timestamp> &time, qint64 none)
{
    return time ? qint64(time->time_since_epoch().count()) : none;
}

constexpr auto scheduleColumns = std::to_array<Column<ScheduleRow>>({
    {.id = SchedulesModel::State,
     .title = [] { return SchedulesModel::tr("State"); },
     .width = 11,
     .badge = true,
     .display = stateText},
    {.id = SchedulesModel::Name,
     .title = [] { return SchedulesModel::tr("Name"); },
     .width = 18,
     .naming = true,
     .display = [](ScheduleRow row) { return row.schedule.name; },
     .tip = [](ScheduleRow row) { return row.schedule.description; }},
    {.id = SchedulesModel::Plan,
     .title = [] { return SchedulesModel::tr("When"); },
     .width = 20,
     .display = [](ScheduleRow row) { return row.schedule.plan; }},
    {.id = SchedulesModel::Starts,
     .title = [] { return SchedulesModel::tr("Starts"); },
     .width = 18,
     .display = starts},
    {.id = SchedulesModel::Next,
     .title = [] { return SchedulesModel::tr("Next run"); },
     .width = 13,
     .searched = false,
     .firm = true,
     .display = next,
     .sort = [](ScheduleRow row) -> QVariant {
         return number(row.schedule.nextAt, std::numeric_limits<qint64>::max());
     },
     .tip = [](ScheduleRow row) { return row.schedule.nextAt ? format::dateTime(*row.schedule.nextAt) : QString(); }},
    {.id = SchedulesModel::Last,
     .title = [] { return SchedulesModel::tr("Last run"); },
     .width = 13,
     .firm = true,
     .display = last,
     .sort = [](ScheduleRow row) -> QVariant {
         const ScheduleRun *run = newest(row.schedule);
         return run ? number(run->at, 0) : 0;
     }},
    {.id = SchedulesModel::Outcome,
     .title = [] { return SchedulesModel::tr("Outcome"); },
     .width = 20,
     .display = outcome,
     .tip = outcome},
});
static_assert(isComplete(scheduleColumns));

} // namespace

SchedulesModel::SchedulesModel(const Replica &replica, const Liveness &liveness, QObject *parent)
    : KeyedTable(scheduleColumns, parent)
    , m_replica(replica)
    , m_liveness(liveness)
{
    connect(&replica, &Replica::missed, this, [this] { replaceAll(m_replica.snapshot().schedulesInOrder()); });
    connect(&replica, &Replica::scheduleChanged, this, [this](const Schedule *before, const Schedule *now) {
        if (now)
            put(*now, now->id);
        else
            drop(before->id);
    });
    connect(&liveness, &Liveness::secondPassed, this, [this] {
        if (m_awake)
            tellTimes();
    });
    replaceAll(replica.snapshot().schedulesInOrder());
}

void SchedulesModel::setAwake(bool awake)
{
    m_awake = awake;
    if (awake)
        tellTimes();
}

void SchedulesModel::tellTimes()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, Next), index(rowCount() - 1, Next));
}

ScheduleRow SchedulesModel::shown(int index) const
{
    return {row(index), m_replica.snapshot(), m_liveness.serverNow()};
}

Tone SchedulesModel::toneAt(int index) const
{
    const Schedule &schedule = row(index);
    if (!schedule.running.isEmpty())
        return Tone::Busy;
    const ScheduleRun *run = newest(schedule);
    if (!schedule.isEnabled || !run)
        return Tone::Neutral;
    if (isBad(run->outcome))
        return Tone::Bad;
    return run->outcome == ScheduleOutcome::Succeeded ? Tone::Good : Tone::Neutral;
}

} // namespace signalbox::widgets
