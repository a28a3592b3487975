// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/card.h"
#include "widgets/controls/textlabel.h"

class QGridLayout;
class QHBoxLayout;

namespace signalbox::widgets {

// A heading and a few rows of words that rarely change. GUI thread; owned by its page.
class TableCard final : public Card
{
    Q_OBJECT

public:
    TableCard(const QString &heading, const QString &empty, QWidget *parent = nullptr);
    // Beside the heading.
    void addTool(QWidget *tool);
    // The first column stands out; does nothing when nothing changed.
    void setRows(const QList<QStringList> &rows);
    const QList<QStringList> &rows() const { return m_rows; }

private:
    QHBoxLayout *m_head;
    QGridLayout *m_grid;
    TextLabel *m_empty;
    QList<QStringList> m_rows;
    QList<TextLabel *> m_labels;
};

} // namespace signalbox::widgets
