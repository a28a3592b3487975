// SPDX-License-Identifier: GPL-3.0-or-later
// From what is red to the line that explains it: one click of the mouse on the Overview, and under two seconds, of the real
// window on a real server. What took how long is printed.
#include "server/dialectlist.h"
#include "tests/support/realwindow.h"
#include "widgets/cards/componentcard.h"
#include "widgets/cards/failurescard.h"
#include "widgets/live/logview.h"
#include "widgets/pages/componentspage.h"
#include "widgets/pages/overviewpage.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::widgets;

namespace {

constexpr qint64 patience = 2'000; // ms, of an operator

// Each prints more than the line, before it and after it.
const QByteArray configuration = R"TOML(
[server]
tick = "200ms"

[[listener]]
port = 0
dialects = ["sutra", "airavata", "ark", "pow"]

[[user]]
name = "mira"
password = "four goats on a hill"
roles = ["admin"]

[experiments]
programs = ["sh"]

[[component]]
id = "weak"
name = "Weak Service"
command = ["sh", "-c", "seq 200; echo 'ERROR the disk of weak is full' >&2; echo bye; exit 3"]
restart = "never"

[[pipeline]]
id = "chain"
name = "Chain"
nodes = [
  { id = "read", command = ["seq", "200"] },
  { id = "load", command = ["sh", "-c", "cat; echo 'ERROR no table of load' >&2; exit 4"], after = ["read"] },
  { id = "tell", command = ["cat"], after = ["load"] },
]

[[process]]
name = "call"
command = ["sh", "-c", "seq 200; echo 'ERROR no answer of call'; exit 5"]
)TOML";

} // namespace

class EvidenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("SIGNALBOX_GUARD", TEST_GUARD); }
    void init();
    void cleanup() { m_real.reset(); }
    void ofAComponent();
    void ofAnExecution_data();
    void ofAnExecution();

private:
    OverviewPage &overview() { return *qobject_cast<OverviewPage *>(m_real->window->page(PageId::Overview)); }
    // Of the current page, what can be seen of it without another click.
    bool isSeen(const QString &line) const
    {
        const QWidget *page = m_real->window->page(m_real->window->currentPage());
        const auto has = [&line](const QLabel *label) { return label->isVisible() && label->text().contains(line); };
        const QList<QLabel *> labels = page->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), has);
    }

    std::unique_ptr<test::RealWindow> m_real;
};

void EvidenceTest::init()
{
    const core::ConfigOutcome read = core::parseConfig(configuration, u"evidence.toml"_s, defaultConfig());
    QVERIFY2(read.isGood(), read.isGood() ? "" : qPrintable(read.problems.constFirst().toString()));
    m_real = std::make_unique<test::RealWindow>(read.config);
    QVERIFY(m_real->start());
    m_real->window->open(PageId::Overview, {});
}

void EvidenceTest::ofAComponent()
{
    const Snapshot &snapshot = m_real->link->snapshot();
    QTRY_VERIFY(snapshot.component(u"weak"_s)->state == ComponentState::Error);
    QTRY_VERIFY(isSeen(u"the disk of weak is full"_s)); // on the card, before any click
    ComponentCard *card = overview().card(u"weak"_s);
    QTRY_VERIFY(card && card->isVisible());
    QElapsedTimer timer;
    timer.start();
    QTest::mouseClick(card, Qt::LeftButton, {}, QPoint(card->width() / 2, 12));
    QVERIFY(m_real->window->currentPage() == PageId::Components);
    auto &page = *qobject_cast<ComponentsPage *>(m_real->window->page(PageId::Components));
    LogView &log = page.detail().log().view();
    const auto line = [&log] { return log.currentRow() < 0 ? QString() : log.lines().at(log.currentRow()).text; };
    QVERIFY(QTest::qWaitFor([&] { return line().contains(u"the disk of weak is full"_s); }, patience));
    QVERIFY(isSeen(u"the disk of weak is full"_s)); // the reason above the log, too
    qInfo("a component: %lld ms after one click", static_cast<long long>(timer.elapsed()));
}

void EvidenceTest::ofAnExecution_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("line");
    QTest::newRow("pipeline") << u"pipeline"_s << u"no table of load"_s;
    QTest::newRow("call") << u"call"_s << u"no answer of call"_s;
    QTest::newRow("experiment") << u"experiment"_s << u"no seed of task"_s;
}

void EvidenceTest::ofAnExecution()
{
    QFETCH(QString, kind);
    QFETCH(QString, line);
    CommandBody start = StartPipeline{u"chain"_s, {}};
    if (kind == u"call")
        start = StartProcess{u"call"_s, {}};
    if (kind == u"experiment") {
        StartExperiment experiment;
        experiment.name = u"Sweep"_s;
        experiment.project = defaultProjectId();
        experiment.details.commandTemplate = u"sh -c \"seq 200; echo 'ERROR no seed of task' >&2; exit 6\""_s;
        experiment.details.parameters = {ParameterSet{}};
        start = experiment;
    }
    m_real->link->submit(start);
    const auto failed = [this] {
        for (const Execution &execution : m_real->link->snapshot().executions) {
            if (execution.isUnseen)
                return execution.id;
        }
        return QString();
    };
    QTRY_VERIFY(!failed().isEmpty());
    QTRY_VERIFY(overview().failures().nameButton(failed()));
    QToolButton *name = overview().failures().nameButton(failed());
    QTRY_VERIFY(isSeen(line)); // beside the name, before any click
    QElapsedTimer timer;
    timer.start();
    QTest::mouseClick(name, Qt::LeftButton);
    QVERIFY(m_real->window->currentPage() == PageId::Executions);
    QVERIFY(QTest::qWaitFor([&] { return isSeen(line); }, patience));
    qInfo("%s: %lld ms after one click", qPrintable(kind), static_cast<long long>(timer.elapsed()));
}

QTEST_MAIN(EvidenceTest)
#include "tst_evidence.moc"
