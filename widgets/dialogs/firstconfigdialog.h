// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/result.h"
#include "widgets/controls/errorline.h"
#include "widgets/controls/textlabel.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace signalbox::widgets {

// How a first configuration is written where there is none; the program knows.
struct FirstConfiguration
{
    QString path; // where it will be
    QString user; // who gets the password
    // Takes as long as a password hash. Conflict: something is there already; InvalidArgument: everybody tries that password
    // first; others: their text says what to do.
    std::function<Result<void>(const QString &password)> write;
    std::function<QString()> makePassword;
};

// Opens a text file with the desktop's program for it; false: there is none.
bool openText(const QString &path);

// Writes the built-in example with its comments as the first configuration, with a password that is typed or made here.
// GUI thread; owned by its parent.
class FirstConfigDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit FirstConfigDialog(FirstConfiguration first, QWidget *parent = nullptr);

    QLineEdit &password() { return *m_password; }
    QLineEdit &again() { return *m_again; }
    QPushButton &makeOne() { return *m_make; }
    QPushButton &writeButton() { return *m_write; }
    QPushButton &openButton() { return *m_open; } // once it is written
    QString error() const { return m_error->text(); }

Q_SIGNALS:
    void written();

private:
    void build();
    void make();
    void write();
    void tellWritten();
    void refresh();

    FirstConfiguration m_first;
    TextLabel *m_about;
    QLineEdit *m_password;
    QLineEdit *m_again;
    QPushButton *m_make;
    ErrorLine *m_error;
    QPushButton *m_write;
    QPushButton *m_open;
    bool m_isMade = false; // the password: it is shown
};

} // namespace signalbox::widgets
