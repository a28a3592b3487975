// SPDX-License-Identifier: GPL-3.0-or-later
// The menu of settings: the language, what this program is, the layout as at the first start.
#include "tests/support/builders.h"
#include "tests/support/fakewindow.h"
#include "widgets/actions/acts.h"
#include "widgets/dialogs/aboutdialog.h"
#include "widgets/pages/componentspage.h"
#include "widgets/shell/sidebar.h"
#include "widgets/text/languages.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::widgets;

class SettingsTest : public test::FakeWindow
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { end(); }
    void theLanguageIsChosenForTheNextStart();
    void versionsAndPathsAreCopiedForAReport();
    void theLayoutIsReset();

private:
    QAction *language(const QString &code) const;
    void choose(ActId act) const;
};

void SettingsTest::init()
{
    begin(test::snapshotOf(test::component(u"store"_s, ComponentState::Running),
                           test::component(u"index"_s, ComponentState::Stopped)));
    QVERIFY(open());
    link->tick();
}

void SettingsTest::choose(ActId act) const
{
    const QList<QAction *> entries = window->sidebar().settings().actions();
    const auto entry =
        std::find_if(entries.cbegin(), entries.cend(), [act](const QAction *each) { return actOf(*each) == act; });
    QVERIFY(entry != entries.cend());
    (*entry)->trigger();
}

// The choice in the settings; empty: as the system.
QAction *SettingsTest::language(const QString &code) const
{
    const QList<QAction *> entries = window->sidebar().settings().actions();
    for (const QAction *entry : entries) {
        if (!entry->menu() || entry->text() != u"Language"_s)
            continue;
        const QList<QAction *> choices = entry->menu()->actions();
        for (QAction *choice : choices) {
            if (choice->data().toString() == code)
                return choice;
        }
    }
    return nullptr;
}

void SettingsTest::theLanguageIsChosenForTheNextStart()
{
    QVERIFY(language({})->isChecked());
    language(u"de"_s)->trigger();
    QCOMPARE(chosenLanguage(*settings), u"de"_s);
    QVERIFY(question());
    QVERIFY2(question()->text().contains(u"Deutsch"_s), qPrintable(question()->text()));
    QPointer<QMessageBox> told = question();
    told->accept();
    QTRY_VERIFY(!told);
    QVERIFY(open());
    QVERIFY(language(u"de"_s)->isChecked() && !language({})->isChecked());
    language({})->trigger();
    QVERIFY(chosenLanguage(*settings).isEmpty());
    QVERIFY(question()); // this window began in German
    language(u"de"_s)->trigger();
    QCOMPARE(window->findChildren<QMessageBox *>().size(), 1); // as it is
}

void SettingsTest::versionsAndPathsAreCopiedForAReport()
{
    ServerInfo server = link->snapshot().server;
    server.version = u"0.1.0"_s;
    server.configurationFile = u"/home/ann/.config/signalbox/signalbox.toml"_s;
    server.dataDirectory = u"/home/ann/.local/state/signalbox"_s;
    link->change(ServerChanged{server});
    choose(ActId::About);
    QPointer<AboutDialog> dialog = window->findChild<AboutDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    dialog->copyButton().click();
    const QString copied = QGuiApplication::clipboard()->text();
    QCOMPARE(copied, dialog->report());
    for (const QString &told : {server.version, server.configurationFile, server.dataDirectory, settings->fileName(),
                                QString::fromLatin1(qVersion()), u"GPL-3.0-or-later"_s})
        QVERIFY2(copied.contains(told), qPrintable(told));
    dialog->close();
    QTRY_VERIFY(!dialog);
    server.configurationFile.clear();
    link->change(ServerChanged{server});
    choose(ActId::About);
    dialog = window->findChild<AboutDialog *>();
    QVERIFY(dialog->report().contains(u"Configuration: the built-in example"_s));
}

void SettingsTest::theLayoutIsReset()
{
    const auto panes = [](const ComponentsPage &components) {
        return components.findChild<QSplitter *>(QString(), Qt::FindDirectChildrenOnly);
    };
    const QSize size = window->size();
    auto *components = &page<ComponentsPage>(PageId::Components);
    const QList<int> sizes = panes(*components)->sizes();
    QHeaderView *header = components->table().header();
    const int first = header->logicalIndex(0);
    components->table().sortByColumn(ComponentsModel::State, Qt::DescendingOrder);
    components->filterField().setText(u"store"_s);
    header->moveSection(0, 2);
    header->setSectionHidden(ComponentsModel::Uptime, true);
    panes(*components)->setSizes({500, 100, 100});
    QVERIFY(panes(*components)->sizes() != sizes);
    window->resize(1000, 650);
    QVERIFY(open({})); // as it is remembered
    QCOMPARE(window->size(), QSize(1000, 650));
    window->open(PageId::Overview); // the page of components is not built
    choose(ActId::ResetLayout);
    QCOMPARE(window->size(), QSize(1000, 650)); // asked first
    agree();
    QCOMPARE(window->size(), size);
    for (const PageEntry &entry : pageList()) {
        window->open(entry.id);
        const QList<QSplitter *> splitters = window->page(entry.id)->findChildren<QSplitter *>();
        for (const QSplitter *splitter : splitters) {
            for (int i = 0; i < splitter->count(); ++i) {
                const QSize part = splitter->widget(i)->size();
                QVERIFY2(splitter->widget(i)->isHidden() || !part.isEmpty(),
                         qPrintable(entry.key)); // nothing is out of sight
            }
        }
    }
    for (const bool again : {false, true}) {
        if (again)
            QVERIFY(open({})); // as it is remembered
        components = &page<ComponentsPage>(PageId::Components);
        header = components->table().header();
        QCOMPARE(header->logicalIndex(0), first);
        QVERIFY(!header->isSectionHidden(ComponentsModel::Uptime));
        QCOMPARE(header->sortIndicatorSection(), int(ComponentsModel::Name));
        QCOMPARE(header->sortIndicatorOrder(), Qt::AscendingOrder);
        QCOMPARE(components->filterField().text(), u"store"_s);
        QTRY_VERIFY2(std::abs(panes(*components)->sizes()[0] - sizes[0]) < 20, again ? "again" : "at once");
    }
}

QTEST_MAIN(SettingsTest)
#include "tst_settings.moc"
