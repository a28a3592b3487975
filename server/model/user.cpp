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
    switch (role) {
    case Role::None:
        return QStringLiteral("none");
    case Role::Viewer:
        return QStringLiteral("viewer");
    case Role::Operator:
        return QStringLiteral("operator");
    case Role::Admin:
        return QStringLiteral("admin");
    }
    return {};
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
    for (const Role role : {Role::None, Role::Viewer, Role::Operator, Role::Admin}) {
        if (toString(role) == text)
    return {};
Role highestOf(const QList<Role> &roles)
    return roles.isEmpty() ? Role::None : *std::max_element(roles.begin(), roles.end());
QStringList User::roleNames() const
    QStringList names;
    for (const Role role : roles)
        names.append(toString(role));
    return names;
}

} // namespace signalbox
