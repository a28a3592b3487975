// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text/languages.h"

#include <QCollator>
#include <QDir>
#include <QSettings>
#include <QTranslator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

const QString languageKey = u"window/language"_s;

struct Name
{
    const char *source;
    const char *comment;
};
constexpr Name ownName = QT_TRANSLATE_NOOP3("Languages", "English", "what this language calls itself");

} // namespace

QList<Language> languages()
{
    QList<Language> found;
    const QString folder = u":/i18n"_s;
    const QString prefix = u"signalbox_"_s;
    const QStringList files = QDir(folder).entryList({prefix + u"*.qm"_s});
    for (const QString &file : files) {
        QTranslator translator;
        if (!translator.load(file, folder))
            continue;
        const QString name = translator.translate("Languages", ownName.source, ownName.comment);
        const QString code = file.mid(prefix.size()).section(u'.', 0, 0);
        found.append(
            {code, name.isEmpty() ? QString::fromUtf8(ownName.source) : name}); // English has plural forms only
    }
    std::sort(found.begin(), found.end(), [order = QCollator()](const Language &one, const Language &other) {
        return order(one.name, other.name);
    });
    return found;
}

QLocale localeOf(const QString &language)
{
    const QLocale system = QLocale::system();
    if (language.isEmpty())
        return {};
    const QLocale wanted(language);
    const bool isSystems = system.language() == wanted.language() && system.script() == wanted.script();
    // Not the system's locale itself, which may name other languages before its own.
    return isSystems && !language.contains(u'_') ? QLocale(system.language(), system.script(), system.territory())
                                                 : wanted;
}

QString chosenLanguage(const QSettings &settings)
{
    return settings.value(languageKey).toString();
}

void chooseLanguage(QSettings &settings, const QString &code)
{
    if (code.isEmpty())
        settings.remove(languageKey);
    else
        settings.setValue(languageKey, code);
}

} // namespace signalbox::widgets
