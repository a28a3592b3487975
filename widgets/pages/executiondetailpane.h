// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/badge.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/textlabel.h"
#include "widgets/graph/barchart.h"
#include "widgets/graph/graphview.h"
#include "widgets/live/outputpanel.h"
#include "widgets/models/tasksmodel.h"
#include "widgets/models/textfilter.h"
#include "widgets/pages/page.h"

class QAction;
class QHBoxLayout;
class QProgressBar;
class QSplitter;
class QTabWidget;
class QToolButton;

namespace signalbox::widgets {

// One execution in full: its state and why, the graph of its nodes, their tasks, what they printed and what was asked for.
// Of one that is no longer in the Snapshot the store is asked. GUI thread; owned by ExecutionsPage.
class ExecutionDetailPane final : public QWidget
{
    Q_OBJECT

public:
    explicit ExecutionDetailPane(const PageContext &context, QWidget *parent = nullptr);

    void setExecution(const QString &id); // empty: nothing selected
    QString executionId() const { return m_id; }
    const Execution *execution() const;
    GraphView &graph() { return *m_graph; }
    DataTable &tasks() { return *m_table; }
    BarChart &timeline() { return *m_timeline; }
    QString timelineText() const { return m_timelineText->text(); }
    void showTimeline() { m_tabs->setCurrentWidget(m_timelineTab); }
    OutputPanel &output() { return *m_output; }
    OutputPanel &beside() { return *m_beside; } // the graph: of the node that is selected there
    void showTasks() { m_tabs->setCurrentWidget(m_tasksTab); }
    void showOutput(const QString &nodeId); // empty: what explains how it ended, or the result
    void showLine(const QString &nodeId, OutputStream stream, qint64 position); // see OutputPanel
    // Stands beside why it failed, while it can be done.
    void setRetry(QAction &retry);
    QToolButton &evidenceButton() { return *m_evidence; }
    QString explanation() const { return m_outcome->isHidden() ? QString() : m_error->whole(); }

private:
    void build();
    void buildTabs();
    void hear(const QString &executionId);
    void load();
    void ask();
    QString nodeToRead(const QList<Task> &tasks) const;
    void refresh();
    void refreshHead(const Execution &execution);
    void tellSeen(const Execution &execution);
    void askUsual(const Execution &execution);
    void refreshTimeline();
    void showParticulars(const Execution &execution);
    void showDefaultTab(const Execution &execution);
    QString timings(const Execution &execution) const;
    QString particulars(const Execution &execution) const;

    PageContext m_context;
    QString m_id;
    std::optional<ExecutionDetail> m_stored; // as the store answered
    Asking m_asking;
    bool m_asked = false; // since the Snapshot forgot it
    std::optional<ExecutionKind> m_lastKind;
    QString m_headOf; // the execution that the head was filled for last
    Refresher m_refresher;
    TasksModel m_model;
    TextFilter m_filter;
    TextLabel *m_name;
    Badge *m_badge;
    TextLabel *m_timings;
    TextLabel *m_error;
    QToolButton *m_evidence; // to all that it printed
    QWidget *m_outcome;      // how far it is, or why it ended badly
    QString m_seen;          // the execution that was told to be
    QProgressBar *m_progress;
    QTabWidget *m_tabs;
    QSplitter *m_graphTab;
    GraphView *m_graph;
    OutputPanel *m_beside;
    QWidget *m_timelineTab;
    BarChart *m_timeline;
    TextLabel *m_timelineText;
    UsualDurations m_usual; // of executions like this one
    QString m_usualOf;      // the execution
    Asking m_askingUsual;
    QWidget *m_tasksTab;
    DataTable *m_table;
    OutputPanel *m_output;
    QPlainTextEdit *m_particulars;
    QString m_described; // by the particulars
};

} // namespace signalbox::widgets
