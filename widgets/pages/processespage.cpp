// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/processespage.h"

#include "widgets/actions/acts.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/card.h"
#include "widgets/text/format.h"
#include "widgets/text/reasontext.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QProcess>
#include <QSettings>
#include <QSplitter>
#include <QTabWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

constexpr QLatin1String processPrefix("process:");

QString runSubject(const QString &process)
{
    return u"*run:"_s + process;
}

Card *card(QLayout *above, QWidget *filling, std::initializer_list<QLayout *> rows)
{
    auto *surface = new Card;
    auto *inside = new QVBoxLayout(surface);
    inside->setContentsMargins(1, spacing::tight, 1, spacing::small);
    inside->setSpacing(spacing::tight);
    if (above)
        inside->addLayout(above);
    inside->addWidget(filling, 1);
    for (QLayout *row : rows)
        inside->addLayout(row);
    return surface;
}

} // namespace

ProcessesPage::ProcessesPage(const PageContext &context, QWidget *parent)
    : Page(context, parent)
    , m_model(context.replica)
    , m_filter(m_model)
    , m_callsModel(context.replica)
    , m_callsFilter(m_callsModel)
    , m_filterField(makeSearchField(tr("Filter processes")))
    , m_table(new DataTable)
    , m_description(new TextLabel(TextStyle::Caption, TextLabel::Tone::Muted))
    , m_params(new QLineEdit)
    , m_run(makeButton(u"start"_s, tr("Run"), tipWithKeys(tr("Call the selected process"), ActId::RunProcess)))
    , m_error(new ErrorLine)
    , m_callTable(new DataTable)
    , m_watch(makeButton(u"watch"_s, tr("Watch"), tipWithKeys(tr("Follow the selected call"), ActId::OpenSelected)))
    , m_tabs(new QTabWidget)
    , m_noCall(new TextLabel(TextStyle::Body, TextLabel::Tone::Muted))
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_left(new QSplitter(Qt::Vertical))
{
    addHeader(tr("Processes"))->addWidget(m_filterField);
    m_left->addWidget(buildProcesses());
    m_left->addWidget(buildCalls());
    m_left->setChildrenCollapsible(false);
    m_left->setStretchFactor(0, 3);
    m_left->setStretchFactor(1, 2);
    m_left->setSizes({360, 240});
    m_noCall->setWordWrap(true);
    m_noCall->setAlignment(Qt::AlignCenter);
    m_noCall->setMargin(spacing::page);
    m_noCall->setText(
        tr("No call is open. Run a process, or watch a call of a client: what it prints appears here, and you can "
           "type to it."));
    m_tabs->setDocumentMode(true);
    QAction *close = makeAction(
        ActId::CloseCall, *m_tabs, [this] { closeTab(m_tabs->currentIndex()); },
        tr("Close this call's tab; the call goes on"));
    m_tabs->setCornerWidget(makeButton(*close, Qt::ToolButtonIconOnly));
    m_tabs->setElideMode(Qt::ElideRight);
    auto *right = new Card;
    auto *inside = new QVBoxLayout(right);
    inside->setContentsMargins(1, spacing::tight, 1, 1);
    inside->addWidget(m_noCall, 1);
    inside->addWidget(m_tabs, 1);
    m_splitter->addWidget(m_left);
    m_splitter->addWidget(right);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 3);
    m_splitter->setSizes({440, 600});
    body()->addWidget(m_splitter, 1);
    connectAll();
    refresh();
    refreshTabs();
}

QWidget *ProcessesPage::buildProcesses()
{
    m_table->setAccessibleName(tr("Processes"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setModel(&m_filter);
    m_table->sortByColumn(ProcessesModel::Name, Qt::AscendingOrder);
    m_table->setEmptyText(
        tr("No process is configured. Processes are what clients may call over pow-1: [[process]] in the "
           "configuration file."));
    m_params->setAccessibleName(tr("Parameters"));
    m_params->setToolTip(tr("Separated by spaces; \"quote\" what contains some."));
    auto *about = new QHBoxLayout;
    about->setContentsMargins(spacing::medium, 0, spacing::medium, 0);
    about->addWidget(m_description);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(spacing::small, 0, spacing::small, 0);
    line->addWidget(m_params, 1);
    line->addWidget(m_run);
    auto *below = new QHBoxLayout;
    below->setContentsMargins(spacing::medium, 0, spacing::medium, 0);
    below->addWidget(m_error);
    return card(nullptr, m_table, {about, line, below});
}

QWidget *ProcessesPage::buildCalls()
{
    m_callTable->setAccessibleName(tr("Calls under way"));
    m_callTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_callTable->setModel(&m_callsFilter);
    m_callTable->sortByColumn(CallsModel::Since, Qt::DescendingOrder);
    m_callTable->setEmptyText(
        tr("No call is under way. Calls of this window and of every client appear here while they run."));
    auto *heading = new TextLabel(TextStyle::Heading);
    heading->setText(tr("Calls under way"));
    auto *line = new QHBoxLayout;
    line->setContentsMargins(spacing::medium, 0, spacing::small, 0);
    line->addWidget(heading, 1);
    line->addWidget(m_watch);
    return card(line, m_callTable, {});
}

void ProcessesPage::connectAll()
{
    connect(m_filterField, &QLineEdit::textChanged, &m_filter, &TextFilter::setText);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ProcessesPage::refresh);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, m_params,
            [this](const QModelIndex &current, const QModelIndex &before) {
                if (before.isValid() && current.data(IdRole) != before.data(IdRole))
                    m_params->clear(); // they were meant for the other one
            });
    connect(m_callTable->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ProcessesPage::refresh);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &ProcessesPage::refresh);
    connect(m_table, &DataTable::activated, this, &ProcessesPage::run);
    connect(m_params, &QLineEdit::returnPressed, this, &ProcessesPage::run);
    connect(m_run, &QToolButton::clicked, this, &ProcessesPage::run);
    const auto watchSelected = [this] {
        if (const QString id = m_callTable->currentId(); !id.isEmpty())
            watch(id);
    };
    connect(m_callTable, &DataTable::activated, this, watchSelected);
    connect(m_watch, &QToolButton::clicked, this, watchSelected);
    connect(&context().replica, &Replica::connectedChanged, this, &ProcessesPage::refresh);
    connect(&context().replica, &Replica::executionChanged, this, [this](const Execution *, const Execution &now) {
        if (now.kind == ExecutionKind::Process)
            refreshTabs();
    });
    connect(&context().commands, &Commands::changed, this, &ProcessesPage::refresh);
    connect(&context().commands, &Commands::done, this, [this](const QString &subject, const QString &about) {
        if (subject.startsWith("*run:"_L1) && !about.isEmpty())
            watch(about)->input().setFocus(Qt::OtherFocusReason);
    });
}

