// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/datatable.h"
#include "widgets/controls/errorline.h"
#include "widgets/controls/refresher.h"
#include "widgets/models/schedulesmodel.h"
#include "widgets/models/textfilter.h"
#include "widgets/pages/page.h"

class QAction;
class QLineEdit;

namespace signalbox::widgets {

// What is started by the clock: when next, what came of it last; run now, pause, go on.
class SchedulesPage final : public Page
{
    Q_OBJECT

public:
    explicit SchedulesPage(const PageContext &context, QWidget *parent = nullptr);

    void reveal(const QString &subject) override;
    void find() override;
    void save(QSettings &settings) const override;
    void restore(QSettings &settings) override;

    DataTable &table() { return *m_table; }
    QAction &runAction() { return *m_run; }
    QAction &pauseAction() { return *m_pause; }
    QAction &resumeAction() { return *m_resume; }
    QAction &runsAction() { return *m_runs; }
    QString error() const { return m_error->text(); }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void refresh();
    QStringList selected(bool (*can)(const Schedule &schedule)) const;
    void openLastRun();

    SchedulesModel m_model;
    TextFilter m_filter;
    QLineEdit *m_filterField;
    DataTable *m_table;
    ErrorLine *m_error;
    QAction *m_run;
    QAction *m_pause;
    QAction *m_resume;
    QAction *m_runs;
    Refresher m_refresher;
};

} // namespace signalbox::widgets
