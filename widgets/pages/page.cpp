// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/page.h"

#include "widgets/datatable.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace signalbox::widgets {

Page::Page(const Context &context, QWidget *parent) : QWidget(parent), m_context(context), m_body(new QVBoxLayout(this))
{
    m_body->setContentsMargins(spacing::page, spacing::large, spacing::page, spacing::medium);
    m_body->setSpacing(spacing::medium);
}

void Page::reveal(const QString &)
{
}

void Page::takeFocus()
{
    if (isAncestorOf(QApplication::focusWidget()))
        return;
    DataTable *uppermost = nullptr;
    const auto top = [this](const DataTable *table) { return table->mapTo(this, QPoint()).y(); };
    for (DataTable *table : findChildren<DataTable *>()) {
        if (table->isVisible() && (!uppermost || top(table) < top(uppermost)))
            uppermost = table;
    }
    if (uppermost)
        uppermost->setFocus(Qt::ShortcutFocusReason);
    else
        focusNextChild();
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
