// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/look/applytheme.h"

#include "widgets/look/style.h"
#include "widgets/look/theme.h"

#include <QApplication>

namespace signalbox::widgets {

void applyTheme(QApplication &application, ThemeMode mode)
{
    // The desktop's own palette shows through only when none is set.
    application.setPalette(QPalette());
    if (!qobject_cast<Style *>(QApplication::style()))
        application.setStyle(new Style);
    const bool dark = mode == ThemeMode::System ? isDark(QApplication::palette()) : mode == ThemeMode::Dark;
    application.setPalette(makePalette(colours(dark)));
}

} // namespace signalbox::widgets
