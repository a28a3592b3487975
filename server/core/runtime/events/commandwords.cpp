// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/events/eventwords.h"

#include "server/model/snapshot.h"

namespace signalbox::core::eventwords {

namespace {

using Kind = EventEntry::Kind;

QString nameOfComponent(const Snapshot &snapshot, const QString &id)
{
    const Component *known = snapshot.component(id);
    return known ? known->name : id;
}

QString nameOfExecution(const Snapshot &snapshot, const QString &id)
{
    const Execution *known = snapshot.execution(id);
    return known ? known->name : id;
}

QString nameOfSchedule(const Snapshot &snapshot, const QString &id)
{
    const Schedule *known = snapshot.schedule(id);
    return known ? known->name : id;
}

// What cannot be told from Changes: these tell of no person, or not of what it did.
struct Told
{
    using Answer = std::optional<EventEntry>;

    const Snapshot &snapshot;

    Answer operator()(const KillComponent &request) const
    {
        const QString name = nameOfComponent(snapshot, request.id);
        return made(Kind::Component, u"killed"_s, request.id, name, name + u" was killed"_s);
    }
    Answer operator()(const ScaleComponent &request) const
    {
        return made(Kind::Component, u"scaled"_s, request.id, request.id,
                    u"the instances of %1 were set to %2"_s.arg(request.id).arg(request.instances));
    }
    // Not what was typed: it may be a password.
    Answer operator()(const TypeToComponent &request) const
    {
        const QString name = nameOfComponent(snapshot, request.id);
        return made(Kind::Component, u"typed"_s, request.id, name,
                    u"%1 bytes were typed to %2"_s.arg(request.bytes.size()).arg(name));
    }
    Answer operator()(const TakeBlackBox &request) const
    {
        const QString name = nameOfComponent(snapshot, request.id);
        return made(Kind::Component, u"black_box"_s, request.id, name,
                    u"what is seen of %1 was written down"_s.arg(name));
    }
    Answer operator()(const MarkSeen &request) const
    {
        if (request.executionIds.size() != 1)
            return made(Kind::Execution, u"seen"_s, {}, {}, u"failures were marked as seen"_s,
                        request.executionIds.isEmpty() ? u"all"_s : request.executionIds.join(u", "_s));
        const QString id = request.executionIds.constFirst();
        const QString name = nameOfExecution(snapshot, id);
        return made(Kind::Execution, u"seen"_s, id, name, u"the failure of %1 was marked as seen"_s.arg(name));
    }
    Answer operator()(const DeleteExecution &request) const
    {
        const QString name = nameOfExecution(snapshot, request.executionId);
        return made(Kind::Execution, u"deleted"_s, request.executionId, name, name + u" was deleted"_s);
    }
    Answer operator()(const DeleteProject &request) const
    {
        const QString name = snapshot.projects.value(request.id).name;
        return made(Kind::Server, u"project_deleted"_s, request.id, name, u"the project %1 was deleted"_s.arg(name));
    }
    Answer operator()(const DeleteInstance &request) const
    {
        const QString name = snapshot.instances.value(request.id).name;
        return made(Kind::Agent, u"instance_deleted"_s, request.id, name, u"the instance %1 was deleted"_s.arg(name));
    }
    Answer operator()(const RunScheduleNow &request) const
    {
        const QString name = nameOfSchedule(snapshot, request.id);
        return made(Kind::Schedule, u"run_now"_s, request.id, name, name + u" was run at once"_s);
    }
    Answer operator()(const DisconnectClient &request) const
    {
        const Client client = snapshot.clients.value(request.clientId);
        return made(
            Kind::Client, u"disconnected"_s, client.address, client.user,
            u"the connection of %1 at %2 over %3 was closed"_s.arg(client.user, client.address, client.dialect));
    }
    Answer operator()(const IssueToken &request) const
    {
        const auto minutes = std::chrono::ceil<std::chrono::minutes>(request.lifetime).count();
        return made(Kind::Server, u"token_issued"_s, request.user, request.user,
                    u"a token was issued for %1"_s.arg(request.user), u"good for %1 min"_s.arg(minutes));
    }
    template<typename Other>
    Answer operator()(const Other &) const
    {
        return std::nullopt;
    }
};

struct Wanted
{
    const Snapshot &snapshot;

    QString operator()(const StartPipeline &request) const
    {
        const Pipeline *known = snapshot.catalogue.pipeline(request.pipelineId);
        return known ? known->name : request.pipelineId;
    }
    QString operator()(const StartGraph &request) const { return request.name; }
    QString operator()(const StartProcess &request) const { return request.name; }
    QString operator()(const StartExperiment &request) const { return request.name; }
    QString operator()(const RetryExecution &request) const { return nameOfExecution(snapshot, request.executionId); }
    template<typename Other>
    QString operator()(const Other &) const
    {
        return {};
    }
};

} // namespace

std::optional<EventEntry> of(const Command &command, const Snapshot &snapshot)
{
    return std::visit(Told{snapshot}, command.body);
}

// A schedule says by itself that it could not run.
std::optional<EventEntry> ofRefusal(const Command &command, const Error &error, const Snapshot &snapshot)
{
    if (error.code == ErrorCode::Forbidden)
        return bad(made(Kind::Client, u"forbidden"_s, command.actor.user, command.actor.user,
                        u"a request was refused"_s, error.message));
    const bool isNoRoom =
        error.code == ErrorCode::Capacity || error.code == ErrorCode::Halted || error.code == ErrorCode::Maintenance;
    const QString name = std::visit(Wanted{snapshot}, command.body);
    if (!isNoRoom || name.isEmpty() || command.actor == scheduleActor())
        return std::nullopt;
    return bad(made(Kind::Execution, u"refused"_s, {}, name, name + u" was not started"_s, error.message));
}

} // namespace signalbox::core::eventwords
