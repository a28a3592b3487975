// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/pages/page.h"

#include <functional>

namespace signalbox::widgets {

struct PageEntry
{
    PageId id;
    QString key; // in settings and icon names: never translated
    QString title;
    std::function<Page *(const PageContext &)> create;
};

// The pages there are, in the order of the sidebar and of Ctrl+1 … Ctrl+9, Ctrl+0. A new page is one row here.
QList<PageEntry> pageList();
bool hasPage(PageId id);

} // namespace signalbox::widgets
