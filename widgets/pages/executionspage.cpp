// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/executionspage.h"

#include "widgets/actions/acts.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/card.h"
#include "widgets/controls/toolbar.h"
#include "widgets/look/icons.h"
#include "widgets/text/format.h"
#include "widgets/text/plain.h"
#include "widgets/text/reasontext.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

constexpr QLatin1String pipelinePrefix("pipeline:");
constexpr QLatin1String outputLinePrefix("line:");

bool canStop(const Execution &execution)
{
    return !isFinal(execution.state);
}

bool canRunAgain(const Execution &execution)
{
    return isFinal(execution.state) && execution.kind != ExecutionKind::Job;
}

bool canRetry(const Execution &execution)
{
    return canRunAgain(execution) && execution.state != ExecutionState::Succeeded && execution.counts.total > 1;
}

} // namespace

ExecutionsPage::ExecutionsPage(const PageContext &context, QWidget *parent)
    : Page(context, parent)
    , m_model(context.replica, context.liveness)
    , m_filters(new ExecutionFilters(context))
    , m_table(new DataTable)
    , m_error(new ErrorLine)
    , m_queue(makeQueueButton())
    , m_summary(new TextLabel(TextStyle::Caption, TextLabel::Tone::Muted))
    , m_detail(new ExecutionDetailPane(context))
    , m_splitter(new QSplitter(Qt::Vertical))
{
    addActions();
    body()->addWidget(m_filters);
    connect(m_queue, &QPushButton::clicked, this, &ExecutionsPage::queueRefused);
    buildTable();
    connectAll();
    refreshActions();
    refreshSummary();
}

void ExecutionsPage::addActions()
{
    m_start = makeAction(ActId::StartPipeline, *this, [this] { startPipeline({}); });
    m_graph = makeAction(ActId::RunGraph, *this, [this] { runGraph(); });
    m_stop = makeAction(ActId::StopExecution, *m_table,
                        [this] { submitForSelection(canStop, [](const QString &id) { return CancelExecution{id}; }); });
    m_rerun = makeAction(ActId::RunAgain, *m_table, [this] { retryChosen(canRunAgain, false); });
    m_retry = makeAction(ActId::RetryFailed, *m_table, [this] { retryChosen(canRetry, true); });
    m_copy =
        makeAction(ActId::CopyId, *m_table, [this] { QGuiApplication::clipboard()->setText(chosen().join(u'\n')); });
    addHeader(tr("Executions"))
        ->addWidget(new ToolBar(tr("Executions"), {m_start, m_graph, m_stop, m_rerun, m_retry, m_copy}));
}

void ExecutionsPage::buildTable()
{
    m_table->setAccessibleName(tr("Executions"));
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->setSortingEnabled(false); // running ones first, then newest first: as the store pages
    m_table->setModel(&m_model);
    m_table->setEmptyText(
        tr("No execution yet. Start a pipeline above, or let a client start one: pipelines, process calls, "
           "experiments and jobs of every dialect are listed here and kept."));
    auto *upper = new QWidget;
    auto *above = new QVBoxLayout(upper);
    above->setContentsMargins(0, 0, 0, 0);
    above->setSpacing(spacing::tight);
    above->addWidget(Card::around(m_table), 1);
    above->addWidget(m_summary);
    auto *refusal = new QHBoxLayout; // below: what a person points at stays where it is
    refusal->addWidget(m_error, 1);
    refusal->addWidget(m_queue, 0, Qt::AlignTop);
    above->addLayout(refusal);
    m_splitter->addWidget(upper);
    m_splitter->addWidget(m_detail);
    m_detail->setRetry(*m_retry);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 3);
    m_splitter->setSizes({240, 300});
    body()->addWidget(m_splitter, 1);
}

