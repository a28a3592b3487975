// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/auth/sessions.h"
#include "server/model/agent.h"
#include "server/model/component.h"
#include "server/model/event.h"
#include "server/model/execution.h"
#include "server/model/metrics.h"
#include "server/model/project.h"
#include "server/model/schedule.h"

#include <QHash>
#include <QMap>

#include <optional>

namespace signalbox::core {

// What one transaction writes: each execution once, in its newest state, with the tasks that changed.
struct WriteBatch
{
    struct Entry
    {
        Execution execution;
        QHash<QString, Task> tasks; // by node id
    };

    QList<Entry> entries; // in the order of their first save
    QList<MetricsSample> samples;
    QHash<QString, std::optional<Project>> projects; // by id; nullopt: to be removed
    QHash<QString, std::optional<Instance>> instances;
    QHash<QString, std::optional<Agent>> agents;
    QHash<QString, std::optional<ComponentWish>> wishes;
    QHash<QString, std::optional<EndedSession>> endedSessions; // forgotten when their time is over
    QHash<QString, std::optional<ScheduleRecord>> schedules;
    QMap<qint64, EventEntry> events; // by number

    bool isEmpty() const
    {
        return entries.isEmpty() && samples.isEmpty() && projects.isEmpty() && instances.isEmpty() && agents.isEmpty()
               && wishes.isEmpty() && endedSessions.isEmpty() && schedules.isEmpty() && events.isEmpty();
    }
};

// Collects what is to be written while the disk is busy. Bounded: a newer state replaces the older one of the same
// execution, and of too many samples and events the oldest are dropped. A value; owned by Store.
class PendingWrites final
{
public:
    static constexpr qsizetype samplesKept = 300; // ten minutes at the usual tick
    static constexpr qsizetype failedKept = 10'000;

    void add(const Execution &execution, const QList<Task> &tasks);
    void add(const MetricsSample &sample);
    void add(const Project &project) { m_batch.projects.insert(project.id, project); }
    void removeProject(const QString &id) { m_batch.projects.insert(id, std::nullopt); }
    void add(const Instance &instance) { m_batch.instances.insert(instance.id, instance); }
    void removeInstance(const QString &id) { m_batch.instances.insert(id, std::nullopt); }
    void add(const Agent &agent) { m_batch.agents.insert(agent.id, agent); }
    void removeAgent(const QString &id) { m_batch.agents.insert(id, std::nullopt); }
    void add(const ComponentWish &wish) { m_batch.wishes.insert(wish.componentId, wish); }
    void removeWish(const QString &componentId) { m_batch.wishes.insert(componentId, std::nullopt); }
    void add(const EndedSession &session) { m_batch.endedSessions.insert(session.id, session); }
    void add(const ScheduleRecord &record) { m_batch.schedules.insert(record.scheduleId, record); }
    void add(const EventEntry &entry);
    void removeSchedule(const QString &id) { m_batch.schedules.insert(id, std::nullopt); }
    // Puts back a batch that could not be written; newer states win. Of more than failedKept executions the oldest are
    // dropped.
    void putBack(const WriteBatch &failed);

    bool isEmpty() const { return m_batch.isEmpty(); }
    bool hasSamples() const { return !m_batch.samples.isEmpty(); }
    bool hasEvents() const { return !m_batch.events.isEmpty(); }
    WriteBatch take();

private:
    WriteBatch m_batch;
    QHash<QString, qsizetype> m_places; // of executions in m_batch.entries
};

} // namespace signalbox::core
