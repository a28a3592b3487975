// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/badge.h"
#include "widgets/controls/textlabel.h"
#include "widgets/live/outputreader.h"
#include "widgets/state/commands.h"
#include "widgets/state/liveness.h"

class QLineEdit;
class QProgressBar;
class QToolButton;

namespace signalbox::widgets {

// One process call like a terminal: what it prints, a line to type to it, its result.
// GUI thread; owned by ProcessesPage.
class CallPane final : public QWidget
{
    Q_OBJECT

public:
    CallPane(Replica &replica, Commands &commands, const Liveness &liveness, const QString &executionId,
             QWidget *parent = nullptr);

    const QString &executionId() const { return m_id; }
    bool isEnded() const;
    void refresh();

    OutputView &view() { return *m_view; }
    QLineEdit &input() { return *m_input; }
    QAction &closeInputAction() { return *m_closeInput; }
    QAction &cancelAction() { return *m_cancel; }
    QString result() const { return m_result->text(); }

private:
    void build();
    void load();
    void send();
    void closeInput();

    Replica &m_replica;
    Commands &m_commands;
    const Liveness &m_liveness;
    QString m_id;
    Execution m_execution; // kept when the server forgets it
    Badge *m_badge;
    TextLabel *m_about;
    OutputView *m_view;
    OutputReader m_reader;
    TextLabel *m_result;
    QLineEdit *m_input;
    QToolButton *m_send;
    QAction *m_closeInput;
    QAction *m_cancel;
    QProgressBar *m_busy;
    QToolButton *m_newest;
    bool m_inputClosed = false;
};

} // namespace signalbox::widgets
