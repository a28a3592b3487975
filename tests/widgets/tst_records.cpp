// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of events and clients: export, selection and remembered settings.
#include "tests/support/builders.h"
#include "tests/support/fakewindow.h"
#include "widgets/pages/clientspage.h"
#include "widgets/pages/componentspage.h"
#include "widgets/pages/eventspage.h"
#include "widgets/pages/processespage.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QSplitter>
#include <QToolButton>
#include <QTranslator>

using namespace signalbox;
using namespace signalbox::widgets;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

class RecordsTest : public test::FakeWindow
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { end(); }
    void outcomeOfAnExportStays_data();
    void outcomeOfAnExportStays();
    void namesInACsvAreForPrograms();
    void exportsGetTheirSuffix();
    void revealsTheComponentOfThatName();
    void aNameIsNoShortcut();
    void allFiltersOfEventsAreClearedAtOnce();
    void remembersFiltersAndSplitters();
};

namespace {

EventEntry problem(qint64 number)
{
    EventEntry made;
    made.number = number;
    made.what = u"problem"_s;
    made.isBad = true;
    made.detail = made.text = u"disk \"full\""_s;
    return made;
}

} // namespace

void RecordsTest::init()
{
    Execution call = execution(u"call"_s, ExecutionState::Running, ExecutionKind::Process);
    call.name = u"R&D"_s;
    Snapshot snapshot = snapshotOf(component(u"store"_s), component(u"here"_s), client(u"c1"_s), call);
    for (const QString &id : {u"here"_s, u"far"_s})
        snapshot.agents[id].id = id;
    begin(snapshot);
    QVERIFY(open());
    link->tick();
}

void RecordsTest::outcomeOfAnExportStays_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("begins");
    QTest::newRow("written") << u"events.csv"_s << u"1 event"_s;
    QTest::newRow("no such folder") << u"nowhere/events.csv"_s << u"Not exported"_s;
}

void RecordsTest::outcomeOfAnExportStays()
{
    QFETCH(QString, file);
    QFETCH(QString, begins);
    auto &events = page<widgets::EventsPage>(PageId::Events);
    auto &clients = page<ClientsPage>(PageId::Clients);
    link->change(EventHappened{problem(1)});
    QVERIFY(link->answerLast<EventsQuery>(signalbox::EventsPage{}));
    QTRY_COMPARE(events.table().model()->rowCount(), 1);
    QVERIFY(clients.table().selectId(u"c1"_s));
    clients.watchAction().trigger();
    events.exportTo(folder->filePath(file));
    QVERIFY(link->answerLast<EventsQuery>(signalbox::EventsPage{{problem(1)}, false}));
    clients.inspector().exportTo(folder->filePath(file));
    link->change(EventHappened{problem(2)}); // the page goes on after a failed export
    QTRY_COMPARE(events.table().model()->rowCount(), 2);
    Q_EMIT link->clientFrames(u"c1"_s, {ClientFrame()}, 0);
    QCOMPARE(clients.inspector().frames().rowCount(), 1);
    const QColor red = colours(window->palette()).bad.text;
    const bool isBad = begins == u"Not exported";
    QVERIFY2(events.outcome().text().startsWith(begins), qPrintable(events.outcome().text()));
    QVERIFY(clients.inspector().outcome().isVisible());
    QVERIFY(clients.inspector().outcome().text().startsWith(isBad ? begins : u"0 messages"_s));
    for (const TextLabel *label : {&events.outcome(), &clients.inspector().outcome()}) {
        QVERIFY(!label->isHidden());
        QCOMPARE(label->palette().color(QPalette::WindowText) == red, isBad);
    }
}