void ExecutionsPage::connectAll()
{
    connect(m_filters, &ExecutionFilters::changed, this, &ExecutionsPage::applyFilter);
    connect(&m_model, &ExecutionsModel::counted, this, &ExecutionsPage::refreshSummary);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, [this] {
        if (!m_awaited.isEmpty())
            selectWhenThere(m_awaited);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ExecutionsPage::selectionChanged);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ExecutionsPage::selectionChanged);
    connect(m_table, &DataTable::activated, this, [this] {
        m_table->selectId(m_table->currentId()); // current, but not selected, after the selected row has gone
        m_detail->showOutput({});
    });
    connect(&context().replica, &Replica::missed, this, &ExecutionsPage::applyFilter);
    connect(&context().replica, &Replica::connectedChanged, this, &ExecutionsPage::refreshActions);
    // At the start nobody knows yet what time it is for the server.
    connect(&context().liveness, &Liveness::secondPassed, this, [this] { moveTimeFilter(std::chrono::hours(24)); });
    connect(&context().replica, &Replica::executionChanged, this, [this](const Execution *, const Execution &now) {
        if (chosen().contains(now.id))
            refreshActions();
    });
    connect(&context().commands, &Commands::changed, this, &ExecutionsPage::refreshActions);
    connect(&context().commands, &Commands::done, this, [this](const QString &subject, const QString &about) {
        // A new one out of what this page asked for: that is what one wants to see now.
        const bool isNew = about != subject && m_model.find(subject);
        if (isNew && !about.isEmpty())
            reveal(about); // also when the filter that found the old one hides it
    });
}

void ExecutionsPage::startPipeline(const QString &id)
{
    if (!m_dialog) {
        m_dialog = new StartDialog(context().replica, context().commands, this);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_dialog, &StartDialog::started, this, &ExecutionsPage::reveal);
        m_dialog->open();
    }
    if (!id.isEmpty())
        m_dialog->choosePipeline(id);
}

void ExecutionsPage::runGraph()
{
    if (m_graphDialog)
        return;
    m_graphDialog = new GraphDialog(context().replica, context().commands, this);
    m_graphDialog->setAttribute(Qt::WA_DeleteOnClose);
    if (!m_graphFile.isEmpty())
        m_graphDialog->chooseFile(m_graphFile);
    connect(m_graphDialog, &QDialog::finished, this, [this] { m_graphFile = m_graphDialog->path(); });
    connect(m_graphDialog, &GraphDialog::started, this, &ExecutionsPage::reveal);
    m_graphDialog->open();
}

void ExecutionsPage::submitForSelection(bool (*canDo)(const Execution &),
                                        const std::function<CommandBody(const QString &)> &command)
{
    for (const QString &id : chosen()) {
        const Execution *execution = find(id);
        if (execution && canDo(*execution) && !context().commands.isPending(id))
            context().commands.submit(id, command(id));
    }
}

void ExecutionsPage::retryChosen(bool (*canDo)(const Execution &), bool failedOnly)
{
    submitForSelection(canDo, [this, failedOnly](const QString &id) {
        const RetryExecution retry{id, failedOnly};
        m_retries.insert(id, retry);
        return retry;
    });
}

void ExecutionsPage::queueRefused()
{
    for (const QString &id : chosen()) {
        RetryExecution retry = m_retries.value(id);
        if (!context().commands.mayQueue(id) || retry.executionId.isEmpty())
            continue;
        retry.queue = true;
        context().commands.submit(id, retry);
    }
}

QStringList ExecutionsPage::chosen() const
{
    const QStringList selected = m_table->selectedIds();
    return !selected.isEmpty() || m_detail->executionId().isEmpty() ? selected : QStringList{m_detail->executionId()};
}

const Execution *ExecutionsPage::find(const QString &id) const
{
    const Execution *listed = m_model.find(id);
    return listed || m_detail->executionId() != id ? listed : m_detail->execution();
}

// What is read stays when its row goes, because it ended and the filter wants running ones: the row that becomes current in its
// place is nobody's choice.
void ExecutionsPage::selectionChanged()
{
    const QString id = m_table->currentId();
    if (m_table->selectedIds().contains(id)) {
        m_awaited.clear();
        m_detail->setExecution(id);
    }
    refreshActions();
}

bool ExecutionsPage::selectWhenThere(const QString &id)
{
    const bool there = m_table->selectId(id);
    m_awaited = there ? QString() : id;
    return there;
}

void ExecutionsPage::applyFilter()
{
    const QString read = m_detail->executionId();
    m_awaited = read; // selected as soon as it matches
    showFiltered();
    if (!read.isEmpty())
        selectWhenThere(read);
    refreshActions(); // a reset takes the selection away without a word
}

void ExecutionsPage::showFiltered()
{
    m_table->setFiltered(!m_filters->isOpen());
    m_model.setFilter(m_filters->filter());
}

// "Last hour" is counted from when it was applied; anew with each visit, lest rows go under somebody who reads.
void ExecutionsPage::moveTimeFilter(Milliseconds atLeast)
{
    const std::optional<Timestamp> from = m_filters->filter().createdFrom;
    if (from && m_model.filter().createdFrom && *from - *m_model.filter().createdFrom >= atLeast)
        applyFilter();
}

