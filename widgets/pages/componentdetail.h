// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chartcard.h"
#include "widgets/controls/badge.h"
#include "widgets/controls/textlabel.h"
#include "widgets/live/logpanel.h"
#include "widgets/pages/page.h"

class QTabWidget;

namespace signalbox::widgets {

// One component in full: why it is in this state and since when, what it needs, its log and its figures.
// GUI thread; owned by ComponentsPage.
class ComponentDetail final : public QWidget
{
    Q_OBJECT

public:
    explicit ComponentDetail(const Context &context, QWidget *parent = nullptr);

    void setComponent(const QString &id); // empty: nothing selected
    void refresh();
    void showLog(bool explain);
    LogPanel &log() { return *m_log; }
    QString explanation() const { return m_why->text(); }

private:
    void buildCharts(const QString &id);
    QString why(const Component &component) const;
    QString needs(const Component &component) const;

    Context m_context;
    QString m_id;
    TextLabel *m_name;
    Badge *m_badge;
    TextLabel *m_why;
    TextLabel *m_needs;
    QTabWidget *m_tabs;
    LogPanel *m_log;
    QWidget *m_charts;
    std::unique_ptr<SampleHistory> m_history;
    TimeWindow m_window;
    QList<ChartCard *> m_cards;
};

} // namespace signalbox::widgets
