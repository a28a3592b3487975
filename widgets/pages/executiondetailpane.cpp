// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/executiondetailpane.h"

#include "server/model/detailsjson.h"
#include "widgets/controls/buttons.h"
#include "widgets/graph/timelines.h"
#include "widgets/look/accessiblename.h"
#include "widgets/look/style.h"
#include "widgets/text/format.h"
#include "widgets/text/reasontext.h"

#include <QHBoxLayout>
#include <QJsonDocument>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QScrollBar>
#include <QSplitter>
#include <QTabWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

QString pretty(const QJsonValue &value)
{
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson()).trimmed();
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson()).trimmed();
    return value.toVariant().toString();
}

} // namespace

ExecutionDetailPane::ExecutionDetailPane(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_refresher(*this, context.replica, [this] { refresh(); })
    , m_filter(m_model)
    , m_name(new TextLabel(TextStyle::Heading))
    , m_badge(new Badge)
    , m_timings(new TextLabel(TextStyle::Caption, TextLabel::Tone::Muted))
    , m_error(new TextLabel(TextStyle::Caption, TextLabel::Tone::Bad))
    , m_evidence(makeButton(u"log"_s, tr("Show all"), tr("Show what it printed")))
    , m_outcome(new QWidget)
    , m_progress(new QProgressBar)
    , m_tabs(new QTabWidget)
    , m_graphTab(new QSplitter(Qt::Horizontal))
    , m_graph(new GraphView)
    , m_beside(new OutputPanel(context.replica, OutputPanel::Width::Beside))
    , m_timelineTab(new QWidget)
    , m_timeline(new BarChart(tr("Timeline")))
    , m_timelineText(new TextLabel(TextStyle::Caption, TextLabel::Tone::Muted))
    , m_tasksTab(new QWidget)
    , m_table(new DataTable)
    , m_output(new OutputPanel(context.replica))
    , m_particulars(new QPlainTextEdit)
{
    build();
    buildTabs();
    connect(&context.replica, &Replica::executionChanged, this,
            [this](const Execution *, const Execution &now) { hear(now.id); });
    connect(&context.replica, &Replica::taskChanged, this,
            [this](const Task *, const Task &now) { hear(now.executionId); });
    connect(&context.replica, &Replica::missed, this, &ExecutionDetailPane::load);
    connect(&context.liveness, &Liveness::secondPassed, this, [this] {
        const Execution *shown = isVisible() ? execution() : nullptr;
        if (!shown || isFinal(shown->state))
            return;
        m_model.setNow(m_context.liveness.serverNow());
        m_graph->setNodes(nodesOf(m_model.tasks(), m_context.liveness.serverNow()));
        m_timings->setElided(timings(*shown));
        refreshTimeline();
    });
    connect(m_tabs, &QTabWidget::currentChanged, this, &ExecutionDetailPane::refreshTimeline);
    connect(m_timeline, &BarChart::activated, this, &ExecutionDetailPane::showOutput);
    connect(m_graph, &GraphView::activated, this, &ExecutionDetailPane::showOutput);
    connect(m_graph, &GraphView::currentChanged, this, [this](const QString &nodeId) {
        if (!nodeId.isEmpty())
            m_beside->showNode(nodeId);
    });
    connect(m_table, &DataTable::activated, this, [this] { showOutput(m_table->currentId()); });
    connect(m_evidence, &QToolButton::clicked, this, [this] { showOutput(nodeToRead(m_model.tasks())); });
    setExecution({});
}

void ExecutionDetailPane::build()
{
    auto *head = new QHBoxLayout;
    head->setSpacing(spacing::small);
    head->addWidget(m_badge);
    head->addWidget(m_name);
    head->addWidget(m_timings, 1);
    m_progress->setFixedHeight(spacing::medium);
    m_progress->setTextVisible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::tight);
    layout->addLayout(head);
    auto *outcome = new QHBoxLayout(m_outcome);
    outcome->setContentsMargins(0, 0, 0, 0);
    outcome->setSpacing(spacing::small);
    outcome->addWidget(m_progress, 1);
    outcome->addWidget(m_error, 1);
    outcome->addWidget(m_evidence);
    m_error->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(m_outcome);
    layout->addWidget(m_tabs, 1);
}

