// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/commands.h"

#include <functional>
#include <memory>

class QMessageBox;
class QWidget;

namespace signalbox::widgets {

// Dialogs that delete themselves when they are answered. Cancel is the button that Return and Escape press.
// This one still wants its other buttons, and open().
QMessageBox *makeQuestion(QWidget &parent, const QString &title, const QString &question, const QString &more);
// action: the text of the button that does it. Nothing is called when the person thinks better of it.
QMessageBox *askFirst(QWidget &parent, const QString &question, const QString &more, const QString &action,
                      const std::function<void()> &act);
// To end several things at once is asked first, naming them; one is no slip of the finger.
void askForSeveral(QWidget &parent, const QStringList &names, const std::function<QString(int count)> &question,
                   const QString &action, const std::function<void()> &act);

// Something that a person should know before going on.
void tell(QWidget &parent, const QString &what);

// Why the program could not start, for who sees no terminal. Still wants exec().
std::unique_ptr<QMessageBox> makeStartFailure(const QString &reason);

// That the server is not there yet, and why that may be; its button is for those who do not want to wait. Still wants show().
std::unique_ptr<QMessageBox> makeStarting();

// "3 components are running."
QString componentsRunning(int count);

// A command for all components at once, from whichever page; to stop or restart them is asked first.
void submitToAll(QWidget &parent, Commands &commands, const Snapshot &snapshot, const CommandBody &command);

} // namespace signalbox::widgets
