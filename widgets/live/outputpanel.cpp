// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/live/outputpanel.h"

#include "widgets/actions/acts.h"
#include "widgets/controls/buttons.h"
#include "widgets/live/savesources.h"
#include "widgets/text/format.h"
#include "widgets/text/reasontext.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QScopedValueRollback>
#include <QSignalBlocker>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

OutputPanel::OutputPanel(Replica &replica, Width width, QWidget *parent)
    : QWidget(parent)
    , m_replica(replica)
    , m_saver(new Saver(replica, this))
    , m_view(new OutputView)
    , m_reader(replica, *m_view, this)
    , m_node(new QComboBox)
    , m_stream(new QComboBox)
    , m_newest(makeNewestButton(m_view->newest()))
    , m_save(makeAction(
          ActId::Save, *this,
          [this] {
              const QString name = node().isEmpty() ? m_id : node();
              askWhereToSave(this, tr("Save the output"), name + ".txt"_L1, tr("All files (*)"),
                             [this](const QString &path) { saveTo(path); });
          },
          tr("Save all of this output to a file")))
    , m_notice(new TextLabel(TextStyle::Caption, TextLabel::Tone::Muted))
{
    build(width);
    connectLink();
}

OutputPanel::~OutputPanel() = default;

void OutputPanel::build(Width width)
{
    const bool isWhole = width == Width::Whole;
    prepareBox(*m_node, tr("Whose output is shown"));
    auto *tools = new QHBoxLayout;
    tools->setSpacing(spacing::small);
    prepareBox(*m_stream, tr("What of it is shown"));
    m_stream->addItem(tr("Output and errors, as they came"), static_cast<int>(OutputStream::Both));
    m_stream->addItem(tr("Output"), static_cast<int>(OutputStream::Out));
    m_stream->addItem(tr("Errors"), static_cast<int>(OutputStream::Err));
    tools->addWidget(m_node);
    if (isWhole)
        tools->addWidget(m_stream);
    tools->addWidget(m_notice, 1);
    tools->addWidget(m_newest);
    m_save->setText(tr("Save output…"));
    tools->addWidget(makeButton(*m_save, isWhole ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly));
    if (!isWhole)
        m_notice->setMinimumWidth(1); // is cut where there is no room
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::small, spacing::small, spacing::small, spacing::small);
    layout->setSpacing(spacing::tight);
    layout->addLayout(tools);
    if (!isWhole)
        layout->addWidget(m_stream, 0, Qt::AlignLeft); // two such choices are wider than what is beside something else
    layout->addWidget(m_view, 1);
    for (QComboBox *box : {m_node, m_stream})
        connect(box, &QComboBox::currentIndexChanged, this, &OutputPanel::loadAnew);
    connect(&m_view->newest(), &NewestFollower::changed, this, [this](bool following) {
        if (following && m_around && !m_isLoading)
            loadAnew();
    });
}

void OutputPanel::connectLink()
{
    connect(&m_reader, &OutputReader::progressed, this, &OutputPanel::sayHowMuch);
    connect(&m_reader, &OutputReader::failed, this, &OutputPanel::sayWhy);
    connect(&m_replica, &Replica::missed, this, &OutputPanel::load);
    connect(m_saver, &Saver::told, m_notice, &TextLabel::setText);
    connect(m_saver, &Saver::savingChanged, m_save, &QAction::setDisabled);
    connect(&m_replica, &Replica::sampled, this, [this] {
        if (isVisible() && !m_ended && !node().isEmpty())
            m_reader.readOn();
    });
}

QString OutputPanel::node() const
{
    return m_node->currentData().toString();
}

OutputStream OutputPanel::stream() const
{
    return node().isEmpty() ? OutputStream::Out : static_cast<OutputStream>(m_stream->currentData().toInt());
}

