// SPDX-License-Identifier: GPL-3.0-or-later
// Measures every page and dialog where space is scarce: a small window, large type, long words from right to left.
#include "tests/support/builders.h"
#include "tests/support/fakewindow.h"
#include "widgets/controls/confirmations.h"
#include "widgets/dialogs/aboutdialog.h"
#include "widgets/pages/clientspage.h"
#include "widgets/pages/componentspage.h"
#include "widgets/pages/executionspage.h"
#include "widgets/pages/serverpage.h"
#include "widgets/shell/closepolicy.h"
#include "widgets/shell/exampleline.h"
#include "widgets/shell/pagestack.h"
#include "widgets/shell/shortcutsdialog.h"
#include "widgets/shell/statusline.h"

#include <QApplication>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLabel>
#include <QLayout>
#include <QListWidget>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QToolTip>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::widgets;
using namespace signalbox::test;

namespace {

// Makes English texts as long as translations get: a third more letters, placeholders untouched.
class LongWords final : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *text, const char *, int) const override
    {
        const QString original = QString::fromUtf8(text);
        const qsizetype more = original.size() < 2 ? 0 : (original.size() * 35 + 99) / 100;
        return original + QString(more, u'e');
    }
};

Snapshot populated()
{
    Snapshot snapshot;
    snapshot.server.version = u"0.1.0"_s;
    snapshot.server.dataDirectory = u"/home/somebody/.local/state/signalbox"_s;
    snapshot.server.capacity = 3;
    snapshot.server.users = {{u"somebody"_s, u"Somebody With A Long Name"_s, {}, {u"admin"_s}}};
    snapshot.server.limits = {{u"message_bytes"_s, u"65536"_s}};
    int port = 9000;
    for (const QString &dialect : {u"sutra"_s, u"airavata"_s, u"ark"_s, u"alger"_s})
        snapshot.server.listeners.append({{u"127.0.0.1"_s}, port++, {dialect}, false});
    int position = 0;
    for (const QString &id : {u"index"_s, u"lookup"_s, u"fragile"_s}) {
        Component service = component(id, position == 2 ? ComponentState::Error : ComponentState::Running);
        service.name = u"The %1 Service"_s.arg(id);
        service.position = position++;
        service.error = position == 3 ? u"exit status 3"_s : QString();
        service.pid = 123456;
        snapshot.metrics.components.insert(id, {123456, 12.5, 1234.5});
        service.command = {u"/usr/bin/some-server"_s};
        service.dependsOn = position > 1 ? QStringList{u"index"_s} : QStringList();
        add(snapshot, service);
    }
    for (const QString &id : {u"c1"_s, u"c2"_s}) {
        Client visitor = client(id, {});
        visitor.dialect = u"airavata"_s;
        visitor.address = u"127.0.0.1:54321"_s;
        add(snapshot, visitor);
    }
    Execution run = execution(u"0d2a0f0e-0000-4000-8000-000000000001"_s, ExecutionState::Running);
    run.name = u"Demo Pipeline"_s;
    run.owner = u"anonymous"_s;
    run.counts.total = 2;
    add(snapshot, run);
    for (const QString &node : {u"extract"_s, u"transform"_s})
        add(snapshot, task(run.id, node, ExecutionState::Running));
    Pipeline demo = pipeline(u"demo"_s, u"Demo Pipeline"_s);
    demo.description = u"The ten most frequent words of a text, and what stands beside them"_s;
    add(snapshot, demo);
    add(snapshot, process(u"count"_s));
    return snapshot;
}

QString nameOf(const QWidget &widget, const QString &text)
{
    return QString::fromLatin1(widget.metaObject()->className()) + u" “"_s + text
           + u"” %1×%2"_s.arg(widget.width()).arg(widget.height());
}

bool isInScrollArea(const QWidget &widget)
{
    for (const QWidget *above = widget.parentWidget(); above && !above->isWindow(); above = above->parentWidget()) {
        if (qobject_cast<const QAbstractScrollArea *>(above) && !qobject_cast<const PageStack *>(above))
            return true;
    }
    return false;
}

