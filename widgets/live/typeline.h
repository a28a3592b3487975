// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/commands.h"

#include <QWidget>

class QLineEdit;
class QToolButton;

namespace signalbox::widgets {

// A line to type to a component, there only while the component takes input. The lines typed before are at Up and Down.
// GUI thread; owned by ComponentDetail.
class TypeLine final : public QWidget
{
    Q_OBJECT

public:
    TypeLine(const Replica &replica, Commands &commands, QWidget *parent = nullptr);

    void setComponent(const QString &id);
    void refresh();

    QLineEdit &field() { return *m_field; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void send();
    void recall(int step);

    const Replica &m_replica;
    Commands &m_commands;
    QString m_id;
    QLineEdit *m_field;
    QToolButton *m_send;
    QStringList m_typed; // the newest last
    qsizetype m_shown = 0;
};

} // namespace signalbox::widgets
