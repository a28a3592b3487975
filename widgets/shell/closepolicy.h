// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QMessageBox;
class QSettings;
class QWidget;

namespace signalbox::widgets {

// What the close button of the window means. Remembered; Ask until a person has chosen.
enum class CloseChoice { Ask, KeepRunning, Stop };

CloseChoice closeChoice(const QSettings &settings);
void setCloseChoice(QSettings &settings, CloseChoice choice);

enum class CloseStep {
    Hide,          // the server goes on, the tray icon brings the window back
    Stop,          // window and server end
    AskWhich,      // one of the two above
    AskBeforeStop, // what runs would be cut short
};

// What stopping the server ends.
struct Running
{
    int executions = 0;
    int components = 0;
};

// hasTray: without one a hidden window could neither be brought back nor ended, so closing ends the program.
CloseStep closeStep(CloseChoice choice, bool hasTray, const Running &running);

// Open dialogs that delete themselves. Nothing is called when the person thinks better of it.
QMessageBox *askWhich(QWidget &parent, const Running &running,
                      const std::function<void(CloseChoice choice, bool remember)> &chosen);
QMessageBox *askBeforeStop(QWidget &parent, const Running &running, const std::function<void()> &stop);

} // namespace signalbox::widgets
