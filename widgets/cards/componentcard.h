// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/badge.h"
#include "widgets/controls/card.h"
#include "widgets/controls/livelabel.h"
#include "widgets/controls/textlabel.h"
#include "widgets/state/context.h"

class QToolButton;

namespace signalbox::widgets {

// One component at a glance, with what can be done about it. Opens its page when clicked.
// GUI thread; owned by OverviewPage.
class ComponentCard final : public Card
{
    Q_OBJECT

public:
    ComponentCard(const Context &context, const QString &componentId, QWidget *parent = nullptr);

    void refresh();       // everything, from the Snapshot
    void refreshUptime(); // between ticks
    void open() { Q_EMIT opened(m_id); }

    QToolButton &startButton() { return *m_buttons[0]; }
    QToolButton &stopButton() { return *m_buttons[1]; }
    QToolButton &restartButton() { return *m_buttons[2]; }
    QString message() const { return m_message->accessibleName(); }
    QString stateWord() const { return m_badge->text(); }

Q_SIGNALS:
    void opened(const QString &componentId);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void build();
    void showMessage(const Component &component);
    void showActions(const Component &component);

    Context m_context;
    QString m_id;
    TextLabel *m_name;
    Badge *m_badge;
    LiveLabel *m_since;
    LiveLabel *m_cpu;
    LiveLabel *m_memory;
    LiveLabel *m_pid;
    TextLabel *m_message;
    QList<QToolButton *> m_buttons; // as componentActs()
    QToolButton *m_log;
};

} // namespace signalbox::widgets
