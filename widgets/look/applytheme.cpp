// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/look/applytheme.h"

#include "widgets/look/style.h"
#include "widgets/look/theme.h"

#include <QApplication>
#include <QStyle>

namespace signalbox::widgets {

namespace {

bool isReadable(const QPalette &palette)
{
    const auto of = [&palette](QPalette::ColorRole role) { return palette.color(QPalette::Active, role); };
    for (const QPalette::ColorRole text : {QPalette::WindowText, QPalette::Text}) {
        for (const QPalette::ColorRole ground : {QPalette::Window, QPalette::Base}) {
            if (contrast(of(text), of(ground)) < 4.5)
                return false;
        }
    }
    return true;
}

} // namespace

QPalette paletteFor(ThemeMode mode, const QPalette &desktop, const QPalette &standard)
{
    if (mode != ThemeMode::System)
        return makePalette(colours(mode == ThemeMode::Dark));
    return desktop != standard && isReadable(desktop) ? desktop : makePalette(colours(isDark(desktop)));
}

void applyTheme(QApplication &application, ThemeMode mode)
{
    // The desktop's own palette shows through only when none is set.
    application.setPalette(QPalette());
    if (!qobject_cast<Style *>(QApplication::style()))
        application.setStyle(new Style);
    const QPalette desktop = QApplication::palette();
    const QPalette wanted = paletteFor(mode, desktop, QApplication::style()->standardPalette());
    if (wanted != desktop)
        application.setPalette(wanted);
}

} // namespace signalbox::widgets
