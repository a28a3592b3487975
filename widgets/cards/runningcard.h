// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/card.h"
#include "widgets/controls/textlabel.h"
#include "widgets/state/replica.h"

class QProgressBar;
class QToolButton;
class QVBoxLayout;

namespace signalbox::widgets {

// Running executions, newest first, each with its progress. GUI thread; owned by OverviewPage.
class RunningCard final : public Card
{
    Q_OBJECT

public:
    explicit RunningCard(const Replica &replica, QWidget *parent = nullptr);
    void refresh();

Q_SIGNALS:
    void opened(const QString &executionId); // empty: all of them

private:
    struct Line
    {
        QWidget *whole;
        QToolButton *name;
        TextLabel *origin;
        QProgressBar *progress;
        TextLabel *percent;
    };
    Line makeLine();

    static constexpr int mostShown = 6;
    const Replica &m_replica;
    QList<Line> m_lines;
    TextLabel *m_empty;
    TextLabel *m_more;
    QVBoxLayout *m_layout;
};

} // namespace signalbox::widgets
