// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/errorline.h"
#include "widgets/controls/textlabel.h"
#include "widgets/state/commands.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace signalbox::widgets {

// Runs a graph from a file, and says how such a file is written and which kinds of nodes the server has. The file is read
// when it is chosen, and again when it is run, so that it can be mended in between. A refusal stays here, where it can be
// acted on. GUI thread; owned by its page.
class GraphDialog final : public QDialog
{
    Q_OBJECT

public:
    GraphDialog(Replica &replica, Commands &commands, QWidget *parent = nullptr);

    void chooseFile(const QString &path);
    QString about() const { return m_about->text(); } // what the file holds, and what of it is not read
    QString error() const { return m_error->text(); }
    QString path() const;
    QPushButton &runButton() { return *m_run; }
    QPushButton &queueButton() { return *m_queue; } // there once it was refused for want of room

Q_SIGNALS:
    void started(const QString &executionId);

private:
    void build();
    QWidget *makeHelp() const;
    QString kinds() const;
    void browse();
    std::optional<StartGraph> read();
    void run(bool queue);
    void refresh();

    Replica &m_replica;
    Commands &m_commands;
    QLineEdit *m_path;
    TextLabel *m_about;
    ErrorLine *m_error;
    QString m_problem; // of the file itself
    QPushButton *m_run;
    QPushButton *m_queue;
};

} // namespace signalbox::widgets
