// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/cards/componentboard.h"
#include "widgets/cards/dialectscard.h"
#include "widgets/cards/failurescard.h"
#include "widgets/cards/runningcard.h"
#include "widgets/charts/chartcard.h"
#include "widgets/controls/errorline.h"
#include "widgets/controls/groupactions.h"
#include "widgets/controls/textlabel.h"
#include "widgets/pages/page.h"

namespace signalbox::widgets {

// The whole state at a glance; everything on it leads to its page.
class OverviewPage final : public Page
{
    Q_OBJECT

public:
    explicit OverviewPage(const PageContext &context, QWidget *parent = nullptr);

    FailuresCard &failures() { return *m_failures; }
    ComponentBoard &board() { return *m_board; }
    const ComponentBoard &board() const { return *m_board; }
    ComponentCard *card(const QString &componentId) const { return m_board->card(componentId); }
    void save(QSettings &settings) const override;
    void restore(QSettings &settings) override;
    void resetLayout() override;

private:
    void addGroupActions();
    void refreshGroupError();
    void addCharts(QVBoxLayout &layout);
    void orderTabs();
    void sayNoComponents();
    void refresh();

    TimeWindow m_window;
    FailuresCard *m_failures;
    QWidget *m_companion;
    ComponentBoard *m_board;
    TextLabel *m_noComponents;
    ErrorLine *m_groupError;
    QList<ChartCard *> m_charts;
    RunningCard *m_running;
    DialectsCard *m_dialects;
    Refresher m_all;
    Refresher m_lower; // running executions and dialects
};

} // namespace signalbox::widgets
