// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/datatable.h"
#include "widgets/controls/errorline.h"
#include "widgets/controls/textlabel.h"
#include "widgets/dialogs/graphdialog.h"
#include "widgets/dialogs/startdialog.h"
#include "widgets/models/executionsmodel.h"
#include "widgets/pages/executiondetailpane.h"
#include "widgets/pages/executionfilters.h"

class QAction;
class QPushButton;
class QSplitter;

namespace signalbox::widgets {

// What runs and what ran, the selected one in detail below.
class ExecutionsPage final : public Page
{
    Q_OBJECT

public:
    explicit ExecutionsPage(const PageContext &context, QWidget *parent = nullptr);

    // An execution, or "pipeline:<id>" to start one.
    void reveal(const QString &subject) override;
    // The subject that leads to the line that begins at this position of what the node printed; nodeId empty: a call.
    static QString line(const QString &executionId, const QString &nodeId, OutputStream stream, qint64 position);
    static QString runsOf(const QString &scheduleId); // the subject that leads to all of them
    void find() override;
    void save(QSettings &settings) const override;
    void restore(QSettings &settings) override;

    void runGraph(); // asks for the file, and shows what is wrong with it

    DataTable &table() { return *m_table; }
    ExecutionsModel &model() { return m_model; }
    ExecutionDetailPane &detail() { return *m_detail; }
    ExecutionFilters &filters() { return *m_filters; }
    StartDialog *dialog() { return m_dialog; }
    GraphDialog *graphDialog() { return m_graphDialog; }
    QAction &stopAction() { return *m_stop; }
    QAction &rerunAction() { return *m_rerun; }
    QAction &retryAction() { return *m_retry; }
    QString error() const { return m_error->text(); }
    QPushButton &queueButton() { return *m_queue; } // there while something chosen was refused for want of room
    QString summary() const { return m_summary->text(); }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void addActions();
    void buildTable();
    void connectAll();
    void revealLine(const QString &subject);
    void startPipeline(const QString &id);
    // To those of the selected ones for which it can be done now.
    void submitForSelection(bool (*canDo)(const Execution &),
                            const std::function<CommandBody(const QString &)> &command);
    void retryChosen(bool (*canDo)(const Execution &), bool failedOnly);
    void queueRefused();
    void selectionChanged();
    // What the actions are about: the selected ones or, when its row has gone, what is shown.
    QStringList chosen() const;
    const Execution *find(const QString &id) const;
    bool selectWhenThere(const QString &id);
    void applyFilter();
    void showFiltered();
    void moveTimeFilter(Milliseconds atLeast);
    void refreshActions();
    void refreshSummary();

    ExecutionsModel m_model;
    ExecutionFilters *m_filters;
    DataTable *m_table;
    ErrorLine *m_error;
    QPushButton *m_queue;
    QHash<QString, RetryExecution> m_retries; // the last one of each that was asked for, by the execution
    TextLabel *m_summary;
    ExecutionDetailPane *m_detail;
    QSplitter *m_splitter;
    QAction *m_start = nullptr;
    QAction *m_graph = nullptr;
    QAction *m_stop = nullptr;
    QAction *m_rerun = nullptr;
    QAction *m_retry = nullptr;
    QAction *m_copy = nullptr;
    QPointer<StartDialog> m_dialog;
    QPointer<GraphDialog> m_graphDialog;
    QString m_graphFile; // that was chosen last
    QString m_awaited;   // to be selected as soon as it is in the table
};

} // namespace signalbox::widgets
