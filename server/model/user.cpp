// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/user.h"

#include <algorithm>
#include <array>
#include <utility>

namespace signalbox {

namespace {

constexpr std::array<std::pair<Role, const char16_t *>, 4> roleNameTable{{
    {Role::None, u"none"},
    {Role::Viewer, u"viewer"},
    {Role::Operator, u"operator"},
    {Role::Admin, u"admin"},
}};

} // namespace

QString toString(Role role)
{
    return QString::fromUtf16(roleNameTable[static_cast<std::size_t>(role)].second);
}

std::optional<Role> roleFromString(const QString &text)
{
    for (const auto &[role, name] : roleNameTable) {
        if (text == QString::fromUtf16(name))
            return role;
    }
    return std::nullopt;
}

Role User::role() const
{
    Role highest = Role::None;
    for (const QString &roleName : roleNames)
        highest = std::max(highest, roleFromString(roleName).value_or(Role::None));
    return highest;
}

} // namespace signalbox
