// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/schedules/scheduleboard.h"

#include "server/core/schedulecommand.h"

#include <QLoggingCategory>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

Q_LOGGING_CATEGORY(lcSchedules, "signalbox.schedules", QtInfoMsg)

constexpr Milliseconds longestAlarm = std::chrono::hours(24); // a timer of Qt has no room for a month
constexpr Milliseconds leastJump = std::chrono::seconds(1);

ScheduleTarget targetOf(const ScheduleConfig &config)
{
    if (!config.pipeline.isEmpty()) {
        const auto *params = std::get_if<QJsonObject>(&config.params);
        return PipelineTarget{config.pipeline, params ? *params : QJsonObject()};
    }
    if (!config.process.isEmpty()) {
        const auto *params = std::get_if<QStringList>(&config.params);
        return ProcessTarget{config.process, params ? *params : QStringList()};
    }
    return ComponentTarget{config.component, config.action.value_or(ComponentAction::Start)};
}

ScheduleOutcome outcomeOf(ExecutionState state)
{
    switch (state) {
    case ExecutionState::Succeeded:
        return ScheduleOutcome::Succeeded;
    case ExecutionState::Failed:
        return ScheduleOutcome::Failed;
    case ExecutionState::Cancelled:
        return ScheduleOutcome::Cancelled;
    case ExecutionState::Interrupted:
        return ScheduleOutcome::Interrupted;
    case ExecutionState::Created:
    case ExecutionState::Queued:
    case ExecutionState::Running:
        break;
    }
    return ScheduleOutcome::Running;
}

// What a run was begun with, and how it ended.
QString joined(const QString &before, const QString &after)
{
    return before % QLatin1String(before.isEmpty() || after.isEmpty() ? "" : "; ") % after;
}

Unexpected stopping()
{
    return unexpected(ErrorCode::Conflict, Why::ServerStopping);
}

} // namespace

ScheduleBoard::ScheduleBoard(Hub &hub, std::function<void(const QString &)> closeInput, QObject *parent)
    : QObject(parent)
    , m_hub(hub)
    , m_closeInput(std::move(closeInput))
    , m_lastWall(hub.clock().now())
    , m_lastSteady(hub.clock().steady())
{
    connect(&m_hub, &Hub::changed, this, &ScheduleBoard::changed);
}

ScheduleBoard::~ScheduleBoard() = default;

ScheduleBoard::Entry *ScheduleBoard::find(const QString &id)
{
    const auto found = m_entries.find(id);
    return found == m_entries.end() ? nullptr : &found->second;
}

void ScheduleBoard::restore(const QList<ScheduleRecord> &records)
{
    for (ScheduleRecord record : records) {
        if (record.last && record.last->outcome == ScheduleOutcome::Running) {
            record.last->outcome = ScheduleOutcome::Interrupted;
            record.last->text = joined(record.last->text, Reason(Why::InterruptedByRestart));
            record.last->endedAt = std::max(m_hub.clock().now(), record.last->at);
        }
        m_restored.insert(record.scheduleId, record);
    }
}

void ScheduleBoard::applyConfig(const QList<ScheduleConfig> &schedules)
{
    QSet<QString> configured;
    for (qsizetype i = 0; i < schedules.size(); ++i) {
        configured.insert(schedules.at(i).id);
        add(schedules.at(i), static_cast<int>(i));
    }
    for (auto entry = m_entries.begin(); entry != m_entries.end();) {
        const QString id = entry->first;
        if (configured.contains(id)) {
            ++entry;
            continue;
        }
        entry = m_entries.erase(entry);
        (void)m_hub.record(ScheduleRemoved{id});
    }
    m_restored.clear();
    if (m_isStarted)
        arm();
}

