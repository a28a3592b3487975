// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/snapshot.h"

#include <QSet>

namespace signalbox::ark {

// Turns Changes into events. Remembers what came before a Change as far as its events depend on that, because the
// Snapshot may be newer than the Change. Server thread; owned by ArkDialect.
class EventStream
{
public:
    // What the Snapshot holds already is no news.
    explicit EventStream(const Snapshot &snapshot);

    QList<QByteArray> eventsOf(const Change &change);

private:
    struct Live
    {
        Execution execution;
        QSet<QString> nodes;
        QSet<QString> ended;
    };
    struct Visitor;

    void executionChanged(const Execution &execution, Timestamp time, QList<QByteArray> &events);
    void taskChanged(const Task &task, Timestamp time, QList<QByteArray> &events);
    void componentChanged(const Component &component, Timestamp time, QList<QByteArray> &events);
    void instanceChanged(const Instance &instance, Timestamp time, QList<QByteArray> &events);
    void agentChanged(const Agent &agent, QList<QByteArray> &events);
    void finish(const QString &id);

    QHash<QString, Live> m_live;
    QSet<QString> m_finished;
    QList<QString> m_finishedInOrder; // oldest first, so that m_finished stays small
    QHash<QString, Component> m_components;
    QHash<QString, Instance> m_instances;
    QHash<QString, Agent> m_agents;
};

} // namespace signalbox::ark
