// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/translations.h"

#include <QGuiApplication>
#include <QLibraryInfo>
#include <QThread>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

// Qt's own words in the thread of the window. What the server says of a file or a socket in Qt's words goes into logs and
// onto wires, which are English.
class QtWords final : public QTranslator
{
public:
    using QTranslator::QTranslator;

    QString translate(const char *context, const char *source, const char *disambiguation, int count) const override
    {
        const bool isWindow = QThread::currentThread() == thread();
        return isWindow ? QTranslator::translate(context, source, disambiguation, count) : QString();
    }
};

} // namespace

bool loadTranslations(QCoreApplication &application, const QLocale &locale)
{
    QLocale::setDefault(locale);
    auto *ours = new QTranslator(&application);
    const QString folder = u":/i18n"_s;
    const bool loaded = ours->load(locale, u"signalbox"_s, u"_"_s, folder);
    // Qt's own words only together with ours: half a language is worse than English.
    if (auto *qt = loaded ? new QtWords(&application) : nullptr;
        qt && qt->load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qt);
    // The source is English; its plural forms are in a translation like any other.
    if (loaded || ours->load(u"signalbox_en"_s, folder))
        QCoreApplication::installTranslator(ours);
    // Not left to Qt's own translation, which may not be installed.
    QGuiApplication::setLayoutDirection(loaded ? locale.textDirection() : Qt::LeftToRight);
    return loaded;
}

} // namespace signalbox::widgets
