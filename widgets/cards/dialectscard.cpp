// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cards/dialectscard.h"

#include "widgets/controls/buttons.h"
#include "widgets/controls/cardlabels.h"
#include "widgets/text/format.h"

#include <QGridLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

DialectsCard::DialectsCard(const Replica &replica, QWidget *parent)
    : Card(parent)
    , m_replica(replica)
    , m_grid(new QGridLayout)
    , m_empty(makeEmptyText(tr("The server listens nowhere. Add a [[listener]] to its configuration.")))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::large, spacing::medium, spacing::large, spacing::medium);
    layout->setSpacing(spacing::small);
    auto *all = makeButton(u"clients"_s, tr("All clients"));
    connect(all, &QToolButton::clicked, this, &DialectsCard::opened);
    auto *head = new QHBoxLayout;
    head->addWidget(makeHeading(tr("Clients by dialect")), 1);
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
    const Snapshot &snapshot = m_replica.snapshot();
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
                                    new TextLabel(TextStyle::Figure, TextLabel::Tone::Live)};
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
}

} // namespace signalbox::widgets
