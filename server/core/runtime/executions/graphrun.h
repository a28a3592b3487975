// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/runtime/executions/engineparts.h"

#include <deque>

namespace signalbox::core {

// Carries out one pipeline, graph or experiment: starts ready tasks as workers come free, feeds outputs to their
// successors, cancels tasks that cannot run any more, and has every end made durable.
// Server thread; owned by Engine.
class GraphRun final : public LiveExecution, public TaskSource
{
    Q_OBJECT

public:
    GraphRun(EngineParts &parts, QString id, Plan plan, Command cause);
    ~GraphRun() override;

    // Before begin(): the node need not run, as another execution's file at outputPath has its output.
    void reuse(const QString &nodeId, const QString &outputPath);

    void begin() override;
    void waitForRoom(); // Queued; begin() follows, or end()
    void end(const Ending &ending) override;

    QString executionId() const override { return m_id; }
    bool hasReadyTask() const override { return !m_ready.empty(); }
    QString nextTaskId() const override;
    void startNext(const QString &workerId) override;

    struct Growing
    {
        QString nodeId;
        QString path;
    };
    QList<Growing> growingOutputs() const; // of the tasks that run now

Q_SIGNALS:
    // The node's output does not grow any more, and its file is path; the task's final Change follows.
    void outputEnded(const QString &nodeId, const QString &path);

private:
    struct Unit
    {
        QString file; // safe name
        QString reused;
        QString worker;
        qsizetype waitingFor = 0;
        QList<qsizetype> successors;
        RunningTaskPointer running;
        bool over = false;
    };

    const PlannedTask &planned(qsizetype index) const { return m_plan.tasks.at(index); }
    Task task(qsizetype index) const;
    void recordTask(const Task &task) { (void)m_parts.hub.record(TaskChanged{task}, &m_cause); }
    void queueReady();
    void makeReady(qsizetype index);
    void adoptReused();
    Result<TaskSpec> specFor(qsizetype index) const;
    void taskProgressed(qsizetype index, double percent, const QString &text);
    void taskEnded(qsizetype index, const TaskEnd &end);
    TaskEnd withOutput(qsizetype index, TaskEnd end);
    ExecutionState skippedState() const;
    void finishTask(qsizetype index, ExecutionState state, const TaskEnd &end);
    void repeat(qsizetype index, const TaskEnd &end);
    void succeeded(qsizetype index);
    void failed(qsizetype index, const TaskEnd &end);
    void skip(qsizetype index, ExecutionState state);
    void skipDependents(qsizetype index);
    void finishIfOver();
    void finish();
    void finishWith(ExecutionState state, const Reason &text, const QString &outputFile);
    void save();

    std::vector<Unit> m_units;             // beside m_plan.tasks
    QHash<QString, qsizetype> m_positions; // by node id
    std::deque<qsizetype> m_ready;
    qsizetype m_open = 0;
    int m_order = 0;
    Reason m_firstError;
    int m_failures = 0;
    bool m_finishing = false;
    std::optional<Execution> m_final; // as recorded: the Snapshot may drop it before the journal has it
    QList<Task> m_unsavedTasks;
    QStringList m_unsavedFiles;
    bool m_saving = false;
};

} // namespace signalbox::core
