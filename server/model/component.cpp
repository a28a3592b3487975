// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/component.h"

#include "server/model/enumnames.h"

#include <array>

namespace signalbox {

namespace {

constexpr EnumNames<5> stateNames{u"stopped", u"starting", u"running", u"stopping", u"error"};
constexpr EnumNames<3> healthNames{u"unchecked", u"healthy", u"degraded"};

// Rows: from; columns: to, in the order of the enum. A state may repeat itself (other facts changed).
constexpr std::array<std::array<bool, 5>, 5> legal{{
    //            stopped starting running stopping error
    /*stopped */ {true, true, false, false, true},
    /*starting*/ {true, true, true, true, true},
    /*running */ {true, true, true, true, true},
    /*stopping*/ {true, true, false, true, true},
    /*error   */ {true, true, false, false, true},
}};

} // namespace

QString toString(ComponentState state)
{
    return nameOf(state, stateNames);
}

QString toString(ComponentHealth health)
{
    return nameOf(health, healthNames);
}

std::optional<ComponentState> componentStateFromString(const QString &text)
{
    return valueNamed<ComponentState>(text, stateNames);
}

bool isLegalTransition(ComponentState from, ComponentState to)
{
    return legal[static_cast<std::size_t>(from)][static_cast<std::size_t>(to)];
}

} // namespace signalbox
