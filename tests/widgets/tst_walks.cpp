// SPDX-License-Identifier: GPL-3.0-or-later
// An operator's tasks by keyboard alone: the real window on a real server with real programs and clients.
#include "server/dialectlist.h"
#include "tests/support/realwindow.h"
#include "widgets/dialogs/graphdialog.h"
#include "widgets/pages/clientspage.h"
#include "widgets/pages/componentspage.h"
#include "widgets/pages/executionspage.h"
#include "widgets/pages/metricspage.h"

#include <QAction>
#include <QApplication>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QTcpSocket>
#include <QTest>
#include <QToolButton>
#include <QtEndian>

#include <netinet/in.h>
#include <sys/socket.h>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::widgets;

namespace {

const QByteArray configuration = R"TOML(
[server]
tick = "200ms"

[limits]
backlog_bytes = 67108864
messages_per_second = 0

[[listener]]
port = 0
dialects = ["sutra"]

[[component]]
id = "calm"
name = "Calm Service"
command = ["sleep", "1000"]

[[component]]
id = "weak"
name = "Weak Service"
command = ["sh", "-c", "echo INFO began; if [ -e weak-mended ]; then exec sleep 1000; fi; echo 'ERROR the disk is full' >&2; touch weak-mended; exit 3"]
restart = "never"

[[kind]]
name = "concat"
inputs = { min = 1 }
command = ["cat"]

[[kind]]
name = "word"
inputs = { min = 0, max = 0 }
command = ["echo", "{param:word}"]

[[kind]]
name = "needs"
inputs = { min = 1 }
command = ["sh", "-c", "test -e $1 || exit 7; cat", "needs", "{param:file}"]

[[pipeline]]
id = "line"
name = "A Line"
nodes = [{ id = "only", command = ["echo", "only"] }]

[[pipeline]]
id = "diamond"
name = "Diamond"
nodes = [
  { id = "top", command = ["echo", "from the top"] },
  { id = "left", command = ["sed", "s/^/left /"], after = ["top"] },
  { id = "right", command = ["sed", "s/^/right /"], after = ["top"] },
  { id = "join", kind = "concat", after = ["left", "right"] },
]
)TOML";

constexpr char graphText[] = R"JSON({
  "nodes": [{"id": "first", "type": "word", "params": {"word": "once"}},
            {"id": "second", "type": "needs", "params": {"file": "NEEDED"}}],
  "edges": [{"source": "first", "target": "second"}]
})JSON";

constexpr int mostStops = 80;

// Sends a key to the window that has the keyboard.
void key(Qt::Key which, Qt::KeyboardModifiers modifiers = {})
{
    QTest::keyClick(QGuiApplication::focusWindow(), which, modifiers);
    QCoreApplication::processEvents();
}

void type(const QString &text)
{
    for (const QChar letter : text)
        QTest::keyClick(QGuiApplication::focusWindow(), letter.toLatin1());
    QCoreApplication::processEvents();
}

bool isInside(const QWidget *outer, const QWidget *inner)
{
    return inner && (outer == inner || outer->isAncestorOf(inner));
}

// Presses Tab until the control has the focus, as users reach it.
bool tabTo(const QWidget *wanted)
{
    for (int i = 0; i < mostStops; ++i) {
        if (isInside(wanted, QApplication::focusWidget()))
            return true;
        key(Qt::Key_Tab);
    }
    return false;
}

template<typename T>
T *named(const QWidget &inside, const QString &name)
{
    for (T *widget : inside.findChildren<T *>()) {
        if (widget->isVisible() && (widget->text() == name || widget->accessibleName() == name))
            return widget;
    }
    return nullptr;
}

