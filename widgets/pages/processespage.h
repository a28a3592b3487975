// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/datatable.h"
#include "widgets/controls/errorline.h"
#include "widgets/controls/textlabel.h"
#include "widgets/live/callpane.h"
#include "widgets/models/callsmodel.h"
#include "widgets/models/processesmodel.h"
#include "widgets/models/textfilter.h"
#include "widgets/pages/page.h"

class QSplitter;
class QTabWidget;

namespace signalbox::widgets {

// The processes one can call on the left, with the calls under way; a terminal per call on the right.
class ProcessesPage final : public Page
{
    Q_OBJECT

public:
    explicit ProcessesPage(const PageContext &context, QWidget *parent = nullptr);

    // A call to watch, or "process:<name>" to choose one.
    void reveal(const QString &subject) override;
    void find() override;
    void save(QSettings &settings) const override;
    void restore(QSettings &settings) override;

    DataTable &table() { return *m_table; }
    DataTable &calls() { return *m_callTable; }
    QLineEdit &params() { return *m_params; }
    QToolButton &runButton() { return *m_run; }
    QToolButton &watchButton() { return *m_watch; }
    CallPane *currentCall() const;
    QString error() const { return m_error->text(); }
    QString description() const { return m_description->text(); }

private:
    QWidget *buildProcesses();
    QWidget *buildCalls();
    void connectAll();
    void run();
    CallPane *watch(const QString &executionId);
    void closeTab(int index);
    void refresh();
    void refreshTabs();

    ProcessesModel m_model;
    TextFilter m_filter;
    CallsModel m_callsModel;
    TextFilter m_callsFilter;
    QLineEdit *m_filterField;
    DataTable *m_table;
    TextLabel *m_description;
    QLineEdit *m_params;
    QToolButton *m_run;
    ErrorLine *m_error;
    DataTable *m_callTable;
    QToolButton *m_watch;
    QTabWidget *m_tabs;
    TextLabel *m_noCall;
    QSplitter *m_splitter;
    QSplitter *m_left;
};

} // namespace signalbox::widgets
