// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/livelabel.h"
#include "widgets/controls/textlabel.h"
#include "widgets/look/applytheme.h"
#include "widgets/look/icons.h"
#include "widgets/look/style.h"
#include "widgets/look/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::widgets;

class ThemeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingCanBeRead_data();
    void everythingCanBeRead();
    void keepsTheDesktopsPalette();
    void ringsAreTheStyles();
    void switchesAtRunTime();
    void aNewFigureLaysNothingOutAgain();
    void iconsAreThereAndFollowThePalette();
};

namespace {

QPalette desktop(QRgb window, QRgb base, QRgb text, QRgb highlight, QRgb highlightedText)
{
    QPalette palette((QColor(window)));
    palette.setColor(QPalette::Base, QColor(base));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(role, QColor(text));
    palette.setColor(QPalette::Highlight, QColor(highlight));
    palette.setColor(QPalette::HighlightedText, QColor(highlightedText));
    return palette;
}

QList<std::pair<QString, QPalette>> themes()
{
    return {{u"light"_s, makePalette(colours(false))},
            {u"dark"_s, makePalette(colours(true))},
            {u"desktop, light"_s, desktop(0xeff0f1, 0xfcfcfc, 0x232629, 0x3daee9, 0xfcfcfc)},
            {u"desktop, dark"_s, desktop(0x202326, 0x141618, 0xfcfcfc, 0x3daee9, 0xfcfcfc)},
            {u"desktop, pale highlight"_s, desktop(0xf6f5f4, 0xffffff, 0x2e3436, 0xfff3b0, 0x000000)},
            {u"desktop, grey"_s, desktop(0xb0b0b0, 0xc0c0c0, 0x000000, 0x000080, 0xffffff)},
            {u"desktop, white on black"_s, desktop(0x000000, 0x000000, 0xffffff, 0xffff00, 0x000000)},
            {u"desktop, black on white"_s, desktop(0xffffff, 0xffffff, 0x000000, 0x000000, 0xffffff)}};
}

} // namespace

void ThemeTest::everythingCanBeRead_data()
{
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("ground");
    for (const auto &[theme, palette] : themes()) {
        const Colours &c = colours(palette);
        const auto row = [&theme = theme](const QString &name, const QColor &text, const QColor &ground) {
            QTest::newRow(qPrintable(theme + u' ' + name)) << text << ground;
        };
        for (const auto &[name, ground] : {std::pair(u"window"_s, c.window), std::pair(u"surface"_s, c.surface)}) {
            row(u"text on "_s + name, c.text, ground);
            row(u"muted on "_s + name, c.muted, ground);
            row(u"bad on "_s + name, c.bad.text, ground);
            if (!theme.startsWith(u"desktop"_s))
                row(u"accent on "_s + name, c.accent, ground);
            QVERIFY(contrast(c.line, ground) >= 3.0);
        }
        if (!theme.startsWith(u"desktop"_s)) // the desktop answers for its own highlight
            row(u"on accent"_s, c.onAccent, c.accent);
        row(u"neutral badge"_s, c.neutral.text, c.neutral.fill);
        row(u"good badge"_s, c.good.text, c.good.fill);
        row(u"busy badge"_s, c.busy.text, c.busy.fill);
        row(u"bad badge"_s, c.bad.text, c.bad.fill);
        for (std::size_t i = 0; i < c.series.size(); ++i)
            row(u"series %1"_s.arg(i), c.series[i], c.surface);
    }
}

void ThemeTest::everythingCanBeRead()
{
    QFETCH(QColor, text);
    QFETCH(QColor, ground);
    const double ratio = contrast(text, ground);
    QVERIFY2(ratio >= 4.5, qPrintable(u"%1 on %2: %3"_s.arg(text.name(), ground.name()).arg(ratio)));
}

void ThemeTest::keepsTheDesktopsPalette()
{
    const QPalette standard = desktop(0xefefef, 0xffffff, 0x000000, 0x308cc6, 0xffffff);
    for (const auto &[theme, palette] : themes()) {
        QCOMPARE(paletteFor(ThemeMode::System, palette, standard), palette);
        QCOMPARE(paletteFor(ThemeMode::Light, palette, standard), makePalette(colours(false)));
        QCOMPARE(paletteFor(ThemeMode::Dark, palette, standard), makePalette(colours(true)));
        QCOMPARE(colours(palette).accent, palette.color(QPalette::Highlight));
        QCOMPARE(colours(palette).window, palette.color(QPalette::Window));
    }
    // One without a palette of its own, and one whose words cannot be read on both grounds.
    QCOMPARE(paletteFor(ThemeMode::System, standard, standard), makePalette(colours(false)));
    const QPalette torn = desktop(0x202020, 0xffffff, 0xf0f0f0, 0x308cc6, 0xffffff);
    QCOMPARE(paletteFor(ThemeMode::System, torn, standard), makePalette(colours(true)));
    // A high contrast is not softened.
    const Colours &stark = colours(themes().constLast().second);
    QCOMPARE(stark.border, QColor(Qt::black));
    QCOMPARE(stark.muted, QColor(Qt::black));
}

