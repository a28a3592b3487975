// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakelink.h"
#include "widgets/dialogs/tokendialog.h"
#include "widgets/pages/pagelist.h"
#include "widgets/text/format.h"
#include "widgets/text/languages.h"
#include "widgets/text/reasontext.h"
#include "widgets/translations.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::widgets;

class TranslationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { qDeleteAll(qApp->findChildren<QTranslator *>()); }
    void everyFileIsBuilt();
    void areCompleteAndUpToDate_data();
    void areCompleteAndUpToDate();
    void wordsAreKeptApart_data();
    void wordsAreKeptApart();
    void placeholdersAreKept_data();
    void placeholdersAreKept();
    void isLoaded_data();
    void isLoaded();
    void germanIsLoaded();
    void languagesNameThemselves();
    void aChosenLanguageHasTheSystemsFormats();
    void unitsAgreeWithTheirNumber();
    void reasonsAreInTheReadersLanguage();
    void reasonsHaveTheNumeralsOfTheLanguage();
    void otherThreadsSpeakEnglish();
};

namespace {

// Context and source of all messages, and of those that are unfinished.
struct Messages
{
    QSet<QString> all;
    QStringList unfinished;
};

Messages read(const QString &path)
{
    Messages found;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return found;
    QXmlStreamReader xml(&file);
    QString context;
    QString message;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QStringView name = xml.name();
        if (name == u"name") {
            context = xml.readElementText();
        } else if (name == u"source") {
            message = context + u": "_s + xml.readElementText();
        } else if (name == u"comment") {
            message += u" | "_s + xml.readElementText();
        } else if (name == u"translation") {
            found.all.insert(message);
            const bool marked = xml.attributes().hasAttribute(u"type"_s);
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
            if (marked || text.isEmpty())
                found.unfinished << message;
        }
    }
    return found;
}

// Those of widgets/CMakeLists.txt without English, in which the sources are written.
QStringList translatedLanguages()
{
    QStringList all = QString::fromLatin1(LANGUAGES).split(u' ');
    all.removeOne(u"en"_s);
    return all;
}

} // namespace

// A translation missing from the build is a language that the window never offers.
void TranslationsTest::everyFileIsBuilt()
{
    QStringList files;
    for (const QString &language : QString::fromLatin1(LANGUAGES).split(u' '))
        files << u"signalbox_%1.ts"_s.arg(language);
    QCOMPARE(QDir(QString::fromUtf8(SOURCE_DIR) + u"/translations"_s).entryList({u"*.ts"_s}, QDir::Files, QDir::Name),
             files);
}

void TranslationsTest::areCompleteAndUpToDate_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QStringList>("options");
    for (const QString &language : translatedLanguages())
        QTest::newRow(qPrintable(language)) << language << QStringList();
    QTest::newRow("English plural forms") << u"en"_s << QStringList{u"-pluralonly"_s};
}

void TranslationsTest::areCompleteAndUpToDate()
{
    QFETCH(QString, language);
    QFETCH(QStringList, options);
    const QString source = QString::fromUtf8(SOURCE_DIR);
    const QString kept = u"%1/translations/signalbox_%2.ts"_s.arg(source, language);
    const QTemporaryDir folder;
    const QString copy = folder.filePath(u"signalbox_%1.ts"_s.arg(language));
    QVERIFY(QFile::copy(kept, copy));
    QProcess lupdate;
    lupdate.setWorkingDirectory(source);
    lupdate.start(QString::fromUtf8(LUPDATE),
                  QStringList{u"-silent"_s, u"-no-obsolete"_s, u"-I"_s, source} + options
                      + QStringList{u"server/model"_s, u"widgets"_s, u"app"_s, u"-ts"_s, copy});
    QVERIFY(lupdate.waitForFinished());
    QCOMPARE(lupdate.exitCode(), 0);
    const Messages before = read(kept);
    const Messages now = read(copy);
    QVERIFY(!now.all.isEmpty());
    QVERIFY2(now.unfinished.isEmpty(), qPrintable(u"not translated: "_s + now.unfinished.join(u'\n')));
    const QStringList gone = (before.all - now.all).values();
    QVERIFY2(gone.isEmpty(), qPrintable(u"no longer in the source: "_s + gone.join(u'\n')));
}

// What reviews have found once.
void TranslationsTest::wordsAreKeptApart_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("forbidden");
    QTest::newRow("German: stop is stoppen, pause is pausieren")
        << u"de"_s << u"\\b[Aa]nhalt|[Aa]ngehalten|\\b[Hh]ält an\\b"_s;
    QTest::newRow("Arabic: spans have Arabic numerals") << u"ar"_s << u"\\d+ (يوم|أيام|ساع|دقا|دقي|ثان|ثوا)"_s;
}

