// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/overviewpage.h"

#include "widgets/controls/cardgrid.h"
#include "widgets/controls/sheet.h"
#include "widgets/controls/toolbar.h"
#include "widgets/text/reasontext.h"

#include <QAction>
#include <QHBoxLayout>
#include <QScrollBar>
#include <QSettings>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

OverviewPage::OverviewPage(const PageContext &context, QWidget *parent)
    : Page(context, parent)
    , m_failures(new FailuresCard(context))
    , m_companion(new QWidget)
    , m_board(new ComponentBoard(context, m_companion))
    , m_noComponents(new TextLabel(TextStyle::Body, TextLabel::Tone::Muted))
    , m_groupError(new ErrorLine)
    , m_running(new RunningCard(context.replica))
    , m_dialects(new DialectsCard(context.replica))
    , m_all(*this, context.replica, [this] { refresh(); })
    , m_lower(*this, context.replica, [this] {
        m_failures->refresh();
        m_running->refresh();
        m_dialects->refresh();
    })
{
    addGroupActions();
    body()->addWidget(m_groupError);
    m_noComponents->setWordWrap(true);
    m_noComponents->setTextFormat(Qt::PlainText);
    sayNoComponents();
    auto *inner = new QWidget;
    auto *layout = new QVBoxLayout(inner);
    layout->setContentsMargins(0, 0, 0, spacing::small);
    layout->setSpacing(spacing::medium);
    layout->addWidget(m_noComponents);
    layout->addWidget(m_failures);
    layout->addWidget(m_board);
    auto *beside = new QVBoxLayout(m_companion);
    beside->setContentsMargins(0, spacing::tight, 0, spacing::tight);
    beside->setSpacing(spacing::medium);
    addCharts(*beside);
    auto *lower = new CardGrid(grown(360), 2);
    lower->addWidget(m_running);
    lower->addWidget(m_dialects);
    beside->addLayout(lower);
    layout->addStretch();
    auto *scroll = new Sheet(inner);
    body()->addWidget(scroll, 1);

    connect(m_running, &RunningCard::opened, this,
            [this](const QString &execution) { Q_EMIT wanted(PageId::Executions, execution); });
    connect(m_failures, &FailuresCard::opened, this,
            [this](const QString &execution) { Q_EMIT wanted(PageId::Executions, execution); });
    connect(m_dialects, &DialectsCard::opened, this, [this] { Q_EMIT wanted(PageId::Clients, {}); });
    connect(m_board, &ComponentBoard::opened, this,
            [this](const QString &which) { Q_EMIT wanted(PageId::Components, which); });
    connect(m_board, &ComponentBoard::built, this, &OverviewPage::orderTabs);
    connect(&context.replica, &Replica::sampled, this, [this] {
        if (isVisible()) // else m_all does it when the page is shown
            m_board->refreshInView();
    });
    m_lower.on(context.replica, &Replica::executionChanged)
        .on(context.replica, &Replica::taskChanged)
        .on(context.replica, &Replica::executionForgotten)
        .on(context.replica, &Replica::clientConnected)
        .on(context.replica, &Replica::clientGone)
        .on(context.replica, &Replica::serverChanged);
    connect(&context.commands, &Commands::changed, this, [this](const QString &subject) {
        if (ComponentTile *tile = m_board->tile(subject))
            tile->refresh();
        refreshGroupError();
    });
    connect(scroll->verticalScrollBar(), &QScrollBar::valueChanged, m_board, &ComponentBoard::refreshInView);
    connect(&context.history, &SampleHistory::grown, this,
            [this] { m_window.advance(this->context().history.newest()); });
    m_window.advance(context.history.newest());
    orderTabs();
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

void OverviewPage::sayNoComponents()
{
    const QString file = context().replica.snapshot().server.configurationFile;
    m_noComponents->setText(
        file.isEmpty() ? tr("No component is configured. Add a [[component]] with its command to the "
                            "configuration file and reload it: the server then keeps it running.")
                       : tr("No component is configured. Add a [[component]] with its command to %1 and reload it: the "
                            "server then keeps it running.")
                             .arg(file));
}

// From tile to tile before what stands below them, though that was made before them.
void OverviewPage::orderTabs()
{
    m_noComponents->setVisible(context().replica.snapshot().components.isEmpty());
    const QList<ComponentTile *> tiles = m_board->tilesInOrder();
    if (tiles.isEmpty())
        return;
    const QWidget *last = tiles.constLast();
    QWidget *before = tiles.constLast();
    while (last->isAncestorOf(before->nextInFocusChain()))
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
    m_board->refresh();
    m_failures->refresh();
    m_running->refresh();
    m_dialects->refresh();
    sayNoComponents();
    refreshGroupError();
}

void OverviewPage::refreshGroupError()
{
    const QString error = reasontext::words(context().commands.error(Commands::allComponents()));
    m_groupError->say(error);
}

void OverviewPage::save(QSettings &settings) const
{
    settings.setValue(u"collapsed"_s, m_board->collapsedGroups());
}

void OverviewPage::restore(QSettings &settings)
{
    m_board->setCollapsedGroups(settings.value(u"collapsed"_s).toStringList());
}

void OverviewPage::resetLayout()
{
    Page::resetLayout();
    m_board->setCollapsedGroups({});
}

} // namespace signalbox::widgets
