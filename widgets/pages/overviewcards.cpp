// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/controls.h"
#include "widgets/look/style.h"
#include "widgets/pages/overviewpage.h"
#include "widgets/text/format.h"

#include <QGridLayout>
#include <QProgressBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

TextLabel *heading(const QString &text)
{
    auto *label = new TextLabel(TextStyle::Heading);
    label->setText(text);
    label->setMinimumHeight(2 * spacing::large); // as high as a button beside it
    return label;
}

TextLabel *emptyState(const QString &text)
{
    auto *label = new TextLabel(TextStyle::Body, TextLabel::Tone::Muted);
    label->setText(text);
    label->setWordWrap(true);
    return label;
}

} // namespace

RunningCard::RunningCard(const link::ControlLink &link, QWidget *parent)
    : Card(parent)
    , m_link(link)
    , m_empty(emptyState(tr("Nothing is running. Pipelines, processes, experiments and jobs appear here with "
                            "their progress as soon as any client starts one.")))
    , m_more(new TextLabel(TextStyle::Caption, TextLabel::Tone::Muted))
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(spacing::large, spacing::medium, spacing::large, spacing::medium);
    m_layout->setSpacing(spacing::small);
    auto *all = makeButton(u"executions"_s, tr("All executions"));
    connect(all, &QToolButton::clicked, this, [this] { Q_EMIT opened({}); });
    auto *head = new QHBoxLayout;
    head->addWidget(heading(tr("Running executions")), 1);
    head->addWidget(all);
    m_layout->addLayout(head);
    m_layout->addWidget(m_empty);
    m_layout->addWidget(m_more);
    m_layout->addStretch();
}

RunningCard::Line RunningCard::makeLine()
{
    Line line{new QWidget, makeButton({}, u" "_s), new TextLabel(TextStyle::Caption, TextLabel::Tone::Muted),
              new QProgressBar, new TextLabel(TextStyle::Caption)};
    line.progress->setFixedSize(grown(150), spacing::medium);
    line.progress->setTextVisible(false);
    line.percent->setMinimumWidth(line.percent->fontMetrics().horizontalAdvance(u"100,0 %"_s));
    line.percent->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *grid = new QGridLayout(line.whole);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(0);
    grid->setHorizontalSpacing(spacing::medium);
    line.origin->setContentsMargins(spacing::tight, 0, 0, 0);
    grid->addWidget(line.name, 0, 0);
    grid->addWidget(line.origin, 1, 0);
    grid->addWidget(line.progress, 0, 1, 2, 1, Qt::AlignVCenter);
    grid->addWidget(line.percent, 0, 2, 2, 1);
    grid->setColumnStretch(0, 1);
    line.name->setToolButtonStyle(Qt::ToolButtonTextOnly);
    line.name->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(line.name, &QToolButton::clicked, this, [this, name = line.name] { Q_EMIT opened(name->objectName()); });
    m_layout->insertWidget(1 + static_cast<int>(m_lines.size()), line.whole);
    showStale(line);
    return line;
}

void RunningCard::setStale(bool stale)
{
    m_stale = stale;
    for (const Line &line : std::as_const(m_lines))
        showStale(line);
}

void RunningCard::showStale(const Line &line) const
{
    widgets::setStale(*line.progress, m_stale);
    line.percent->setTone(m_stale ? TextLabel::Tone::Muted : TextLabel::Tone::Normal);
}

