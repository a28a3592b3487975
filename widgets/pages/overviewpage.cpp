// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/overviewpage.h"

#include "widgets/controls/sheet.h"
#include "widgets/controls/toolbar.h"

#include <QAction>
#include <QHBoxLayout>
#include <QScrollBar>
#include <QToolButton>

namespace signalbox::widgets {

OverviewPage::OverviewPage(const PageContext &context, QWidget *parent)
    : Page(context, parent)
    , m_grid(new CardGrid(grown(236), 5))
    , m_noComponents(new TextLabel(TextStyle::Body, TextLabel::Tone::Muted))
    , m_groupError(new ErrorLine)
    , m_running(new RunningCard(context.replica))
    , m_dialects(new DialectsCard(context.replica))
    , m_all(*this, context.replica, [this] { refresh(); })
    , m_lower(*this, context.replica, [this] {
        m_running->refresh();
        m_dialects->refresh();
    })
{
    addGroupActions();
    body()->addWidget(m_groupError);
    m_noComponents->setWordWrap(true);
    m_noComponents->setText(tr("No component is configured. Add a [[component]] with its command to the "
                               "configuration file and reload it: the server then keeps it running."));
    auto *inner = new QWidget;
    auto *layout = new QVBoxLayout(inner);
    layout->setContentsMargins(0, 0, spacing::tight, spacing::small);
    layout->setSpacing(spacing::medium);
    layout->addWidget(m_noComponents);
    layout->addLayout(m_grid);
    addCharts(*layout);
    auto *lower = new CardGrid(grown(360), 2);
    lower->addWidget(m_running);
    lower->addWidget(m_dialects);
    layout->addLayout(lower);
    layout->addStretch();
    auto *scroll = new Sheet(inner);
    body()->addWidget(scroll, 1);

    connect(m_running, &RunningCard::opened, this,
            [this](const QString &execution) { Q_EMIT wanted(PageId::Executions, execution); });
    connect(m_dialects, &DialectsCard::opened, this, [this] { Q_EMIT wanted(PageId::Clients, {}); });
    connect(&context.replica, &Replica::missed, this, &OverviewPage::rebuildCards);
    connect(&context.replica, &Replica::componentChanged, this, &OverviewPage::hear);
    connect(&context.replica, &Replica::sampled, this, [this] {
        if (isVisible()) // else m_all does it when the page is shown
            refreshCardsInView();
    });
    m_lower.on(context.replica, &Replica::executionChanged)
        .on(context.replica, &Replica::taskChanged)
        .on(context.replica, &Replica::executionForgotten)
        .on(context.replica, &Replica::clientConnected)
        .on(context.replica, &Replica::clientGone)
        .on(context.replica, &Replica::serverChanged);
    connect(&context.commands, &Commands::changed, this, [this](const QString &subject) {
        if (ComponentCard *known = card(subject))
            known->refresh();
        refreshGroupError();
    });
    connect(&context.liveness, &Liveness::secondPassed, this, [this] {
        if (!isVisible())
            return;
        for (ComponentCard *known : std::as_const(m_cards)) {
            if (!known->visibleRegion().isEmpty())
                known->refreshUptime();
        }
    });
    connect(scroll->verticalScrollBar(), &QScrollBar::valueChanged, this, &OverviewPage::refreshCardsInView);
    connect(&context.history, &SampleHistory::grown, this,
            [this] { m_window.advance(this->context().history.newest()); });
    m_window.advance(context.history.newest());
    m_building.setInterval(0);
    connect(&m_building, &QTimer::timeout, this, [this] { buildMoreCards(10); });
    rebuildCards();
}

void OverviewPage::addGroupActions()
{
    auto *actions = new GroupActions(context().replica, context().commands, *this);
    addHeader(tr("Overview"))->addWidget(new ToolBar(tr("Overview"), actions->list()));
}

void OverviewPage::addCharts(QVBoxLayout &layout)
{
    auto *grid = new CardGrid(grown(330), 4);
    for (const Metric metric : {Metric::Cpu, Metric::Memory, Metric::Storage, Metric::Queries}) {
        auto *chart = new ChartCard(context().history, m_window, metric);
        chart->setFixedHeight(grown(172));
        chart->chart().setInteractive(false);
        connect(&chart->chart(), &LineChart::clicked, this, [this] { Q_EMIT wanted(PageId::Metrics, {}); });
        grid->addWidget(chart);
        m_charts << chart;
    }
    layout.addLayout(grid);
}

void OverviewPage::rebuildCards()
{
    const QMap<QString, Component> &components = context().replica.snapshot().components;
    for (const QString &id : m_cards.keys()) {
        if (!components.contains(id))
            delete m_cards.take(id);
    }
    buildMoreCards(60); // more than a large screen shows
}

void OverviewPage::buildMoreCards(qsizetype most)
{
    const QList<Component> components = context().replica.snapshot().componentsInOrder();
    m_noComponents->setVisible(components.isEmpty());
    int place = 0;
    for (const Component &component : components) {
        ComponentCard *known = m_cards.value(component.id);
        if (!known) {
            if (most-- == 0)
                return m_building.start();
            known = new ComponentCard(context(), component.id);
            m_cards.insert(component.id, known);
            m_grid->addWidget(known);
            connect(known, &ComponentCard::opened, this,
                    [this](const QString &which) { Q_EMIT wanted(PageId::Components, which); });
        }
        if (m_grid->itemAt(place)->widget() != known)
            m_grid->moveWidget(known, place);
        ++place;
    }
    m_building.stop();
    orderTabs();
}

// From card to card before what stands below them, though that was made before them.
void OverviewPage::orderTabs()
{
    const int last = m_grid->count() - 1;
    if (last < 0)
        return;
    const QWidget *card = m_grid->itemAt(last)->widget();
    QWidget *before = m_grid->itemAt(last)->widget();
    while (card->isAncestorOf(before->nextInFocusChain()))
        before = before->nextInFocusChain();
    for (const QWidget *below : {static_cast<QWidget *>(m_running), static_cast<QWidget *>(m_dialects)}) {
        for (auto *button : below->findChildren<QToolButton *>()) {
            setTabOrder(before, button);
            before = button;
        }
    }
}

void OverviewPage::refresh()
{
    for (ComponentCard *known : std::as_const(m_cards))
        known->refresh();
    m_running->refresh();
    m_dialects->refresh();
    refreshGroupError();
}

void OverviewPage::refreshCardsInView()
{
    for (ComponentCard *known : std::as_const(m_cards)) {
        if (!known->visibleRegion().isEmpty())
            known->refresh();
    }
}

void OverviewPage::refreshGroupError()
{
    const QString error = context().commands.error(Commands::allComponents());
    m_groupError->say(error);
}

void OverviewPage::hear(const Component *before, const Component *now)
{
    if (!now) {
        delete m_cards.take(before->id);
        m_building.start(); // a reload brings and takes many: what is left is placed once
    } else if (!m_cards.contains(now->id)) {
        m_building.start();
    } else if (isVisible()) {
        m_cards.value(now->id)->refresh();
    }
}

} // namespace signalbox::widgets
