// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/componentdetail.h"

#include "widgets/actions/acts.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/sheet.h"
#include "widgets/graph/timelines.h"
#include "widgets/text/format.h"
#include "widgets/text/plain.h"
#include "widgets/text/tone.h"

#include <QAction>
#include <QComboBox>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QTabWidget>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

QString authority(const QString &host, quint16 port)
{
    return (host.contains(u':') ? u"[%1]:%2"_s : u"%1:%2"_s).arg(host).arg(port);
}

} // namespace

ComponentDetail::ComponentDetail(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_name(new TextLabel(TextStyle::Heading))
    , m_badge(new Badge)
    , m_why(new TextLabel(TextStyle::Body))
    , m_description(new TextLabel(TextStyle::Caption, TextLabel::Tone::Muted))
    , m_needs(new TextLabel(TextStyle::Caption, TextLabel::Tone::Muted))
    , m_facts(new TextLabel(TextStyle::Caption, TextLabel::Tone::Muted))
    , m_open(makeButton(u"open"_s, tr("Open"), tr("Open what it listens on in a browser")))
    , m_tabs(new QTabWidget)
    , m_log(new LogPanel(context.replica))
    , m_blackBoxes(new BlackBoxPanel(context))
    , m_typeLine(new TypeLine(context.replica, context.commands))
    , m_kill(makeAction(
          ActId::KillComponent, *this, [this] { m_context.commands.submit(m_id, signalbox::KillComponent{m_id}); },
          tr("Kill all its processes now instead of waiting")))
    , m_killButton(makeButton(*m_kill))
    , m_charts(new QWidget)
    , m_graph(new GraphView)
    , m_startup(new BarChart(tr("The last start-up")))
    , m_startupText(new TextLabel(TextStyle::Caption, TextLabel::Tone::Muted))
{
    build();
    setComponent({});
}

void ComponentDetail::build()
{
    m_why->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *head = new QHBoxLayout;
    head->setSpacing(spacing::small);
    head->addWidget(m_name);
    head->addWidget(m_badge);
    head->addWidget(m_why, 1);
    head->addWidget(m_killButton);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(makeLogTab(), tr("Log"));
    m_tabs->addTab(makeChartsTab(), tr("CPU and memory"));
    m_tabs->addTab(m_graph, tr("Dependencies"));
    m_tabs->addTab(makeStartupTab(), tr("Last start-up"));
    m_tabs->addTab(m_blackBoxes, tr("Black boxes"));
    m_graph->setAccessibleName(tr("Graph of components"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, spacing::small, 0, 0);
    layout->setSpacing(spacing::small);
    layout->addLayout(head);
    layout->addWidget(m_description);
    layout->addWidget(m_needs);
    auto *facts = new QHBoxLayout;
    facts->setSpacing(spacing::small);
    facts->addWidget(m_facts, 1);
    facts->addWidget(m_open);
    layout->addLayout(facts);
    layout->addWidget(m_tabs, 1);
    auto *menu = new QMenu(m_open);
    m_open->setMenu(menu);
    m_open->setPopupMode(QToolButton::InstantPopup);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        for (const QString &address : std::as_const(m_addresses))
            menu->addAction(plain(address), this, [address] { QDesktopServices::openUrl(QUrl(address)); });
    });
    connect(m_tabs, &QTabWidget::currentChanged, this, &ComponentDetail::refreshTab);
    connect(m_graph, &GraphView::activated, this, &ComponentDetail::chosen);
    connect(m_startup, &BarChart::activated, this, &ComponentDetail::chosen);
}

QWidget *ComponentDetail::makeLogTab()
{
    auto *tab = new QWidget;
    auto *layout = new QVBoxLayout(tab);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::small);
    layout->addWidget(m_log, 1);
    layout->addWidget(m_typeLine);
    return tab;
}

QWidget *ComponentDetail::makeChartsTab()
{
    auto *range = new QComboBox;
    prepareBox(*range, tr("Stretch of time"));
    range->addItem(tr("5 minutes"), 5 * TimeWindow::minute);
    range->addItem(tr("1 hour"), 60 * TimeWindow::minute);
    range->addItem(tr("24 hours"), TimeWindow::day);
    range->addItem(tr("7 days"), 7 * TimeWindow::day);
    range->addItem(tr("30 days"), 30 * TimeWindow::day);
    connect(range, &QComboBox::currentIndexChanged, this,
            [this, range] { m_window.setLength(range->currentData().toLongLong()); });
    auto *charts = new QVBoxLayout(m_charts);
    charts->setContentsMargins(0, spacing::small, 0, 0);
    charts->addWidget(range, 0, Qt::AlignLeft);
    auto *sheet = new QWidget;
    m_chartGrid = new CardGrid(grown(300), 3, sheet);
    charts->addWidget(new Sheet(sheet), 1);
    return m_charts;
}