void RunningCard::refresh()
{
    QList<const Execution *> running;
    const Snapshot &snapshot = m_link.snapshot();
    for (const Execution &execution : snapshot.executions) {
        if (!isFinal(execution.state))
            running << &execution;
    }
    std::sort(running.begin(), running.end(), [](const Execution *a, const Execution *b) {
        return std::tie(b->createdAt, b->id) < std::tie(a->createdAt, a->id);
    });
    m_empty->setVisible(running.isEmpty());
    const int more = static_cast<int>(running.size()) - mostShown;
    m_more->setVisible(more > 0);
    m_more->setText(tr("and %Ln more", "", std::max(0, more)));
    while (m_lines.size() < std::min<qsizetype>(running.size(), mostShown))
        m_lines << makeLine();
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const Line &line = m_lines[i];
        line.whole->setVisible(i < running.size());
        if (i >= running.size())
            continue;
        const Execution &execution = *running[i];
        const QString fitting = line.name->fontMetrics().elidedText(execution.name, Qt::ElideRight, grown(220));
        line.name->setText(withoutMnemonic(fitting));
        line.name->setToolTip(tr("Show %1").arg(execution.name));
        line.name->setAccessibleName(line.name->toolTip());
        line.name->setObjectName(execution.id);
        line.origin->setElided(tr("%1, %2 over %3", "state, owner, dialect")
                                   .arg(format::state(execution.state), execution.owner, execution.dialect));
        const bool unknown = isOfUnknownLength(execution);
        line.progress->setRange(0, unknown ? 0 : 100);
        line.progress->setValue(static_cast<int>(execution.percent));
        line.percent->setText(unknown ? format::dash() : format::percent(execution.percent));
        line.progress->setAccessibleName(tr("Progress of %1").arg(execution.name));
    }
}

DialectsCard::DialectsCard(const link::ControlLink &link, QWidget *parent)
    : Card(parent)
    , m_link(link)
    , m_grid(new QGridLayout)
    , m_empty(emptyState(tr("The server listens nowhere. Add a [[listener]] to its configuration.")))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::large, spacing::medium, spacing::large, spacing::medium);
    layout->setSpacing(spacing::small);
    auto *all = makeButton(u"clients"_s, tr("All clients"));
    connect(all, &QToolButton::clicked, this, &DialectsCard::opened);
    auto *head = new QHBoxLayout;
    head->addWidget(heading(tr("Clients by dialect")), 1);
    head->addWidget(all);
    layout->addLayout(head);
    layout->addWidget(m_empty);
    layout->addLayout(m_grid);
    layout->addStretch();
    m_grid->setHorizontalSpacing(spacing::large);
    m_grid->setVerticalSpacing(spacing::tight);
    m_grid->setColumnStretch(1, 1);
}

void DialectsCard::refresh()
{
    const Snapshot &snapshot = m_link.snapshot();
    QMap<QString, QStringList> wanted;
    for (const ListenerInfo &listener : snapshot.server.listeners) {
        for (const QString &dialect : listener.dialects)
            wanted[dialect] << format::address(listener);
    }
    if (wanted != m_shown) {
        m_shown = wanted;
        qDeleteAll(findChildren<TextLabel *>(u"row"_s));
        m_counts.clear();
        int row = 0;
        for (auto dialect = wanted.cbegin(); dialect != wanted.cend(); ++dialect, ++row) {
            const std::array labels{new TextLabel(TextStyle::Body),
                                    new TextLabel(TextStyle::Caption, TextLabel::Tone::Muted),
                                    new TextLabel(TextStyle::Figure)};
            labels[0]->setText(dialect.key());
            labels[1]->setElided(dialect->join(", "_L1));
            for (int column = 0; column < 3; ++column) {
                TextLabel *label = labels[static_cast<std::size_t>(column)];
                label->setObjectName(u"row"_s);
                m_grid->addWidget(label, row, column, column == 2 ? Qt::AlignRight : Qt::Alignment());
            }
            m_counts.insert(dialect.key(), labels[2]);
        }
    }
    m_empty->setVisible(wanted.isEmpty());
    QHash<QString, int> counts;
    for (const Client &client : snapshot.clients)
        ++counts[client.dialect];
    for (auto count = m_counts.cbegin(); count != m_counts.cend(); ++count)
        (*count)->setText(format::count(counts.value(count.key())));
    setStale(m_stale);
}

void DialectsCard::setStale(bool stale)
{
    m_stale = stale;
    for (TextLabel *count : std::as_const(m_counts))
        count->setTone(stale ? TextLabel::Tone::Muted : TextLabel::Tone::Normal);
}

} // namespace signalbox::widgets
