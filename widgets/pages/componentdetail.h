// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chartcard.h"
#include "widgets/controls/badge.h"
#include "widgets/controls/cardgrid.h"
#include "widgets/controls/textlabel.h"
#include "widgets/graph/barchart.h"
#include "widgets/graph/graphview.h"
#include "widgets/live/blackboxpanel.h"
#include "widgets/live/logpanel.h"
#include "widgets/live/typeline.h"
#include "widgets/pages/page.h"

class QAction;
class QTabWidget;
class QToolButton;

namespace signalbox::widgets {

// One component in full: why it is in this state and since when, what it needs, its log and its figures.
// GUI thread; owned by ComponentsPage.
class ComponentDetail final : public QWidget
{
    Q_OBJECT

public:
    explicit ComponentDetail(const PageContext &context, QWidget *parent = nullptr);

    void setComponent(const QString &id); // empty: nothing selected
    void refresh();
    void showLog(bool explain);
    LogPanel &log() { return *m_log; }
    QString explanation() const { return m_why->whole(); }
    QString description() const { return m_description->text(); }
    QString factsText() const { return m_factsText; }
    QStringList addresses() const { return m_addresses; }
    TypeLine &typeLine() { return *m_typeLine; }
    QAction &killAction() { return *m_kill; }
    const QList<ChartCard *> &charts() const { return m_cards; }
    BlackBoxPanel &blackBoxes() { return *m_blackBoxes; }
    GraphView &graph() { return *m_graph; }
    BarChart &startup() { return *m_startup; }
    void showTab(int tab);

Q_SIGNALS:
    void chosen(const QString &componentId); // in the graph, or among the bars of the start-up

private:
    void build();
    void buildCharts(const QString &id);
    void addChart(const SampleHistory &history, Metric metric, Measure measure, const QString &heading);
    QWidget *makeLogTab();
    QWidget *makeChartsTab();
    QWidget *makeStartupTab();
    void refreshTab();
    QString why(const Component &component) const;
    QString needs(const Component &component) const;
    QString facts(const Component &component) const;
    void refreshOpen(const Component *component);
    void refreshFigures(const Component &component);

    PageContext m_context;
    QString m_id;
    TextLabel *m_name;
    Badge *m_badge;
    TextLabel *m_why;
    TextLabel *m_description;
    TextLabel *m_needs;
    TextLabel *m_facts;
    QString m_factsText;
    QToolButton *m_open; // in a browser what it listens on; a menu where that is several ports
    QStringList m_addresses;
    QTabWidget *m_tabs;
    LogPanel *m_log;
    BlackBoxPanel *m_blackBoxes;
    std::optional<Timestamp> m_run; // when the one began whose log is shown
    TypeLine *m_typeLine;
    QAction *m_kill; // offered while it stops
    QToolButton *m_killButton;
    QWidget *m_charts;
    GraphView *m_graph;
    BarChart *m_startup;
    TextLabel *m_startupText;
    CardGrid *m_chartGrid = nullptr;
    // Of the component itself, then of each figure that its program tells.
    std::vector<std::unique_ptr<SampleHistory>> m_histories;
    QStringList m_figures;
    TimeWindow m_window;
    std::unique_ptr<ChartMarks> m_marks;
    QList<ChartCard *> m_cards;
};

} // namespace signalbox::widgets
