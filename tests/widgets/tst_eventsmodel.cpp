// SPDX-License-Identifier: GPL-3.0-or-later
// What the server has written down, as the window words it, filters it and goes on with it.
#include "tests/support/builders.h"
#include "tests/support/fakelink.h"
#include "widgets/models/eventsmodel.h"
#include "widgets/pages/eventfilters.h"
#include "widgets/text/eventtext.h"
#include "widgets/text/format.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>

#include <time.h>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::widgets;

using Kind = EventEntry::Kind;

class EventsModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allThatIsWrittenDownHasWords();
    void eventsAreSentences_data();
    void eventsAreSentences();
    void goesOnWhereTheAnswerEnds();
    void whatIsJoinedIsOneRow();
    void olderOnesComeOnRequest();
    void aFilterAsksAnew();
    void findsAsTheServerDoes_data();
    void findsAsTheServerDoes();
    void saysWhyThereAreNone();
    void theNightOfTheChangeIsWhole();
};

namespace {

EventEntry entry(qint64 number, const QString &what = u"failed"_s)
{
    EventEntry made;
    made.number = number;
    made.time = made.until = Timestamp(Milliseconds(number * 1000));
    made.kind = Kind::Component;
    made.what = what;
    made.isBad = what == u"failed"_s;
    made.subject = u"web"_s;
    made.name = u"The Web"_s;
    made.actor = u"mira"_s;
    made.dialect = u"sutra"_s;
    made.address = u"10.0.0.7"_s;
    made.detail = u"exit status 1"_s;
    made.text = u"The Web failed: exit status 1"_s;
    return made;
}

// Newest first, as the server answers.
EventsPage page(qint64 newest, qint64 oldest, bool hasMore = false)
{
    EventsPage page;
    for (qint64 number = newest; number >= oldest; --number)
        page.entries.append(entry(number));
    page.hasMore = hasMore;
    return page;
}

QList<qint64> numbers(const EventsModel &model)
{
    QList<qint64> result;
    for (int row = 0; row < model.rowCount(); ++row)
        result << model.entry(row).number;
    return result;
}

struct Window
{
    Window() { link.connectTo({}); }
    void answer(const EventsPage &page) { QVERIFY(link.answerLast<EventsQuery>(Answer(page))); }
    const EventsQuery &asked() const { return std::get<EventsQuery>(link.asked.constLast()); }

