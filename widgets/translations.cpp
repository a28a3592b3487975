// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/translations.h"

#include <QGuiApplication>
#include <QLibraryInfo>
#include <QTranslator>

namespace signalbox::widgets {

bool loadTranslations(QCoreApplication &application, const QLocale &locale)
{
    QLocale::setDefault(locale);
    auto *ours = new QTranslator(&application);
    const QString folder = QStringLiteral(":/i18n");
    const bool loaded = ours->load(locale, QStringLiteral("signalbox"), QStringLiteral("_"), folder);
    // Qt's own words only together with ours: half a language is worse than English.
    if (auto *qt = loaded ? new QTranslator(&application) : nullptr;
        qt
        && qt->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                    QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qt);
    // The source is English; its plural forms are in a translation like any other.
    if (loaded || ours->load(QStringLiteral("signalbox_en"), folder))
        QCoreApplication::installTranslator(ours);
    // Not left to Qt's own translation, which may not be installed.
    QGuiApplication::setLayoutDirection(loaded ? locale.textDirection() : Qt::LeftToRight);
    return loaded;
}

} // namespace signalbox::widgets
