// SPDX-License-Identifier: GPL-3.0-or-later
// In the window as it is first shown there is room for all words of choices, and for scroll bars where they stand; texts begin
// where one begins to read.
#include "tests/support/builders.h"
#include "tests/support/fakewindow.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/textlabel.h"
#include "widgets/look/theme.h"
#include "widgets/translations.h"

#include <QApplication>
#include <QComboBox>
#include <QScopeGuard>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyleOptionComboBox>
#include <QTabWidget>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::widgets;
using namespace signalbox::test;

class RoomTest : public test::FakeWindow
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void choicesShowTheirWords_data();
    void choicesShowTheirWords();
    void scrollBarsHaveRoomOnTheirSide();
    void textStandsWhereReadingBegins_data();
    void textStandsWhereReadingBegins();
    void textIsCutAfterItsLines_data();
    void textIsCutAfterItsLines();
};

namespace {

Snapshot populated()
{
    Execution run = execution(u"run-1"_s, ExecutionState::Running);
    run.counts.total = 1;
    Snapshot snapshot = snapshotOf(component(u"store"_s, ComponentState::Running), run,
                                   task(u"run-1"_s, u"load"_s, ExecutionState::Running), client(u"c1"_s, u"ann"_s));
    for (const QString &name : {u"message_bytes"_s, u"answer_bytes"_s, u"backlog_bytes"_s, u"tasks"_s, u"jobs"_s})
        snapshot.server.limits.append({name, u"65536"_s});
    return snapshot;
}

} // namespace

void RoomTest::cleanup()
{
    end();
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
}

void RoomTest::choicesShowTheirWords_data()
{
    QTest::addColumn<QString>("language");
    for (const QString &language : {u"en"_s, u"de"_s, u"ar"_s})
        QTest::newRow(qPrintable(language)) << language;
}

// In the window as it is first shown each box is as wide as the longest of its entries.
void RoomTest::choicesShowTheirWords()
{
    QFETCH(QString, language);
    const QLocale before;
    const auto asBefore = qScopeGuard([&before] {
        qDeleteAll(qApp->findChildren<QTranslator *>());
        QLocale::setDefault(before);
    });
    loadTranslations(*qApp, QLocale(language));
    begin(populated());
    QVERIFY(open());
    link->tick();
    int seen = 0;
    const QList<PageEntry> pages = pageList();
    for (const PageEntry &entry : pages) {
        window->open(entry.id);
        QWidget *page = window->page(entry.id);
        const QList<DataTable *> tables = page->findChildren<DataTable *>();
        for (DataTable *table : tables) {
            if (table->isVisible() && table->model()->rowCount() > 0)
                table->setCurrentIndex(table->model()->index(0, 0));
        }
        const QList<QComboBox *> boxes = page->findChildren<QComboBox *>();
        const QList<QTabWidget *> tabs = page->findChildren<QTabWidget *>();
        for (QComboBox *box : boxes) {
            for (QTabWidget *tab : tabs) {
                for (int i = 0; i < tab->count(); ++i) {
                    if (tab->widget(i)->isAncestorOf(box))
                        tab->setCurrentIndex(i);
                }
            }
            for (int i = 0; i < 5; ++i)
                QCoreApplication::processEvents();
            if (!box->isVisible())
                continue;
            ++seen;
            int longest = 0;
            for (int i = 0; i < box->count(); ++i)
                longest = std::max(longest, box->fontMetrics().horizontalAdvance(box->itemText(i)));
            QStyleOptionComboBox option;
            option.initFrom(box);
            const QRect room =
                box->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, box);
            QVERIFY2(longest <= room.width() - 2, qPrintable(entry.key + u": "_s + box->itemText(0)));
        }
    }
    QVERIFY(seen >= 12);
}

// What scrolls begins where the page does; the room for the scroll bar is where that stands.
void RoomTest::scrollBarsHaveRoomOnTheirSide()
{
    for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        QGuiApplication::setLayoutDirection(direction);
        begin(populated());
        QVERIFY(open(QSize(1280, 500)));
        window->open(PageId::Server);
        const auto *area = window->page(PageId::Server)->findChild<QScrollArea *>();
        QTRY_VERIFY(area->verticalScrollBar()->isVisible());
        const QRect sheet = area->viewport()->geometry();
        const QRect bar(area->verticalScrollBar()->mapTo(area, QPoint()), area->verticalScrollBar()->size());
        const bool isLeftToRight = direction == Qt::LeftToRight;
        QCOMPARE(isLeftToRight ? sheet.left() : area->width() - sheet.right() - 1, 0);
        QCOMPARE(isLeftToRight ? bar.left() - sheet.right() - 1 : sheet.left() - bar.right() - 1, int(spacing::tight));
        end();
    }
}

void RoomTest::textStandsWhereReadingBegins_data()
{
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::addColumn<QString>("text");
    QTest::newRow("English in English") << Qt::LeftToRight << u"Word Index"_s;
    QTest::newRow("Arabic in English") << Qt::LeftToRight << u"المكوّنات"_s;
    QTest::newRow("English in Arabic") << Qt::RightToLeft << u"Word Index"_s;
    QTest::newRow("Arabic in Arabic") << Qt::RightToLeft << u"المكوّنات"_s;
}

// In an Arabic window the English name of a component stands right, above the Arabic words beneath.
void RoomTest::textStandsWhereReadingBegins()
{
    QFETCH(Qt::LayoutDirection, direction);
    QFETCH(QString, text);
    QGuiApplication::setLayoutDirection(direction);
    TextLabel label(TextStyle::Body);
    label.setText(text);
    label.resize(400, 40);
    const QImage image = label.grab().toImage();
    const QRgb ground = image.pixel(image.width() / 2, 0);
    const auto isInk = [&image, ground](int left, int right) {
        for (int y = 0; y < image.height(); ++y) {
            for (int x = left; x < right; ++x) {
                if (image.pixel(x, y) != ground)
                    return true;
            }
        }
        return false;
    };
    const int middle = image.width() / 2;
    QCOMPARE(isInk(0, middle), direction == Qt::LeftToRight);
    QCOMPARE(isInk(middle, image.width()), direction == Qt::RightToLeft);
}

void RoomTest::textIsCutAfterItsLines_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("lines"); // that are shown
    QTest::addColumn<bool>("cut");
    QTest::newRow("short") << u"exit status 1"_s << 1 << false;
    QTest::newRow("two lines") << u"one\ntwo"_s << 2 << false;
    QTest::newRow("three lines") << u"one\ntwo\nthree"_s << 2 << true;
    QTest::newRow("many words") << u"as many words as go into three lines of this room "_s.repeated(3) << 2 << true;
    QTest::newRow("one long word") << u"x"_s.repeated(400) << 2 << true;
}

void RoomTest::textIsCutAfterItsLines()
{
    QFETCH(QString, text);
    QFETCH(int, lines);
    QFETCH(bool, cut);
    TextLabel label(TextStyle::Body);
    label.resize(40 * label.fontMetrics().averageCharWidth(), 100);
    label.setElided(text, {}, 2);
    label.show();
    const QStringList shown = label.text().split(u'\n');
    QCOMPARE(shown.size(), lines);
    for (const QString &line : shown)
        QVERIFY2(label.fontMetrics().horizontalAdvance(line) <= label.width(), qPrintable(line));
    QCOMPARE(label.text().endsWith(u'…'), cut);
    QCOMPARE(label.toolTip().isEmpty(), !cut);
    QCOMPARE(label.whole(), text);
    QCOMPARE(label.accessibleName(), text);
}

QTEST_MAIN(RoomTest)
#include "tst_room.moc"
