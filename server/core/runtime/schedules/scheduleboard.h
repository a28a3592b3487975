// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/hub.h"
#include "server/core/runtime/schedules/timetable.h"

#include <map>

namespace signalbox::core {

// Begins the runs of the configured schedules when their time has come, as Commands like those of people, and records what
// comes of them; carries out the Commands about schedules (docs/model.md, "Schedules"). One timer waits for whichever comes
// next. Server thread; owned by Server.
class ScheduleBoard final : public QObject, public CommandHandler
{
    Q_OBJECT

public:
    // A run that begins later than this after its time was missed.
    static constexpr Milliseconds tolerance = std::chrono::minutes(1);
    // When the clock was set back by no more than this, times of the day that have come do not come again; by more, and
    // the plan is taken up from the new time on. Lines that go on in real time do that at once.
    static constexpr Milliseconds longestWayBack = std::chrono::hours(3);

    // closeInput: ends the input of a process run, which a schedule has none for. The hub outlives this.
    ScheduleBoard(Hub &hub, std::function<void(const QString &executionId)> closeInput, QObject *parent = nullptr);
    ~ScheduleBoard() override;

    // What was kept of schedules, before the first applyConfig(). A run that went on then was interrupted.
    void restore(const QList<ScheduleRecord> &records);
    // At the start and at every reload. Runs that go on are not touched, also of a schedule that is gone.
    void applyConfig(const QList<ScheduleConfig> &schedules);
    // Once, when the server is ready: from now on runs begin; those that were missed are made up where that is wanted.
    void start();
    // For good: nothing begins any more.
    void stop();

    // Begins what is due; notices by itself that the clock was set. To be called when the Sampler noticed it first.
    void look();

    // Commands about schedules; Unsupported for all others.
    Result<QString> handle(const Command &command) override;

private:
    struct Run
    {
        ScheduleRun run;
        QString subject; // what goes on: the execution, or the component that is acted on
    };
    // A schedule, and its runs that go on, by the Command that began each.
    struct Entry
    {
        ScheduleConfig config;
        Timetable table;
        Schedule schedule;
        std::map<CommandId, Run> runs{};
        CommandId newest{}; // of the run that ScheduleRecord::last tells of
        std::optional<Timestamp> waiting{};
    };
    struct Place
    {
        QString scheduleId;
        CommandId command;
    };

    Entry *find(const QString &id);
    void add(const ScheduleConfig &config, int position);
    void beginAnew(Entry &entry);
    static bool isFarAhead(const Entry &entry, Timestamp now);
    void plan(Entry &entry);
    void watchClock();
    void clockWasSet(Milliseconds by);
    void arm();
    void comeDue(Entry &entry, Timestamp now);
    void take(Entry &entry, Timestamp due, const QString &text);
    void leaveOut(Entry &entry, Timestamp due, ScheduleOutcome outcome, const QString &text);
    Result<QString> begin(Entry &entry, const Actor &actor, Timestamp due, const QString &text,
                          const std::optional<Command> &asked = {});
    void follow(Entry &entry, const CommandId &command, const QString &executionId);
    void actionCompleted(const QString &scheduleId, const CommandOutcome &outcome);
    void changed(const Change &change);
    void end(Entry &entry, const CommandId &command, ScheduleOutcome outcome, const QString &text);
    Result<QString> runNow(const QString &id, const Command &command);
    Result<QString> setEnabled(const QString &id, bool enabled, const Command &command);
    void tell(Entry &entry, const Command *cause = nullptr);

    Hub &m_hub;
    std::function<void(const QString &)> m_closeInput;
    std::map<QString, Entry> m_entries;
    QHash<QString, Place> m_executions; // that go on
    QHash<QString, ScheduleRecord> m_restored;
    std::unique_ptr<QObject> m_alarm; // the timer's context: destroyed, it does not go off
    Timestamp m_lastWall;
    std::chrono::steady_clock::time_point m_lastSteady;
    bool m_isStarted = false;
    bool m_isStopped = false;
};

} // namespace signalbox::core
