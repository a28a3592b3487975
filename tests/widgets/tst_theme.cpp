// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/livelabel.h"
#include "widgets/controls/textlabel.h"
#include "widgets/look/applytheme.h"
#include "widgets/look/icons.h"
#include "widgets/look/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QHBoxLayout>
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
    void switchesAtRunTime();
    void aNewFigureLaysNothingOutAgain();
    void iconsAreThereAndFollowThePalette();
};

void ThemeTest::everythingCanBeRead_data()
{
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("ground");
    for (const bool dark : {false, true}) {
        const Colours &c = colours(dark);
        const auto row = [dark](const QString &name, const QColor &text, const QColor &ground) {
            QTest::newRow(qPrintable((dark ? u"dark "_s : u"light "_s) + name)) << text << ground;
        };
        for (const auto &[name, ground] : {std::pair(u"window"_s, c.window), std::pair(u"surface"_s, c.surface)}) {
            row(u"text on "_s + name, c.text, ground);
            row(u"muted on "_s + name, c.muted, ground);
            row(u"bad on "_s + name, c.bad.text, ground);
            row(u"accent on "_s + name, c.accent, ground);
        }
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