void ExecutionsPage::refreshActions()
{
    const QStringList ids = chosen();
    const bool connected = context().replica.isConnected();
    bool stop = false;
    bool runAgain = false;
    bool retry = false;
    QStringList errors;
    for (const QString &id : ids) {
        if (const QString error = reasontext::words(context().commands.error(id)); !error.isEmpty())
            errors << error;
        const Execution *execution = find(id);
        if (!execution || context().commands.isPending(id) || !connected)
            continue;
        stop |= canStop(*execution);
        runAgain |= canRunAgain(*execution);
        retry |= canRetry(*execution);
    }
    m_stop->setEnabled(stop);
    m_rerun->setEnabled(runAgain);
    m_retry->setEnabled(retry);
    m_copy->setEnabled(!ids.isEmpty());
    m_start->setEnabled(connected);
    m_graph->setEnabled(connected);
    errors.removeDuplicates(); // of several that were refused alike
    m_error->say(errors.join(u'\n'));
    m_queue->setVisible(std::any_of(ids.cbegin(), ids.cend(), [this](const QString &id) {
        return m_retries.contains(id) && context().commands.mayQueue(id);
    }));
}

void ExecutionsPage::refreshSummary()
{
    QStringList parts;
    if (m_model.running() > 0)
        parts << tr("%Ln under way", "executions", m_model.running());
    parts << (m_filters->isOpen() ? tr("%Ln executions in all", "", m_model.total())
                                  : tr("%Ln executions match", "", m_model.total()));
    if (m_model.isLoading())
        parts << tr("loading…");
    if (!m_model.error().isEmpty())
        parts << tr("older ones are not available: %1").arg(m_model.error());
    m_summary->setText(parts.join(u" · "_s));
}

QString ExecutionsPage::line(const QString &executionId, const QString &nodeId, OutputStream stream, qint64 position)
{
    return outputLinePrefix
           % QStringList{QString::number(static_cast<int>(stream)), QString::number(position), executionId, nodeId}
                 .join(u':');
}

QString ExecutionsPage::runsOf(const QString &scheduleId)
{
    return ExecutionFilters::schedulePrefix % scheduleId;
}

void ExecutionsPage::revealLine(const QString &subject)
{
    const auto part = [&subject](int from, int to) { return subject.section(u':', from, to); };
    const QString id = part(3, 3);
    reveal(id);
    if (m_detail->executionId() == id)
        m_detail->showLine(part(4, -1), static_cast<OutputStream>(part(1, 1).toInt()), part(2, 2).toLongLong());
}

void ExecutionsPage::reveal(const QString &subject)
{
    if (subject.startsWith(outputLinePrefix))
        return revealLine(subject);
    if (subject.startsWith(ExecutionFilters::schedulePrefix)) {
        m_filters->showSchedule(subject.mid(ExecutionFilters::schedulePrefix.size()));
        m_table->clearSelection();
        m_detail->setExecution({});
        applyFilter();
        return m_table->setFocus(Qt::OtherFocusReason);
    }
    if (subject.startsWith(pipelinePrefix))
        return startPipeline(subject.mid(pipelinePrefix.size()));
    if (subject.isEmpty())
        return;
    if (!selectWhenThere(subject)) {
        // It was filtered out, or is further back than what is loaded.
        m_filters->showOnly(context().replica.snapshot().execution(subject) ? QString() : subject);
        m_awaited = subject;
        showFiltered();
        selectWhenThere(subject);
    }
    m_detail->setExecution(subject);
    m_table->setFocus(Qt::OtherFocusReason);
}

void ExecutionsPage::find()
{
    m_filters->text().setFocus(Qt::ShortcutFocusReason);
    m_filters->text().selectAll();
}

void ExecutionsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_model.setAwake(true);
    moveTimeFilter(std::chrono::minutes(1));
    m_filters->refreshChoices();
}

void ExecutionsPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_model.setAwake(false);
}

void ExecutionsPage::save(QSettings &settings) const
{
    m_table->save(settings, u"columns"_s);
    settings.setValue(u"splitter"_s, m_splitter->saveState());
    m_filters->save(settings);
}

void ExecutionsPage::restore(QSettings &settings)
{
    m_table->restore(settings, u"columns"_s);
    m_splitter->restoreState(settings.value(u"splitter"_s).toByteArray());
    m_filters->restore(settings);
    applyFilter();
}

} // namespace signalbox::widgets