    test::FakeLink link;
    Replica replica{link};
    EventsModel model{replica};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

} // namespace

// docs/model.md, "Events", has the names of all.
void EventsModelTest::allThatIsWrittenDownHasWords()
{
    QFile file(QString::fromUtf8(SOURCE_DIR) + u"/docs/model.md"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll()).section(u"## Events"_s, 1).section(u"\n## "_s, 0, 0);
    static const QRegularExpression row(u"^\\| `(\\w+)` \\| (.*) \\|$"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression name(u"`(\\w+)`"_s);
    int found = 0;
    for (const QRegularExpressionMatch &kind : row.globalMatch(text)) {
        for (const QRegularExpressionMatch &what : name.globalMatch(kind.captured(2))) {
            if (what.captured(1) == u"stopped"_s && kind.captured(2).contains(u"without `stopped`"_s))
                continue; // of the server it is both a name and mentioned
            EventEntry made = entry(1, what.captured(1));
            made.kind = eventKindFromString(kind.captured(1)).value();
            made.text = u"in the server's words"_s;
            made.detail.clear();
            if (made.what != u"problem"_s) // which is the words of the server
                QVERIFY2(eventtext::sentence(made) != made.text, qPrintable(kind.captured(1) + u' ' + made.what));
            ++found;
        }
    }
    QVERIFY2(found > 40, qPrintable(QString::number(found)));
}

void EventsModelTest::eventsAreSentences_data()
{
    QTest::addColumn<EventEntry>("entry");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("failed") << entry(1) << u"The Web failed: exit status 1"_s;
    EventEntry mode = entry(1, u"mode"_s);
    mode.kind = Kind::Server;
    mode.subject = u"maintenance"_s;
    mode.name.clear();
    mode.detail.clear();
    QTest::newRow("mode") << mode << u"The mode was set to Maintenance"_s;
    EventEntry login = entry(1, u"login_refused"_s);
    login.kind = Kind::Client;
    login.subject = u"10.0.0.7"_s;
    login.name.clear();
    login.detail.clear();
    QTest::newRow("login") << login << u"A login from 10.0.0.7 was refused"_s;
    EventEntry agent = entry(1, u"offline"_s);
    agent.kind = Kind::Agent;
    agent.subject = u"far"_s;
    agent.detail.clear();
    QTest::newRow("agent") << agent << u"Agent far went offline"_s;
    EventEntry unknown = entry(1, u"danced"_s);
    unknown.text = u"The Web danced"_s;
    QTest::newRow("of a newer server") << unknown << u"The Web danced"_s;
    EventEntry joined = entry(1);
    joined.times = 12;
    joined.until = Timestamp(Milliseconds(61'000));
    QTest::newRow("joined") << joined
                            << u"The Web failed: exit status 1 (12 times until %1)"_s.arg(
                                   format::dateTime(joined.until));
}

void EventsModelTest::eventsAreSentences()
{
    QFETCH(EventEntry, entry);
    QTEST(eventtext::sentence(entry), "sentence");
}

void EventsModelTest::goesOnWhereTheAnswerEnds()
{
    Window window;
    QCOMPARE(window.asked().limit, EventsModel::pageRows);
    window.link.change(EventHappened{entry(5)}); // before the answer, which has it, too
    window.link.change(EventHappened{entry(6)});
    window.answer(page(5, 1));
    QCOMPARE(numbers(window.model), (QList<qint64>{1, 2, 3, 4, 5, 6}));
    window.link.change(EventHappened{entry(7)});
    QTRY_COMPARE(numbers(window.model).constLast(), 7);
    QCOMPARE(window.model.index(6, EventsModel::By).data().toString(), u"mira"_s);
    QCOMPARE(window.model.index(6, EventsModel::Over).data().toString(), u"sutra"_s);
    QCOMPARE(window.model.index(6, EventsModel::From).data().toString(), u"10.0.0.7"_s);
    window.link.replace({}); // more happened than could be told
    QCOMPARE(window.model.rowCount(), 0);
    window.answer(page(9, 8));
    QCOMPARE(numbers(window.model), (QList<qint64>{8, 9}));
}

void EventsModelTest::whatIsJoinedIsOneRow()
{
    Window window;
    window.answer(page(3, 1));
    EventEntry again = entry(2);
    again.times = 4;
    window.link.change(EventHappened{again});
    window.link.change(EventHappened{entry(4)});
    again.number = 4;
    window.link.change(EventHappened{again});
    QTRY_COMPARE(window.model.rowCount(), 4);
    QCOMPARE(window.model.entry(1).times, 4);
    QCOMPARE(window.model.entry(3).times, 4);
}

void EventsModelTest::olderOnesComeOnRequest()
{
    Window window;
    window.answer(page(20, 11, true));
    QVERIFY(window.model.hasOlder());
    window.model.askOlder();
    QCOMPARE(window.asked().before, std::optional<qint64>(11));
    window.answer(page(10, 6, false));
    QCOMPARE(numbers(window.model).constFirst(), 6);
    QCOMPARE(window.model.rowCount(), 15);
    QVERIFY(!window.model.hasOlder());
    const qsizetype questions = window.link.asked.size();
    window.model.askOlder();
    QCOMPARE(window.link.asked.size(), questions);
}

void EventsModelTest::aFilterAsksAnew()
{
    Window window;
    window.answer(page(3, 1));
    EventsQuery filter;
    filter.kinds = {Kind::Component};
    filter.actor = u"mira"_s;
    filter.from = Timestamp(Milliseconds(2000));
    window.model.setFilter(filter);
    QCOMPARE(window.model.rowCount(), 0);
    QCOMPARE(window.asked().actor, u"mira"_s);
    window.answer(page(3, 2));
    EventEntry other = entry(4);
    other.actor = u"noor"_s;
    window.link.change(EventHappened{other});
    window.link.change(EventHappened{entry(5)});
    QTRY_COMPARE(numbers(window.model), (QList<qint64>{2, 3, 5}));
}

void EventsModelTest::findsAsTheServerDoes_data()
{
    QTest::addColumn<EventsQuery>("query");
    QTest::addColumn<bool>("isFound");
    const auto row = [](const char *name, bool isFound, const std::function<void(EventsQuery &)> &set) {
        EventsQuery query;
        set(query);
        QTest::newRow(name) << query << isFound;
    };
    row("everything", true, [](EventsQuery &) {});
    row("from then on", true, [](EventsQuery &query) { query.from = Timestamp(Milliseconds(10'000)); });
    row("of one that was joined", true, [](EventsQuery &query) { query.from = Timestamp(Milliseconds(15'000)); });
    row("later", false, [](EventsQuery &query) { query.from = Timestamp(Milliseconds(21'000)); });
    row("until then", true, [](EventsQuery &query) { query.to = Timestamp(Milliseconds(10'000)); });
    row("before", false, [](EventsQuery &query) { query.to = Timestamp(Milliseconds(9'999)); });
    row("another kind", false, [](EventsQuery &query) { query.kinds = {Kind::Server, Kind::Client}; });
    row("its subject", true, [](EventsQuery &query) { query.subject = u"web"_s; });
    row("another subject", false, [](EventsQuery &query) { query.subject = u"we"_s; });
    row("by another", false, [](EventsQuery &query) { query.actor = u"noor"_s; });
    row("in its text", true, [](EventsQuery &query) { query.text = u"EXIT STATUS"_s; });
    row("its address", true, [](EventsQuery &query) { query.text = u"10.0.0"_s; });
    row("nowhere", false, [](EventsQuery &query) { query.text = u"nowhere"_s; });
    row("what went wrong", true, [](EventsQuery &query) { query.onlyBad = true; });
}

void EventsModelTest::findsAsTheServerDoes()
{
    QFETCH(EventsQuery, query);
    EventEntry joined = entry(10);
    joined.until = Timestamp(Milliseconds(20'000));
    QTEST(matches(query, joined), "isFound");
}

void EventsModelTest::saysWhyThereAreNone()
{
    Window window;
    QSignalSpy loaded(&window.model, &EventsModel::loaded);
    window.link.refuse(u"the database is damaged"_s);
    QCOMPARE(loaded.size(), 1);
    QCOMPARE(window.model.error(), u"the database is damaged"_s);
    window.link.change(EventHappened{entry(1)}); // what happens is seen nevertheless
    QTRY_COMPARE(window.model.rowCount(), 1);
}

// In the night when summer time ends, from two to four are three hours; when it begins, one.
void EventsModelTest::theNightOfTheChangeIsWhole()
{
    const QByteArray usual = qgetenv("TZ");
    const auto setZone = [](const QByteArray &zone) {
        zone.isEmpty() ? qunsetenv("TZ") : qputenv("TZ", zone);
        ::tzset();
    };
    setZone("Europe/Berlin");
    const auto restore = qScopeGuard([&] { setZone(usual); });
    const auto hours = [](QDate date, QTime from, QTime to) {
        return (lastMoment(QDateTime(date, to)) - firstMoment(QDateTime(date, from))) / std::chrono::minutes(1) / 60.0;
    };
    QCOMPARE(hours({2026, 10, 25}, {2, 0}, {4, 0}), 3.0);
    QCOMPARE(hours({2026, 10, 25}, {2, 30}, {2, 30}), 1.0); // both of that name
    QCOMPARE(hours({2026, 10, 25}, {1, 0}, {2, 59}), 2.0 + 59 / 60.0);
    QCOMPARE(hours({2026, 3, 29}, {1, 0}, {4, 0}), 2.0);
    QCOMPARE(hours({2026, 7, 1}, {2, 0}, {4, 0}), 2.0);
}

QTEST_MAIN(EventsModelTest)
#include "tst_eventsmodel.moc"
