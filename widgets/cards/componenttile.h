// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/sparkline.h"
#include "widgets/controls/badge.h"
#include "widgets/controls/card.h"
#include "widgets/controls/livelabel.h"
#include "widgets/controls/textlabel.h"
#include "widgets/state/context.h"

class QMenu;

namespace signalbox::widgets {

// One component among others: its state, the reason of it, and how it does. Pressed like a button, it opens; its menu
// has what can be done. GUI thread; owned by ComponentBoard.
class ComponentTile : public Card
{
    Q_OBJECT

public:
    const QString &id() const { return m_id; }
    virtual void refresh();         // everything, from the Snapshot
    virtual void refreshUptime() {} // between ticks
    void sample();                  // at each tick, also out of sight: the curve has no holes
    void open() { Q_EMIT opened(m_id); }

    QString message() const { return m_message->accessibleName(); }
    QString stateWord() const { return m_badge->text(); }

Q_SIGNALS:
    void opened(const QString &componentId);

protected:
    ComponentTile(const Context &context, const QString &componentId, QWidget *parent);

    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

    const Context &context() const { return m_context; }
    const Component *component() const { return m_context.replica.snapshot().component(m_id); }
    TextLabel &name() { return *m_name; }
    Badge &badge() { return *m_badge; }
    LiveLabel &cpu() { return *m_cpu; }
    LiveLabel &memory() { return *m_memory; }
    Sparkline &curve() { return *m_curve; }
    TextLabel &messageLabel() { return *m_message; }

private:
    void showMessage(const Component &component);

    Context m_context;
    QString m_id;
    TextLabel *m_name;
    Badge *m_badge;
    LiveLabel *m_cpu;
    LiveLabel *m_memory;
    Sparkline *m_curve; // of the processor's use
    TextLabel *m_message;
};

} // namespace signalbox::widgets