void TranslationsTest::wordsAreKeptApart()
{
    QFETCH(QString, language);
    QFETCH(QString, forbidden);
    QFile file(u"%1/translations/signalbox_%2.ts"_s.arg(QString::fromUtf8(SOURCE_DIR), language));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString all = QString::fromUtf8(file.readAll());
    const QRegularExpression wrong(u"<(translation|numerusform)>([^<]*("_s % forbidden % u")[^<]*)<"_s);
    QCOMPARE(wrong.match(all).captured(2), QString());
}

void TranslationsTest::placeholdersAreKept_data()
{
    QTest::addColumn<QString>("language");
    for (const QString &language : translatedLanguages())
        QTest::newRow(qPrintable(language)) << language;
}

// A translation has the same placeholders as its source, or a figure would not be shown.
void TranslationsTest::placeholdersAreKept()
{
    QFETCH(QString, language);
    QFile file(u"%1/translations/signalbox_%2.ts"_s.arg(QString::fromUtf8(SOURCE_DIR), language));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    QString source;
    const auto placeholders = [](const QString &text) {
        static const QRegularExpression pattern(u"%L?[0-9]"_s);
        QStringList found;
        for (auto match = pattern.globalMatch(text); match.hasNext();)
            found << match.next().captured();
        found.sort();
        return found;
    };
    int checked = 0;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"source") {
            source = xml.readElementText();
        } else if (xml.name() == u"translation") {
            QStringList forms;
            while (xml.readNext() != QXmlStreamReader::EndElement) {
                if (xml.isStartElement())
                    forms << xml.readElementText();
                else if (!xml.isWhitespace())
                    forms << xml.text().toString();
            }
            for (const QString &form : std::as_const(forms)) {
                QVERIFY2(placeholders(form) == placeholders(source), qPrintable(source + u" -> "_s + form));
                ++checked;
            }
        }
    }
    QVERIFY(checked > 400);
}

void TranslationsTest::isLoaded_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("language"); // empty: not translated, so English
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::newRow("ar_EG") << u"ar_EG"_s << u"ar"_s << Qt::RightToLeft;
    QTest::newRow("fr_CA") << u"fr_CA"_s << u"fr"_s << Qt::LeftToRight;
    QTest::newRow("es") << u"es"_s << u"es"_s << Qt::LeftToRight;
    QTest::newRow("ja") << u"ja"_s << u"ja"_s << Qt::LeftToRight;
    QTest::newRow("zh") << u"zh"_s << u"zh_CN"_s << Qt::LeftToRight;
    QTest::newRow("zh_CN") << u"zh_CN"_s << u"zh_CN"_s << Qt::LeftToRight;
    QTest::newRow("Hebrew: not ours") << u"he"_s << QString() << Qt::LeftToRight;
    QTest::newRow("Taiwan: not ours") << u"zh_TW"_s << QString() << Qt::LeftToRight;
}

void TranslationsTest::isLoaded()
{
    QFETCH(QString, name);
    QFETCH(QString, language);
    QFETCH(Qt::LayoutDirection, direction);
    QCOMPARE(loadTranslations(*qApp, QLocale(name)), !language.isEmpty());
    QCOMPARE(QGuiApplication::layoutDirection(), direction);
    // Qt's own translation is loaded only together with ours, so that no dialog mixes two languages.
    QCOMPARE(qApp->findChildren<QTranslator *>().size(), language.isEmpty() ? 1 : 2);
    QSet<QString> titles;
    for (const PageEntry &page : pageList())
        titles.insert(page.title);
    QCOMPARE(titles.size(), static_cast<qsizetype>(pageList().size()));
    QCOMPARE(titles.contains(u"Components"_s), language.isEmpty());
    // Each plural form of the language is translated.
    for (const int count : {0, 1, 2, 5, 11, 100}) {
        const QString text =
            QCoreApplication::translate("signalbox::widgets::StatusLine", "%Ln clients", nullptr, count);
        QVERIFY2(!text.isEmpty() && !text.contains(u'%'), qPrintable(text));
    }
}

void TranslationsTest::germanIsLoaded()
{
    QVERIFY(loadTranslations(*qApp, QLocale(QLocale::German)));
    QCOMPARE(pageList().constFirst().title, u"Übersicht"_s);
    QCOMPARE(format::state(signalbox::ComponentState::Running), u"Läuft"_s);
    QCOMPARE(QCoreApplication::translate("signalbox::widgets::StatusLine", "%Ln clients", nullptr, 1), u"1 Client"_s);
    QCOMPARE(QCoreApplication::translate("signalbox::widgets::StatusLine", "%Ln clients", nullptr, 3), u"3 Clients"_s);
    QCOMPARE(format::percent(1.5), u"1,5 %"_s);
}

void TranslationsTest::languagesNameThemselves()
{
    QHash<QString, QString> names;
    for (const Language &language : widgets::languages())
        names.insert(language.code, language.name);
    QCOMPARE(names.size(), translatedLanguages().size() + 1); // and English
    QCOMPARE(names.value(u"en"_s), u"English"_s);
    QCOMPARE(names.value(u"de"_s), u"Deutsch"_s);
    QCOMPARE(names.value(u"ar"_s), u"العربية"_s);
    QCOMPARE(QSet<QString>(names.cbegin(), names.cend()).size(), names.size());
}

