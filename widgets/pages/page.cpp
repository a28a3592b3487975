// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/page.h"

#include "widgets/controls/datatable.h"
#include "widgets/controls/textlabel.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace signalbox::widgets {

Page::Page(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_body(new QVBoxLayout(this))
{
    m_body->setContentsMargins(spacing::page, spacing::large, spacing::page, spacing::medium);
    m_body->setSpacing(spacing::medium);
}

void Page::reveal(const QString &)
{
}

void Page::takeFocus()
{
    DataTable *uppermost = nullptr;
    const auto top = [this](const DataTable *table) { return table->mapTo(this, QPoint()).y(); };
    for (DataTable *table : findChildren<DataTable *>()) {
        if (table->isVisible() && (!uppermost || top(table) < top(uppermost)))
            uppermost = table;
    }
    if (uppermost)
        return uppermost->setFocus(Qt::ShortcutFocusReason);
    // The first part of what scrolls. Not what stands above it: Space would stop everything at once.
    const auto *scroll = findChild<QScrollArea *>();
    const QWidget *sheet = scroll ? scroll->widget() : nullptr;
    QWidget *first = nullptr;
    const auto place = [sheet](const QWidget *widget) {
        const QPoint at = widget->mapTo(sheet, QPoint());
        return std::pair(at.y(), sheet->isRightToLeft() ? -at.x() : at.x());
    };
    const QList<QWidget *> parts = sheet ? sheet->findChildren<QWidget *>() : QList<QWidget *>();
    for (QWidget *part : parts) {
        const auto *button = qobject_cast<const QToolButton *>(part);
        const bool acts = button && !button->isChecked(); // as what stands above
        const bool takes = part->isVisible() && part->isEnabled() && !acts && (part->focusPolicy() & Qt::TabFocus);
        if (takes && (!first || place(part) < place(first)))
            first = part;
    }
    if (first)
        return first->setFocus(Qt::ShortcutFocusReason);
    setFocus(Qt::ShortcutFocusReason);
}

void Page::noteLayout()
{
    for (QSplitter *splitter : findChildren<QSplitter *>())
        m_panes.insert(splitter, splitter->saveState());
}

void Page::resetLayout()
{
    for (QSplitter *splitter : findChildren<QSplitter *>()) {
        if (m_panes.contains(splitter))
            splitter->restoreState(m_panes.value(splitter));
    }
    for (DataTable *table : findChildren<DataTable *>())
        table->resetLayout();
}

QHBoxLayout *Page::addHeader(const QString &title)
{
    auto *label = new TextLabel(TextStyle::Title);
    label->setText(title);
    auto *header = new QHBoxLayout;
    header->setSpacing(spacing::small);
    header->addWidget(label);
    header->addStretch(1);
    m_body->addLayout(header);
    return header;
}

} // namespace signalbox::widgets