void ScheduleBoard::add(const ScheduleConfig &config, int position)
{
    Entry &entry = m_entries[config.id];
    const bool isNew = entry.schedule.id.isEmpty();
    entry.config = config;
    entry.table = Timetable::of(config);
    Schedule &schedule = entry.schedule;
    if (isNew)
        schedule.record = m_restored.value(config.id);
    ScheduleRecord &record = schedule.record;
    record.scheduleId = config.id;
    if (record.enabled == config.enabled) {
        record.enabled.reset();
        record.enabledBy.clear();
    }
    schedule.isEnabled = record.enabled.value_or(config.enabled);
    schedule.id = config.id;
    schedule.name = config.name;
    schedule.description = config.description;
    schedule.position = position;
    schedule.plan = entry.table.text();
    schedule.timezone = entry.table.timezone();
    schedule.target = targetOf(config);
    schedule.overlap = config.overlap;
    if (isFarAhead(entry, m_hub.clock().now()))
        record.plan.clear();
    beginAnew(entry);
    if (config.overlap != OverlapRule::Queue || !schedule.isEnabled)
        entry.waiting.reset();
    if (m_isStarted || !schedule.isEnabled)
        plan(entry);
    tell(entry);
}

// Of a plan that did not hold until now, nothing was missed.
void ScheduleBoard::beginAnew(Entry &entry)
{
    const QString plan = entry.schedule.isEnabled ? entry.table.text() : QString();
    if (std::exchange(entry.schedule.record.plan, plan) != plan)
        entry.schedule.record.handled = m_hub.clock().now();
}

// What was handled was so by a clock that has been set back since.
bool ScheduleBoard::isFarAhead(const Entry &entry, Timestamp now)
{
    const Milliseconds most = entry.table.goesOnInRealTime() ? tolerance : longestWayBack;
    return entry.schedule.record.handled > now + most;
}

// When it comes next.
void ScheduleBoard::plan(Entry &entry)
{
    Schedule &schedule = entry.schedule;
    schedule.nextAt =
        schedule.isEnabled ? entry.table.next(schedule.record.handled, m_hub.clock().now()) : std::nullopt;
}

void ScheduleBoard::start()
{
    m_isStarted = true;
    m_lastWall = m_hub.clock().now();
    m_lastSteady = m_hub.clock().steady();
    for (auto &[id, entry] : m_entries) {
        if (!entry.schedule.isEnabled)
            continue;
        if (entry.table.latest(entry.schedule.record.handled, m_lastWall))
            comeDue(entry, m_lastWall);
        else
            plan(entry);
        tell(entry);
    }
    arm();
}

void ScheduleBoard::stop()
{
    m_isStopped = true;
    m_alarm.reset();
}

void ScheduleBoard::look()
{
    if (!m_isStarted || m_isStopped)
        return;
    watchClock();
    const Timestamp now = m_hub.clock().now();
    for (auto &[id, entry] : m_entries) {
        if (entry.schedule.nextAt && *entry.schedule.nextAt <= now)
            comeDue(entry, now);
    }
    arm();
}

void ScheduleBoard::watchClock()
{
    const Timestamp wall = m_hub.clock().now();
    const auto steady = m_hub.clock().steady();
    const auto off = (wall - std::exchange(m_lastWall, wall)) - (steady - std::exchange(m_lastSteady, steady));
    const auto by = std::chrono::round<Milliseconds>(off);
    if (std::chrono::abs(by) >= leastJump)
        clockWasSet(by);
}

// Forward: what was jumped over is due now, and mostly was missed. What comes every so often keeps its distance.
void ScheduleBoard::clockWasSet(Milliseconds by)
{
    const Timestamp now = m_hub.clock().now();
    for (auto &[id, entry] : m_entries) {
        Timestamp &handled = entry.schedule.record.handled;
        std::optional<Timestamp> &nextAt = entry.schedule.nextAt;
        if (entry.table.isEvery()) {
            handled += by;
            nextAt = nextAt ? std::optional(*nextAt + by) : std::nullopt;
        } else if (nextAt && *nextAt > now) { // else it has come
            handled = isFarAhead(entry, now) ? now : handled;
            plan(entry);
        }
        tell(entry);
    }
}

void ScheduleBoard::arm()
{
    m_alarm.reset();
    std::optional<Timestamp> first;
    for (const auto &[id, entry] : m_entries) {
        if (entry.schedule.nextAt && (!first || *entry.schedule.nextAt < *first))
            first = entry.schedule.nextAt;
    }
    if (!first || m_isStopped)
        return;
    m_alarm = std::make_unique<QObject>();
    const Milliseconds wait = std::clamp(*first - m_hub.clock().now(), Milliseconds(0), longestAlarm);
    m_hub.clock().after(wait, m_alarm.get(), [this] { look(); });
}