QWidget *ComponentDetail::makeStartupTab()
{
    auto *tab = new QWidget;
    auto *layout = new QVBoxLayout(tab);
    layout->setContentsMargins(0, spacing::small, 0, 0);
    layout->setSpacing(spacing::small);
    m_startupText->setWordWrap(true);
    layout->addWidget(m_startupText);
    layout->addWidget(m_startup, 1);
    return tab;
}

void ComponentDetail::showTab(int tab)
{
    m_tabs->setCurrentIndex(tab);
}

// Those that need another one or are needed, as it is now.
void ComponentDetail::refreshTab()
{
    if (!m_startup->isVisible() && !m_graph->isVisible())
        return; // a copy of all components, each second
    const QList<Component> components = m_context.replica.snapshot().componentsInOrder();
    if (m_startup->isVisible()) {
        const Timeline timeline = timelineOf(lastStartup(components));
        m_startup->setBars(timeline.bars, timeline.length, timeline.summary);
        m_startupText->setText(timeline.summary);
    }
    if (!m_graph->isVisible())
        return;
    QSet<QString> linked;
    for (const Component &component : components) {
        if (!component.dependsOn.isEmpty())
            linked.insert(component.id);
        linked.unite(QSet<QString>(component.dependsOn.cbegin(), component.dependsOn.cend()));
    }
    QList<GraphNode> nodes;
    for (const Component &component : components) {
        if (linked.contains(component.id))
            nodes.append({component.id,
                          component.name,
                          component.dependsOn,
                          {},
                          format::state(component),
                          format::why(component),
                          toneOf(component)});
    }
    m_graph->setEmptyText(tr("No component depends on another one: depends_on in the configuration."));
    m_graph->setNodes(nodes);
    (void)m_graph->select(m_id);
}

void ComponentDetail::setComponent(const QString &id)
{
    if (m_id != id) {
        m_id = id;
        m_log->setComponent(id);
        m_typeLine->setComponent(id);
        m_blackBoxes->setComponent(id);
        m_run.reset();
        m_figures.clear();
        buildCharts(id);
    }
    refresh();
}

void ComponentDetail::buildCharts(const QString &id)
{
    qDeleteAll(std::exchange(m_cards, {}));
    m_histories.clear();
    if (id.isEmpty())
        return;
    m_marks = std::make_unique<ChartMarks>(m_context.replica, m_window, id);
    m_histories.push_back(std::make_unique<SampleHistory>(m_context.replica, id));
    const SampleHistory &own = *m_histories.front();
    for (const ComponentMetricInfo &metric : componentMetricTable)
        addChart(own, metric.host, metric.measure,
                 metric.host == Metric::Cpu ? tr("CPU, percent of one core") : title(metric.host));
    for (const QString &figure : std::as_const(m_figures)) {
        m_histories.push_back(std::make_unique<SampleHistory>(m_context.replica, id, figure));
        addChart(*m_histories.back(), SamplesQuery::figureMetric, Measure::Number, figure);
    }
    connect(&own, &SampleHistory::grown, this, [this, &own] { m_window.advance(own.newest()); });
    m_window.advance(own.newest());
}

void ComponentDetail::addChart(const SampleHistory &history, Metric metric, Measure measure, const QString &heading)
{
    auto *card = new ChartCard(history, m_window, metric);
    card->setFixedHeight(grown(190));
    card->chart().setFixedMaximum(0);
    card->chart().setMeasure(measure);
    card->chart().setMarks(*m_marks);
    card->setHeading(heading);
    m_chartGrid->addWidget(card);
    m_cards << card;
}

QString ComponentDetail::why(const Component &component) const
{
    QString text = component.stateSince == Timestamp{} ? tr("Never started")
                                                       : tr("Since %1").arg(format::dateTime(component.stateSince));
    if (const QString reason = format::why(component); !reason.isEmpty())
        text = tr("%1: %2", "since when, why").arg(text, reason);
    if (component.nextRestartAt) {
        const Milliseconds left = *component.nextRestartAt - m_context.liveness.serverNow();
        text += u" · "_s + tr("next try in %1").arg(format::duration(left));
    }
    if (component.killAt) {
        const Milliseconds left = std::max(*component.killAt - m_context.liveness.serverNow(), Milliseconds(0));
        text += u" · "_s + tr("killed in %1").arg(format::duration(left));
    }
    return text;
}

