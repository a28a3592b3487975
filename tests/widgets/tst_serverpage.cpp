// SPDX-License-Identifier: GPL-3.0-or-later
// The page of the server: modes, reload, tokens, listeners.
#include "tests/support/builders.h"
#include "tests/support/fakewindow.h"
#include "widgets/cards/modecard.h"
#include "widgets/controls/tablecard.h"
#include "widgets/dialogs/tokendialog.h"
#include "widgets/pages/serverpage.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::widgets;
using namespace signalbox::test;

class ServerPageTest : public test::FakeWindow
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { end(); }
    void switchesModesAndAsksBeforeEnding();
    void reloadsAndTellsWhyNot();
    void issuesATokenAndShowsItOnce();
    void listenersClaimNoClients();
};

void ServerPageTest::init()
{
    Snapshot snapshot = snapshotOf(execution(u"run-1"_s, ExecutionState::Running));
    snapshot.server.users = {{u"admin"_s, {}, {}, {u"admin"_s}}, {u"mira"_s, {}, {}, {u"operator"_s}}};
    begin(snapshot);
    QVERIFY(open());
    link->tick();
}

void ServerPageTest::switchesModesAndAsksBeforeEnding()
{
    ModeCard &mode = page<ServerPage>(PageId::Server).mode();
    QVERIFY(mode.button(Mode::Normal).isChecked());
    mode.button(Mode::Maintenance).click();
    QVERIFY(link->lastCommand<SetMode>()->mode == Mode::Maintenance);
    QVERIFY(mode.button(Mode::Normal).isChecked()); // until the server has changed the mode
    link->complete(Error{ErrorCode::Forbidden, u"this needs the role 'admin'"_s});
    QCOMPARE(mode.error(), u"this needs the role 'admin'"_s);
    const qsizetype before = link->submitted.size();
    mode.button(Mode::Halted).click(); // needs a confirmation: run-1 is running
    QCOMPARE(link->submitted.size(), before);
    QVERIFY(mode.confirmButton().isVisible());
    QCOMPARE(mode.question(), u"This ends 1 pipelines: The run-1."_s);
    for (int i = 2; i <= 7; ++i) {
        link->now += Milliseconds(1);
        Execution more = execution(u"run-%1"_s.arg(i), ExecutionState::Running);
        more.createdAt = link->now;
        link->change(ExecutionChanged{more});
    }
    QTRY_COMPARE(mode.question(),
                 u"This ends 7 pipelines: The run-1, The run-2, The run-3, The run-4, The run-5 and 2 more."_s);
    mode.confirmButton().click();
    QVERIFY(link->lastCommand<SetMode>()->mode == Mode::Halted);
    link->change(ModeChanged{Mode::Halted});
    link->complete();
    QVERIFY(mode.button(Mode::Halted).isChecked());
    QVERIFY(!mode.confirmButton().isVisible());
}

void ServerPageTest::reloadsAndTellsWhyNot()
{
    auto &server = page<ServerPage>(PageId::Server);
    server.reloadButton().click();
    QVERIFY(link->lastCommand<ReloadConfiguration>());
    QVERIFY(!server.reloadButton().isEnabled());
    link->complete(Error{ErrorCode::InvalidArgument, u"line 3: unknown key"_s});
    QVERIFY(server.reloadOutcome().contains(u"line 3: unknown key"_s));
    server.reloadButton().click();
    ServerInfo info = link->snapshot().server;
    info.reload = ReloadReport{Timestamp(Milliseconds(0)), {u"[[component]]"_s}, {u"[auth]"_s, u"[pow]"_s}, {}};
    link->change(ServerChanged{info});
    link->complete();
    QVERIFY(server.reloadOutcome().startsWith(u"Reloaded"_s));
    QVERIFY(server.reloadOutcome().contains(u"Applied: [[component]]"_s));
    QVERIFY(server.reloadOutcome().contains(u"At the next start: [auth], [pow]"_s));
    ReloadItem port;
    port.section = u"[[listener]]"_s;
    port.which = u"port 9001"_s;
    port.change = ReloadItem::Change::Added;
    info.reload->waiting = {u"[[listener]]"_s, u"[[user]]"_s};
    info.reload->waitingItems = {port};
    link->change(ServerChanged{info});
    QTRY_VERIFY2(server.reloadOutcome().contains(u"At the next start: [[listener]] port 9001: added, [[user]]"_s),
                 qPrintable(server.reloadOutcome())); // of a password the section alone
}

