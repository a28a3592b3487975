// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/events/eventwords.h"

#include "server/model/snapshot.h"

#include <QJsonDocument>

namespace signalbox::core::eventwords {

namespace {

using Kind = EventEntry::Kind;

QString compact(const QJsonObject &object)
{
    return object.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString componentText(const QString &name, ComponentState state)
{
    switch (state) {
    case ComponentState::Stopped:
        return name + u" stopped"_s;
    case ComponentState::Starting:
        return name + u" is starting"_s;
    case ComponentState::Running:
        return name + u" runs"_s;
    case ComponentState::Stopping:
        return name + u" is stopping"_s;
    case ComponentState::Error:
        break;
    }
    return name + u" failed"_s;
}

QString what(const Component &now)
{
    switch (now.state) {
    case ComponentState::Stopped:
        return now.isDone ? u"done"_s : u"stopped"_s;
    case ComponentState::Starting:
        return u"starting"_s;
    case ComponentState::Running:
        return u"ready"_s;
    case ComponentState::Stopping:
        return u"stopping"_s;
    case ComponentState::Error:
        break;
    }
    return now.restarts > 0 && !now.nextRestartAt ? u"given_up"_s : u"failed"_s;
}

std::optional<EventEntry> ofHealth(const Component &now, const Component &before)
{
    if (now.health == before.health || now.state != ComponentState::Running)
        return std::nullopt;
    if (now.health == ComponentHealth::Degraded)
        return bad(made(Kind::Component, u"degraded"_s, now.id, now.name, now.name + u" is degraded"_s, now.error));
    if (before.health == ComponentHealth::Degraded)
        return made(Kind::Component, u"healthy"_s, now.id, now.name, now.name + u" is healthy again"_s);
    return std::nullopt;
}

std::optional<EventEntry> ofEnd(const Execution &now)
{
    const auto entry = [&now](const QString &what, const QString &text, const QString &detail = {}) {
        return made(Kind::Execution, what, now.id, now.name, now.name + text, detail);
    };
    switch (now.state) {
    case ExecutionState::Failed:
        return bad(entry(u"failed"_s, u" failed"_s, reasonOf(now)));
    case ExecutionState::Interrupted:
        return bad(entry(u"interrupted"_s, u" was interrupted"_s, reasonOf(now)));
    case ExecutionState::Cancelled:
        return entry(u"cancelled"_s, u" was cancelled"_s, now.message);
    default:
        return std::nullopt;
    }
}

QString resultText(ScheduleOutcome outcome)
{
    switch (outcome) {
    case ScheduleOutcome::Succeeded:
        return u" ran"_s;
    case ScheduleOutcome::Refused:
        return u" could not run"_s;
    case ScheduleOutcome::Skipped:
        return u" was skipped"_s;
    case ScheduleOutcome::Missed:
        return u" was missed"_s;
    default:
        return u" ran and "_s + (outcome == ScheduleOutcome::Failed ? u"failed"_s : u"was "_s + toString(outcome));
    }
}

EventEntry ofRun(const Schedule &schedule, const ScheduleRun &run)
{
    const QString what = run.outcome == ScheduleOutcome::Succeeded ? u"ran"_s : toString(run.outcome);
    EventEntry entry =
        made(Kind::Schedule, what, schedule.id, schedule.name, schedule.name + resultText(run.outcome), run.text);
    entry.isBad = run.outcome == ScheduleOutcome::Failed || run.outcome == ScheduleOutcome::Refused
                  || run.outcome == ScheduleOutcome::Missed || run.outcome == ScheduleOutcome::Interrupted;
    return entry;
}

} // namespace

QString shortened(const QString &text)
{
    const QString one = text.simplified();
    return one.size() <= mostDetail ? one : one.left(mostDetail - 1) + u'…';
}

EventEntry made(Kind kind, const QString &what, const QString &subject, const QString &name, const QString &text,
                const QString &detail)
{
    EventEntry entry;
    entry.kind = kind;
    entry.what = what;
    entry.subject = subject;
    entry.name = name;
    entry.detail = shortened(detail);
    entry.text = entry.detail.isEmpty() ? text : text + u": "_s + entry.detail;
    return entry;
}

EventEntry bad(EventEntry entry)
{
    entry.isBad = true;
    return entry;
}

// A start or stop that a person asked for is told when it begins, too: it may take long.
std::optional<EventEntry> of(const Component &now, const Component *before, bool isWanted)
{
    if (!before)
        return std::nullopt; // configured, and told of once anything becomes of it
    if (before->state == now.state)
        return ofHealth(now, *before);
    const bool isUnderWay = now.state == ComponentState::Starting || now.state == ComponentState::Stopping;
    if (isUnderWay && !isWanted)
        return std::nullopt;
    EventEntry entry =
        made(Kind::Component, what(now), now.id, now.name, componentText(now.name, now.state), now.reason);
    entry.isBad = now.state == ComponentState::Error;
    return entry;
}

std::optional<EventEntry> of(const Execution &now, const Execution *before, const QString &retryOf)
{
    if (before)
        return before->state == now.state ? std::nullopt : ofEnd(now);
    if (isFinal(now.state))
        return std::nullopt; // of the history
    if (retryOf.isEmpty())
        return made(Kind::Execution, u"started"_s, now.id, now.name, now.name + u" was started"_s, compact(now.params));
    return made(Kind::Execution, u"retried"_s, now.id, now.name, now.name + u" was started again"_s,
                (now.retryOf.isEmpty() ? u"all of %1"_s : u"what failed of %1"_s).arg(retryOf));
}

std::optional<EventEntry> of(const Schedule &now, const Schedule *before)
{
    if (!before)
        return std::nullopt;
    if (now.isEnabled != before->isEnabled)
        return now.isEnabled ? made(Kind::Schedule, u"enabled"_s, now.id, now.name, now.name + u" was enabled"_s)
                             : made(Kind::Schedule, u"paused"_s, now.id, now.name, now.name + u" was paused"_s);
    const ScheduleRecord &record = now.record;
    if (record.leftOut && record.leftOut != before->record.leftOut)
        return ofRun(now, *record.leftOut);
    if (record.last && record.last != before->record.last && record.last->outcome != ScheduleOutcome::Running)
        return ofRun(now, *record.last);
    return std::nullopt;
}

// Signs of life are no news, and this host is not told of.
std::optional<EventEntry> of(const Agent &now, const Agent *before)
{
    const auto entry = [&now](const QString &what, const QString &text) {
        return made(Kind::Agent, what, now.id, now.hostname, u"agent %1 "_s.arg(now.id) + text);
    };
    if (now.local || (before && before->state == now.state && before->registeredAt == now.registeredAt))
        return std::nullopt;
    if (now.state == AgentState::Offline)
        return before && before->state != AgentState::Offline
                   ? std::optional(bad(entry(u"offline"_s, u"went offline"_s)))
                   : std::nullopt;
    if (!before || before->registeredAt != now.registeredAt)
        return entry(u"registered"_s, u"registered"_s);
    if (now.state == AgentState::Degraded)
        return bad(entry(u"degraded"_s, u"is degraded"_s));
    return entry(u"online"_s, u"is online again"_s);
}

EventEntry ofMode(Mode mode)
{
    return made(Kind::Server, u"mode"_s, toString(mode), {}, u"the mode was set to "_s + toString(mode));
}

EventEntry ofReload(const ReloadReport &report)
{
    const auto told = [](const QList<ReloadItem> &items) {
        QStringList texts;
        for (const ReloadItem &item : items)
            texts.append(item.toString());
        return texts.join(u", "_s);
    };
    QStringList parts;
    if (!report.appliedItems.isEmpty())
        parts.append(u"applied "_s + told(report.appliedItems));
    if (!report.waitingItems.isEmpty())
        parts.append(u"waits for the next start: "_s + told(report.waitingItems));
    if (!report.problems.isEmpty())
        parts.append(u"went wrong: "_s + report.problems.join(u", "_s));
    EventEntry entry = made(Kind::Server, u"reloaded"_s, {}, {}, u"the configuration was reloaded"_s,
                            parts.isEmpty() ? u"nothing had changed"_s : parts.join(u"; "_s));
    entry.isBad = !report.problems.isEmpty();
    return entry;
}

EventEntry ofShortage(const QString &shortage)
{
    if (shortage.isEmpty())
        return made(Kind::Server, u"disk_free"_s, {}, {}, u"there is room on the disk again"_s);
    return bad(made(Kind::Server, u"disk_short"_s, {}, {}, u"the disk is short"_s, shortage));
}

EventEntry ofProblem(const ProblemOccurred &problem)
{
    EventEntry entry = bad(made(Kind::Server, u"problem"_s, problem.context, {}, {}, problem.error));
    entry.text = entry.detail;
    return entry;
}

} // namespace signalbox::core::eventwords
