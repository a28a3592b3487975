// SPDX-License-Identifier: GPL-3.0-or-later
// bench_window [brief] [ticks|frames|log]: docs/performance.md, "The window under load". Milliseconds of GUI thread
// with 1000 components, 1000 clients, 100 000 executions and a day of samples in the store, and a log of 1 M lines: per
// tick on every page, per frame while scrolling, panning and zooming, per search, to first paint. From a release build.
// Offscreen unless QT_QPA_PLATFORM says otherwise.
#include "tests/bench/windowload.h"
#include "widgets/live/logview.h"
#include "widgets/pages/clientspage.h"
#include "widgets/pages/componentspage.h"
#include "widgets/pages/executionspage.h"
#include "widgets/pages/metricspage.h"
#include "widgets/pages/overviewpage.h"
#include "widgets/shell/mainwindow.h"

#include <QApplication>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::bench;
using namespace signalbox::widgets;

namespace {

// Counts paint events, so that a frame which painted nothing is not taken for a fast one.
class PaintCounter : public QObject
{
public:
    explicit PaintCounter(QApplication &application) { application.installEventFilter(this); }
    int painted = 0;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        painted += event->type() == QEvent::Paint;
        return QObject::eventFilter(watched, event);
    }
};

double percentile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, static_cast<std::size_t>(static_cast<double>(values.size()) * share))];
}

void print(const QString &what, const std::vector<double> &values, double goal, const char *note = "")
{
    const double p99 = percentile(values, 0.99);
    std::printf("  %-44s p50 %7.2f   p99 %7.2f   worst %7.2f ms   goal %g%s%s\n", qPrintable(what),
                percentile(values, 0.5), p99, percentile(values, 1.0), goal,
                percentile(values, 0.5) > goal ? "  MISSED" : "", note);
}

class Bench
{
public:
    Bench(QApplication &application, const Load &load) : m_load(load), m_paints(application) {}
    void run(const QString &only);

private:
    void start();
    void ticks();
    void frames();
    void log();
    std::vector<double> tickTimes();
    void frame(const QString &what, const std::function<void(int)> &step);
    void scroll(const QString &what, QScrollBar &bar, int step);
    void pageThroughHistory();
    void complete() const;
    DataTable &tableOf(PageId id)
    {
        Page *page = m_window->page(id);
        return id == PageId::Components ? static_cast<ComponentsPage *>(page)->table()
               : id == PageId::Clients  ? static_cast<ClientsPage *>(page)->table()
                                        : executions().table();
    }
    ExecutionsPage &executions() { return *static_cast<ExecutionsPage *>(m_window->page(PageId::Executions)); }

    Load m_load;
    PaintCounter m_paints;
    QTemporaryDir m_folder;
    QSettings m_settings{m_folder.filePath(u"bench.ini"_s), QSettings::IniFormat};
    StoreLink m_link;
    std::unique_ptr<History> m_history;
    std::unique_ptr<MainWindow> m_window;
};

// Runs the event loop until every Query is answered and nothing is left to build or paint.
void Bench::complete() const
{
    const auto *overview = static_cast<OverviewPage *>(m_window->page(PageId::Overview));
    do {
        QCoreApplication::processEvents();
    } while (m_link.isAsked() || overview->board().isBuilding());
    QCoreApplication::processEvents();
}

void Bench::start()
{
    m_history = std::make_unique<History>(m_load, m_link.now, m_folder.path());
    m_link.setStore(&m_history->store());
    m_link.connectTo({});
    const ThreadTimer empty;
    m_window = std::make_unique<MainWindow>(m_link, m_settings);
    m_window->resize(1280, 800); // whatever the screen: by itself, the window is no larger than that
    m_window->show();
    QCoreApplication::processEvents();
    std::printf("start to first paint, no data yet   %.1f ms   goal 300\n", empty.milliseconds());
    const ThreadTimer takeOver;
    m_link.connectTo(filled(m_load, m_link.now));
    QCoreApplication::processEvents();
    std::printf("then a Snapshot of %d components and %d clients   %.1f ms\n", m_load.components, m_load.clients,
                takeOver.milliseconds());
    const ThreadTimer rest;
    complete();
    std::printf("then the cards out of sight and a day of samples, bit by bit   %.1f ms\n", rest.milliseconds());
}

// The cost of one tick until everything is painted, with the little that Ticker spends on making the Changes.
std::vector<double> Bench::tickTimes()
{
    Ticker ticker(m_link, m_load);
    std::vector<double> times;
    for (int i = -5; i < m_load.rounds; ++i) {
        const ThreadTimer timer;
        ticker.tick();
        QCoreApplication::processEvents();
        if (i >= 0)
            times.push_back(timer.milliseconds());
    }
    return times;
}

void Bench::ticks()
{
    std::printf("one tick, painted, by the page shown:\n");
    m_window->open(PageId::Server);
    complete();
    const double few = percentile(tickTimes(), 0.5);
    for (const PageEntry &page : pageList()) // builds all: hidden pages hear every tick, too
        m_window->open(page.id);
    for (const PageEntry &page : pageList()) {
        m_window->open(page.id);
        complete();
        print(page.key, tickTimes(), 4);
    }
    auto *metrics = static_cast<MetricsPage *>(m_window->page(PageId::Metrics));
    m_window->open(PageId::Metrics);
    metrics->window().setLength(TimeWindow::longest);
    print(u"metrics, 24 h shown"_s, tickTimes(), 4);
    metrics->window().setLength(5 * TimeWindow::minute);
    m_window->open(PageId::Server);
    complete();
    std::printf("  hidden pages add to a tick of the server page   %.2f ms\n", percentile(tickTimes(), 0.5) - few);
}

