// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/runtime/executions/executionjournal.h"

#include <QHash>
#include <QMap>
#include <QObject>

namespace signalbox::test {

using namespace Qt::StringLiterals;

// An ExecutionJournal in memory; it answers on the next turn of the event loop, or with hold set when released.
class MemoryJournal : public QObject, public core::ExecutionJournal
{
public:
    void save(const Execution &execution, const QList<Task> &tasks, std::function<void(Result<void>)> durable) override
    {
        executions.insert(execution.id, execution);
        for (const Task &task : tasks)
            tasksOf[execution.id].insert(task.nodeId, task);
        ++saves;
        const Result<void> answer =
            refuse ? Result<void>(unexpected(ErrorCode::Internal, u"the disk is full"_s)) : Result<void>();
        const auto reply = [durable = std::move(durable), answer] {
            if (durable)
                durable(answer);
        };
        if (hold)
            held.append(reply);
        else
            QMetaObject::invokeMethod(this, reply, Qt::QueuedConnection);
    }
    void release()
    {
        hold = false;
        for (const auto &reply : std::exchange(held, {}))
            reply();
    }

    QHash<QString, Execution> executions;
    QHash<QString, QMap<QString, Task>> tasksOf;
    int saves = 0;
    bool hold = false;
    bool refuse = false;
    QList<std::function<void()>> held;
};

} // namespace signalbox::test
