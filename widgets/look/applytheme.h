// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>

class QApplication;

namespace signalbox::widgets {

enum class ThemeMode { System, Light, Dark };

// The palette for a mode. desktop: the one without any of ours; standard: what Qt makes up where the desktop has none.
// A desktop's own is kept, with its highlight and contrast, as long as its words can be read on both its grounds, since
// cards and lists write on either. Otherwise, and in the other modes, it is one of makePalette().
QPalette paletteFor(ThemeMode mode, const QPalette &desktop, const QPalette &standard);

// Sets the style and palette of the whole program; may be called again at any time.
void applyTheme(QApplication &application, ThemeMode mode);

} // namespace signalbox::widgets
