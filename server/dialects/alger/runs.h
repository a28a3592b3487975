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

// The executions one connection started, and what is pushed about them (README.md, "Pushes"). Pushes are held until the
// session releases them. Server thread; owned by its AlgerSession.
class Runs
{
public:
    using Push = std::function<void(qint64 requestId, int type, const QByteArray &content)>;

    // From the answer to a start to the release of its pushes (README.md, "Answering a start").
    static constexpr Milliseconds holdTime{250};

    Runs(Watchers &watchers, AlgerSession &session, Push push);
    ~Runs() { forgetAll(); }
    Q_DISABLE_COPY_MOVE(Runs)

    void watch(const QString &executionId, const Snapshot &snapshot);
    void forget(const QString &executionId);
    void forgetAll();

    // The state of a run that is watched, also when the run has left the Snapshot.
    ExecutionState state(const QString &executionId) const { return m_runs.value(executionId).state; }
    // The start was answered; requestId: of the 103 or 104.
    void answered(const QString &executionId, qint64 requestId);
    // Pushes what was held, and from now on whatever becomes due.
    void release(const QString &executionId);
    // An answer has told the run's end: of a run that is held nothing is pushed any more.
    void endTold(const QString &executionId);
    // Whether a 106 of this connection stops the execution: then the 206 tells of its end, no push does.
    void setStopping(const QString &executionId, bool isStopping);

    void taskChanged(const Task &task);
    void executionChanged(const Execution &execution, const Snapshot &snapshot);

private:
    struct Due
    {
        int type = 0;
        QByteArray content;
    };
    struct Run
    {
        qint64 requestId = 0; // known once the start is answered
        QString pipelineId;
        ExecutionState state = ExecutionState::Created;
        QSet<QString> told; // nodes
        QList<Due> held;
        bool isHeld = true;
        bool isStopping = false;
    };

    void push(Run &run, int type, const QByteArray &content);
    void pushNode(Run &run, const Task &task);
    void pushEnd(Run &run, const Execution &execution, const Snapshot &snapshot);

    Watchers &m_watchers;
    AlgerSession &m_session;
    Push m_push;
    QHash<QString, Run> m_runs;
};

} // namespace signalbox::alger