// Collects texts and controls that cannot be read or reached; empty when there is none.
class Inspection
{
public:
    explicit Inspection(const QWidget &window)
    {
        look(window, window);
        const QList<QWidget *> all = window.findChildren<QWidget *>();
        for (const QWidget *widget : all) {
            if (widget->isVisible() && widget->window() == &window)
                look(*widget, window);
        }
    }
    QStringList found;

private:
    void look(const QWidget &widget, const QWidget &window)
    {
        if (const auto *label = qobject_cast<const QLabel *>(&widget))
            lookAt(*label);
        else if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
            lookAt(*button);
        else if (const auto *tabs = qobject_cast<const QTabBar *>(&widget))
            lookAt(*tabs);
        else if (const auto *header = qobject_cast<const QHeaderView *>(&widget))
            lookAt(*header);
        else if (const auto *list = qobject_cast<const QListWidget *>(&widget))
            lookAt(*list);
        if (widget.layout())
            lookForOverlaps(widget);
        const QRect there(widget.mapTo(&window, QPoint()), widget.size());
        if (!window.rect().contains(there) && !there.isEmpty() && !isInScrollArea(widget))
            found << u"outside: "_s + nameOf(widget, {});
        if (const auto *area = qobject_cast<const QScrollArea *>(&widget);
            area && area->widget() && area->widget()->width() > area->viewport()->width())
            found << u"wider than its view: "_s + nameOf(*area->widget(), {});
        if (const auto *stack = qobject_cast<const PageStack *>(&widget);
            stack && stack->widget()->height() > stack->viewport()->height())
            found << u"higher than the window: "_s + nameOf(*stack->currentWidget(), {});
    }

    void lookAt(const QListWidget &list)
    {
        if (list.sizeHintForColumn(0) > list.viewport()->width())
            found << u"cut: "_s + nameOf(list, list.accessibleName());
    }

    void lookAt(const QLabel &label)
    {
        if (label.text().isEmpty() || !label.toolTip().isEmpty())
            return;
        const QRect room = label.contentsRect();
        const bool fits = label.wordWrap() ? label.heightForWidth(label.width()) <= label.height()
                                           : label.sizeHint().width() <= label.width()
                                                 && label.fontMetrics().height() <= room.height();
        if (!fits)
            found << u"cut: "_s + nameOf(label, label.text());
    }

    void lookAt(const QAbstractButton &button)
    {
        if (button.focusPolicy() == Qt::NoFocus && button.text().isEmpty())
            return; // part of another control
        const QSize needed = button.sizeHint();
        if (button.width() < needed.width() || button.height() < needed.height() - 2)
            found << u"cut: "_s + nameOf(button, button.text() + button.toolTip());
    }

    void lookAt(const QTabBar &tabs)
    {
        for (int i = 0; i < tabs.count(); ++i) {
            const bool fits = tabs.fontMetrics().horizontalAdvance(tabs.tabText(i)) <= tabs.tabRect(i).width()
                              && tabs.rect().contains(tabs.tabRect(i));
            if (tabs.isTabVisible(i) && !fits)
                found << u"cut: "_s + nameOf(tabs, tabs.tabText(i));
        }
    }

    void lookAt(const QHeaderView &header)
    {
        const QFontMetrics metrics(widgets::font(TextStyle::Caption));
        for (int i = 0; i < header.count(); ++i) {
            const QString text = header.model()->headerData(i, header.orientation()).toString();
            const int room = header.sectionSize(i) - 2 * spacing::small;
            if (header.isSectionHidden(i) || metrics.horizontalAdvance(text) <= room)
                continue;
            QWidget *viewport = header.viewport();
            const QPoint place(header.sectionViewportPosition(i) + header.sectionSize(i) / 2, 3);
            QToolTip::hideText();
            QHelpEvent help(QEvent::ToolTip, place, viewport->mapToGlobal(place));
            QCoreApplication::sendEvent(viewport, &help);
            if (QToolTip::text() != text)
                found << u"cut: header "_s + text;
        }
    }

    void lookForOverlaps(const QWidget &widget)
    {
        QList<const QWidget *> placed;
        for (const QObject *child : widget.children()) {
            const auto *part = qobject_cast<const QWidget *>(child);
            if (part && part->isVisible() && !part->isWindow() && !part->geometry().isEmpty())
                placed << part;
        }
        for (qsizetype i = 0; i < placed.size(); ++i) {
            for (qsizetype k = i + 1; k < placed.size(); ++k) {
                if (placed[i]->geometry().intersects(placed[k]->geometry()))
                    found << u"overlap: "_s + nameOf(*placed[i], {}) + u" and "_s + nameOf(*placed[k], {});
            }
        }
    }
};

} // namespace

