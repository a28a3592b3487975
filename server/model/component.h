// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/time.h"
#include "server/model/words/reason.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace signalbox {

// docs/model.md, "States". Stable: the names are stored in the database and sent to clients.
enum class ComponentState : quint8 { Stopped, Starting, Running, Stopping, Error };

// What a person last wanted of a component. A start of the server goes by it, and by autostart where nobody wanted
// anything.
struct ComponentWish
{
    QString componentId;
    bool toRun = false;
    QString user; // whose wish it is

    friend bool operator==(const ComponentWish &, const ComponentWish &) = default;
};

// The last start that was asked for; those of the restart policy are none.
struct LastStart
{
    Timestamp wanted{};                // from then on it waited for what it depends on
    std::optional<Timestamp> launched; // its process was started
    std::optional<Timestamp> ready;    // of a oneshot: done

    friend bool operator==(const LastStart &, const LastStart &) = default;
};

// What [[component]] health says of a component that runs. One that is degraded is Running, with an error.
enum class ComponentHealth : quint8 { Unchecked, Healthy, Degraded };

// A supervised program: what is known of it now. Configuration that only the supervisor needs
// (environment, signals) stays in core::Config.
struct Component
{
    QString id;
    QString name;
    QString description;     // for people; empty: none
    QString kind;            // ARK gameType
    int position = 0;        // order of the configuration file
    QStringList command;     // for people: "copy command"
    QStringList dependsOn;   // component ids
    QString group;           // empty: none
    QString instanceOf;      // the configured id of one of several instances; empty: the only one
    bool takesInput = false; // TypeToComponent
    bool autostart = false;
    std::optional<ComponentWish> wish;

    ComponentState state = ComponentState::Stopped;
    Timestamp stateSince{};
    Reason reason; // why it is in this state, for people: "started by admin", "exit status 1"
    // Last failure, with the line that explains it: "exit status 1: ValueError: no such file"; empty when none. Cleared by a
    // successful start, and when it is healthy again.
    Reason error;
    // LogLine::number of that line, known a moment after the failure; none: no line explains it.
    std::optional<qint64> errorLine;
    ComponentHealth health = ComponentHealth::Unchecked; // other than that only while it is Running
    std::optional<Timestamp> healthSince;                // unless it is Unchecked
    bool isDone = false;                                 // a oneshot that is Stopped because it ended well
    std::optional<LastStart> lastStart;
    std::optional<qint64> pid;
    std::optional<Timestamp> startedAt;
    QString limits; // what it may use and by what that holds, for people: "memory 512 MiB by cgroup"; empty: no limit
    // Starts by the restart policy since the last start that was requested: by a Command, a reload, or with the server.
    int restarts = 0;
    std::optional<Timestamp> nextRestartAt; // while the restart policy waits
    std::optional<Timestamp> killAt;        // while it stops: when what is left of it is killed

    friend bool operator==(const Component &, const Component &) = default;
};

// It runs, and is not well.
inline bool isDegraded(const Component &component)
{
    return component.state == ComponentState::Running && !component.error.isEmpty();
}

inline bool isUnwell(const Component &component)
{
    return component.state == ComponentState::Error || isDegraded(component);
}

QString toString(ComponentState state);   // "stopped" … "error"
QString toString(ComponentHealth health); // "unchecked" … "degraded"
std::optional<ComponentState> componentStateFromString(const QString &text);

// The one transition table of components; Hub refuses anything else.
bool isLegalTransition(ComponentState from, ComponentState to);

} // namespace signalbox
