// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cards/failurescard.h"

#include "widgets/controls/buttons.h"
#include "widgets/controls/cardlabels.h"
#include "widgets/text/format.h"
#include "widgets/text/reasontext.h"

#include <QGridLayout>
#include <QHash>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

FailuresCard::FailuresCard(const Context &context, QWidget *parent)
    : Card(parent)
    , m_context(context)
    , m_heading(makeHeading({}))
    , m_seen(makeButton(u"watch"_s, tr("I have seen them"), tr("Take them off this page, for everybody")))
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(spacing::large, spacing::medium, spacing::large, spacing::medium);
    m_layout->setSpacing(spacing::small);
    auto *head = new QHBoxLayout;
    head->addWidget(m_heading, 1);
    head->addWidget(m_seen);
    m_layout->addLayout(head);
    connect(m_seen, &QToolButton::clicked, this, [this] { m_context.commands.submit(u"*seen"_s, MarkSeen{{}}); });
    refresh();
}

FailuresCard::Line FailuresCard::makeLine()
{
    Line line{new QWidget, makeLink(), new TextLabel(TextStyle::Caption, TextLabel::Tone::Muted),
              new TextLabel(TextStyle::Caption, TextLabel::Tone::Bad)};
    auto *row = new QHBoxLayout(line.whole);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::medium);
    row->addWidget(line.name);
    row->addWidget(line.time);
    row->addWidget(line.reason, 1);
    connect(line.name, &QToolButton::clicked, this, [this, name = line.name] { Q_EMIT opened(name->objectName()); });
    m_layout->addWidget(line.whole);
    return line;
}

void FailuresCard::refresh()
{
    QList<const Execution *> unseen;
    for (const Execution &execution : m_context.replica.snapshot().executions) {
        if (execution.isUnseen)
            unseen << &execution;
    }
    const auto ended = [](const Execution *execution) { return execution->endedAt.value_or(execution->createdAt); };
    std::sort(unseen.begin(), unseen.end(), [ended](const Execution *a, const Execution *b) {
        return std::pair(ended(b), b->id) < std::pair(ended(a), a->id);
    });
    setVisible(!unseen.isEmpty());
    m_heading->setText(tr("%Ln executions failed", "", static_cast<int>(unseen.size())));
    // The newest of each name: one that fails again and again would hide all others.
    QHash<QString, int> times;
    unseen.removeIf([&times](const Execution *execution) { return ++times[execution->name] > 1; });
    m_seen->setEnabled(m_context.replica.isConnected());
    while (m_lines.size() < std::min<qsizetype>(unseen.size(), mostShown))
        m_lines << makeLine();
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const Line &line = m_lines[i];
        line.whole->setVisible(i < unseen.size());
        if (i >= unseen.size())
            continue;
        const Execution &execution = *unseen[i];
        showLink(*line.name, execution.id, execution.name, tr("Show %1").arg(execution.name));
        const int often = times.value(execution.name);
        const QString time = format::dateTime(ended(&execution));
        line.time->setText(often > 1 ? tr("%1 (%Ln times)", "time of the last failure", often).arg(time) : time);
        const Reason reason = reasonOf(execution);
        line.reason->setElided(reasontext::words(reason), reasontext::inFull(reason));
    }
}

QStringList FailuresCard::shownIds() const
{
    QStringList ids;
    for (const Line &line : m_lines) {
        if (!line.whole->isHidden())
            ids << line.name->objectName();
    }
    return ids;
}

QToolButton *FailuresCard::nameButton(const QString &executionId) const
{
    const auto found = std::find_if(m_lines.cbegin(), m_lines.cend(), [&](const Line &line) {
        return !line.whole->isHidden() && line.name->objectName() == executionId;
    });
    return found == m_lines.cend() ? nullptr : found->name;
}

} // namespace signalbox::widgets
