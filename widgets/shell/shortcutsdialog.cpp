// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/shortcutsdialog.h"

#include "widgets/actions/acts.h"
#include "widgets/controls/placement.h"
#include "widgets/controls/sheet.h"
#include "widgets/controls/textlabel.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

void addHeading(QGridLayout &grid, const QString &title)
{
    const int row = grid.rowCount();
    auto *heading = new TextLabel(TextStyle::Heading);
    heading->setText(title);
    heading->setContentsMargins(0, row > 1 ? spacing::small : 0, 0, 0);
    grid.addWidget(heading, row, 0, 1, 2);
}

void addKeys(QGridLayout &grid, const ActInfo &info)
{
    const int row = grid.rowCount();
    auto *keys = new TextLabel(TextStyle::Body, TextLabel::Tone::Muted);
    keys->setText(keysText(info));
    auto *about = new TextLabel(TextStyle::Body);
    about->setText(info.about.isEmpty() ? info.text : info.about);
    about->setWordWrap(true);
    grid.addWidget(keys, row, 0, Qt::AlignTop);
    grid.addWidget(about, row, 1);
}

} // namespace

ShortcutsDialog::ShortcutsDialog(QWidget *parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keyboard"));
    auto *inner = new QWidget;
    auto *grid = new QGridLayout(inner);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(spacing::large);
    grid->setVerticalSpacing(spacing::tight);
    grid->setColumnStretch(1, 1);
    QString group;
    for (const ActInfo &info : actInfos()) {
        if (info.keys.isEmpty())
            continue;
        if (std::exchange(group, info.group) != info.group)
            addHeading(*grid, info.group);
        addKeys(*grid, info);
    }
    auto *scroll = new Sheet(inner);
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
    resizeWithin(*this, {grown(520), grown(480)});
    scroll->setFocus(Qt::PopupFocusReason); // arrow and page keys scroll at once
}

} // namespace signalbox::widgets
