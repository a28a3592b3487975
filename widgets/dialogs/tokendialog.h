// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/errorline.h"
#include "widgets/controls/textlabel.h"
#include "widgets/state/commands.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QToolButton;

namespace signalbox::widgets {

// Issues a token for one of the server's users and shows it this once: it is kept nowhere. GUI thread; owned by its page.
class TokenDialog final : public QDialog
{
    Q_OBJECT

public:
    TokenDialog(Replica &replica, Commands &commands, QWidget *parent = nullptr);

    QComboBox &user() { return *m_user; }
    QSpinBox &amount() { return *m_amount; }
    QComboBox &unit() { return *m_unit; }
    QLineEdit &token() { return *m_token; }
    QPushButton &issueButton() { return *m_issue; }
    QToolButton &copyButton() { return *m_copy; }
    QString explanation() const { return m_explanation->text(); }
    QString error() const { return m_error->text(); }

private:
    void build();
    QLayout *buildQuestion();
    void nameUnits();
    QWidget *buildAnswer();
    Milliseconds lifetime() const;
    void issue();
    void show(const QString &token);
    void refresh();

    Replica &m_replica;
    Commands &m_commands;
    QComboBox *m_user;
    QSpinBox *m_amount;
    QComboBox *m_unit;
    QWidget *m_answer = nullptr;
    QLineEdit *m_token;
    QToolButton *m_copy;
    TextLabel *m_explanation;
    ErrorLine *m_error;
    QPushButton *m_issue = nullptr;
};

} // namespace signalbox::widgets
