// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/clientinspector.h"

#include "widgets/actions/acts.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/card.h"
#include "widgets/text/format.h"
#include "widgets/text/indented.h"

#include <QAction>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include <limits>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

// JSON indented; anything else, and JSON that was cut, as it came.
QString readable(const ClientFrame &frame)
{
    const QJsonDocument json = frame.cut ? QJsonDocument() : QJsonDocument::fromJson(frame.text.toUtf8());
    return json.isNull() ? frame.text : indented(frame.text);
}

} // namespace

ClientInspector::ClientInspector(Replica &replica, QWidget *parent)
    : QWidget(parent)
    , m_replica(replica)
    , m_filter(m_model)
    , m_title(new TextLabel(TextStyle::Heading))
    , m_search(makeSearchField(tr("Search the messages")))
    , m_pause(makeButton(u"pause"_s, tr("Pause"), tr("Hold the list still")))
    , m_table(new DataTable)
    , m_content(new QPlainTextEdit)
    , m_notice(new TextLabel(TextStyle::Caption, TextLabel::Tone::Muted))
    , m_outcome(new ExportLine)
{
    m_table->setSortingEnabled(false);
    m_table->setFollowsNewest();
    m_table->setAccessibleName(tr("Messages"));
    m_table->setModel(&m_filter);
    m_content->setReadOnly(true);
    m_content->setLayoutDirection(Qt::LeftToRight); // what crosses the wire is no language
    m_content->setFont(widgets::font(TextStyle::Mono));
    m_content->setAccessibleName(tr("Content of the message"));
    m_content->setPlaceholderText(tr("Select a message to read all of it."));
    m_content->setFrameShape(QFrame::NoFrame);
    auto *split = new QSplitter(Qt::Horizontal);
    split->setChildrenCollapsible(false);
    for (QWidget *part : {static_cast<QWidget *>(m_table), static_cast<QWidget *>(m_content)}) {
        split->addWidget(Card::around(part));
    }
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    split->setSizes({600, 400});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, spacing::small, 0, 0);
    layout->setSpacing(spacing::small);
    layout->addWidget(makeTools());
    layout->addWidget(split, 1);
    layout->addWidget(m_notice);
    layout->addWidget(m_outcome);

    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ClientInspector::showContent);
    connect(&m_replica, &Replica::clientGone, this, [this](const Client &gone) {
        if (gone.id == m_client)
            refreshNotice();
    });
    connect(&m_replica, &Replica::missed, this, &ClientInspector::follow);
    setClient({}, {});
}

QWidget *ClientInspector::makeTools()
{
    auto *bar = new QWidget;
    auto *tools = new QHBoxLayout(bar);
    tools->setContentsMargins(0, 0, 0, 0);
    tools->setSpacing(spacing::small);
    auto *clear = makeButton(u"close"_s, tr("Clear"), tr("Forget the messages seen so far"));
    QAction *save = makeAction(ActId::Save, *this, [this] {
        askWhereToSave(this, tr("Export the messages"), u"signalbox-messages.jsonl"_s, tr("JSON lines (*.jsonl)"),
                       [this](const QString &path) { exportTo(path); });
    });
    save->setText(tr("Export…"));
    m_pause->setCheckable(true);
    tools->addWidget(m_title, 1);
    tools->addWidget(m_search);
    tools->addWidget(m_pause);
    tools->addWidget(clear);
    tools->addWidget(makeButton(*save));
    connect(m_search, &QLineEdit::textChanged, &m_filter, &TextFilter::setText);
    connect(m_pause, &QToolButton::toggled, this, &ClientInspector::setPaused);
    connect(clear, &QToolButton::clicked, this, [this] {
        m_model.clear();
        m_waiting.clear();
        m_leftOut = 0;
        showContent();
        refreshNotice();
    });
    return bar;
}

void ClientInspector::setClient(const QString &id, const QString &name)
{
    m_title->setText(id.isEmpty() ? tr("Select a client to watch what it says") : tr("Messages of %1").arg(name));
    if (id == m_client && !id.isEmpty())
        return;
    m_following.end();
    m_client = id;
    m_model.clear();
    m_waiting.clear();
    m_outcome->hide();
    m_leftOut = 0;
    m_table->setEmptyText(id.isEmpty()
                              ? QString()
                              : tr("Nothing since you began to watch. Messages appear here as they are sent and "
                                   "received; fields that hold a password or a token are masked."));
    follow();
    showContent();
    refreshNotice();
}

void ClientInspector::follow()
{
    if (m_client.isEmpty() || m_following.isOn() || !isVisible() || !m_replica.isConnected())
        return;
    m_following = m_replica.followClient(
        m_client, [this](const QList<ClientFrame> &frames, qint64 leftOut) { take(frames, leftOut); });
}

void ClientInspector::take(const QList<ClientFrame> &frames, qint64 leftOut)
{
    m_leftOut += leftOut;
    if (m_pause->isChecked()) {
        m_waiting << frames;
        const qsizetype gone = std::max<qsizetype>(0, m_waiting.size() - ClientFramesModel::bound);
        m_waiting.remove(0, gone);
        m_leftOut += gone;
    } else {
        m_model.append(frames);
    }
    refreshNotice();
}

void ClientInspector::setPaused(bool paused)
{
    m_pause->setChecked(paused);
    if (!paused)
        m_model.append(std::exchange(m_waiting, {}));
    refreshNotice();
}

void ClientInspector::refreshNotice()
{
    QStringList parts;
    if (!m_client.isEmpty() && !m_replica.snapshot().clients.contains(m_client))
        parts << tr("This client has gone; what it said stays here.");
    if (m_pause->isChecked())
        parts << tr("Paused, %Ln new messages", "", static_cast<int>(m_waiting.size()));
    if (m_leftOut > 0)
        parts << tr("%Ln messages came too fast to show", "",
                    static_cast<int>(std::min<qint64>(m_leftOut, std::numeric_limits<int>::max())));
    if (parts.isEmpty())
        parts << tr("The newest %Ln messages are kept.", "", ClientFramesModel::bound);
    m_notice->setText(parts.join(u" · "_s));
}

QString ClientInspector::content() const
{
    return m_content->toPlainText();
}

void ClientInspector::showContent()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid()) {
        m_content->clear();
        return;
    }
    const ClientFrame &frame = m_model.frame(m_filter.mapToSource(current).row());
    const QString text = readable(frame);
    m_content->setPlainText(
        frame.cut ? text + u"\n\n"_s + tr("… cut: the message has %1.").arg(format::bytes(frame.bytes)) : text);
}

bool ClientInspector::exportTo(const QString &path)
{
    QByteArray bytes;
    for (int row = 0; row < m_filter.rowCount(); ++row) {
        const ClientFrame &frame = m_model.frame(m_filter.mapToSource(m_filter.index(row, 0)).row());
        static constexpr std::array kinds{"text", "binary", "ping", "pong", "close"};
        const QJsonObject line{
            {u"time"_s, toIsoMilliseconds(frame.time)},
            {u"direction"_s, frame.direction == FrameDirection::In ? u"received"_s : u"sent"_s},
            {u"kind"_s, QLatin1String(kinds.at(static_cast<std::size_t>(frame.kind)))},
            {u"bytes"_s, frame.bytes},
            {u"text"_s, frame.text},
            {u"cut"_s, frame.cut},
        };
        bytes += QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    }
    return m_outcome->write(path, bytes, tr("%Ln messages exported to %1", "", m_filter.rowCount()).arg(path));
}

void ClientInspector::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    follow();
}

void ClientInspector::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_following.end();
}

} // namespace signalbox::widgets
