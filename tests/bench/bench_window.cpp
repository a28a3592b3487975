// SPDX-License-Identifier: GPL-3.0-or-later
// Milliseconds of GUI thread per tick, per page, with 1000 components and 1000 clients, and to take a Snapshot of
// that size over (performance.md, P7). Run it with QT_QPA_PLATFORM=offscreen from a release build.
#include "tests/support/fakelink.h"
#include "widgets/mainwindow.h"
#include "widgets/pages/overviewpage.h"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>

#include <cstdio>
#include <ctime>

using namespace signalbox;
using namespace signalbox::widgets;

namespace {

constexpr int size = 1000;
constexpr int rounds = 50;

QString idOf(int i)
{
    return QStringLiteral("id-%1").arg(i, 4, 10, QLatin1Char('0'));
}

Snapshot filled(Timestamp now)
{
    Snapshot snapshot;
    snapshot.server.tick = Milliseconds(2000);
    for (int i = 0; i < size; ++i) {
        Component component;
        component.id = component.name = idOf(i);
        component.position = i;
        component.state = ComponentState::Running;
        component.pid = 1000 + i;
        component.startedAt = now - Milliseconds(i * 1000);
        snapshot.components.insert(component.id, component);
        Client client;
        client.id = idOf(i);
        client.dialect = QStringLiteral("sutra");
        client.address = QStringLiteral("127.0.0.1:%1").arg(40'000 + i);
        client.connectedAt = now - Milliseconds(i * 1000);
        snapshot.clients.insert(client.id, client);
    }
    return snapshot;
}

struct Ticker
{
    test::FakeLink &link;
    MetricsSample sample;
    QList<std::pair<QString, ClientFigures>> figures;

    explicit Ticker(test::FakeLink &fake) : link(fake)
    {
        for (int i = 0; i < size; ++i) {
            sample.components.append({idOf(i), 0.0, 10.0 + i});
            figures.append({idOf(i), {}});
        }
    }
    void tick()
    {
        for (int i = 0; i < size; ++i) {
            sample.components[i].cpuPercent = (i * 7 + static_cast<int>(link.snapshot().number)) % 100;
            figures[i].second.messagesOut += 1 + i % 3;
            figures[i].second.bytesOut += 500 + i;
        }
        sample.cpuPercent = static_cast<double>(link.snapshot().number % 100);
        link.tick(sample);
        link.change(ClientsCounted{figures});
    }
};

// Of this thread, so that what else the machine does is not counted.
class ThreadTimer
{
public:
    ThreadTimer() : m_start(now()) {}
    double milliseconds() const { return now() - m_start; }

private:
    static double now()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    }

    double m_start;
};

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

// What one tick costs until everything is painted. The change itself, which the server sends, is not the window's.
void measure(MainWindow &window, Ticker &ticker, const PageEntry &page)
{
    window.open(page.id);
    for (int i = 0; i < 5; ++i) {
        ticker.tick();
        QCoreApplication::processEvents();
    }
    std::vector<double> whole;
    for (int i = 0; i < rounds; ++i) {
        const ThreadTimer timer;
        ticker.tick();
        QCoreApplication::processEvents();
        whole.push_back(timer.milliseconds());
    }
    std::printf("  %-12s median %6.2f ms   worst %6.2f ms\n", qPrintable(page.key), median(whole),
                *std::max_element(whole.cbegin(), whole.cend()));
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("bench.ini")), QSettings::IniFormat);
    test::FakeLink link;
    link.connectTo({});
    const ThreadTimer start;
    MainWindow window(link, settings);
    window.show();
    QCoreApplication::processEvents();
    std::printf("start to first paint, empty   %6.1f ms\n", start.milliseconds());
    for (const PageEntry &page : pageList()) // all pages built: the hidden ones hear every tick, too
        window.open(page.id);
    QCoreApplication::processEvents();
    window.open(PageId::Overview);
    const ThreadTimer takeOver;
    link.connectTo(filled(link.now));
    QCoreApplication::processEvents();
    std::printf("take over a Snapshot of %d + %d   %6.1f ms\n", size, size, takeOver.milliseconds());
    const ThreadTimer rest;
    while (static_cast<OverviewPage *>(window.page(PageId::Overview))->isBuilding())
        QCoreApplication::processEvents();
    std::printf("and the cards out of sight, bit by bit   %6.1f ms\n", rest.milliseconds());
    Ticker ticker(link);
    std::printf("one tick, painted, by the page shown:\n");
    for (const PageEntry &page : pageList())
        measure(window, ticker, page);
    return 0;
}