class LayoutTest : public test::FakeWindow
{
    Q_OBJECT

private Q_SLOTS:
    void pages_data();
    void pages();
    void tablesFit_data();
    void tablesFit();
    void banner_data();
    void banner();
    void dialogs_data();
    void dialogs();
    void theSidebarKeepsItsDistance();
    void cleanup();

private:
    void prepare();

    LongWords longWords;
    QFont usual = QApplication::font();
};

void LayoutTest::cleanup()
{
    end();
    QCoreApplication::removeTranslator(&longWords);
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    QApplication::setFont(usual);
}

// Sets font, direction and texts before the window is built, as on a desktop.
void LayoutTest::prepare()
{
    QFETCH(int, percent);
    QFETCH(bool, foreign);
    QFETCH(QSize, size);
    QFont font = usual;
    font.setPointSizeF(usual.pointSizeF() * percent / 100.0);
    QApplication::setFont(font);
    if (foreign) {
        QCoreApplication::installTranslator(&longWords);
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    }
    begin(populated());
    QVERIFY(open(size));
    link->tick();
}

namespace {

void addRows(const QStringList &names)
{
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("percent");
    QTest::addColumn<bool>("foreign");
    for (const QString &name : names) {
        QTest::addRow("%s, small", qPrintable(name)) << name << QSize(1024, 640) << 100 << false;
        QTest::addRow("%s, 200 %%", qPrintable(name)) << name << QSize(1920, 1080) << 200 << false;
        QTest::addRow("%s, right to left", qPrintable(name)) << name << QSize(1024, 640) << 100 << true;
    }
}

} // namespace

void LayoutTest::pages_data()
{
    QStringList names;
    const QList<PageEntry> pages = pageList();
    for (const PageEntry &page : pages)
        names << page.key;
    addRows(names);
}

void LayoutTest::pages()
{
    QFETCH(QString, subject);
    QFETCH(QSize, size);
    prepare();
    const QList<PageEntry> pages = pageList();
    const auto entry =
        std::find_if(pages.cbegin(), pages.cend(), [&subject](const PageEntry &page) { return page.key == subject; });
    window->open(entry->id);
    const QList<DataTable *> tables = window->page(entry->id)->findChildren<DataTable *>();
    for (DataTable *table : tables) {
        if (table->isVisible() && table->model()->rowCount() > 0)
            table->setCurrentIndex(table->model()->index(0, 0)); // a selection shows more controls
    }
    if (entry->id == PageId::Clients) // and the frames of a client
        qobject_cast<ClientsPage *>(window->page(PageId::Clients))->watchAction().setChecked(true);
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents();
    QCOMPARE(window->size(), size);
    const QStringList found = Inspection(*window).found;
    QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n')));
}

void LayoutTest::tablesFit_data()
{
    QTest::addColumn<PageId>("page");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("percent");
    QTest::addColumn<bool>("foreign");
    const QList<PageEntry> pages = pageList();
    for (const PageEntry &page : pages) {
        const QByteArray key = page.key.toUtf8();
        QTest::addRow("%s, as first shown", key.constData()) << page.id << QSize(1280, 800) << 100 << false;
        QTest::addRow("%s, small", key.constData()) << page.id << QSize(1024, 640) << 100 << false;
        QTest::addRow("%s, 200 %%", key.constData()) << page.id << QSize(1920, 1080) << 200 << false;
        QTest::addRow("%s, right to left", key.constData()) << page.id << QSize(1024, 640) << 100 << true;
    }
}

