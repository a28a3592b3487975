// SPDX-License-Identifier: GPL-3.0-or-later
// The card of a component: what it offers, what it says, and where the focus goes.
#include "tests/support/builders.h"
#include "tests/support/fakewindow.h"
#include "widgets/cards/componentcard.h"
#include "widgets/controls/livelabel.h"
#include "widgets/pages/componentspage.h"
#include "widgets/pages/overviewpage.h"
#include "widgets/text/plain.h"

#include <QAccessible>
#include <QApplication>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::widgets;
using namespace signalbox::test;

class ComponentCardTest : public test::FakeWindow
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { end(); }
    void cardsShowStateAndOfferOnlyWhatCanSucceed_data();
    void cardsShowStateAndOfferOnlyWhatCanSucceed();
    void refusalsAreShownOnTheCard();
    void reasonsAreShortAndTheirTipsAreNot();
    void whatStartsCanBeStopped();
    void focusComesBackToTheButton();
    void cardsAreButtons();
    void memoryThatMayCountTwiceSaysSo();
    void saysWhatTheComponentIsFor();
    void whatDoesNotFitEndsInAnEllipsis();
};

void ComponentCardTest::init()
{
    begin(snapshotOf(component(u"store"_s, ComponentState::Running), component(u"index"_s, ComponentState::Error),
                     component(u"report"_s)));
    QVERIFY(open());
    link->tick();
}

void ComponentCardTest::cardsShowStateAndOfferOnlyWhatCanSucceed_data()
{
    QTest::addColumn<ComponentState>("state");
    QTest::addColumn<bool>("start");
    QTest::addColumn<bool>("stop");
    QTest::addColumn<bool>("restart");
    QTest::newRow("stopped") << ComponentState::Stopped << true << false << false;
    QTest::newRow("starting") << ComponentState::Starting << false << true << false;
    QTest::newRow("running") << ComponentState::Running << false << true << true;
    QTest::newRow("stopping") << ComponentState::Stopping << false << false << false;
    QTest::newRow("error") << ComponentState::Error << true << false << true;
}

void ComponentCardTest::cardsShowStateAndOfferOnlyWhatCanSucceed()
{
    QFETCH(ComponentState, state);
    auto &overview = page<OverviewPage>(PageId::Overview);
    link->change(ComponentChanged{component(u"store"_s, state)});
    ComponentCard &card = *overview.card(u"store"_s);
    QCOMPARE(card.stateWord().toLower(), toString(state));
    QTEST(card.startButton().isEnabled(), "start");
    QTEST(card.stopButton().isEnabled(), "stop");
    QTEST(card.restartButton().isEnabled(), "restart");
}

void ComponentCardTest::saysWhatTheComponentIsFor()
{
    Component store = component(u"store"_s, ComponentState::Running);
    store.description = u"Keeps <all> orders"_s;
    link->change(ComponentChanged{store});
    ComponentCard &card = *page<OverviewPage>(PageId::Overview).card(u"store"_s);
    QCOMPARE(card.toolTip(), plain(store.description));
    QAccessibleInterface *seen = QAccessible::queryAccessibleInterface(&card);
    QCOMPARE(seen->text(QAccessible::Description), plain(store.description));
    auto &components = page<ComponentsPage>(PageId::Components, u"store"_s);
    QTRY_COMPARE(components.detail().description(), store.description);
    const QModelIndex row = components.table().currentIndex();
    QCOMPARE(row.siblingAtColumn(ComponentsModel::Name).data(Qt::ToolTipRole).toString(), store.description);
}

void ComponentCardTest::memoryThatMayCountTwiceSaysSo()
{
    Component running = component(u"store"_s, ComponentState::Running);
    running.pid = 4711;
    link->change(ComponentChanged{running});
    ComponentCard &card = *page<OverviewPage>(PageId::Overview).card(u"store"_s);
    const auto shown = [&card](const QString &text) {
        const QList<LiveLabel *> labels = card.findChildren<LiveLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&text](const LiveLabel *label) { return label->shownText() == text; });
    };
    for (const bool countsShared : {true, false}) {
        MetricsSample sample;
        sample.components.insert(running.id, {.pid = 4711, .memoryMb = 12.5, .countsShared = countsShared});
        link->change(MetricsSampled{sample});
        QVERIFY2(shown(countsShared ? u"≤ 12.5 MiB"_s : u"12.5 MiB"_s), countsShared ? "at most" : "exactly");
    }
}

