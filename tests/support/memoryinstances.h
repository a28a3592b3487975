// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/runtime/agents/agentjournal.h"

#include <QMap>
#include <QObject>

namespace signalbox::test {

using namespace Qt::StringLiterals;

// An AgentJournal in memory; it answers on the next turn of the event loop.
class MemoryInstances : public QObject, public core::AgentJournal
{
public:
    void saveInstance(const Instance &instance, std::function<void(Result<void>)> durable) override
    {
        instances.insert(instance.id, instance);
        answer(std::move(durable));
    }
    void removeInstance(const QString &id, std::function<void(Result<void>)> durable) override
    {
        instances.remove(id);
        answer(std::move(durable));
    }

    void saveAgent(const Agent &agent, std::function<void(Result<void>)> durable) override
    {
        agents.insert(agent.id, agent);
        answer(std::move(durable));
    }
    void removeAgent(const QString &id) override { agents.remove(id); }

    QMap<QString, Instance> instances;
    QMap<QString, Agent> agents;
    bool refuse = false;

private:
    void answer(std::function<void(Result<void>)> durable)
    {
        const Result<void> said =
            refuse ? Result<void>(unexpected(ErrorCode::Internal, u"the disk is full"_s)) : Result<void>();
        if (durable)
            QMetaObject::invokeMethod(
                this, [durable = std::move(durable), said] { durable(said); }, Qt::QueuedConnection);
    }
};

} // namespace signalbox::test
