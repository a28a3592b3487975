// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>

class QCoreApplication;
class QSettings;

namespace signalbox::widgets {

// Installs the window's translation for the locale's languages, Qt's own beside it, makes the locale the default
// and lays the window out in its direction. False when there is none: English then. Call before the first widget, on the GUI thread.
bool loadTranslations(QCoreApplication &application, const QLocale &locale);

// What the window can be in.
struct Language
{
    QString code; // "de", "zh_CN"
    QString name; // as it calls itself
};
QList<Language> languages(); // by their names
// Of a language as an option or the settings name it; with the formats of the system where that is in the same language.
// Empty: of the system.
QLocale localeOf(const QString &language);
// Chosen in the window for its next start, one of languages(); empty: as the system.
QString chosenLanguage(const QSettings &settings);
void chooseLanguage(QSettings &settings, const QString &code);

} // namespace signalbox::widgets
