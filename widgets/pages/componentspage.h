// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/actions/componentacts.h"
#include "widgets/cards/agentscard.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/errorline.h"
#include "widgets/controls/groupactions.h"
#include "widgets/controls/textlabel.h"
#include "widgets/models/componentsmodel.h"
#include "widgets/models/textfilter.h"
#include "widgets/pages/componentdetail.h"

class QAction;
class QLineEdit;
class QMenu;
class QSplitter;
class QToolButton;

namespace signalbox::widgets {

// Every component in a table, the selected one in detail below; and the hosts that take work.
class ComponentsPage final : public Page
{
    Q_OBJECT

public:
    explicit ComponentsPage(const PageContext &context, QWidget *parent = nullptr);

    // Comes from a card: selects it and shows the log line that explains a failure.
    void reveal(const QString &subject) override;
    // The subject that leads to this line of its log.
    static QString line(const QString &componentId, qint64 number);
    void find() override;
    void save(QSettings &settings) const override;
    void restore(QSettings &settings) override;

    DataTable &table() { return *m_table; }
    ComponentDetail &detail() { return *m_detail; }
    AgentsCard &agents() { return *m_agents; }
    QLineEdit &filterField() { return *m_filterField; }
    QAction &startAction() { return *m_acts[0]; }
    QAction &stopAction() { return *m_acts[1]; }
    QAction &restartAction() { return *m_acts[2]; }
    QAction &killAction() { return *m_kill; }
    QAction &scaleAction() { return *m_scale; }
    QMenu &groupMenu() { return *m_groupMenu; }
    const QList<QAction *> &groupActions() const { return m_group->list(); } // start, stop, restart all
    QString error() const { return m_error->text(); }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void connectAll();
    void showAgents();
    QStringList possible(QStringList ids, const ComponentAct &act) const;
    void revealLine(const QString &subject);
    void carryOut(const ComponentAct &act);
    void carryOut(const ComponentAct &act, const QStringList &wanted);
    void askToStopOne(const QString &id, const QStringList &needing);
    QStringList runningThatNeed(const QString &id) const;
    void killSelected();
    void askForInstances();
    void fillGroupMenu();
    void refresh();
    void refreshActions();
    void refreshError();
    void copyCommands();
    QToolButton *makeGroupMenu();

    ComponentsModel m_model;
    TextFilter m_filter;
    QLineEdit *m_filterField;
    DataTable *m_table;
    ErrorLine *m_error;
    ComponentDetail *m_detail;
    AgentsCard *m_agents;
    bool m_agentsWanted = false;
    QSplitter *m_splitter;
    GroupActions *m_group;
    Refresher m_refresher;
    QList<QAction *> m_acts; // as componentActs()
    QAction *m_copy = nullptr;
    QAction *m_kill = nullptr;
    QAction *m_scale = nullptr;
    QMenu *m_groupMenu = nullptr;
};

} // namespace signalbox::widgets
