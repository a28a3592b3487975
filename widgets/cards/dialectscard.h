// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/card.h"
#include "widgets/controls/textlabel.h"
#include "widgets/state/replica.h"

#include <QHash>
#include <QMap>

class QGridLayout;

namespace signalbox::widgets {

// How many clients each dialect has, wherever it listens. GUI thread; owned by OverviewPage.
class DialectsCard final : public Card
{
    Q_OBJECT

public:
    explicit DialectsCard(const Replica &replica, QWidget *parent = nullptr);
    void refresh();

Q_SIGNALS:
    void opened();

private:
    const Replica &m_replica;
    QGridLayout *m_grid;
    TextLabel *m_empty;
    QHash<QString, TextLabel *> m_counts;
    QMap<QString, QStringList> m_shown; // addresses by dialect
};

} // namespace signalbox::widgets