void ServerPageTest::issuesATokenAndShowsItOnce()
{
    auto &server = page<ServerPage>(PageId::Server);
    server.tokenButton().click();
    QPointer<TokenDialog> dialog = server.tokenDialog();
    QVERIFY(dialog);
    QVERIFY(!dialog->token().isVisible());
    dialog->user().setCurrentIndex(dialog->user().findData(u"mira"_s));
    dialog->issueButton().click();
    const auto *command = link->lastCommand<IssueToken>();
    QCOMPARE(command->user, u"mira"_s);
    QCOMPARE(command->lifetime.count(), qint64(3'600'000));
    QVERIFY(!dialog->issueButton().isEnabled());
    link->tell(u"a.b.c"_s);
    link->complete({}, u"mira"_s);
    QVERIFY(dialog->token().isVisible());
    QVERIFY(dialog->token().isReadOnly());
    QCOMPARE(dialog->token().text(), u"a.b.c"_s);
    QVERIFY(dialog->explanation().startsWith(u"For mira, good for 1 h"_s));
    dialog->copyButton().click();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"a.b.c"_s);
    const qsizetype commands = link->submitted.size();
    QTest::keyClick(&dialog->copyButton(), Qt::Key_Return);
    QCOMPARE(link->submitted.size(), commands); // no second token: it could not be taken back

    dialog->amount().setValue(30);
    dialog->unit().setCurrentIndex(dialog->unit().findText(u"days"_s));
    dialog->issueButton().click();
    QVERIFY(!dialog->token().isVisible()); // not mistaken for the next token
    QVERIFY(dialog->token().text().isEmpty());
    QCOMPARE(link->lastCommand<IssueToken>()->lifetime, Milliseconds(std::chrono::hours(24 * 30)));
    link->complete(Error{ErrorCode::NotFound, u"there is no user 'mira'"_s});
    QCOMPARE(dialog->error(), u"there is no user 'mira'"_s);
    QVERIFY(dialog->issueButton().isEnabled());
    dialog->reject();
    QTRY_VERIFY(!dialog);
    server.tokenButton().click();
    QVERIFY(server.tokenDialog()->token().text().isEmpty());
    QVERIFY(server.tokenDialog()->error().isEmpty());
    server.tokenDialog()->reject();
    link->loseConnection();
    QVERIFY(!server.tokenButton().isEnabled());
}

void ServerPageTest::listenersClaimNoClients()
{
    ServerInfo server = link->snapshot().server;
    server.listeners = {{{u"::1"_s}, 9001, {u"sutra"_s}, true},
                        {{u"127.0.0.1"_s, u"192.168.1.5"_s, u"::1"_s}, 9002, {u"ark"_s, u"pow"_s}, false}};
    link->change(ServerChanged{server});
    auto &page = this->page<ServerPage>(PageId::Server);
    const QList<TableCard *> cards = page.findChildren<TableCard *>();
    const QList<QStringList> expected{{u"[::1]:9001"_s, u"sutra"_s, u"listening · encrypted (TLS)"_s},
                                      {u"localhost:9002, 192.168.1.5:9002"_s, u"ark, pow"_s,
                                       u"listening · not encrypted"_s}}; // both loopbacks are one name
    QVERIFY(std::any_of(cards.cbegin(), cards.cend(), [&](const TableCard *card) { return card->rows() == expected; }));
}

QTEST_MAIN(ServerPageTest)
#include "tst_serverpage.moc"
