// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/change.h"

#include <QMetaType>

#include <optional>
#include <variant>

namespace signalbox {

// What a TaskChanged replaced.
struct ReplacedTask
{
    std::optional<Task> task; // unset: the task is new
    Execution execution;      // that it belongs to, with counts and percent after this Change

    friend bool operator==(const ReplacedTask &, const ReplacedTask &) = default;
};

// What a Change replaced: the value that stood in the Snapshot under the same id, or the mode before. Nothing
// (std::monostate) when there was none, when the Change did not apply (a task of an unknown execution, a client that is
// gone), and for Changes of another kind. apply() hands it back and it travels with the Change, because the Snapshot
// may be newer than the Change that a receiver hears.
struct Replaced : std::variant<std::monostate, Component, Execution, ReplacedTask, Project, Worker, Agent, Instance,
                               Schedule, Client, Mode>
{
    using variant::variant;
    Replaced(); // in bodies.cpp, as all such
    Replaced(const Replaced &);
    Replaced(Replaced &&) noexcept;
    Replaced &operator=(const Replaced &);
    Replaced &operator=(Replaced &&) noexcept;
    ~Replaced();
    friend bool operator==(const Replaced &, const Replaced &);
    friend bool operator<(const Replaced &, const Replaced &) = delete;
};

} // namespace signalbox