// Of several times that have come, the newest counts alone, so that a server that stood still does not begin them all.
void ScheduleBoard::comeDue(Entry &entry, Timestamp now)
{
    Schedule &schedule = entry.schedule;
    const Timestamp due = entry.table.latest(schedule.record.handled, now).value_or(now);
    schedule.record.handled = due;
    plan(entry);
    const Milliseconds late = now - due;
    if (late <= tolerance)
        take(entry, due, {});
    else if (entry.config.missed == MissedRule::Once && late <= entry.config.missedWindow)
        take(entry, due, Reason(Why::MadeUpFor));
    else
        leaveOut(entry, due, ScheduleOutcome::Missed, Reason(Why::ServerWasDown));
}

void ScheduleBoard::take(Entry &entry, Timestamp due, const QString &text)
{
    if (entry.runs.empty() || entry.config.overlap == OverlapRule::Parallel)
        return void(begin(entry, scheduleActor(), due, text));
    if (entry.config.overlap == OverlapRule::Queue && !entry.waiting) {
        entry.waiting = due;
        return tell(entry);
    }
    leaveOut(entry, due, ScheduleOutcome::Skipped, Reason(entry.waiting ? Why::RunBeforeWaits : Why::RunBeforeGoesOn));
}

void ScheduleBoard::leaveOut(Entry &entry, Timestamp due, ScheduleOutcome outcome, const QString &text)
{
    const Timestamp now = m_hub.clock().now();
    entry.schedule.record.leftOut = ScheduleRun{due, now, now, outcome, {}, scheduleActor().user, text};
    if (outcome == ScheduleOutcome::Missed)
        qCInfo(lcSchedules, "schedule '%s' was missed: %s", qUtf8Printable(entry.schedule.id), qUtf8Printable(text));
    tell(entry);
}

Result<QString> ScheduleBoard::begin(Entry &entry, const Actor &actor, Timestamp due, const QString &text,
                                     const std::optional<Command> &asked)
{
    const QString id = entry.schedule.id;
    const ScheduleTarget target = entry.schedule.target;
    const bool isAction = std::holds_alternative<ComponentTarget>(target);
    const Command command{m_hub.ids().next(), actor, commandOf(entry.schedule, m_hub.snapshot())};
    const ScheduleRun run{due, m_hub.clock().now(), {}, ScheduleOutcome::Running, {}, actor.user, text};
    entry.runs.emplace(command.id, Run{run, nameOf(target)});
    entry.newest = command.id;
    entry.schedule.record.last = run;
    tell(entry, asked ? &*asked : nullptr);
    const Result<QString> subject =
        m_hub.submit(command, this, [this, id, isAction, asked](const CommandOutcome &outcome) {
            if (isAction)
                actionCompleted(id, outcome);
            if (asked)
                m_hub.complete(*asked, outcome.subject, outcome.error);
        });
    if (!subject) {
        qCWarning(lcSchedules, "schedule '%s' was refused: %s", qUtf8Printable(id),
                  qUtf8Printable(subject.error().message));
        end(entry, command.id, ScheduleOutcome::Refused, subject.error().message);
        return subject;
    }
    if (std::holds_alternative<ProcessTarget>(target))
        m_closeInput(*subject);
    if (!isAction)
        follow(entry, command.id, *subject);
    return subject;
}

// The execution that a run is; it may have ended by now.
void ScheduleBoard::follow(Entry &entry, const CommandId &command, const QString &executionId)
{
    const auto run = entry.runs.find(command);
    if (run == entry.runs.end())
        return;
    run->second.run.executionId = executionId;
    run->second.subject = executionId;
    if (entry.newest == command)
        entry.schedule.record.last = run->second.run;
    m_executions.insert(executionId, {entry.schedule.id, command});
    tell(entry);
    if (const Execution *known = m_hub.snapshot().execution(executionId); known && isFinal(known->state)) {
        m_executions.remove(executionId);
        end(entry, command, outcomeOf(known->state), reasonOf(*known).text());
    }
}