void ExecutionDetailPane::buildTabs()
{
    m_table->setAccessibleName(tr("Tasks"));
    m_table->setModel(&m_filter);
    m_table->sortByColumn(TasksModel::Node, Qt::AscendingOrder);
    m_table->setEmptyText(tr("No tasks yet. One row per node or parameter set appears as the execution is planned."));
    auto *tasks = new QVBoxLayout(m_tasksTab);
    tasks->setContentsMargins(0, 0, 0, 0);
    tasks->addWidget(m_table);
    auto *timeline = new QVBoxLayout(m_timelineTab);
    timeline->setContentsMargins(0, spacing::small, 0, 0);
    timeline->setSpacing(spacing::small);
    timeline->addWidget(m_timelineText);
    timeline->addWidget(m_timeline, 1);
    m_particulars->setObjectName(u"particulars"_s);
    m_particulars->setReadOnly(true);
    m_particulars->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_particulars->setFrameShape(QFrame::NoFrame);
    m_particulars->setTabChangesFocus(true);
    m_particulars->setFont(widgets::font(TextStyle::Mono));
    m_particulars->setAccessibleName(tr("Details", "all that is known of an execution"));
    m_particulars->document()->setDocumentMargin(spacing::small);
    m_graphTab->addWidget(m_graph);
    m_graphTab->addWidget(m_beside);
    m_graphTab->setStretchFactor(0, 3);
    m_graphTab->setStretchFactor(1, 2);
    m_graphTab->setCollapsible(0, false);
    m_graphTab->setSizes({600, 400});
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_graphTab, tr("Graph"));
    m_tabs->addTab(m_tasksTab, tr("Tasks"));
    m_tabs->addTab(m_timelineTab, tr("Timeline"));
    m_tabs->addTab(m_output, tr("Output"));
    m_tabs->addTab(m_particulars, m_particulars->accessibleName());
}

void ExecutionDetailPane::setRetry(QAction &retry)
{
    QToolButton *button = makeButton(retry);
    m_outcome->layout()->addWidget(button);
    const auto show = [&retry, button] { button->setVisible(retry.isEnabled()); };
    connect(&retry, &QAction::enabledChanged, button, show);
    show();
}

const Execution *ExecutionDetailPane::execution() const
{
    if (const Execution *live = m_context.replica.snapshot().execution(m_id))
        return live;
    return m_stored && m_stored->execution.id == m_id ? &m_stored->execution : nullptr;
}

void ExecutionDetailPane::setExecution(const QString &id)
{
    if (m_id == id && !id.isEmpty())
        return;
    m_id = id;
    m_graph->setNodes({});
    load();
}

void ExecutionDetailPane::load()
{
    m_stored.reset();
    m_asking.cancel();
    m_asked = false;
    const Snapshot &snapshot = m_context.replica.snapshot();
    const Execution *live = snapshot.execution(m_id);
    if (live && snapshot.tasks.value(m_id).size() < live->counts.total)
        ask();
    refresh();
}

void ExecutionDetailPane::ask()
{
    if (m_asking.isUnderWay() || !m_context.replica.isConnected())
        return;
    m_asking = m_context.replica.ask(ExecutionQuery{m_id}, [this](const Result<ExecutionDetail> &detail) {
        if (detail)
            m_stored = *detail;
        else if (!m_context.replica.snapshot().execution(m_id))
            m_timings->setElided(tr("Not available: %1").arg(reasontext::words(detail.error().message)));
        if (execution())
            refresh();
    });
}

void ExecutionDetailPane::hear(const QString &executionId)
{
    if (executionId == m_id)
        m_refresher.request();
}

