// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/pages/page.h"
#include "widgets/shell/commandpalette.h"

namespace signalbox::widgets {

// What the palette offers now: pages, what each component allows, pipelines to start, processes to call, and those of
// the actions that can be done. toAll carries out what is asked of all components at once; open shows a page at a
// subject.
QList<PaletteEntry> paletteEntries(Replica &replica, Commands &commands, const QList<QAction *> &actions,
                                   const std::function<void(const CommandBody &)> &toAll,
                                   const std::function<void(PageId, const QString &)> &open);

} // namespace signalbox::widgets
