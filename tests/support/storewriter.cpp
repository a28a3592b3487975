// SPDX-License-Identifier: GPL-3.0-or-later
// Stands in for a server that is killed while it writes: starts and ends executions as fast as the store takes them
// and prints "<id> <state>" for each answer that came. storewriter DIRECTORY
#include "server/core/storage/store.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::core;

namespace {

class Load : public QObject
{
public:
    Load(Store &store, Ids &ids, Clock &clock) : m_store(store), m_ids(ids), m_clock(clock) {}

    void next()
    {
        Execution execution;
        execution.id = m_ids.next();
        execution.name = u"load"_s;
        execution.createdAt = m_clock.now();
        execution.params = QJsonObject{{u"text"_s, QString(200, u'x')}};
        save(execution, ExecutionState::Running,
             [this, execution] { save(execution, ExecutionState::Succeeded, [this] { next(); }); });
    }

private:
    void save(Execution execution, ExecutionState state, std::function<void()> then)
    {
        execution.state = state;
        Task task;
        task.executionId = execution.id;
        task.nodeId = u"only"_s;
        task.state = state;
        m_store.save(execution, {task}, [id = execution.id, state, then = std::move(then)](const Result<void> &saved) {
            if (!saved)
                std::printf("failed %s\n", qPrintable(saved.error().message));
            else
                std::printf("%s %s\n", qPrintable(id), qPrintable(toString(state)));
            std::fflush(stdout);
            then();
        });
    }

    Store &m_store;
    Ids &m_ids;
    Clock &m_clock;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    SystemClock clock;
    Ids ids;
    Hub hub(clock, ids);
    Store store(hub, QCoreApplication::arguments().at(1), Retention{std::chrono::hours(1), 200});
    Load load(store, ids, clock);
    store.open(&load, [&](const Result<RecoveredState> &opened) {
        if (!opened)
            return QCoreApplication::exit(1);
        for (int lane = 0; lane < 8; ++lane)
            load.next();
    });
    return QCoreApplication::exec();
}