// No table scrolls sideways, and none of its figures is cut.
void LayoutTest::tablesFit()
{
    QFETCH(PageId, page);
    prepare();
    Agent far = agent(u"build-machine-17"_s, AgentState::Registering); // a page shows a table of its own
    far.hostname = u"build-machine-17.example.org"_s;
    far.capabilities = {{u"maxConcurrentJobs"_s, 16}};
    far.resourceUsage = {{u"cpuPercent"_s, 100.0}, {u"memoryMB"_s, 123'456}, {u"diskFreeGB"_s, 1'234}};
    link->change(AgentChanged{far});
    window->open(page);
    const QList<QTabWidget *> tabs = window->page(page)->findChildren<QTabWidget *>();
    const QList<DataTable *> tables = window->page(page)->findChildren<DataTable *>();
    if (page == PageId::Clients)
        qobject_cast<ClientsPage *>(window->page(page))->watchAction().setChecked(true);
    for (DataTable *table : tables) {
        if (table->model()->rowCount() > 0)
            table->setCurrentIndex(table->model()->index(0, 0)); // shows its details, with a table of their own
    }
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents();
    for (DataTable *table : tables) {
        for (QTabWidget *tab : tabs) {
            for (int i = 0; i < tab->count(); ++i) {
                if (tab->widget(i)->isAncestorOf(table))
                    tab->setCurrentIndex(i);
            }
        }
        QTRY_VERIFY2(table->isVisible(), qPrintable(table->accessibleName()));
        QTRY_COMPARE(table->horizontalScrollBar()->maximum(), 0);
        for (int column = 0; column < table->model()->columnCount(); ++column) {
            const QModelIndex cell = table->model()->index(0, column);
            const int room = table->header()->sectionSize(column) - 2 * spacing::small;
            if (!table->isColumnHidden(column) && cell.data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight)
                QVERIFY2(table->fontMetrics().horizontalAdvance(cell.data().toString()) <= room,
                         qPrintable(table->accessibleName() + u": "_s + cell.data().toString()));
        }
    }
}

void LayoutTest::banner_data()
{
    addRows({u"banner"_s});
}

void LayoutTest::banner()
{
    prepare();
    ServerInfo quick = link->snapshot().server;
    quick.tick = Milliseconds(20);
    link->change(ServerChanged{quick});
    link->tick();
    QTRY_VERIFY(window->liveness().isStale());
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents();
    const QString text = window->bannerText();
    QVERIFY(text.size() > 100);
    const QStringList found = Inspection(*window).found;
    const auto isOfIt = [&text](const QString &one) { return one.contains(text); };
    QVERIFY(std::none_of(found.cbegin(), found.cend(), isOfIt));
    const QList<QLabel *> labels = window->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [&text](const QLabel *one) { return one->text() == text; }));
}

void LayoutTest::dialogs_data()
{
    addRows({u"keys"_s, u"palette"_s, u"start"_s, u"graph"_s, u"first"_s, u"close"_s, u"stop"_s, u"all"_s, u"token"_s,
             u"about"_s});
}

void LayoutTest::dialogs()
{
    QFETCH(QString, subject);
    prepare();
    if (subject == u"keys"_s)
        (new ShortcutsDialog(window.get()))->open();
    else if (subject == u"palette"_s) {
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        QTest::keyClick(window.get(), Qt::Key_K, Qt::ControlModifier);
    } else if (subject == u"start"_s)
        window->open(PageId::Executions, u"pipeline:demo"_s);
    else if (subject == u"graph"_s)
        qobject_cast<ExecutionsPage *>(window->page(PageId::Executions))->runGraph();
    else if (subject == u"first"_s) {
        window->offer({u"/home/somebody/.config/signalbox/signalbox.toml"_s, u"admin"_s, {}, {}});
        window->exampleLine().writeButton().click();
    } else if (subject == u"close"_s)
        askWhich(*window, {3, 2}, [](CloseChoice, bool) {});
    else if (subject == u"all"_s) {
        auto *commands = new Commands(*new Replica(*link, window.get()), window.get());
        submitToAll(*window, *commands, link->snapshot(), StopComponents{});
    } else if (subject == u"about"_s)
        (new AboutDialog(*new Replica(*link, window.get()), settings->fileName(), window.get()))->open();
    else if (subject == u"token"_s)
        window->open(PageId::Server, ServerPage::token());
    else
        askBeforeStop(*window, {3, 2}, [] {});
    auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
    if (!dialog)
        dialog = window->findChild<QDialog *>();
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->isVisible());
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents();
    QVERIFY(dialog->width() <= window->width() && dialog->height() <= window->height());
    const QStringList found = Inspection(*dialog).found;
    QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n')));
}

// The chosen page's ground ends before the edge of the window, on either side.
void LayoutTest::theSidebarKeepsItsDistance()
{
    for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        QGuiApplication::setLayoutDirection(direction);
        begin(populated());
        QVERIFY(open(QSize(1280, 800)));
        const QListWidget *pages = window->findChild<QListWidget *>();
        QVERIFY(pages);
        const QRect place(pages->mapTo(window.get(), QPoint(0, 0)), pages->size());
        const int distance = direction == Qt::LeftToRight ? place.left() : window->width() - place.right() - 1;
        QCOMPARE(distance, int(spacing::medium));
        end();
    }
}

QTEST_MAIN(LayoutTest)
#include "tst_layout.moc"