void Bench::frame(const QString &what, const std::function<void(int)> &step)
{
    std::vector<double> times;
    int unpainted = 0;
    for (int i = 0; i < m_load.frames; ++i) {
        m_paints.painted = 0;
        const ThreadTimer timer;
        step(i);
        QCoreApplication::processEvents();
        times.push_back(timer.milliseconds());
        unpainted += m_paints.painted == 0;
    }
    print(what, times, 16, unpainted > 0 ? "  (not every frame painted)" : "");
}

void Bench::scroll(const QString &what, QScrollBar &bar, int step)
{
    bar.setValue(0);
    QCoreApplication::processEvents();
    frame(what, [&bar, step](int) { bar.setValue(bar.value() + step > bar.maximum() ? 0 : bar.value() + step); });
}

// Scrolls to the end again and again, each time a page further back; the store's time is not counted.
void Bench::pageThroughHistory()
{
    DataTable &table = executions().table();
    std::vector<double> times;
    int rows = -1;
    while (table.model()->rowCount() > rows) {
        rows = table.model()->rowCount();
        double spent = 0.0;
        do {
            const ThreadTimer timer;
            table.verticalScrollBar()->setValue(table.verticalScrollBar()->maximum());
            QCoreApplication::processEvents();
            spent = std::max(spent, timer.milliseconds());
        } while (m_link.isAsked());
        times.push_back(spent);
    }
    print(u"executions, paging to row %1"_s.arg(rows), times, 16);
}

void Bench::frames()
{
    std::printf("one frame, painted:\n");
    constexpr int notch = 90; // pixels of a wheel's step in a table
    for (const PageId id : {PageId::Components, PageId::Clients, PageId::Executions}) {
        m_window->open(id);
        complete();
        DataTable &table = tableOf(id);
        scroll(QString::fromLatin1(m_window->page(id)->metaObject()->className()).section(u':', -1) + u", scrolling"_s,
               *table.verticalScrollBar(), notch);
    }
    pageThroughHistory();
    scroll(u"executions, scrolling all that was loaded"_s, *executions().table().verticalScrollBar(), 997 * notch);
    m_window->open(PageId::Overview);
    complete();
    scroll(u"overview, scrolling"_s, *m_window->page(PageId::Overview)->findChild<QScrollArea *>()->verticalScrollBar(),
           notch);
    m_window->open(PageId::Metrics);
    complete();
    TimeWindow &window = static_cast<MetricsPage *>(m_window->page(PageId::Metrics))->window();
    window.setLength(60 * TimeWindow::minute);
    frame(u"metrics, panning an hour"_s, [&window](int i) { window.pan(i < 100 ? -20'000 : 20'000); });
    window.setLength(TimeWindow::longest);
    window.zoom(0.7, 0.5);
    frame(u"metrics, panning 17 hours"_s, [&window](int i) { window.pan(i % 24 < 12 ? -800'000 : 800'000); });
    frame(u"metrics, zooming"_s, [&window](int i) { window.zoom(i % 40 < 20 ? 0.8 : 1.25, 0.5); });
}

void Bench::log()
{
    std::printf("a log of %d lines:\n", m_load.logLines);
    LogView view;
    view.resize(1280, 700);
    view.show();
    view.setBound(m_load.logLines);
    const QList<LogLine> lines = logLines(m_load.logLines, 0, m_link.now);
    const ThreadTimer fill;
    view.replace(lines);
    QCoreApplication::processEvents();
    std::printf("  shown from nothing   %.0f ms\n", fill.milliseconds());
    scroll(u"log, scrolling"_s, *view.verticalScrollBar(), m_load.logLines / m_load.frames + 3);
    view.setSearch(u"answered"_s);
    scroll(u"log, scrolling with the found marked"_s, *view.verticalScrollBar(), 3);
    view.newest().setFollowing(true);
    const QList<LogLine> more = logLines(1000, m_load.logLines, m_link.now);
    frame(u"log, following, 1000 new lines each"_s, [&](int) { view.append(more); });
    const auto search = [&](const QString &what, const std::function<void()> &act) {
        std::vector<double> times;
        for (int i = 0; i < 5; ++i) {
            view.setFilter(LogLevel::Trace, {}); // reset: setting the same filter again costs nothing
            const ThreadTimer timer;
            act();
            QCoreApplication::processEvents();
            times.push_back(timer.milliseconds());
        }
        print(what, times, 200);
    };
    view.setSearch(u"nowhere to be found"_s);
    search(u"search for what is in no line"_s, [&] { view.findNext(); });
    search(u"only lines with a word of none"_s, [&] { view.setFilter(LogLevel::Trace, u"nowhere to be found"_s); });
    search(u"only lines with a word of all"_s, [&] { view.setFilter(LogLevel::Trace, u"STATUS"_s); });
    search(u"only warnings and errors"_s, [&] { view.setFilter(LogLevel::Warn, {}); });
}

void Bench::run(const QString &only)
{
    if (only.isEmpty() || only != "log"_L1)
        start();
    if (only.isEmpty() || only == "ticks"_L1)
        ticks();
    if (only.isEmpty() || only == "frames"_L1)
        frames();
    if (only.isEmpty() || only == "log"_L1)
        log();
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments().mid(1);
    const Load load = arguments.removeOne(u"brief"_s) ? Load::brief() : Load();
    Bench(application, load).run(arguments.value(0));
    return 0;
}
