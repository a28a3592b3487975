// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/tablecard.h"

#include <QGridLayout>
#include <QHBoxLayout>

namespace signalbox::widgets {

TableCard::TableCard(const QString &heading, const QString &empty, QWidget *parent)
    : Card(parent)
    , m_head(new QHBoxLayout)
    , m_grid(new QGridLayout)
    , m_empty(new TextLabel(TextStyle::Body, TextLabel::Tone::Muted))
{
    auto *head = new TextLabel(TextStyle::Heading);
    head->setText(heading);
    m_empty->setText(empty);
    m_empty->setWordWrap(true);
    m_grid->setHorizontalSpacing(spacing::large);
    m_grid->setVerticalSpacing(spacing::tight);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::large, spacing::medium, spacing::large, spacing::medium);
    layout->setSpacing(spacing::small);
    m_head->addWidget(head, 1);
    layout->addLayout(m_head);
    layout->addWidget(m_empty);
    layout->addLayout(m_grid);
    layout->addStretch();
}

void TableCard::addTool(QWidget *tool)
{
    m_head->addWidget(tool);
}

void TableCard::setRows(const QList<QStringList> &rows)
{
    m_empty->setVisible(rows.isEmpty());
    if (rows == m_rows)
        return;
    m_rows = rows;
    qDeleteAll(std::exchange(m_labels, {}));
    for (int row = 0; row < rows.size(); ++row) {
        const int columns = static_cast<int>(rows[row].size());
        for (int column = 0; column < columns; ++column) {
            auto *label =
                new TextLabel(TextStyle::Body, column == 0 ? TextLabel::Tone::Normal : TextLabel::Tone::Muted);
            label->setTextInteractionFlags(Qt::TextSelectableByMouse);
            const bool last = column == columns - 1;
            if (last)
                label->setElided(rows[row][column]);
            else
                label->setText(rows[row][column]);
            m_grid->addWidget(label, row, column);
            m_grid->setColumnStretch(column, last ? 1 : 0);
            m_labels << label;
        }
    }
}

} // namespace signalbox::widgets
