// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/snapshot.h"

#include <QSet>

namespace signalbox::ark {

// Tells from each Change which events it is: it remembers as much of what came before as that needs, because what is
// heard later may have been overtaken in the Snapshot. Server thread; owned by ArkFactory.
class EventStream
{
public:
    // What is there already is no news.
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
    QList<QString> m_finishedInOrder; // so that the set stays small
    QHash<QString, Component> m_components;
    QHash<QString, Instance> m_instances;
    QHash<QString, Agent> m_agents;
};

} // namespace signalbox::ark