// Types a name and Return into the open file dialog.
bool saveAs(const QString &path)
{
    if (!QTest::qWaitFor([] { return qobject_cast<QFileDialog *>(QApplication::activeWindow()); }))
        return false;
    key(Qt::Key_A, Qt::ControlModifier);
    type(path);
    key(Qt::Key_Return);
    return QTest::qWaitFor([&path] { return QFile::exists(path); });
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// A Sutra client; with questions > 0 it sends so many pings and does not read the pongs, so that its backlog grows.
class RawClient
{
public:
    bool open(int port, int questions)
    {
        const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const int smallest = 1;
        ::setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &smallest, sizeof smallest);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = qToBigEndian(static_cast<quint16>(port));
        address.sin_addr.s_addr = qToBigEndian(INADDR_LOOPBACK);
        if (::connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
            return false;
        m_socket.setReadBufferSize(questions > 0 ? 1 : 0);
        m_socket.setSocketDescriptor(descriptor);
        m_socket.write("GET /ws HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                       "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");
        // Pings of the largest allowed size, masked with zeros.
        for (int i = 0; i < questions; ++i)
            m_socket.write(QByteArray("\x89\xfd") + QByteArray(4 + 125, '\0'));
        return m_socket.flush();
    }
    bool isOpen() { return m_socket.state() == QAbstractSocket::ConnectedState; }

private:
    QTcpSocket m_socket;
};

} // namespace

class WalksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void fromTheFailureToARestart();
    void fromAPipelineToItsOutput();
    void retriesAGraphFromAFile();
    void savesAWholeLog();
    void disconnectsTheSlowestClient();
    void exportsTheLastHour();
    void everyStopShowsItsFocus_data();
    void everyStopShowsItsFocus();

private:
    // Waits for the end of a dialog and activates the window: offscreen no window manager does that.
    bool isBack()
    {
        const auto isGone = [] { return !QApplication::activeModalWidget(); };
        if (!QTest::qWaitFor(isGone))
            return false;
        real->window->activateWindow();
        return QTest::qWaitForWindowActive(real->window.get());
    }

    template<typename P>
    P &shown()
    {
        return *qobject_cast<P *>(real->window->page(real->window->currentPage()));
    }

    std::unique_ptr<test::RealWindow> real;
};

void WalksTest::initTestCase()
{
    qputenv("SIGNALBOX_GUARD", TEST_GUARD);
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
}

void WalksTest::init()
{
    const core::ConfigOutcome read = core::parseConfig(configuration, u"walks.toml"_s, defaultConfig());
    QVERIFY2(read.isGood(), read.isGood() ? "" : qPrintable(read.problems.constFirst().toString()));
    real = std::make_unique<test::RealWindow>(read.config);
    QVERIFY(real->start());
}

void WalksTest::cleanup()
{
    real.reset();
}

void WalksTest::fromTheFailureToARestart()
{
    const Snapshot &snapshot = real->link->snapshot();
    QTRY_VERIFY(snapshot.component(u"weak"_s)->state == ComponentState::Error);
    key(Qt::Key_2, Qt::ControlModifier);
    auto &page = shown<ComponentsPage>();
    key(Qt::Key_F, Qt::ControlModifier);
    type(u"error"_s);
    QCOMPARE(page.table().model()->rowCount(), 1);
    QVERIFY(tabTo(&page.table()));
    key(Qt::Key_Down);
    QCOMPARE(page.table().currentId(), u"weak"_s);
    key(Qt::Key_Return);
    LogView &log = page.detail().log().view();
    QVERIFY(log.hasFocus());
    const auto line = [&log] { return log.lines().at(log.currentRow()).text; };
    QTRY_VERIFY(log.currentRow() >= 0);
    QVERIFY2(line().contains(u"the disk is full"_s), qPrintable(line()));
    key(Qt::Key_R, Qt::ControlModifier); // no effect with the focus in the log
    QVERIFY(tabTo(&page.table()));
    key(Qt::Key_R, Qt::ControlModifier);
    QTRY_VERIFY(snapshot.component(u"weak"_s)->state == ComponentState::Running);
}

