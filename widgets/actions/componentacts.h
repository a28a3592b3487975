// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/actions/acts.h"
#include "widgets/state/commands.h"

#include <array>

namespace signalbox::widgets {

// What can be done to components: to one of them, to those selected, to all. Cards, tables, menus and the command
// palette offer these rows.
struct ComponentAct
{
    ActId one;
    ActId all;
    bool (*can)(const Component &component);
    bool (*canNow)(const Commands &commands, const Component &component);
    CommandBody (*command)(const QString &id);
    CommandBody forAll;
    QString (*question)(int count); // before several are acted on; null: not asked
    QString (*ofOne)();             // "Start %1"
    QString (*ofAll)();             // "Start all components"
};

const std::array<ComponentAct, 3> &componentActs(); // start, stop, restart

} // namespace signalbox::widgets