// On a component. The Command that starts an execution is completed when that has begun: see changed().
void ScheduleBoard::actionCompleted(const QString &scheduleId, const CommandOutcome &outcome)
{
    if (Entry *entry = find(scheduleId))
        end(*entry, outcome.command, outcome.error ? ScheduleOutcome::Failed : ScheduleOutcome::Succeeded,
            outcome.error ? outcome.error->message.text() : QString());
}

void ScheduleBoard::changed(const Change &change)
{
    const auto *execution = std::get_if<ExecutionChanged>(&change.body);
    if (!execution || !isFinal(execution->execution.state) || !m_executions.contains(execution->execution.id))
        return;
    const Place place = m_executions.take(execution->execution.id);
    if (Entry *entry = find(place.scheduleId))
        end(*entry, place.command, outcomeOf(execution->execution.state), reasonOf(execution->execution).text());
}

void ScheduleBoard::end(Entry &entry, const CommandId &command, ScheduleOutcome outcome, const QString &text)
{
    const auto found = entry.runs.find(command);
    if (found == entry.runs.end())
        return;
    ScheduleRun run = found->second.run;
    entry.runs.erase(found);
    run.outcome = outcome;
    run.endedAt = m_hub.clock().now();
    run.text = joined(run.text, text);
    if (entry.newest == command)
        entry.schedule.record.last = run;
    const std::optional<Timestamp> waiting = entry.runs.empty() ? std::exchange(entry.waiting, {}) : std::nullopt;
    tell(entry);
    if (waiting && !m_isStopped)
        (void)begin(entry, scheduleActor(), *waiting, Reason(Why::WaitedForRunBefore));
}

Result<QString> ScheduleBoard::handle(const Command &command)
{
    if (m_isStopped)
        return stopping();
    if (const auto *run = std::get_if<RunScheduleNow>(&command.body))
        return runNow(run->id, command);
    if (const auto *enable = std::get_if<EnableSchedule>(&command.body))
        return setEnabled(enable->id, true, command);
    if (const auto *disable = std::get_if<DisableSchedule>(&command.body))
        return setEnabled(disable->id, false, command);
    return unexpected(ErrorCode::Unsupported, u"this is no command about schedules"_s);
}

Result<QString> ScheduleBoard::runNow(const QString &id, const Command &command)
{
    Entry *entry = find(id);
    if (!entry)
        return unexpected(ErrorCode::NotFound, Why::UnknownSchedule);
    return begin(*entry, command.actor, m_hub.clock().now(), {}, command);
}

Result<QString> ScheduleBoard::setEnabled(const QString &id, bool enabled, const Command &command)
{
    Entry *entry = find(id);
    if (!entry)
        return unexpected(ErrorCode::NotFound, Why::UnknownSchedule);
    Schedule &schedule = entry->schedule;
    schedule.isEnabled = enabled;
    const bool isAsConfigured = enabled == entry->config.enabled;
    schedule.record.enabled = isAsConfigured ? std::nullopt : std::optional(enabled);
    schedule.record.enabledBy = isAsConfigured ? QString() : command.actor.user;
    beginAnew(*entry);
    if (!enabled)
        entry->waiting.reset();
    plan(*entry);
    tell(*entry, &command);
    arm();
    m_hub.whenDurable([self = QPointer(this), command, id](const Result<void> &durable) {
        if (self)
            self->m_hub.complete(command, id, durable ? std::nullopt : std::optional(durable.error()));
    });
    return id;
}

// Records the schedule, if that is news.
void ScheduleBoard::tell(Entry &entry, const Command *cause)
{
    Schedule &schedule = entry.schedule;
    schedule.running.clear();
    for (const auto &[command, run] : entry.runs) {
        if (!schedule.running.contains(run.subject))
            schedule.running.append(run.subject);
    }
    schedule.isWaiting = entry.waiting.has_value();
    const Schedule *known = m_hub.snapshot().schedule(schedule.id);
    if (!known || *known != schedule)
        (void)m_hub.record(ScheduleChanged{schedule}, cause);
}

} // namespace signalbox::core
