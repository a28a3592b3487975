// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/time.h"

#include <QString>

#include <optional>

namespace signalbox {

// Something worth remembering: who did what, through which protocol, from where, and what became of things by
// themselves. Kept in the database (docs/model.md, "Events").
struct EventEntry
{
    enum class Kind : quint8 { Component, Execution, Schedule, Agent, Client, Server };

    qint64 number = 0; // grows in the order of happening, over restarts and whatever the clock says
    Timestamp time{};
    // Where the same happened so often that several were joined into this one: the newest, and how many.
    Timestamp until{};
    int times = 1;
    Kind kind = Kind::Server;
    QString what; // "failed"; the names are in docs/model.md, "Events"
    bool isBad = false;
    QString subject; // id of the component, execution, …; of a client its address; may be empty
    QString name;    // of the subject, for people
    QString actor;   // the user that did it or whose execution it is, "anonymous", "schedule"; "server": by itself
    QString dialect; // it was done over; "console" for the window, "server", "schedule"
    QString address; // of the client that did it; empty: none did
    QString detail;  // for people: the reason, or with what
    QString text;    // all of it in a sentence, without the time and without who, over what and from where

    friend bool operator==(const EventEntry &, const EventEntry &) = default;
};

QString toString(EventEntry::Kind kind); // "component" …
std::optional<EventEntry::Kind> eventKindFromString(const QString &text);

} // namespace signalbox
