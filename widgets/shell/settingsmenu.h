// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMenu;
class QSettings;

namespace signalbox::widgets {

class Notifier;
class Tray;

// Adds what a person may choose about the language, messages, the tray icon and closing the window; all of it is remembered.
void addSettings(QMenu &menu, Notifier &notifier, Tray &tray, QSettings &settings);

// The tray icon is shown unless it was switched off.
bool wantsTray(const QSettings &settings);

} // namespace signalbox::widgets
