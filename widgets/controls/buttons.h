// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <Qt>

#include <functional>

class QAction;
class QComboBox;
class QLineEdit;
class QPushButton;
class QToolButton;
class QWidget;

namespace signalbox::widgets {

// A flat button with one of our icons; without a text the tip is its name.
QToolButton *makeButton(const QString &iconName, const QString &text, const QString &tip = {});
// The same for an action: its text, icon, tip, and whether it can be done.
QToolButton *makeButton(QAction &action, Qt::ToolButtonStyle style = Qt::ToolButtonTextBesideIcon);
// Starts what was refused for want of room as soon as there is some; hidden at first. Taken over by its dialog.
QPushButton *makeQueueButton();
// A name that leads to what has it: an id, which is the button's objectName(). tip: says so, and is its accessible name.
QToolButton *makeLink();
void showLink(QToolButton &link, const QString &id, const QString &name, const QString &tip);
QLineEdit *makeSearchField(const QString &placeholder);
QToolButton *makeClearButton(); // of several filters, all at once

// Names what the box chooses, for those who see it and those who hear it: on X11 and Wayland the name of a box is what it shows.
// The box is as wide as its longest entry, and less where there is no room.
void prepareBox(QComboBox &box, const QString &name);

// The program's own mark; nothing happens when it is pressed.
QToolButton *makeMark(int size);

// A name somebody gave, as the text of a button or a tab: its '&' is no key.
QString withoutMnemonic(QString name);

// Asks for a file name without blocking the window, then calls save(path).
void askWhereToSave(QWidget *parent, const QString &title, const QString &suggestedName, const QString &filter,
                    const std::function<void(const QString &path)> &save);

} // namespace signalbox::widgets
