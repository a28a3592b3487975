// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/format.h"
#include "widgets/pages/pagelist.h"
#include "widgets/translations.h"

#include <QApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace signalbox::widgets;

class TranslationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areCompleteAndUpToDate_data();
    void areCompleteAndUpToDate();
    void germanIsLoaded();
};

namespace {

// Context and source of every message that is not finished, and all of them.
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
            message = context + QStringLiteral(": ") + xml.readElementText();
        } else if (name == u"comment") {
            message += QStringLiteral(" | ") + xml.readElementText();
        } else if (name == u"translation") {
            found.all.insert(message);
            const bool marked = xml.attributes().hasAttribute(QStringLiteral("type"));
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
            if (marked || text.isEmpty())
                found.unfinished << message;
        }
    }
    return found;
}

} // namespace

void TranslationsTest::areCompleteAndUpToDate_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QStringList>("options");
    QTest::newRow("German") << QStringLiteral("de") << QStringList();
    QTest::newRow("English plural forms") << QStringLiteral("en") << QStringList{QStringLiteral("-pluralonly")};
}

void TranslationsTest::areCompleteAndUpToDate()
{
    QFETCH(QString, language);
    QFETCH(QStringList, options);
    const QString source = QStringLiteral(SOURCE_DIR);
    const QString kept = QStringLiteral("%1/translations/signalbox_%2.ts").arg(source, language);
    const QTemporaryDir folder;
    const QString copy = folder.filePath(QStringLiteral("signalbox_%1.ts").arg(language));
    QVERIFY(QFile::copy(kept, copy));
    QProcess lupdate;
    lupdate.setWorkingDirectory(source);
    lupdate.start(QStringLiteral(LUPDATE),
                  QStringList{QStringLiteral("-silent"), QStringLiteral("-no-obsolete"), QStringLiteral("-I"), source}
                      + options
                      + QStringList{QStringLiteral("widgets"), QStringLiteral("app"), QStringLiteral("-ts"), copy});
    QVERIFY(lupdate.waitForFinished());
    QCOMPARE(lupdate.exitCode(), 0);
    const Messages before = read(kept);
    const Messages now = read(copy);
    QVERIFY(!now.all.isEmpty());
    QVERIFY2(now.unfinished.isEmpty(),
             qPrintable(QStringLiteral("not translated: ") + now.unfinished.join(QLatin1Char('\n'))));
    const QStringList gone = (before.all - now.all).values();
    QVERIFY2(gone.isEmpty(), qPrintable(QStringLiteral("no longer in the source: ") + gone.join(QLatin1Char('\n'))));
}

void TranslationsTest::germanIsLoaded()
{
    QVERIFY(loadTranslations(*qApp, QLocale(QLocale::German)));
    QCOMPARE(pageList().constFirst().title, QStringLiteral("Übersicht"));
    QCOMPARE(format::state(signalbox::ComponentState::Running), QStringLiteral("Läuft"));
    QCOMPARE(QCoreApplication::translate("signalbox::widgets::StatusLine", "%Ln clients", nullptr, 1),
             QStringLiteral("1 Client"));
    QCOMPARE(QCoreApplication::translate("signalbox::widgets::StatusLine", "%Ln clients", nullptr, 3),
             QStringLiteral("3 Clients"));
    QCOMPARE(format::percent(1.5), QStringLiteral("1,5 %"));
}

QTEST_MAIN(TranslationsTest)
#include "tst_translations.moc"
