// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/card.h"
#include "widgets/icons.h"
#include "widgets/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QHBoxLayout>
#include <QTest>

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
            QTest::newRow(qPrintable((dark ? QStringLiteral("dark ") : QStringLiteral("light ")) + name))
                << text << ground;
        };
        for (const auto &[name, ground] :
             {std::pair(QStringLiteral("window"), c.window), std::pair(QStringLiteral("surface"), c.surface)}) {
            row(QStringLiteral("text on ") + name, c.text, ground);
            row(QStringLiteral("muted on ") + name, c.muted, ground);
            row(QStringLiteral("bad on ") + name, c.bad.text, ground);
            row(QStringLiteral("accent on ") + name, c.accent, ground);
        }
        row(QStringLiteral("on accent"), c.onAccent, c.accent);
        row(QStringLiteral("neutral badge"), c.neutral.text, c.neutral.fill);
        row(QStringLiteral("good badge"), c.good.text, c.good.fill);
        row(QStringLiteral("busy badge"), c.busy.text, c.busy.fill);
        row(QStringLiteral("bad badge"), c.bad.text, c.bad.fill);
        for (std::size_t i = 0; i < c.series.size(); ++i)
            row(QStringLiteral("series %1").arg(i), c.series[i], c.surface);
    }
}

void ThemeTest::everythingCanBeRead()
{
    QFETCH(QColor, text);
    QFETCH(QColor, ground);
    const double ratio = contrast(text, ground);
    QVERIFY2(ratio >= 4.5, qPrintable(QStringLiteral("%1 on %2: %3").arg(text.name(), ground.name()).arg(ratio)));
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
    label->showText(QStringLiteral("100.0 %"));
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
    QCOMPARE(label->accessibleName(), QString()); // setting it is read out
    label->setAccessibleName(QStringLiteral("CPU"));
    QCOMPARE(QAccessible::queryAccessibleInterface(label)->text(QAccessible::Name), QStringLiteral("CPU: 88.8 %"));
    QCOMPARE(host.layouts, 0);
    QCOMPARE(label->sizeHint().width(), room);
    label->showText(QStringLiteral("100,000.0 MiB")); // never cut
    QCoreApplication::processEvents();
    QVERIFY(host.layouts > 0);
    QVERIFY(label->width() >= label->fontMetrics().horizontalAdvance(label->shownText()));
}

void ThemeTest::iconsAreThereAndFollowThePalette()
{
    applyTheme(*qApp, ThemeMode::Light);
    const QImage light = icon(QStringLiteral("overview")).pixmap(24, 24).toImage();
    applyTheme(*qApp, ThemeMode::Dark);
    const QImage dark = icon(QStringLiteral("overview")).pixmap(24, 24).toImage();
    QImage nothing(light.size(), light.format());
    nothing.fill(Qt::transparent);
    QVERIFY(light != nothing);
    QVERIFY(light != dark);
}

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
