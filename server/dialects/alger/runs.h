// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/snapshot.h"

#include <QByteArray>
#include <QHash>
#include <QSet>
#include <QString>

#include <functional>

namespace signalbox::alger {

class AlgerSession;

// Execution id → the session that started it. Owned by AlgerDialect.
using Watchers = QHash<QString, AlgerSession *>;

// The executions one connection started; pushes what becomes of those that outlive the answer to their start
// (README.md, "Pushes"). Server thread; owned by its AlgerSession.
class Runs
{
public:
    using Push = std::function<void(qint64 requestId, int type, const QByteArray &content)>;

    Runs(Watchers &watchers, AlgerSession &session, Push push);
    ~Runs() { forgetAll(); }
    Q_DISABLE_COPY_MOVE(Runs)

    void watch(const QString &executionId);
    void forget(const QString &executionId);
    void forgetAll();

    // For a start that was answered while its execution runs: pushes the nodes that have ended, and from now on each
    // that ends.
    void follow(const QString &executionId, qint64 requestId, const Snapshot &snapshot);
    // For an execution that a 106 of this connection stops: the 206 tells of its end, no push does.
    void stopping(const QString &executionId);

    void taskChanged(const Task &task);
    void executionChanged(const Execution &execution, const Snapshot &snapshot);

private:
    struct Run
    {
        qint64 requestId = 0; // of the 103 or 104; 0: not answered yet
        QString pipelineId;
        QSet<QString> pushed; // nodes
        bool isStopping = false;
    };

    void pushNode(Run &run, const Task &task);
    void pushEnd(const Run &run, const Execution &execution, const Snapshot &snapshot);

    Watchers &m_watchers;
    AlgerSession &m_session;
    Push m_push;
    QHash<QString, Run> m_runs;
};

} // namespace signalbox::alger
