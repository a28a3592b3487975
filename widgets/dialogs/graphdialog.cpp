// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/graphdialog.h"

#include "widgets/controls/buttons.h"
#include "widgets/controls/placement.h"
#include "widgets/controls/sheet.h"
#include "widgets/graph/graphfile.h"
#include "widgets/text/format.h"
#include "widgets/text/reasontext.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

const QString &graphSubject()
{
    static const QString text = u"*graph"_s;
    return text;
}

// Of docs/graph-files.md; its kinds are those of the built-in example.
constexpr QLatin1String example(R"({
  "nodes": [
    { "id": "licence", "kind": "dataset", "params": { "name": "gpl" } },
    { "id": "users", "kind": "dataset", "params": { "name": "passwd" } },
    { "id": "both", "kind": "concat" }
  ],
  "edges": [
    { "source": "licence", "target": "both" },
    { "source": "users", "target": "both" }
  ]
})");

TextLabel *paragraph(const QString &text, TextStyle style = TextStyle::Body)
{
    auto *label = new TextLabel(style);
    label->setWordWrap(style != TextStyle::Mono);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setFocusPolicy(Qt::NoFocus);
    label->setText(text);
    return label;
}

} // namespace

GraphDialog::GraphDialog(Replica &replica, Commands &commands, QWidget *parent)
    : QDialog(parent)
    , m_replica(replica)
    , m_commands(commands)
    , m_path(new QLineEdit)
    , m_about(new TextLabel(TextStyle::Caption, TextLabel::Tone::Muted))
    , m_error(new ErrorLine)
    , m_run(nullptr)
    , m_queue(makeQueueButton())
{
    setWindowTitle(tr("Run a graph from a file"));
    build();
    m_commands.dismiss(graphSubject());
    connect(&m_commands, &Commands::changed, this, &GraphDialog::refresh);
    connect(&m_commands, &Commands::done, this, [this](const QString &what, const QString &executionId) {
        if (what != graphSubject())
            return;
        accept();
        Q_EMIT started(executionId);
    });
    connect(&replica, &Replica::connectedChanged, this, &GraphDialog::refresh);
    refresh();
}

void GraphDialog::build()
{
    m_path->setPlaceholderText(tr("A file with a graph (*.json)"));
    m_path->setAccessibleName(tr("File"));
    auto *choose = makeButton(u"open"_s, tr("Choose…"), tr("Choose the file with the graph"));
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::small);
    row->addWidget(m_path, 1);
    row->addWidget(choose);
    m_about->setWordWrap(true);
    m_about->setTextFormat(Qt::PlainText);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_run = buttons->addButton(tr("Run"), QDialogButtonBox::AcceptRole);
    m_run->setDefault(true);
    buttons->addButton(m_queue, QDialogButtonBox::ActionRole);
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::page, spacing::large, spacing::page, spacing::large);
    layout->setSpacing(spacing::medium);
    layout->addLayout(row);
    layout->addWidget(m_about);
    layout->addWidget(m_error);
    layout->addWidget(makeHelp(), 1);
    layout->addWidget(buttons);
    resizeWithin(*this, {grown(600), grown(520)});
    connect(choose, &QToolButton::clicked, this, &GraphDialog::browse);
    connect(m_path, &QLineEdit::textEdited, this, [this] {
        (void)read();
        refresh();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_run, &QPushButton::clicked, this, [this] { run(false); });
    connect(m_queue, &QPushButton::clicked, this, [this] { run(true); });
}

QWidget *GraphDialog::makeHelp() const
{
    auto *inner = new QWidget;
    auto *help = new QVBoxLayout(inner);
    help->setContentsMargins(0, 0, 0, 0);
    help->setSpacing(spacing::small);
    const auto heading = [help](const QString &text) {
        auto *label = new TextLabel(TextStyle::Heading);
        label->setText(text);
        help->addWidget(label);
    };
    heading(tr("How such a file is written"));
    for (const QString &sentence :
         {tr("JSON with a list of nodes and a list of edges."),
          tr("A node has an \"id\" of its own, a \"kind\", which is a [[kind]] of the configuration and has the "
             "command, and \"params\" for it."),
          tr("An edge makes the output of its \"source\" an input of its \"target\", in the order of the edges."),
          tr("The outputs of the nodes that nothing follows are the result.")})
        help->addWidget(paragraph(sentence));
    auto *sample = paragraph(example, TextStyle::Mono);
    sample->setLayoutDirection(Qt::LeftToRight);
    sample->setAccessibleName(tr("Example"));
    help->addWidget(sample);
    heading(tr("Kinds of this server"));
    help->addWidget(paragraph(kinds()));
    help->addStretch();
    auto *scroll = new Sheet(inner);
    scroll->setFocusPolicy(Qt::StrongFocus); // arrow keys scroll it
    scroll->setAccessibleName(tr("How such a file is written"));
    return scroll;
}

