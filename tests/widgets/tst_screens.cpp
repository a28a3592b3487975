// SPDX-License-Identifier: GPL-3.0-or-later
// The window on screens of several sizes: run once for each screen-*.json in tests/support, and one with scaling.
#include "tests/support/builders.h"
#include "tests/support/fakewindow.h"
#include "widgets/controls/placement.h"
#include "widgets/pages/serverpage.h"
#include "widgets/shell/shortcutsdialog.h"

#include <QApplication>
#include <QDialog>
#include <QScreen>
#include <QStatusBar>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::widgets;

class ScreensTest : public test::FakeWindow
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void placesAreMadeToFit_data();
    void placesAreMadeToFit();
    void theFirstWindowFits();
    void growsNoLargerThanTheScreen_data();
    void growsNoLargerThanTheScreen();
    void comesBackFromAScreenThatIsGone_data();
    void comesBackFromAScreenThatIsGone();
    void isBroughtBackWhenAScreenGoes();
    void dialogsFit();

private:
    void show();
    QRect area() const { return window->screen()->availableGeometry(); }

    QFont usual = QApplication::font();
};

void ScreensTest::init()
{
    Snapshot snapshot = test::snapshotOf(test::pipeline(u"demo"_s, u"Demo"_s));
    snapshot.server.users = {{u"mira"_s, u"Mira"_s, {}, {u"admin"_s}}};
    begin(snapshot);
}

void ScreensTest::cleanup()
{
    end();
    QApplication::setFont(usual);
}

// With the size that the window gives itself.
void ScreensTest::show()
{
    QVERIFY(open({}));
}

void ScreensTest::placesAreMadeToFit_data()
{
    QTest::addColumn<QRect>("wanted");
    QTest::addColumn<QRect>("placed");
    QTest::newRow("fits") << QRect(100, 100, 800, 600) << QRect(100, 100, 800, 600);
    QTest::newRow("too large") << QRect(-20, 10, 1500, 1500) << QRect(0, 0, 1000, 800);
    QTest::newRow("over an edge") << QRect(600, 700, 500, 300) << QRect(500, 500, 500, 300);
    QTest::newRow("on the second screen") << QRect(1600, 50, 500, 300) << QRect(1600, 50, 500, 300);
    QTest::newRow("mostly on the second screen") << QRect(900, 50, 500, 300) << QRect(1000, 50, 500, 300);
    QTest::newRow("on none") << QRect(5000, 5000, 500, 300) << QRect(500, 500, 500, 300);
}

void ScreensTest::placesAreMadeToFit()
{
    QFETCH(QRect, wanted);
    QFETCH(QRect, placed);
    QCOMPARE(fitted(wanted, {QRect(0, 0, 1000, 800), QRect(1000, 0, 2000, 900)}), placed);
}

void ScreensTest::theFirstWindowFits()
{
    show();
    QVERIFY(window->frameGeometry().width() <= area().width());
    QVERIFY(window->frameGeometry().height() <= area().height());
    QVERIFY(window->width() <= 1280 && window->height() <= 800);
    const QSize room = area().size() - QSize(80, 80);
    QVERIFY(window->width() >= std::min(1280, room.width()) && window->height() >= std::min(800, room.height()));
}

void ScreensTest::growsNoLargerThanTheScreen_data()
{
    QTest::addColumn<int>("percent");
    QTest::newRow("usual type") << 100;
    QTest::newRow("large type") << 200;
}

// Every page scrolls where it does not fit: the window stays as it is, and the status line in sight.
void ScreensTest::growsNoLargerThanTheScreen()
{
    QFETCH(int, percent);
    QFont font = usual;
    font.setPointSizeF(usual.pointSizeF() * percent / 100.0);
    QApplication::setFont(font);
    show();
    const QSize first = window->size();
    for (const PageEntry &entry : pageList()) {
        window->open(entry.id);
        QCoreApplication::processEvents();
        QCOMPARE(window->size(), first);
        const QWidget &status = *window->statusBar();
        QVERIFY(window->rect().contains(QRect(status.mapTo(window.get(), QPoint()), status.size())));
        const QWidget &page = *window->page(entry.id);
        QVERIFY(page.width() >= page.minimumSizeHint().width() && page.height() >= page.minimumSizeHint().height());
    }
    window->resize(640, 400);
    QCoreApplication::processEvents();
    if (percent == 100)
        QCOMPARE(window->size(), QSize(640, 400));
}

void ScreensTest::comesBackFromAScreenThatIsGone_data()
{
    QTest::addColumn<QRect>("place");
    QTest::addColumn<bool>("maximized");
    QTest::newRow("to the right") << QRect(4000, 100, 900, 600) << false;
    QTest::newRow("to the left") << QRect(-3000, 100, 900, 600) << false;
    QTest::newRow("larger") << QRect(200, 100, 3000, 2000) << false;
    QTest::newRow("maximized") << QRect(4000, 100, 3000, 2000) << true;
}

void ScreensTest::comesBackFromAScreenThatIsGone()
{
    QFETCH(QRect, place);
    QFETCH(bool, maximized);
    QMainWindow before;
    before.setGeometry(place);
    if (maximized)
        before.setWindowState(Qt::WindowMaximized);
    settings->setValue(u"window/geometry"_s, before.saveGeometry());
    show();
    QCOMPARE(window->isMaximized(), maximized);
    QVERIFY(area().contains(maximized ? window->normalGeometry() : window->frameGeometry()));
}

void ScreensTest::isBroughtBackWhenAScreenGoes()
{
    show();
    window->setGeometry(QRect(area().topRight() + QPoint(500, 100), QSize(700, 420)));
    Q_EMIT qApp->screenRemoved(window->screen());
    QTRY_VERIFY(area().contains(window->frameGeometry()));
    QCOMPARE(window->size(), QSize(700, 420));
}

void ScreensTest::dialogsFit()
{
    show();
    const auto fits = [this] {
        QDialog *dialog = nullptr;
        const bool isThere = QTest::qWaitFor([&] {
            dialog = window->findChild<QDialog *>();
            return dialog && dialog->isVisible();
        });
        const bool isSmall = isThere && dialog->frameGeometry().width() <= area().width()
                             && dialog->frameGeometry().height() <= area().height();
        delete dialog;
        return isSmall;
    };
    (new ShortcutsDialog(window.get()))->open();
    QVERIFY(fits());
    window->open(PageId::Executions, u"pipeline:demo"_s);
    QVERIFY(fits());
    window->open(PageId::Server, ServerPage::token());
    QVERIFY(fits());
}

QTEST_MAIN(ScreensTest)
#include "tst_screens.moc"
