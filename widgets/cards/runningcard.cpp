// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cards/runningcard.h"

#include "widgets/controls/buttons.h"
#include "widgets/controls/cardlabels.h"
#include "widgets/look/accessiblename.h"
#include "widgets/look/style.h"
#include "widgets/text/format.h"

#include <QGridLayout>
#include <QProgressBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

RunningCard::RunningCard(const Replica &replica, QWidget *parent)
    : Card(parent)
    , m_replica(replica)
    , m_empty(makeEmptyText(tr("Nothing is running. Pipelines, processes, experiments and jobs appear here with "
                               "their progress as soon as any client starts one.")))
    , m_more(new TextLabel(TextStyle::Caption, TextLabel::Tone::Muted))
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(spacing::large, spacing::medium, spacing::large, spacing::medium);
    m_layout->setSpacing(spacing::small);
    auto *all = makeButton(u"executions"_s, tr("All executions"));
    connect(all, &QToolButton::clicked, this, [this] { Q_EMIT opened({}); });
    auto *head = new QHBoxLayout;
    head->addWidget(makeHeading(tr("Running executions")), 1);
    head->addWidget(all);
    m_layout->addLayout(head);
    m_layout->addWidget(m_empty);
    m_layout->addWidget(m_more);
    m_layout->addStretch();
}

RunningCard::Line RunningCard::makeLine()
{
    Line line{new QWidget, makeLink(), new TextLabel(TextStyle::Caption, TextLabel::Tone::Muted), new QProgressBar,
              new TextLabel(TextStyle::Caption, TextLabel::Tone::Live)};
    line.progress->setFixedSize(grown(150), spacing::medium);
    line.progress->setTextVisible(false);
    line.percent->setMinimumWidth(line.percent->fontMetrics().horizontalAdvance(u"100,0 %"_s));
    line.percent->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *grid = new QGridLayout(line.whole);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(0);
    grid->setHorizontalSpacing(spacing::medium);
    line.origin->setContentsMargins(spacing::tight, 0, spacing::tight, 0); // below the name, in either direction
    grid->addWidget(line.name, 0, 0);
    grid->addWidget(line.origin, 1, 0);
    grid->addWidget(line.progress, 0, 1, 2, 1, Qt::AlignVCenter);
    grid->addWidget(line.percent, 0, 2, 2, 1);
    grid->setColumnStretch(0, 1);
    connect(line.name, &QToolButton::clicked, this, [this, name = line.name] { Q_EMIT opened(name->objectName()); });
    m_layout->insertWidget(1 + static_cast<int>(m_lines.size()), line.whole);
    return line;
}

void RunningCard::refresh()
{
    QList<const Execution *> running;
    const Snapshot &snapshot = m_replica.snapshot();
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
        showLink(*line.name, execution.id, execution.name, tr("Show %1").arg(execution.name));
        line.origin->setElided(tr("%1, %2 over %3", "state, owner, dialect")
                                   .arg(format::state(execution.state), execution.owner, execution.dialect));
        const bool unknown = isOfUnknownLength(execution);
        line.progress->setRange(0, unknown ? 0 : 100);
        line.progress->setValue(static_cast<int>(execution.percent));
        line.percent->setText(unknown ? format::dash() : format::percent(execution.percent));
        nameFor(*line.progress, tr("Progress of %1").arg(execution.name));
    }
}

} // namespace signalbox::widgets
