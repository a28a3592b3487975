// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/outputpanel.h"

#include "widgets/controls.h"
#include "widgets/format.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSaveFile>
#include <QSignalBlocker>
#include <QToolButton>

namespace signalbox::widgets {

OutputPanel::OutputPanel(link::ControlLink &link, QWidget *parent)
    : QWidget(parent)
    , m_link(link)
    , m_view(new OutputView)
    , m_node(new QComboBox)
    , m_newest(makeButton(QStringLiteral("newest"), tr("Newest"), tr("Jump to the newest line and follow it")))
    , m_save(makeButton(QStringLiteral("save"), tr("Save output…"), tr("Save all of this output to a file")))
    , m_notice(new TextLabel(TextStyle::Caption, TextLabel::Tone::Muted))
{
    build();
    connectLink();
}

OutputPanel::~OutputPanel()
{
    follow({});
}

void OutputPanel::build()
{
    m_node->setAccessibleName(tr("Whose output is shown"));
    m_node->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_node->setMinimumContentsLength(24);
    m_newest->hide();
    auto *tools = new QHBoxLayout;
    tools->setSpacing(spacing::small);
    tools->addWidget(m_node);
    tools->addWidget(m_notice, 1);
    tools->addWidget(m_newest);
    tools->addWidget(m_save);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::small, spacing::small, spacing::small, spacing::small);
    layout->setSpacing(spacing::tight);
    layout->addLayout(tools);
    layout->addWidget(m_view, 1);
    connect(m_node, &QComboBox::currentIndexChanged, this, &OutputPanel::load);
    connect(m_newest, &QToolButton::clicked, m_view, &OutputView::jumpToNewest);
    connect(m_view, &OutputView::followingChanged, this, [this](bool following) { m_newest->setVisible(!following); });
    connect(m_save, &QToolButton::clicked, this, [this] {
        const QString name = node().isEmpty() ? m_id : node();
        askWhereToSave(this, tr("Save the output"), name + QLatin1String(".txt"), tr("All files (*)"),
                       [this](const QString &path) { saveTo(path); });
    });
}

void OutputPanel::connectLink()
{
    connect(&m_link, &link::ControlLink::snapshotReplaced, this, [this] {
        m_followed.clear(); // the new connection knows of nobody
        load();
    });
    connect(&m_link, &link::ControlLink::connectedChanged, this, [this](bool connected) {
        if (!connected && m_file)
            endSaving(tr("Not saved: the connection was lost."));
    });
    connect(&m_link, &link::ControlLink::answered, this, [this](QueryId id, const Result<Answer> &answer) {
        if (id == m_query && m_query != 0)
            take(answer);
        else if (id == m_saveQuery && m_saveQuery != 0)
            write(answer);
    });
    connect(&m_link, &link::ControlLink::outputReceived, this, [this](const QString &id, const QByteArray &bytes) {
        if (id == m_followed && node().isEmpty())
            m_view->append(bytes);
    });
    connect(&m_link, &link::ControlLink::changed, this, [this](const Change &change) {
        if (std::holds_alternative<MetricsSampled>(change.body) && isVisible() && !m_ended && !node().isEmpty())
            askForMore();
    });
}

QString OutputPanel::node() const
{
    return m_node->currentData().toString();
}

void OutputPanel::setExecution(const QString &id, bool ended, const QStringList &nodes)
{
    const bool other = id != m_id;
    const bool justEnded = ended && !m_ended;
    if (!other && ended == m_ended && nodes == m_nodes)
        return;
    m_id = id;
    m_ended = ended;
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
    m_node->setItemText(0, ended ? tr("Result: the last nodes' output") : tr("Live: everything printed"));
    if (other || (justEnded && node().isEmpty()))
        load();
    else if (justEnded)
        askForMore();
}

void OutputPanel::showNode(const QString &nodeId)
{
    m_node->setCurrentIndex(std::max(0, m_node->findData(nodeId)));
}