void ProcessesPage::run()
{
    const QString name = m_table->currentId();
    if (name.isEmpty() || !m_run->isEnabled())
        return;
    context().commands.submit(runSubject(name), StartProcess{name, QProcess::splitCommand(m_params->text())});
}

CallPane *ProcessesPage::watch(const QString &executionId)
{
    for (int i = 0; i < m_tabs->count(); ++i) {
        auto *open = qobject_cast<CallPane *>(m_tabs->widget(i));
        if (open->executionId() == executionId) {
            m_tabs->setCurrentIndex(i);
            return open;
        }
    }
    auto *pane = new CallPane(context().replica, context().commands, context().liveness, executionId);
    m_tabs->setCurrentIndex(m_tabs->addTab(pane, QString()));
    refreshTabs();
    return pane;
}

void ProcessesPage::closeTab(int index)
{
    // The call goes on: whoever made it, closing a window on it is no command to end it.
    QWidget *pane = m_tabs->widget(index);
    if (!pane)
        return;
    m_tabs->removeTab(index);
    pane->deleteLater();
    refreshTabs();
}

CallPane *ProcessesPage::currentCall() const
{
    return qobject_cast<CallPane *>(m_tabs->currentWidget());
}

void ProcessesPage::refreshTabs()
{
    m_noCall->setVisible(m_tabs->count() == 0);
    m_tabs->setVisible(m_tabs->count() > 0);
    for (int i = 0; i < m_tabs->count(); ++i) {
        const auto *pane = qobject_cast<CallPane *>(m_tabs->widget(i));
        const Execution *call = context().replica.snapshot().execution(pane->executionId());
        if (call)
            m_tabs->setTabText(i, format::symbol(call->state) + u' ' + withoutMnemonic(call->name));
    }
}

void ProcessesPage::refresh()
{
    const ProcessDefinition *process = context().replica.snapshot().catalogue.process(m_table->currentId());
    const bool takes = process && process->params != ProcessDefinition::Params::Ignore;
    // A space keeps the line where the process has none: the field below stays in its place.
    m_description->setElided(process && !process->description.isEmpty() ? process->description : u" "_s);
    m_params->setEnabled(process);
    m_params->setPlaceholderText(!process ? tr("Select a process")
                                 : takes  ? tr("Parameters of %1").arg(process->name)
                                          : tr("Parameters (its command does not use any)"));
    const QString subject = process ? runSubject(process->name) : QString();
    m_run->setEnabled(process && context().replica.isConnected() && !context().commands.isPending(subject));
    m_watch->setEnabled(!m_callTable->currentId().isEmpty() && context().replica.isConnected());
    const QString error = reasontext::words(context().commands.error(subject));
    m_error->say(error);
}

void ProcessesPage::reveal(const QString &subject)
{
    if (subject.startsWith(processPrefix)) {
        m_filterField->clear();
        m_table->selectId(subject.mid(processPrefix.size()));
        m_params->setFocus(Qt::OtherFocusReason);
    } else if (!subject.isEmpty()) {
        watch(subject);
    }
}

void ProcessesPage::find()
{
    m_filterField->setFocus(Qt::ShortcutFocusReason);
}

void ProcessesPage::save(QSettings &settings) const
{
    m_table->save(settings, u"columns"_s);
    m_callTable->save(settings, u"calls"_s);
    settings.setValue(u"splitter"_s, m_splitter->saveState());
    settings.setValue(u"left"_s, m_left->saveState());
    settings.setValue(u"filter"_s, m_filterField->text());
}

void ProcessesPage::restore(QSettings &settings)
{
    m_table->restore(settings, u"columns"_s);
    m_callTable->restore(settings, u"calls"_s);
    m_splitter->restoreState(settings.value(u"splitter"_s).toByteArray());
    m_left->restoreState(settings.value(u"left"_s).toByteArray());
    m_filterField->setText(settings.value(u"filter"_s).toString());
}

} // namespace signalbox::widgets
