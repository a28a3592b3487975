// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/time.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace signalbox {

// What becomes of a run whose time comes while one before it still goes on.
enum class OverlapRule : quint8 { Skip, Queue, Parallel };
// What becomes of a run whose time came while nothing could be started.
enum class MissedRule : quint8 { Skip, Once };
enum class ComponentAction : quint8 { Start, Restart, Stop };
// From Succeeded on nothing of the run goes on. Refused, Skipped and Missed: nothing was started. Stable: the names are
// stored in the database and sent to clients.
enum class ScheduleOutcome : quint8 { Running, Succeeded, Failed, Cancelled, Interrupted, Refused, Skipped, Missed };

QString toString(OverlapRule rule);        // "skip" …
QString toString(ComponentAction action);  // "start" …
QString toString(ScheduleOutcome outcome); // "running" …
std::optional<ScheduleOutcome> scheduleOutcomeFromString(const QString &text);

struct PipelineTarget
{
    QString id;
    QJsonObject params;

    friend bool operator==(const PipelineTarget &, const PipelineTarget &) = default;
};
struct ProcessTarget
{
    QString name;
    QStringList params;

    friend bool operator==(const ProcessTarget &, const ProcessTarget &) = default;
};
struct ComponentTarget
{
    QString id;
    ComponentAction action = ComponentAction::Start;

    friend bool operator==(const ComponentTarget &, const ComponentTarget &) = default;
};
using ScheduleTarget = std::variant<PipelineTarget, ProcessTarget, ComponentTarget>;

// For people and for clients: "pipeline", "process" or "component", and its id or name.
QString kindOf(const ScheduleTarget &target);
QString nameOf(const ScheduleTarget &target);

// A time of a schedule, and what came of it.
struct ScheduleRun
{
    Timestamp due{}; // its time by the plan; of a run that a person asked for, when that was
    Timestamp at{};  // when it began, or was not begun
    std::optional<Timestamp> endedAt{};
    ScheduleOutcome outcome = ScheduleOutcome::Running;
    QString executionId{}; // empty: an action on a component, or nothing was started
    QString user{};        // "schedule", or the person that asked for it
    QString text{};        // for people: why it failed or was not begun, "made up"; may be empty

    friend bool operator==(const ScheduleRun &, const ScheduleRun &) = default;
};

// What is kept of a schedule when the server ends.
struct ScheduleRecord
{
    QString scheduleId{};
    QString plan{};                       // Schedule::plan that handled belongs to; empty while it is paused
    Timestamp handled{};                  // times up to this one need no run any more
    std::optional<bool> enabled{};        // as a person wanted it; unset where that is what the configuration says
    QString enabledBy{};                  // that person
    std::optional<ScheduleRun> last{};    // the newest that was begun, or was refused
    std::optional<ScheduleRun> leftOut{}; // the newest that was skipped or missed

    friend bool operator==(const ScheduleRecord &, const ScheduleRecord &) = default;
};

// A [[schedule]] of the configuration: when something is started, and what came of it.
struct Schedule
{
    QString id;
    QString name;
    QString description;
    int position = 0; // order of the configuration file
    QString plan;     // "*/5 * * * * Europe/Berlin" or "every 10m": when, for people
    QString timezone; // IANA; empty: it runs every so often
    ScheduleTarget target;
    OverlapRule overlap = OverlapRule::Skip;

    bool isEnabled = true;           // as configured, unless a person paused or enabled it
    std::optional<Timestamp> nextAt; // none: paused
    QStringList running;             // executions under way; of a component its id
    bool isWaiting = false;          // one waits for those to end
    ScheduleRecord record;

    friend bool operator==(const Schedule &, const Schedule &) = default;
};

} // namespace signalbox
