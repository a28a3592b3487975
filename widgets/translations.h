// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>

class QCoreApplication;

namespace signalbox::widgets {

// Installs the window's translation for the locale's languages, Qt's own beside it, makes the locale the default
// and lays the window out in its direction. False when there is none: English then. Call before the first widget, on the GUI thread.
bool loadTranslations(QCoreApplication &application, const QLocale &locale);

} // namespace signalbox::widgets
