// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chartcard.h"
#include "widgets/controls/cardgrid.h"
#include "widgets/controls/errorline.h"
#include "widgets/controls/groupactions.h"
#include "widgets/controls/textlabel.h"
#include "widgets/cards/componentcard.h"
#include "widgets/cards/dialectscard.h"
#include "widgets/cards/runningcard.h"

namespace signalbox::widgets {

// The whole state at a glance; everything on it leads to its page.
class OverviewPage final : public Page
{
    Q_OBJECT

public:
    explicit OverviewPage(const PageContext &context, QWidget *parent = nullptr);

    // Cards out of sight are made bit by bit: a thousand components must not hold the window up.
    bool isBuilding() const { return m_building.isActive(); }
    ComponentCard *card(const QString &componentId) const { return m_cards.value(componentId); }

private:
    void addGroupActions();
    void refreshGroupError();
    void addCharts(QVBoxLayout &layout);
    void rebuildCards();
    void orderTabs();
    void buildMoreCards(qsizetype most);
    void refresh();
    void refreshCardsInView(); // a thousand cards must not cost a thousand updates per tick
    void hear(const Component *before, const Component *now);

    TimeWindow m_window;
    QTimer m_building;
    CardGrid *m_grid;
    TextLabel *m_noComponents;
    ErrorLine *m_groupError;
    QHash<QString, ComponentCard *> m_cards;
    QList<ChartCard *> m_charts;
    RunningCard *m_running;
    DialectsCard *m_dialects;
    Refresher m_all;
    Refresher m_lower; // running executions and dialects
};

} // namespace signalbox::widgets