QString ComponentDetail::needs(const Component &component) const
{
    const Snapshot &snapshot = m_context.replica.snapshot();
    QStringList needed;
    for (const QString &id : component.dependsOn) {
        const Component *other = snapshot.component(id);
        needed << (other ? tr("%1 (%2)", "component, state").arg(other->name, format::state(*other)) : id);
    }
    QMap<std::pair<int, QString>, QString> needing; // in the order of the configuration
    for (const Component &other : snapshot.components) {
        if (other.dependsOn.contains(component.id))
            needing.insert({other.position, other.id}, other.name);
    }
    QStringList parts;
    if (!needed.isEmpty())
        parts << tr("Needs %1").arg(needed.join(", "_L1));
    if (!needing.isEmpty())
        parts << tr("Needed by %1").arg(QStringList(needing.values()).join(", "_L1));
    return parts.join(u" · "_s);
}

// What it has open, and what it may use.
QString ComponentDetail::facts(const Component &component) const
{
    QStringList parts;
    if (const ComponentFigures *figures = m_context.replica.snapshot().figuresOf(component);
        figures && figures->processes > 0) {
        parts << tr("%Ln processes", "", figures->processes) << tr("%Ln threads", "", figures->threads)
              << tr("%Ln open files", "", figures->descriptors)
              << tr("read %1, written %2").arg(format::bytes(figures->readBytes), format::bytes(figures->writtenBytes));
        QStringList ports;
        for (const ListeningPort &port : figures->listensOn)
            ports << authority(port.address, port.port);
        if (!ports.isEmpty())
            parts << tr("listens on %1").arg(ports.join(", "_L1));
        for (const auto &[name, value] : figures->figures.asKeyValueRange())
            parts << tr("%1 %2", "figure, value").arg(name, QLocale().toString(value, 'g', 6));
    }
    if (!component.limits.isEmpty())
        parts << component.limits;
    return parts.join(u" · "_s);
}

// Where a browser on this machine reaches it.
void ComponentDetail::refreshOpen(const Component *component)
{
    m_addresses.clear();
    const ComponentFigures *figures = component ? m_context.replica.snapshot().figuresOf(*component) : nullptr;
    for (const ListeningPort &port : figures ? figures->listensOn : QList<ListeningPort>()) {
        const bool isEverywhere = port.address == "0.0.0.0"_L1 || port.address == "::"_L1;
        const QString address = u"http://%1/"_s.arg(authority(isEverywhere ? u"localhost"_s : port.address, port.port));
        if (!m_addresses.contains(address))
            m_addresses.append(address);
    }
    m_open->setVisible(!m_addresses.isEmpty());
}

void ComponentDetail::refresh()
{
    const Component *component = m_context.replica.snapshot().component(m_id);
    m_tabs->setVisible(component);
    m_badge->setVisible(component);
    m_name->setText(component ? component->name : QString());
    m_typeLine->refresh();
    const bool isStopping = component && component->state == ComponentState::Stopping && component->pid;
    m_killButton->setVisible(isStopping);
    m_kill->setEnabled(isStopping && m_context.replica.isConnected());
    if (!component) {
        m_why->setTone(TextLabel::Tone::Muted);
        m_why->setElided(tr("Select a component to see its log, its figures and why it is in its state."), {}, 2);
        m_description->hide();
        m_needs->hide();
        m_facts->hide();
        refreshOpen(nullptr);
        return;
    }
    if (component->startedAt && std::exchange(m_run, component->startedAt) != component->startedAt)
        m_log->beginRun();
    m_badge->show(*component);
    m_why->setTone(isUnwell(*component) ? TextLabel::Tone::Bad : TextLabel::Tone::Muted);
    const QString inFull = format::whyInFull(*component);
    m_why->setElided(why(*component), inFull == format::why(*component) ? QString() : inFull, 2);
    m_description->setElided(component->description);
    m_description->setVisible(!component->description.isEmpty());
    const QString needed = needs(*component);
    m_needs->setElided(needed);
    m_needs->setVisible(!needed.isEmpty());
    m_factsText = facts(*component);
    m_facts->setElided(m_factsText);
    m_facts->setVisible(!m_factsText.isEmpty());
    refreshOpen(component);
    refreshFigures(*component);
    refreshTab();
}

// A program may begin to tell of one at any time. One that it tells no more stays, as its past does.
void ComponentDetail::refreshFigures(const Component &component)
{
    const ComponentFigures *figures = m_context.replica.snapshot().figuresOf(component);
    QStringList all = m_figures;
    for (const QString &name : figures ? figures->figures.keys() : QStringList()) {
        if (!all.contains(name))
            all << name;
    }
    if (std::exchange(m_figures, all) != all)
        buildCharts(m_id);
}

void ComponentDetail::showLog(bool explain)
{
    m_tabs->setCurrentIndex(0);
    const Component *component = m_context.replica.snapshot().component(m_id);
    if (explain && component)
        m_log->revealExplanation(component->errorLine);
}

} // namespace signalbox::widgets