void RecordsTest::namesInACsvAreForPrograms()
{
    class : public QTranslator
    {
        bool isEmpty() const override { return false; }
        QString translate(const char *, const char *, const char *, int) const override { return u"Ü"_s; }
    } foreign;
    auto &events = page<widgets::EventsPage>(PageId::Events);
    QCoreApplication::installTranslator(&foreign);
    events.exportTo(folder->filePath(u"e.csv"_s));
    const bool answered = link->answerLast<EventsQuery>(signalbox::EventsPage{{problem(1)}, false});
    QCoreApplication::removeTranslator(&foreign);
    QVERIFY(answered);
    QFile file(folder->filePath(u"e.csv"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY2(text.startsWith("id,time,") && text.contains(",server,\"problem\",true,"), text.constData());
}

void RecordsTest::exportsGetTheirSuffix()
{
    auto &events = page<widgets::EventsPage>(PageId::Events);
    events.exportAction().trigger();
    auto *dialog = events.findChild<QFileDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->defaultSuffix(), u"csv"_s);
    dialog->reject();
}

void RecordsTest::revealsTheComponentOfThatName()
{
    auto &components = page<ComponentsPage>(PageId::Components, u"here"_s);
    QCOMPARE(components.table().currentId(), u"here"_s); // the component, not the agent of that name
    components.filterField().setText(u"store"_s);
    page<ComponentsPage>(PageId::Components, u"gone"_s);
    QCOMPARE(components.filterField().text(), u"store"_s);
    page<ComponentsPage>(PageId::Components, u"here"_s);
    QCOMPARE(components.table().currentId(), u"here"_s);
    page<ComponentsPage>(PageId::Components, u"far"_s);
    QCOMPARE(components.agents().table().currentId(), u"far"_s);
}

void RecordsTest::aNameIsNoShortcut()
{
    auto &overview = page<Page>(PageId::Overview);
    auto *button = overview.findChild<QToolButton *>(u"call"_s);
    QVERIFY(button);
    QCOMPARE(button->text(), u"R&&D"_s);
    QVERIFY(button->shortcut().isEmpty());
    auto &processes = page<ProcessesPage>(PageId::Processes, u"call"_s);
    const auto *tabs = processes.findChild<QTabWidget *>();
    QVERIFY2(tabs->tabText(0).endsWith(u" R&&D"), qPrintable(tabs->tabText(0)));
}

void RecordsTest::allFiltersOfEventsAreClearedAtOnce()
{
    auto &events = page<widgets::EventsPage>(PageId::Events);
    EventFilters &filters = events.filters();
    QVERIFY(!filters.clearButton().isEnabled());
    filters.text().setText(u"disk"_s);
    filters.kind().setCurrentIndex(2);
    filters.onlyBad().setChecked(true);
    QCOMPARE(events.table().accessibleDescription(), u"Nothing matches the filter."_s);
    const qsizetype asked = link->asked.size();
    filters.clearButton().click();
    QCOMPARE(link->asked.size(), asked + 1);
    QCOMPARE(link->lastQuery<EventsQuery>()->text, QString());
    QVERIFY(link->lastQuery<EventsQuery>()->kinds.isEmpty() && !link->lastQuery<EventsQuery>()->onlyBad);
    QVERIFY(!filters.clearButton().isEnabled());
    QVERIFY2(events.table().accessibleDescription().startsWith(u"Nothing happened yet."_s),
             qPrintable(events.table().accessibleDescription()));
}

void RecordsTest::remembersFiltersAndSplitters()
{
    auto &events = page<widgets::EventsPage>(PageId::Events);
    events.filters().text().setText(u"disk"_s);
    events.filters().kind().setCurrentIndex(2);
    auto &clients = page<ClientsPage>(PageId::Clients);
    clients.watchAction().setChecked(true);
    clients.splitter().setSizes({400, 180});
    const QList<int> sizes = clients.splitter().sizes();
    auto &processes = page<ProcessesPage>(PageId::Processes);
    const auto left = [](const ProcessesPage &page) {
        const QList<QSplitter *> all = page.findChildren<QSplitter *>();
        return *std::find_if(all.cbegin(), all.cend(), [](auto *one) { return one->orientation() == Qt::Vertical; });
    };
    left(processes)->setSizes({500, 150});
    const QList<int> heights = left(processes)->sizes();
    QVERIFY(open());
    link->tick();
    auto &eventsAgain = page<widgets::EventsPage>(PageId::Events);
    QCOMPARE(eventsAgain.filters().text().text(), QString()); // what one looked for last time hides what is new
    QCOMPARE(eventsAgain.filters().kind().currentIndex(), 2);
    auto &clientsAgain = page<ClientsPage>(PageId::Clients);
    clientsAgain.watchAction().setChecked(true);
    QTRY_VERIFY(std::abs(clientsAgain.splitter().sizes()[0] - sizes[0]) < 20); // the splitter keeps its proportions
    QTRY_COMPARE(left(page<ProcessesPage>(PageId::Processes))->sizes(), heights);
}

QTEST_MAIN(RecordsTest)
#include "tst_records.moc"
