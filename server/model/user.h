// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace signalbox {

using namespace Qt::StringLiterals;

// Ordered: each role may do all that the ones before it may (docs/model.md, "Who may do what").
enum class Role { None, Viewer, Operator, Admin };

QString toString(Role role);
std::optional<Role> roleFromString(const QString &text);

struct User
{
    QString name;
    QString displayName;
    QString email;
    QStringList roleNames; // as configured, in that order

    // The highest of roleNames.
    Role role() const;

    friend bool operator==(const User &, const User &) = default;
};

// The user, role and connection that a Command or Query comes from; policy decides by it.
struct Actor
{
    QString user; // "anonymous" without credentials
    Role role = Role::None;
    QString dialect;   // "alger" … "sutra", "console" for the window; "server", "schedule"
    QString clientId;  // of the connection, empty for REST, window and server
    QString address{}; // of the peer; empty for window and server
    QString place{};   // likewise: core::placeOf()

    friend bool operator==(const Actor &, const Actor &) = default;
};

// The program itself.
inline Actor serverActor()
{
    return {u"server"_s, Role::Admin, u"server"_s, {}, {}};
}

// A [[schedule]] whose time has come. Who may write it into the configuration may do all that it does.
inline Actor scheduleActor()
{
    return {u"schedule"_s, Role::Admin, u"schedule"_s, {}, {}};
}

} // namespace signalbox
