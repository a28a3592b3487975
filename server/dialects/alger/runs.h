// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/snapshot.h"

#include <QByteArray>
#include <QHash>
#include <QSet>
#include <QString>

#include <functional>

namespace signalbox::alger {

class AlgerDialect;

// Execution id → the connection that started it. Owned by the factory.
using Watchers = QHash<QString, AlgerDialect *>;

// The executions one connection started, and what is pushed about those that outlived their answer (wire.md, Alger,
// Pushes). Server thread; owned by its AlgerDialect.
class Runs
{
public:
    using Push = std::function<void(qint64 requestId, int type, const QByteArray &content)>;

    Runs(Watchers &watchers, AlgerDialect &dialect, Push push);
    ~Runs() { forgetAll(); }
    Q_DISABLE_COPY_MOVE(Runs)

    void watch(const QString &executionId);
    void forget(const QString &executionId);
    void forgetAll();

    // The start was answered and goes on: pushes what ended before that, and from now on what ends.
    void follow(const QString &executionId, qint64 requestId, const Snapshot &snapshot);
    // This connection asked for its end, so the answer to that says it.
    void stopping(const QString &executionId);

    void taskChanged(const Task &task);
    void executionChanged(const Execution &execution, const Snapshot &snapshot);

private:
    struct Run
    {
        qint64 requestId = 0; // 0: not answered yet
        QString pipelineId;
        QSet<QString> pushed; // nodes
        bool isStopping = false;
    };

    void pushNode(Run &run, const Task &task);
    void pushEnd(const Run &run, const Execution &execution, const Snapshot &snapshot);

    Watchers &m_watchers;
    AlgerDialect &m_dialect;
    Push m_push;
    QHash<QString, Run> m_runs;
};

} // namespace signalbox::alger
