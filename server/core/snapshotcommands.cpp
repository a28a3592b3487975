// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/snapshotcommands.h"

namespace signalbox::core {

namespace {

struct Table
{
    using Completion = SnapshotCommand::Completion;
    using Answer = std::optional<SnapshotCommand>;

    const Snapshot &snapshot;
    const Actor &actor;
    Ids &ids;
    Timestamp now;

    Answer operator()(const CreateProject &create) const
    {
        const Project project{ids.next(), create.name, create.description, actor.user, now, now};
        return SnapshotCommand{project.id, ProjectChanged{project}, Completion::WhenDurable,
                               ProjectRemoved{project.id}};
    }
    Answer operator()(const UpdateProject &update) const
    {
        Project project = snapshot.projects.value(update.id);
        project.name = update.name.value_or(project.name);
        project.description = update.description.value_or(project.description);
        project.updatedAt = now;
        return SnapshotCommand{project.id, ProjectChanged{project}};
    }
    Answer operator()(const DeleteProject &remove) const
    {
        return SnapshotCommand{remove.id, ProjectRemoved{remove.id}};
    }
    Answer operator()(const DeleteExecution &remove) const
    {
        if (!snapshot.execution(remove.executionId))
            return std::nullopt; // HistoryCommands
        return SnapshotCommand{remove.executionId, ExecutionForgotten{remove.executionId}};
    }
    // Halting goes on in the Engine, which ends what runs.
    Answer operator()(const SetMode &set) const
    {
        if (set.mode == snapshot.mode)
            return SnapshotCommand{toString(set.mode), {}, Completion::AtOnce};
        return SnapshotCommand{toString(set.mode), ModeChanged{set.mode},
                               set.mode == Mode::Halted ? Completion::ByHandler : Completion::AtOnce};
    }
    template<typename Other>
    Answer operator()(const Other &) const
    {
        return std::nullopt;
    }
};

} // namespace

std::optional<SnapshotCommand> snapshotCommand(const Snapshot &snapshot, const Command &command, Ids &ids,
                                               Timestamp now)
{
    return std::visit(Table{snapshot, command.actor, ids, now}, command.body);
}

} // namespace signalbox::core