void WalksTest::fromAPipelineToItsOutput()
{
    key(Qt::Key_4, Qt::ControlModifier);
    auto &page = shown<ExecutionsPage>();
    key(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(page.dialog() && page.dialog()->isActiveWindow());
    type(u"D"_s);
    key(Qt::Key_Return);
    const Snapshot &snapshot = real->link->snapshot();
    const auto state = [&] {
        const Execution *execution = snapshot.execution(page.detail().executionId());
        return execution ? execution->state : ExecutionState::Created;
    };
    QTRY_VERIFY(state() == ExecutionState::Succeeded);
    QVERIFY(isBack());
    QVERIFY(tabTo(&page.detail().graph()));
    key(Qt::Key_Right); // to what runs, where the graph has not been told yet that all is over
    key(Qt::Key_Left);
    key(Qt::Key_Left);
    QCOMPARE(page.detail().graph().currentNode(), u"top"_s);
    key(Qt::Key_Right);
    key(Qt::Key_Right);
    QCOMPARE(page.detail().graph().currentNode(), u"join"_s);
    key(Qt::Key_Return);
    QVERIFY(page.detail().output().view().hasFocus());
    auto *save = named<QToolButton>(page, u"Save output…"_s);
    QVERIFY(save);
    QTRY_VERIFY(save->isEnabled()); // once the output has been loaded
    QVERIFY(tabTo(save));
    key(Qt::Key_Space);
    const QString path = real->folder.filePath(u"join.txt"_s);
    QVERIFY(saveAs(path));
    QTRY_COMPARE(contents(path), QByteArray("left from the top\nright from the top\n"));
}

void WalksTest::retriesAGraphFromAFile()
{
    const QString needed = real->folder.filePath(u"needed"_s);
    const QString path = real->folder.filePath(u"mine.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(graphText).replace("NEEDED", needed.toUtf8()));
    file.close();
    key(Qt::Key_4, Qt::ControlModifier);
    auto &page = shown<ExecutionsPage>();
    key(Qt::Key_O, Qt::ControlModifier);
    QTRY_VERIFY(qobject_cast<GraphDialog *>(QApplication::activeWindow()));
    type(path);
    key(Qt::Key_Return);
    QVERIFY(isBack());
    const Snapshot &snapshot = real->link->snapshot();
    const auto execution = [&] { return snapshot.execution(page.detail().executionId()); };
    QTRY_VERIFY2(execution() && execution()->state == ExecutionState::Failed, qPrintable(page.error()));
    const QString id = execution()->id;
    const auto began = snapshot.tasks[id][u"first"_s].startedAt;

    // The execution is found by its id, its cause is mended, and a retry runs the failed nodes alone.
    key(Qt::Key_F, Qt::ControlModifier);
    type(id);
    QTRY_COMPARE(page.model().rowCount(), 1);
    QVERIFY(QFile(needed).open(QIODevice::WriteOnly));
    QVERIFY(tabTo(&page.table()));
    QTRY_VERIFY(page.retryAction().isEnabled());
    key(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    // The retry is a new execution, shown at once although the filter is the id of the old one.
    QTRY_VERIFY(page.detail().executionId() != id);
    QTRY_VERIFY2(execution() && execution()->state == ExecutionState::Succeeded, qPrintable(page.error()));
    QCOMPARE(page.table().currentId(), page.detail().executionId());
    QVERIFY(snapshot.tasks[execution()->id][u"first"_s].startedAt <= began); // this node was taken over, not run again
}

void WalksTest::savesAWholeLog()
{
    key(Qt::Key_2, Qt::ControlModifier);
    auto &page = shown<ComponentsPage>();
    QVERIFY(tabTo(&page.table()));
    key(Qt::Key_End);
    QCOMPARE(page.table().currentId(), u"weak"_s);
    QTRY_VERIFY(real->link->snapshot().component(u"weak"_s)->state == ComponentState::Error);
    auto *save = named<QToolButton>(page, u"Save the whole log…"_s);
    QVERIFY(save);
    QVERIFY(tabTo(save));
    key(Qt::Key_Space);
    const QString path = real->folder.filePath(u"weak.log"_s);
    QVERIFY(saveAs(path));
    QTRY_VERIFY(contents(path).contains("the disk is full"));
}

void WalksTest::disconnectsTheSlowestClient()
{
    const Snapshot &snapshot = real->link->snapshot();
    const int port = snapshot.server.listeners.constFirst().port;
    RawClient before;
    RawClient slow;
    RawClient after;
    QVERIFY(before.open(port, 0));
    QVERIFY(slow.open(port, 20'000));
    QVERIFY(after.open(port, 0));
    QTRY_COMPARE(snapshot.clients.size(), 3);
    const auto slowest = [&snapshot] {
        const auto less = [](const Client &a, const Client &b) {
            return a.figures.backlogBytes < b.figures.backlogBytes;
        };
        return *std::max_element(snapshot.clients.cbegin(), snapshot.clients.cend(), less);
    };
    QTRY_VERIFY(slowest().figures.backlogBytes > 0);
    const QString wanted = slowest().id;

    key(Qt::Key_7, Qt::ControlModifier);
    auto &page = shown<ClientsPage>();
    QVERIFY(tabTo(&page.table()));
    key(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(QApplication::activePopupWidget());
    const auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    for (int i = 0; i < mostStops && !(menu->activeAction() && menu->activeAction()->text() == u"Backlog"_s); ++i)
        key(Qt::Key_Down);
    key(Qt::Key_Return);
    QTRY_VERIFY(!QApplication::activePopupWidget());
    key(Qt::Key_Home); // the largest backlog comes first
    QCOMPARE(page.table().currentId(), wanted);
    key(Qt::Key_Delete);
    QTRY_COMPARE_WITH_TIMEOUT(snapshot.clients.size(), 2, 20'000); // 5 s: it does not read the close frame
    QVERIFY(!snapshot.clients.contains(wanted));
    QVERIFY(before.isOpen() && after.isOpen());
}

void WalksTest::exportsTheLastHour()
{
    QTRY_VERIFY(real->link->snapshot().metrics.time != Timestamp{});
    key(Qt::Key_3, Qt::ControlModifier);
    auto &page = shown<MetricsPage>();
    auto *first = named<QToolButton>(page, u"5 min"_s);
    QVERIFY(tabTo(first));
    key(Qt::Key_Right); // the three buttons are one stop of Tab
    key(Qt::Key_Space);
    QCOMPARE(page.window().length(), 60 * TimeWindow::minute);
    auto *save = named<QToolButton>(page, u"Export"_s);
    const auto choose = [&](int steps, const QString &path) {
        if (!tabTo(save))
            return false;
        // The open menu runs an event loop of its own, so the keys for it are sent by a timer.
        QTimer::singleShot(0, save, [steps] {
            for (int i = 0; i < steps; ++i)
                key(Qt::Key_Down);
            key(Qt::Key_Return);
        });
        key(Qt::Key_Space);
        return saveAs(path);
    };
    const QString png = real->folder.filePath(u"hour.png"_s);
    QVERIFY(choose(1, png));
    QTRY_VERIFY(!QImage(png).isNull());
    QVERIFY(isBack());
    const QString csv = real->folder.filePath(u"hour.csv"_s);
    QVERIFY(choose(2, csv));
    QTRY_VERIFY(contents(csv).startsWith("time,cpu_percent"));
    QVERIFY(contents(csv).count('\n') > 1);
}

void WalksTest::everyStopShowsItsFocus_data()
{
    QTest::addColumn<int>("page");
    const QList<PageEntry> pages = pageList();
    for (int i = 0; i < pages.size(); ++i)
        QTest::newRow(qPrintable(pages[i].key)) << i;
}

void WalksTest::everyStopShowsItsFocus()
{
    QFETCH(int, page);
    key(static_cast<Qt::Key>(Qt::Key_0 + (page + 1) % 10), Qt::ControlModifier);
    const QList<DataTable *> tables = shown<Page>().findChildren<DataTable *>();
    for (DataTable *table : tables) {
        if (table->isVisible() && table->model()->rowCount() > 0)
            table->setCurrentIndex(table->model()->index(0, 0)); // shows details, which have stops of their own
    }
    QApplication::setCursorFlashTime(0);
    QList<const QWidget *> seen;
    for (int i = 0; i < mostStops; ++i) {
        key(Qt::Key_Tab);
        QWidget *stop = QApplication::focusWidget();
        QVERIFY(stop);
        if (seen.contains(stop))
            break;
        seen << stop;
        const auto look = [stop] {
            QImage image(stop->size(), QImage::Format_RGB32);
            stop->render(&image);
            return image;
        };
        const QImage with = look();
        stop->clearFocus();
        const QImage without = look();
        stop->setFocus(Qt::TabFocusReason);
        const QString what = QString::fromLatin1(stop->metaObject()->className()) + u' ' + stop->accessibleName() + u' '
                             + stop->toolTip();
        QVERIFY2(with != without, qPrintable(what));
    }
    QVERIFY(seen.size() > 2);
}

QTEST_MAIN(WalksTest)
#include "tst_walks.moc"