void ComponentCardTest::refusalsAreShownOnTheCard()
{
    ComponentCard &card = *page<OverviewPage>(PageId::Overview).card(u"report"_s);
    card.startButton().click();
    QVERIFY(link->lastCommand<StartComponent>());
    QCOMPARE(link->lastCommand<StartComponent>()->id, u"report"_s);
    QVERIFY(!card.startButton().isEnabled()); // while the start is under way
    link->complete(Error{ErrorCode::Forbidden, u"this needs the role 'operator'"_s});
    QCOMPARE(card.message(), u"this needs the role 'operator'"_s);
    QVERIFY(card.startButton().isEnabled());
    card.startButton().click();
    link->complete();
    QVERIFY(card.message().trimmed().isEmpty());
}

void ComponentCardTest::reasonsAreShortAndTheirTipsAreNot()
{
    Component index = component(u"index"_s, ComponentState::Error);
    index.reason = index.error = {Why::NoSuchProgram, {u"foo"_s, u"/usr/bin:/bin"_s}};
    link->change(ComponentChanged{index});
    ComponentCard &card = *page<OverviewPage>(PageId::Overview).card(u"index"_s);
    const QList<QLabel *> labels = card.findChildren<QLabel *>();
    const QString inFull = plain(index.error.inFull());
    const auto found = std::find_if(labels.cbegin(), labels.cend(),
                                    [&inFull](const QLabel *label) { return label->toolTip() == inFull; });
    QVERIFY(found != labels.cend());
    QVERIFY(!(*found)->text().contains(u"/usr/bin"_s));
    auto &components = page<ComponentsPage>(PageId::Components, u"index"_s);
    const QModelIndex row = components.table().currentIndex().siblingAtColumn(ComponentsModel::Reason);
    QCOMPARE(row.data().toString(), index.error.text());
    QCOMPARE(row.data(Qt::ToolTipRole).toString(), index.error.inFull().text());
}

void ComponentCardTest::whatStartsCanBeStopped()
{
    ComponentCard &card = *page<OverviewPage>(PageId::Overview).card(u"report"_s);
    card.startButton().click();
    link->change(ComponentChanged{component(u"report"_s, ComponentState::Starting)});
    QVERIFY(card.stopButton().isEnabled()); // a start that is under way can be stopped
    card.stopButton().click();
    QVERIFY(link->lastCommand<StopComponent>());
    QVERIFY(!card.stopButton().isEnabled()); // the stop is under way
}

void ComponentCardTest::focusComesBackToTheButton()
{
    ComponentCard &card = *page<OverviewPage>(PageId::Overview).card(u"report"_s);
    window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
    card.startButton().setFocus();
    QTest::keyClick(&card.startButton(), Qt::Key_Space);
    QVERIFY(!card.startButton().isEnabled());
    QCOMPARE(QApplication::focusWidget(), &card); // not the next button, which has another effect
    link->complete(Error{ErrorCode::Forbidden, u"this needs the role 'operator'"_s});
    QCOMPARE(QApplication::focusWidget(), &card.startButton());
}

void ComponentCardTest::cardsAreButtons()
{
    auto &overview = page<OverviewPage>(PageId::Overview);
    ComponentCard *card = nullptr;
    QTRY_VERIFY(card = overview.findChild<ComponentCard *>());
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(card);
    QCOMPARE(face->role(), QAccessible::Button);
    QVERIFY(face->text(QAccessible::Name).contains(u"The "_s));
    QVERIFY(face->actionInterface()->actionNames().contains(QAccessibleActionInterface::pressAction()));
    face->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
    QCOMPARE(window->currentPage(), PageId::Overview);
    face->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(window->currentPage(), PageId::Components);
}

void ComponentCardTest::whatDoesNotFitEndsInAnEllipsis()
{
    const auto pictureOf = [](const QString &text) {
        LiveLabel label(TextStyle::Caption);
        label.showText(text);
        label.resize(90, 20);
        return label.grab().toImage();
    };
    const QString text = u"Not tried again, since 10:42:17"_s;
    const QString cut = LiveLabel(TextStyle::Caption).fontMetrics().elidedText(text, Qt::ElideRight, 90);
    QVERIFY(cut != text && cut.endsWith(u'…'));
    QCOMPARE(pictureOf(text), pictureOf(cut));
    QVERIFY(pictureOf(text) != pictureOf(text.left(cut.size())));
}

QTEST_MAIN(ComponentCardTest)
#include "tst_componentcard.moc"