void TranslationsTest::aChosenLanguageHasTheSystemsFormats()
{
    QCOMPARE(localeOf({}), QLocale());
    QCOMPARE(localeOf(u"zh_CN"_s), QLocale(u"zh_CN"_s));
    const QLocale system = QLocale::system();
    for (const Language &language : widgets::languages()) {
        const QLocale locale = localeOf(language.code);
        QCOMPARE(locale.language(), QLocale(language.code).language());
        if (locale.language() == system.language() && locale.script() == system.script())
            QCOMPARE(locale.territory(), system.territory());
    }
}

void TranslationsTest::unitsAgreeWithTheirNumber()
{
    loadTranslations(*qApp, QLocale(u"en"_s));
    test::FakeLink link;
    Replica replica(link);
    Commands commands(replica);
    TokenDialog dialog(replica, commands);
    dialog.amount().setValue(1);
    QCOMPARE(dialog.unit().currentText(), u"hour"_s);
    dialog.amount().setValue(2);
    QCOMPARE(dialog.unit().currentText(), u"hours"_s);
}

void TranslationsTest::reasonsAreInTheReadersLanguage()
{
    QVERIFY(loadTranslations(*qApp, QLocale(QLocale::German)));
    const Reason started(Why::StartedBy, {u"root"_s});
    const Reason failed(Why::Explained, {Reason(Why::ExitStatus, {Reason::number(3)}), u"started by chance"_s});
    QCOMPARE(reasontext::words(started), u"gestartet von root"_s);
    QCOMPARE(reasontext::words({Why::WaitingFor, {started, Reason::list({u"db"_s, u"web"_s})}}),
             u"gestartet von root; wartet auf db, web"_s);
    QCOMPARE(reasontext::words({Why::HadToBeKilled, {started, Reason::duration(Milliseconds(90'000))}}),
             u"gestartet von root; musste nach 1 min 30 s getötet werden (stop_timeout)"_s);
    // What a program says is its own, also where it says what the server might say.
    QCOMPARE(reasontext::words(failed), u"Exitstatus 3: started by chance"_s);
    QCOMPARE(reasontext::words({Why::TasksLimit, {Reason::number(1000)}}),
             u"es gibt 1000 nicht beendete Aufgaben, so viele wie [limits] tasks erlaubt"_s);
    QCOMPARE(reasontext::words({Why::UnknownAgent, {u"a1"_s}}), u"Agent nicht gefunden: a1"_s);
    QCOMPARE(reasontext::words(u"started by root"_s), u"started by root"_s);
    // The history has English, also that of older versions.
    QCOMPARE(reasontext::words(Reason::stored(failed)), u"Exitstatus 3: started by chance"_s);
    QCOMPARE(reasontext::words(Reason::stored(u"something else"_s)), u"something else"_s);
    Component component;
    component.state = ComponentState::Error;
    component.error = failed;
    QCOMPARE(format::why(component), u"Exitstatus 3: started by chance"_s);
    component.reason = started;
    QCOMPARE(format::why(component), u"gestartet von root"_s);
}

void TranslationsTest::reasonsHaveTheNumeralsOfTheLanguage()
{
    QVERIFY(loadTranslations(*qApp, QLocale(u"ar_EG"_s)));
    QCOMPARE(reasontext::words({Why::NothingAnswers, {Reason::number(8080)}}), u"لا شيء يجيب على المنفذ ٨٠٨٠"_s);
    QCOMPARE(reasontext::words({Why::TimedOut, {Reason::number(0.5)}}), u"انتهت المهلة بعد ٠٫٥ ث"_s);
    QCOMPARE(reasontext::words({Why::MemoryLimit, {Reason::byteSize(u"64 MiB"_s)}}), u"أُنهي قسرًا: حد الذاكرة ٦٤ MiB"_s);
}

// What Qt says of a file, to the window and to the server, whose words go into logs and onto wires.
void TranslationsTest::otherThreadsSpeakEnglish()
{
    QVERIFY(loadTranslations(*qApp, QLocale(QLocale::German)));
    const auto failure = [] {
        QFile file(u"/nowhere/at/all"_s);
        (void)file.open(QIODevice::ReadOnly);
        return file.errorString();
    };
    QCOMPARE(failure(), u"Die Datei oder das Verzeichnis konnte nicht gefunden werden"_s);
    QString elsewhere;
    const std::unique_ptr<QThread> server(QThread::create([&] { elsewhere = failure(); }));
    server->start();
    QVERIFY(server->wait());
    QCOMPARE(elsewhere, u"No such file or directory"_s);
}

QTEST_MAIN(TranslationsTest)
#include "tst_translations.moc"