void ExecutionDetailPane::refresh()
{
    // Many that ended since push it out of the Snapshot without a word; then it is read where it is kept.
    const bool isLive = m_context.replica.snapshot().execution(m_id);
    if (isLive) {
        m_asked = false;
    } else if (!m_id.isEmpty() && !m_asked && m_context.replica.isConnected()) {
        m_asked = true;
        ask();
    }
    const Execution *shown = execution();
    for (QWidget *part : {static_cast<QWidget *>(m_tabs), static_cast<QWidget *>(m_badge)})
        part->setVisible(shown);
    if (!shown) {
        m_name->clear();
        m_outcome->hide();
        if (m_asking.isUnderWay())
            m_timings->setElided(tr("Loading…"));
        else if (m_id.isEmpty())
            m_timings->setElided(
                tr("Select an execution to see its nodes, what they printed and why it ended as it did."));
        for (OutputPanel *output : {m_output, m_beside})
            output->setExecution({}, true, {}, {});
        return;
    }
    refreshHead(*shown);
    QList<Task> tasks = m_context.replica.snapshot().tasks.value(m_id).values();
    if (tasks.size() < shown->counts.total && m_stored)
        tasks = m_stored->tasks;
    m_model.setTasks(m_id, tasks);
    m_model.setNow(m_context.liveness.serverNow());
    m_graph->setNodes(nodesOf(tasks, m_context.liveness.serverNow()));
    QStringList nodes;
    for (const Task &task : std::as_const(tasks))
        nodes << task.nodeId;
    for (OutputPanel *output : {m_output, m_beside})
        output->setExecution(m_id, isFinal(shown->state), nodes, nodeToRead(tasks));
    showParticulars(*shown);
    // One task has no graph; a sweep's tasks have no edges.
    const bool hasGraph = shown->kind == ExecutionKind::Pipeline;
    m_tabs->setTabVisible(m_tabs->indexOf(m_graphTab), hasGraph);
    m_tabs->setTabVisible(m_tabs->indexOf(m_timelineTab), !tasks.isEmpty());
    askUsual(*shown);
    refreshTimeline();
    showDefaultTab(*shown);
}

// Once for each execution that is shown: what others like it took does not change with it.
void ExecutionDetailPane::askUsual(const Execution &execution)
{
    if (m_usualOf == execution.id || !m_context.replica.isConnected())
        return;
    m_usualOf = execution.id;
    m_usual = {};
    const UsualDurationQuery query{execution.kind, execution.catalogueId,
                                   execution.catalogueId.isEmpty() ? execution.name : QString()};
    m_askingUsual = m_context.replica.ask(query, [this](const Result<UsualDurations> &usual) {
        if (usual)
            m_usual = *usual;
        refreshTimeline();
    });
}

void ExecutionDetailPane::refreshTimeline()
{
    const Execution *shown = execution();
    if (!shown || !m_timeline->isVisible())
        return;
    const Timeline timeline = timelineOf(*shown, m_model.tasks(), m_usual, m_context.liveness.serverNow());
    m_timeline->setBars(timeline.bars, timeline.length, timeline.summary);
    m_timelineText->setText(timeline.summary);
}

// Which output explains how it ended: what failed, else what was ended while it ran; none: the result.
QString ExecutionDetailPane::nodeToRead(const QList<Task> &tasks) const
{
    QString ended;
    for (const Task &task : tasks) {
        if (task.state == ExecutionState::Failed)
            return task.nodeId;
        const bool isEndedEarly = task.state == ExecutionState::Cancelled || task.state == ExecutionState::Interrupted;
        if (isEndedEarly && (task.startedAt || !task.outputFile.isEmpty()))
            ended = task.nodeId;
    }
    return ended;
}

void ExecutionDetailPane::showParticulars(const Execution &execution)
{
    const QString text = particulars(execution);
    if (text == m_particulars->toPlainText())
        return;
    const bool sameOne = std::exchange(m_described, execution.id) == execution.id;
    if (sameOne && m_particulars->textCursor().hasSelection())
        return; // somebody is about to copy; the next refresh shows it
    QScrollBar *bar = m_particulars->verticalScrollBar();
    const int place = sameOne ? bar->value() : 0;
    m_particulars->setPlainText(text);
    bar->setValue(place);
}

void ExecutionDetailPane::showDefaultTab(const Execution &execution)
{
    if (m_lastKind == execution.kind)
        return;
    m_lastKind = execution.kind;
    if (execution.kind == ExecutionKind::Pipeline)
        m_tabs->setCurrentWidget(m_graphTab);
    else if (execution.kind == ExecutionKind::Experiment)
        m_tabs->setCurrentWidget(m_tasksTab);
    else
        m_tabs->setCurrentWidget(m_output);
}

