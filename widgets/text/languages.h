// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QLocale>

class QSettings;

namespace signalbox::widgets {

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
