// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/shortcutsdialog.h"

#include "widgets/controls/textlabel.h"
#include "widgets/pages/pagelist.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QKeySequence>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

struct Group
{
    QString title;
    QList<std::pair<QString, QString>> keys; // keys, what they do
};

QString keys(const char *portable)
{
    return QKeySequence::fromString(QString::fromLatin1(portable)).toString(QKeySequence::NativeText);
}

void addGroup(QGridLayout &grid, const Group &group)
{
    int row = grid.rowCount();
    auto *heading = new TextLabel(TextStyle::Heading);
    heading->setText(group.title);
    heading->setContentsMargins(0, row > 1 ? spacing::small : 0, 0, 0);
    grid.addWidget(heading, row++, 0, 1, 2);
    for (const auto &[keysText, what] : group.keys) {
        auto *left = new TextLabel(TextStyle::Body, TextLabel::Tone::Muted);
        left->setText(keysText);
        auto *right = new TextLabel(TextStyle::Body);
        right->setText(what);
        right->setWordWrap(true);
        grid.addWidget(left, row, 0, Qt::AlignTop);
        grid.addWidget(right, row++, 1);
    }
}

} // namespace

ShortcutsDialog::ShortcutsDialog(QWidget *parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keyboard"));
    const QString both = tr("%1 to %2", "keys");
    const QList<Group> groups{
        {tr("Everywhere"),
         {{keys("F1"), tr("This overview")},
          {keys("Ctrl+K"), tr("Do anything: pages, components, pipelines, processes")},
          {both.arg(keys("Ctrl+1"), keys(qPrintable(u"Ctrl+%1"_s.arg(pageList().size())))), tr("The pages")},
          {keys("Ctrl+Q"), tr("Stop the server and close")},
          {keys("Ctrl+F"), tr("Search or filter on the page shown")},
          {keys("Tab"), tr("To the next part; arrow keys move inside it")},
          {keys("Return"), tr("Open what is selected: its log, its output, its page")}}},
        {tr("Tables"), {{keys("Ctrl+Shift+S"), tr("Sort by another column")}, {keys("Ctrl+A"), tr("Select all")}}},
        {tr("Components"),
         {{keys("Ctrl+S"), tr("Start what is selected")},
          {keys("Del"), tr("Stop what is selected")},
          {keys("Ctrl+R"), tr("Restart what is selected")},
          {keys("Ctrl+C"), tr("Copy its command")}}},
        {tr("Executions"),
         {{keys("Ctrl+N"), tr("Start a pipeline")},
          {keys("Ctrl+O"), tr("Run a graph from a file")},
          {keys("Del"), tr("Stop what is selected")},
          {keys("Ctrl+R"), tr("Run it again")},
          {keys("Ctrl+Shift+R"), tr("Retry from its failed nodes")},
          {keys("Ctrl+C"), tr("Copy its id")}}},
        {tr("Processes"),
         {{keys("Return"), tr("Run the selected process; send the line typed to a call")},
          {keys("Ctrl+D"), tr("Close the input of the call")},
          {keys("Ctrl+."), tr("Cancel the call")},
          {keys("Ctrl+W"), tr("Close the tab of the call")}}},
        {tr("Clients"), {{keys("Del"), tr("Disconnect who is selected")}}},
        {tr("Logs"),
         {{keys("End"), tr("To the newest line, and follow it")},
          {keys("Up") + u"  "_s + keys("Down"), tr("Line by line; with Shift, select several")},
          {keys("Ctrl+C"), tr("Copy the selected lines")},
          {keys("F3"), tr("To the next match")},
          {keys("Shift+F3"), tr("To the previous match")}}},
        {tr("Charts"),
         {{keys("+") + u"  "_s + keys("-"), tr("Zoom")},
          {keys("Left") + u"  "_s + keys("Right"), tr("Move in time")},
          {keys("Home"), tr("To the newest, and follow it")}}}};
    auto *inner = new QWidget;
    auto *grid = new QGridLayout(inner);
    grid->setContentsMargins(0, 0, spacing::small, 0);
    grid->setHorizontalSpacing(spacing::large);
    grid->setVerticalSpacing(spacing::tight);
    grid->setColumnStretch(1, 1);
    for (const Group &group : groups)
        addGroup(*grid, group);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(inner);
    scroll->viewport()->setAutoFillBackground(false);
    inner->setAutoFillBackground(false);
    scroll->setFocusPolicy(Qt::StrongFocus);
    scroll->setAccessibleName(windowTitle());
    for (const auto &[key, action] : {std::pair(Qt::Key_Home, QAbstractSlider::SliderToMinimum),
                                      std::pair(Qt::Key_End, QAbstractSlider::SliderToMaximum)}) {
        connect(new QShortcut(key, this), &QShortcut::activated, scroll->verticalScrollBar(),
                [bar = scroll->verticalScrollBar(), action = action] { bar->triggerAction(action); });
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::page, spacing::large, spacing::page, spacing::large);
    layout->addWidget(scroll, 1);
    layout->addWidget(buttons);
    resize(grown(520), grown(480));
    scroll->setFocus(Qt::PopupFocusReason); // arrow and page keys scroll at once
}

} // namespace signalbox::widgets
