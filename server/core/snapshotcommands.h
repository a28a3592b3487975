// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/ids.h"
#include "server/model/command.h"
#include "server/model/snapshot.h"

#include <optional>

namespace signalbox::core {

// What a Command that needs nothing but the Snapshot comes down to.
struct SnapshotCommand
{
    enum class Completion { AtOnce, WhenDurable, ByHandler };

    QString subject;
    std::optional<ChangeBody> fact; // absent: it is true already
    Completion completion = Completion::WhenDurable;
    std::optional<ChangeBody> undo{}; // recorded when the fact cannot be made durable, because the Command then fails
};

// The one table of such Commands; nothing for every other Command. Pure but for the ids. policy::admit() has checked that
// the subject exists.
std::optional<SnapshotCommand> snapshotCommand(const Snapshot &snapshot, const Command &command, Ids &ids,
                                               Timestamp now);

} // namespace signalbox::core