// A line each: name, number of inputs, parameters, what it is for.
QString GraphDialog::kinds() const
{
    QStringList lines;
    for (const NodeKind &kind : m_replica.snapshot().catalogue.kinds) {
        const bool isOpen = kind.maxInputs == std::numeric_limits<int>::max();
        QStringList parts{kind.minInputs == kind.maxInputs ? tr("%Ln inputs", "", kind.minInputs)
                          : isOpen ? tr("%Ln inputs or more", "", kind.minInputs)
                                   : tr("%1 to %2 inputs").arg(kind.minInputs).arg(kind.maxInputs)};
        if (const QStringList params = paramsOf(kind); !params.isEmpty())
            parts << tr("parameters: %1").arg(params.join(", "_L1));
        if (!kind.description.isEmpty())
            parts << kind.description;
        lines << tr("%1: %2", "kind, what it takes and is for").arg(kind.name, parts.join(u" · "_s));
    }
    return lines.isEmpty() ? tr("None: add a [[kind]] to the configuration file and reload it.") : lines.join(u'\n');
}

QString GraphDialog::path() const
{
    return m_path->text().trimmed();
}

void GraphDialog::browse()
{
    auto *dialog =
        new QFileDialog(this, windowTitle(), QFileInfo(path()).absolutePath(), tr("Graphs (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &GraphDialog::chooseFile);
    dialog->open();
}

void GraphDialog::chooseFile(const QString &path)
{
    m_path->setText(path);
    m_commands.dismiss(graphSubject());
    (void)read();
    refresh();
    m_run->setFocus(Qt::OtherFocusReason);
}

// The graph, or nothing and what is wrong in m_problem.
std::optional<StartGraph> GraphDialog::read()
{
    m_problem.clear();
    m_about->clear();
    if (path().isEmpty())
        return {};
    QFile file(path());
    if (!file.open(QIODevice::ReadOnly)) {
        m_problem = tr("%1 cannot be read: %2").arg(path(), file.errorString());
        return {};
    }
    const Result<GraphFile> read = readGraph(file.readAll(), QFileInfo(path()).completeBaseName());
    if (!read) {
        m_problem = reasontext::words(read.error().message);
        return {};
    }
    int edges = 0;
    for (const PipelineNode &node : read->graph.nodes)
        edges += static_cast<int>(node.after.size());
    QString about =
        tr("%Ln nodes", "", static_cast<int>(read->graph.nodes.size())) + u" · "_s + tr("%Ln edges", "", edges);
    const QStringList ignored = read->ignored + unusedParams(read->graph, m_replica.snapshot().catalogue);
    if (!ignored.isEmpty())
        about += u'\n' + tr("Not read: %1").arg(format::namesAndMore(ignored));
    m_about->setText(about);
    return read->graph;
}

void GraphDialog::run(bool queue)
{
    m_commands.dismiss(graphSubject());
    if (std::optional<StartGraph> graph = read()) {
        graph->queue = queue;
        m_commands.submit(graphSubject(), *graph);
    }
    refresh();
}

void GraphDialog::refresh()
{
    m_error->say(m_problem.isEmpty() ? reasontext::words(m_commands.error(graphSubject())) : m_problem);
    m_about->setVisible(!m_about->text().isEmpty());
    m_queue->setVisible(m_problem.isEmpty() && m_commands.mayQueue(graphSubject()));
    m_run->setEnabled(!path().isEmpty() && m_replica.isConnected() && !m_commands.isPending(graphSubject()));
}

} // namespace signalbox::widgets
