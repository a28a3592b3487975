// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/storage/pendingwrites.h"

#include <algorithm>
#include <utility>

namespace signalbox::core {

void PendingWrites::add(const Execution &execution, const QList<Task> &tasks)
{
    auto place = m_places.constFind(execution.id);
    if (place == m_places.cend()) {
        place = m_places.insert(execution.id, m_batch.entries.size());
        m_batch.entries.append(WriteBatch::Entry{});
    }
    WriteBatch::Entry &entry = m_batch.entries[*place];
    entry.execution = execution;
    for (const Task &task : tasks)
        entry.tasks.insert(task.nodeId, task);
}

void PendingWrites::add(const MetricsSample &sample)
{
    m_batch.samples.append(sample);
    if (m_batch.samples.size() > samplesKept)
        m_batch.samples.removeFirst();
}

void PendingWrites::add(const EventEntry &entry)
{
    m_batch.events.insert(entry.number, entry);
    if (m_batch.events.size() > failedKept)
        m_batch.events.erase(m_batch.events.cbegin());
}

void PendingWrites::putBack(const WriteBatch &failed)
{
    const WriteBatch newer = take();
    const qsizetype surplus = failed.entries.size() + newer.entries.size() - failedKept;
    for (qsizetype index = std::clamp(surplus, qsizetype(0), failed.entries.size()); index < failed.entries.size();
         ++index)
        add(failed.entries.at(index).execution, failed.entries.at(index).tasks.values());
    for (const WriteBatch::Entry &entry : newer.entries)
        add(entry.execution, entry.tasks.values());
    for (const MetricsSample &sample : failed.samples + newer.samples)
        add(sample);
    for (const QMap<qint64, EventEntry> &events : {failed.events, newer.events}) {
        for (const EventEntry &entry : events)
            add(entry);
    }
    const auto under = [](auto &all, const auto &older, const auto &newest) {
        all = older;
        all.insert(newest);
    };
    under(m_batch.projects, failed.projects, newer.projects);
    under(m_batch.instances, failed.instances, newer.instances);
    under(m_batch.agents, failed.agents, newer.agents);
    under(m_batch.wishes, failed.wishes, newer.wishes);
    under(m_batch.endedSessions, failed.endedSessions, newer.endedSessions);
    under(m_batch.schedules, failed.schedules, newer.schedules);
}

WriteBatch PendingWrites::take()
{
    m_places.clear();
    return std::exchange(m_batch, {});
}

} // namespace signalbox::core