void ThemeTest::ringsAreTheStyles()
{
    applyTheme(*qApp, ThemeMode::Light);
    QWidget widget;
    const auto paint = [&widget](const QColor &ground) {
        QImage image(40, 40, QImage::Format_RGB32);
        image.fill(ground);
        QPainter painter(&image);
        drawFocusRing(painter, widget, image.rect(), 0, ground);
        painter.end();
        return image;
    };
    const Colours &c = colours(false);
    QCOMPARE(paint(c.surface).pixelColor(20, 0), c.line);
    QCOMPARE(paint(c.surface).pixelColor(20, 1), c.line);
    QCOMPARE(paint(c.surface).pixelColor(20, 2), c.surface);
    QCOMPARE(paint(c.accent).pixelColor(20, 0), c.onAccent);
}

void ThemeTest::switchesAtRunTime()
{
    applyTheme(*qApp, ThemeMode::Dark);
    QVERIFY(isDark(QApplication::palette()));
    QWidget widget;
    TextLabel muted(TextStyle::Body, TextLabel::Tone::Muted, &widget);
    widget.show();
    QCOMPARE(muted.palette().color(QPalette::WindowText), colours(true).muted);
    QVERIFY(colours(widget.palette()).dark);
    applyTheme(*qApp, ThemeMode::Light);
    QVERIFY(!isDark(QApplication::palette()));
    QTRY_VERIFY(!colours(widget.palette()).dark);
    QCOMPARE(muted.palette().color(QPalette::WindowText), colours(false).muted);
    muted.setTone(TextLabel::Tone::Normal);
    QCOMPARE(muted.palette().color(QPalette::WindowText), colours(false).text);
}

void ThemeTest::aNewFigureLaysNothingOutAgain()
{
    struct Host : QWidget
    {
        int layouts = 0;
        bool event(QEvent *event) override
        {
            layouts += event->type() == QEvent::LayoutRequest;
            return QWidget::event(event);
        }
    } host;
    auto *layout = new QHBoxLayout(&host);
    auto *label = new LiveLabel(TextStyle::Figure);
    layout->addWidget(label);
    label->showText(u"100.0 %"_s);
    host.show();
    QVERIFY(QTest::qWaitForWindowExposed(&host));
    QCoreApplication::processEvents();
    host.layouts = 0;
    const int room = label->sizeHint().width();
    for (const char *text : {"12.0 %", "7.3 %", "99.9 %", "88.8 %"}) {
        label->showText(QString::fromLatin1(text));
        QCoreApplication::processEvents();
        QCOMPARE(label->shownText(), QString::fromLatin1(text));
        QCOMPARE(QAccessible::queryAccessibleInterface(label)->text(QAccessible::Name), label->shownText());
    }
    QCOMPARE(label->accessibleName(), QString()); // not set: a screen reader would read each change
    label->setAccessibleName(u"CPU"_s);
    QCOMPARE(QAccessible::queryAccessibleInterface(label)->text(QAccessible::Name), u"CPU: 88.8 %"_s);
    QCOMPARE(host.layouts, 0);
    QCOMPARE(label->sizeHint().width(), room);
    label->showText(u"100,000.0 MiB"_s); // wider than the space so far: the label grows
    QCoreApplication::processEvents();
    QVERIFY(host.layouts > 0);
    QVERIFY(label->width() >= label->fontMetrics().horizontalAdvance(label->shownText()));
}

void ThemeTest::iconsAreThereAndFollowThePalette()
{
    applyTheme(*qApp, ThemeMode::Light);
    const QImage light = icon(u"overview"_s).pixmap(24, 24).toImage();
    applyTheme(*qApp, ThemeMode::Dark);
    const QImage dark = icon(u"overview"_s).pixmap(24, 24).toImage();
    QImage nothing(light.size(), light.format());
    nothing.fill(Qt::transparent);
    QVERIFY(light != nothing);
    QVERIFY(light != dark);
}

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
