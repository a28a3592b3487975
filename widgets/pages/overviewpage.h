// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chartcard.h"
#include "widgets/pages/componentcard.h"
#include "widgets/pages/groupactions.h"

class QProgressBar;
class QToolButton;

namespace signalbox::widgets {

// Running executions, newest first, each with its progress. GUI thread; owned by OverviewPage.
class RunningCard final : public Card
{
    Q_OBJECT

public:
    explicit RunningCard(const link::ControlLink &link, QWidget *parent = nullptr);
    void refresh();
    void setStale(bool stale);

Q_SIGNALS:
    void opened(const QString &executionId); // empty: all of them

private:
    struct Line
    {
        QWidget *whole;
        QToolButton *name;
        TextLabel *origin;
        QProgressBar *progress;
        TextLabel *percent;
    };
    Line makeLine();
    void showStale(const Line &line) const;

    static constexpr int mostShown = 6;
    const link::ControlLink &m_link;
    QList<Line> m_lines;
    TextLabel *m_empty;
    TextLabel *m_more;
    QVBoxLayout *m_layout;
    bool m_stale = false;
};

// How many clients each dialect has, wherever it listens. GUI thread; owned by OverviewPage.
class DialectsCard final : public Card
{
    Q_OBJECT

public:
    explicit DialectsCard(const link::ControlLink &link, QWidget *parent = nullptr);
    void refresh();
    void setStale(bool stale);

Q_SIGNALS:
    void opened();

private:
    const link::ControlLink &m_link;
    QGridLayout *m_grid;
    TextLabel *m_empty;
    QHash<QString, TextLabel *> m_counts;
    QMap<QString, QStringList> m_shown; // addresses by dialect
    bool m_stale = false;
};

// The whole state at a glance; everything on it leads to its page.
class OverviewPage final : public Page
{
    Q_OBJECT

public:
    explicit OverviewPage(const Context &context, QWidget *parent = nullptr);

    void setStale(bool stale) override;
    // Cards out of sight are made bit by bit: a thousand components must not hold the window up.
    bool isBuilding() const { return m_building.isActive(); }
    ComponentCard *card(const QString &componentId) const { return m_cards.value(componentId); }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void addGroupActions();
    void refreshGroupError();
    void addCharts(QVBoxLayout &layout);
    void rebuildCards();
    void orderTabs();
    void buildMoreCards(qsizetype most);
    void refresh();
    void refreshCardsInView(); // a thousand cards must not cost a thousand updates per tick
    void hear(const Change &change);

    TimeWindow m_window;
    QTimer m_building;
    CardGrid *m_grid;
    TextLabel *m_noComponents;
    TextLabel *m_groupError;
    QHash<QString, ComponentCard *> m_cards;
    QList<ChartCard *> m_charts;
    RunningCard *m_running;
    DialectsCard *m_dialects;
    Soon m_soon;
    bool m_stale = false;
};

} // namespace signalbox::widgets
