// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/component.h"

#include <array>

namespace signalbox {

namespace {

constexpr std::array<const char16_t *, 5> stateNames{u"stopped", u"starting", u"running", u"stopping", u"error"};

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
    return QString::fromUtf16(stateNames[static_cast<std::size_t>(state)]);
}

std::optional<ComponentState> componentStateFromString(const QString &text)
{
    for (std::size_t index = 0; index < stateNames.size(); ++index) {
        if (text == QString::fromUtf16(stateNames[index]))
            return static_cast<ComponentState>(index);
    }
    return std::nullopt;
}

bool isLegalTransition(ComponentState from, ComponentState to)
{
    return legal[static_cast<std::size_t>(from)][static_cast<std::size_t>(to)];
}

} // namespace signalbox
