// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/card.h"
#include "widgets/controls/textlabel.h"
#include "widgets/state/context.h"

class QToolButton;
class QVBoxLayout;

namespace signalbox::widgets {

// Executions that failed and that no operator has looked at yet, newest first, each with the line that explains it. Takes no
// room while there are none. GUI thread; owned by OverviewPage.
class FailuresCard final : public Card
{
    Q_OBJECT

public:
    explicit FailuresCard(const Context &context, QWidget *parent = nullptr);
    void refresh();

    QStringList shownIds() const;
    QToolButton &seenButton() { return *m_seen; }
    QToolButton *nameButton(const QString &executionId) const;

Q_SIGNALS:
    void opened(const QString &executionId);

private:
    struct Line
    {
        QWidget *whole;
        QToolButton *name;
        TextLabel *time;
        TextLabel *reason;
    };
    Line makeLine();

    static constexpr int mostShown = 5;
    Context m_context;
    QList<Line> m_lines;
    TextLabel *m_heading;
    QToolButton *m_seen;
    QVBoxLayout *m_layout;
};

} // namespace signalbox::widgets