void OutputPanel::setExecution(const QString &id, bool ended, const QStringList &nodes, const QString &explains)
{
    const bool other = id != m_id;
    const bool justEnded = ended && !m_ended;
    if (!other && ended == m_ended && nodes == m_nodes)
        return;
    m_id = id;
    m_ended = ended;
    if (other)
        m_around.reset();
    if (other || nodes != m_nodes) {
        m_nodes = nodes;
        const QString shown = other ? QString() : node();
        const QSignalBlocker quiet(m_node);
        m_node->clear();
        m_node->addItem(QString(), QString());
        for (const QString &name : nodes)
            m_node->addItem(tr("Node %1").arg(name), name);
        m_node->setCurrentIndex(std::max(0, m_node->findData(shown)));
    }
    m_node->setItemText(0, ended ? tr("Result: the last nodes' output") : tr("Live: output without errors"));
    const bool isChosen = !node().isEmpty() && !other; // by a person
    if ((other ? ended : justEnded) && !isChosen && m_node->findData(explains) > 0) {
        const QSignalBlocker quiet(m_node);
        m_node->setCurrentIndex(m_node->findData(explains));
    }
    const bool wasWhole = justEnded && !other && node().isEmpty() && nodes.isEmpty(); // what came live is all of it
    if (wasWhole)
        m_reader.endLive();
    else if (other || (justEnded && !isChosen))
        load();
    else if (justEnded && isVisible())
        m_reader.readOn();
    showWanted();
}

void OutputPanel::showNode(const QString &nodeId)
{
    m_node->setCurrentIndex(std::max(0, m_node->findData(nodeId)));
}

void OutputPanel::showLine(const QString &executionId, const QString &nodeId, OutputStream stream, qint64 position)
{
    m_wanted = {executionId, nodeId, stream, position};
    showWanted();
}

// The nodes of an execution that only the store knows come later than its id.
void OutputPanel::showWanted()
{
    if (!m_wanted || m_wanted->executionId != m_id || m_node->findData(m_wanted->nodeId) < 0)
        return;
    const Wanted wanted = *std::exchange(m_wanted, {});
    {
        const QSignalBlocker quietNode(m_node);
        const QSignalBlocker quietStream(m_stream);
        m_node->setCurrentIndex(m_node->findData(wanted.nodeId));
        m_stream->setCurrentIndex(m_stream->findData(static_cast<int>(wanted.stream)));
    }
    m_around = wanted.position;
    load();
}

void OutputPanel::loadAnew()
{
    m_around.reset();
    load();
}

void OutputPanel::load()
{
    const QScopedValueRollback loading(m_isLoading, true);
    if (!m_saver->isSaving())
        m_notice->clear();
    m_stream->setVisible(!node().isEmpty());
    const bool live = !m_ended && node().isEmpty();
    m_view->setEmptyText(live ? tr("Output appears here as it is printed.") : tr("Nothing was printed."));
    m_isRead = isVisible() && !m_id.isEmpty();
    if (!m_isRead) {
        m_reader.stop();
        return m_view->restart();
    }
    if (m_around)
        return m_reader.readAround(m_id, node(), stream(), *m_around);
    // The server reads a run's nodes from their beginning; what a single process printed before is in its file.
    m_reader.read(m_id, node(), stream(),
                  !live               ? OutputReader::Source::Stored
                  : m_nodes.isEmpty() ? OutputReader::Source::Both
                                      : OutputReader::Source::Live);
}

void OutputPanel::sayWhy(const Error &error)
{
    if (error.code != ErrorCode::NotFound)
        m_view->setEmptyText(reasontext::words(error.message));
    else if (m_ended) // nothing there yet is no failure of one that runs
        m_view->setEmptyText(tr("There is no output: it printed nothing, or never started."));
    else
        m_view->setEmptyText(tr("No output yet."));
}

void OutputPanel::sayHowMuch()
{
    if (m_saver->isSaving())
        return;
    const QString total = format::bytes(m_reader.total());
    m_notice->setText(
        m_reader.leftOut() == 0
            ? total
            : tr("%1, of which %2 are left out; save it to see all.").arg(total, format::bytes(m_reader.leftOut())));
}

void OutputPanel::saveTo(const QString &path)
{
    const bool isAll = node().isEmpty() && !m_nodes.isEmpty();
    m_saver->save(wholeOutput(m_id, node(), isAll ? OutputStream::Everything : stream()), path);
}

void OutputPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    // The rest of a file is read. Live output that was printed while the panel was hidden came to no panel: all is loaded anew.
    if (m_isRead && (m_ended || !node().isEmpty()))
        m_reader.readOn();
    else
        load();
}

void OutputPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_reader.stop();
}

} // namespace signalbox::widgets