void ExecutionDetailPane::refreshHead(const Execution &execution)
{
    m_badge->show(execution.state);
    m_name->setText(execution.name);
    m_timings->setElided(timings(execution));
    // Why it ended early, if it says so: "halted by an operator".
    const bool early = execution.state == ExecutionState::Cancelled || execution.state == ExecutionState::Interrupted;
    const Reason reason = execution.error.isEmpty() && early ? execution.message : reasonOf(execution);
    m_error->setElided(reasontext::words(reason), reasontext::inFull(reason), 2);
    m_evidence->setVisible(isFailure(execution.state));
    // As high for each outcome, and still there after a good end that was watched: what is below must not move.
    const bool isOther = std::exchange(m_headOf, execution.id) != execution.id;
    const bool isWell = execution.state == ExecutionState::Succeeded;
    if (isOther || !isWell)
        m_outcome->setVisible(!isWell);
    m_outcome->setFixedHeight(std::max(m_evidence->sizeHint().height(), 2 * m_error->fontMetrics().lineSpacing()));
    const bool endedBadly = isFinal(execution.state) && !isWell;
    m_progress->setVisible(!endedBadly);
    m_error->setVisible(endedBadly);
    tellSeen(execution);
    m_progress->setRange(0, isOfUnknownLength(execution) ? 0 : 100);
    m_progress->setValue(static_cast<int>(execution.percent));
    nameFor(*m_progress, tr("Progress of %1").arg(execution.name));
}

// A failed execution that an operator has open counts as seen.
void ExecutionDetailPane::tellSeen(const Execution &execution)
{
    if (!execution.isUnseen || !isVisible() || !isActiveWindow() || !m_context.replica.isConnected())
        return;
    if (std::exchange(m_seen, execution.id) != execution.id)
        m_context.commands.submit(u"*seen"_s, MarkSeen{{execution.id}});
}

QString ExecutionDetailPane::timings(const Execution &execution) const
{
    QStringList parts{tr("%1 by %2 over %3", "kind, owner, dialect")
                          .arg(format::kind(execution.kind), execution.owner, execution.dialect)};
    if (execution.startedAt) {
        parts << tr("started %1").arg(format::dateTime(*execution.startedAt));
        parts << (execution.endedAt ? tr("took %1") : tr("for %1", "how long it runs so far"))
                     .arg(format::lasted(*execution.startedAt, execution.endedAt, m_context.liveness.serverNow()));
        if (const Milliseconds waited = *execution.startedAt - execution.createdAt; waited >= Milliseconds(1000))
            parts << tr("waited %1").arg(format::duration(waited));
    } else {
        parts << tr("created %1").arg(format::dateTime(execution.createdAt));
    }
    if (execution.counts.total > 1)
        parts << tr("%1 of %2 tasks done")
                     .arg(format::count(execution.counts.done()), format::count(execution.counts.total));
    if (execution.counts.failed > 0 && execution.counts.total > 1)
        parts << tr("%Ln failed", "tasks", execution.counts.failed);
    if (execution.counts.cancelled > 0 && execution.counts.total > 1)
        parts << tr("%Ln cancelled", "tasks", execution.counts.cancelled);
    return parts.join(u" · "_s);
}

QString ExecutionDetailPane::particulars(const Execution &execution) const
{
    QStringList lines;
    const auto add = [&lines](const QString &name, const QString &value) {
        if (!value.isEmpty())
            lines << (value.contains(u'\n') ? tr("%1:\n%2", "name, value") : tr("%1: %2", "name, value"))
                         .arg(name, value);
    };
    add(tr("Id"), execution.id);
    add(tr("Catalogue entry"), execution.catalogueId);
    add(tr("Project"), execution.project);
    add(tr("Created"), toIsoMilliseconds(execution.createdAt));
    if (execution.startedAt)
        add(tr("Started"), toIsoMilliseconds(*execution.startedAt));
    if (execution.endedAt)
        add(tr("Ended"), toIsoMilliseconds(*execution.endedAt));
    if (execution.attempt > 1)
        add(tr("Attempt"), format::count(execution.attempt));
    add(tr("Message"), reasontext::words(execution.message));
    if (!execution.params.isEmpty())
        add(tr("Parameters"), pretty(execution.params));
    if (!execution.result.isUndefined() && !execution.result.isNull())
        add(tr("Result"), pretty(execution.result));
    if (const QJsonObject details = detailsToJson(execution); !details.isEmpty())
        add(tr("Details"), pretty(details));
    return lines.join(u'\n');
}

void ExecutionDetailPane::showOutput(const QString &nodeId)
{
    if (!nodeId.isEmpty())
        m_output->showNode(nodeId);
    m_tabs->setCurrentWidget(m_output);
    m_output->view().setFocus(Qt::OtherFocusReason);
}

void ExecutionDetailPane::showLine(const QString &nodeId, OutputStream stream, qint64 position)
{
    m_output->showLine(m_id, nodeId, stream, position);
    showOutput({});
}

} // namespace signalbox::widgets