void OutputPanel::follow(const QString &id)
{
    if (m_followed == id)
        return;
    if (!m_followed.isEmpty())
        m_link.unfollowOutput(m_followed);
    m_followed = id;
    if (!id.isEmpty())
        m_link.followOutput(id);
}

void OutputPanel::load()
{
    m_query = 0;
    m_have = 0;
    if (!m_file)
        m_notice->clear();
    m_view->restart();
    const bool live = !m_ended && node().isEmpty();
    m_view->setEmptyText(live ? tr("Output appears here as it is printed.") : tr("Nothing was printed."));
    if (!isVisible() || m_id.isEmpty() || !m_link.isConnected())
        return follow({});
    follow(live ? m_id : QString());
    if (!live)
        askForMore();
}

void OutputPanel::askForMore()
{
    if (m_query == 0 && m_have < OutputView::mostBytes && m_link.isConnected() && isVisible())
        m_query = m_link.ask(OutputQuery{m_id, node(), m_have, OutputView::mostBytes - m_have});
}

void OutputPanel::take(const Result<Answer> &answer)
{
    m_query = 0;
    const OutputChunk *chunk = answer ? std::get_if<OutputChunk>(&answer.value()) : nullptr;
    if (!chunk) {
        // Nothing there yet is no failure of one that runs.
        const bool expected = answer.error().code == ErrorCode::NotFound;
        m_view->setEmptyText(!expected ? answer.error().message
                             : m_ended ? tr("There is no output: it printed nothing, or never started.")
                                       : tr("No output yet."));
        return;
    }
    m_have += chunk->bytes.size();
    m_view->append(chunk->bytes);
    m_view->flush();
    if (!m_file)
        m_notice->setText(m_have >= chunk->totalBytes
                              ? format::bytes(chunk->totalBytes)
                              : tr("The first %1 of %2; save it to see all.")
                                    .arg(format::bytes(m_have), format::bytes(chunk->totalBytes)));
}

void OutputPanel::saveTo(const QString &path)
{
    m_file = std::make_unique<QSaveFile>(path);
    m_savedId = m_id;
    m_savedNode = node();
    m_saved = 0;
    if (!m_file->open(QIODevice::WriteOnly))
        return endSaving(tr("Not saved to %1: %2").arg(path, m_file->errorString()));
    m_save->setEnabled(false);
    askToSave();
}

void OutputPanel::askToSave()
{
    m_saveQuery = m_link.ask(OutputQuery{m_savedId, m_savedNode, m_saved, 1 << 20});
}

void OutputPanel::write(const Result<Answer> &answer)
{
    m_saveQuery = 0;
    const OutputChunk *chunk = answer ? std::get_if<OutputChunk>(&answer.value()) : nullptr;
    if (!chunk)
        return endSaving(tr("Not saved: %1").arg(answer.error().message));
    const QString path = m_file->fileName();
    if (m_file->write(chunk->bytes) != chunk->bytes.size())
        return endSaving(tr("Not saved to %1: %2").arg(path, m_file->errorString()));
    m_saved += chunk->bytes.size();
    if (!chunk->bytes.isEmpty() && m_saved < chunk->totalBytes) {
        m_notice->setText(tr("Saving, %1 of %2…").arg(format::bytes(m_saved), format::bytes(chunk->totalBytes)));
        return askToSave();
    }
    const bool kept = m_file->commit();
    endSaving(kept ? tr("%1 saved to %2").arg(format::bytes(m_saved), path)
                   : tr("Not saved to %1: %2").arg(path, m_file->errorString()));
}

void OutputPanel::endSaving(const QString &outcome)
{
    m_file.reset();
    m_saveQuery = 0;
    m_save->setEnabled(true);
    m_notice->setText(outcome);
}

void OutputPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    load();
}

void OutputPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    follow({});
}

} // namespace signalbox::widgets
