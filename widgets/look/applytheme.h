// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QApplication;

namespace signalbox::widgets {

enum class ThemeMode { System, Light, Dark };

// Sets the style and palette of the whole program; may be called again at any time.
void applyTheme(QApplication &application, ThemeMode mode);

} // namespace signalbox::widgets
