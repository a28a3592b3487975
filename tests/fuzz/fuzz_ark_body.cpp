// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/agents/agentregistry.h"
#include "server/dialects/ark/codec.h"
#include "server/dialects/ark/codec_body.h"
#include "server/dialects/ark/codec_events.h"
#include "server/dialects/ark/codec_shapes.h"
#include "tests/fuzz/fuzz.h"

#include <QJsonDocument>
#include <QUrlQuery>

using namespace signalbox;
using namespace signalbox::ark;
using namespace Qt::StringLiterals;

namespace {

void requireObject(const QByteArray &json)
{
    require(QJsonDocument::fromJson(json).isObject());
}

// The Command read from a body; nullptr when there is none, after a check that the answer that says why is JSON of a
// bounded size.
template<typename CommandType>
const CommandType *requestOf(const Read<CommandType> &read, const QByteArray &body)
{
    const auto *problem = std::get_if<Problem>(&read);
    if (!problem)
        return &std::get<CommandType>(read);
    require(problem->text.isEmpty() != problem->validation.isEmpty());
    dialects::RequestHead head;
    head.path = QString::fromUtf8(body.left(100));
    const dialects::RestResponse answer = problem->validation.isEmpty()
                                              ? errorResponse(Timestamp(), head, 400, problem->text)
                                              : validationResponse(Timestamp(), head, problem->validation);
    requireObject(answer.body);
    require(answer.body.size() < 100'000);
    return nullptr;
}

// The events of an accepted job are JSON objects within 4096 bytes, which ARK clients can read.
void tell(const Execution &job)
{
    for (const QByteArray &event : {events::jobCreated(job), events::jobProgress(job, job.message, job.createdAt),
                                    events::jobEnded(job, job.createdAt)}) {
        requireObject(event);
        require(event.size() < 4096);
    }
    requireObject(jobObject(job));
}

void jobs(const QByteArray &body)
{
    Execution job;
    job.id = u"4be0643f-1d98-573b-97cd-ca98a65347dd"_s;
    job.kind = ExecutionKind::Job;
    if (const Read<CreateJob> read = readNewJob(body); const CreateJob *command = requestOf(read, body)) {
        job.params = command->params;
        job.details = JobDetails{.jobType = command->jobType, .priority = command->priority};
        tell(job);
    }
    if (const Read<ReportJobProgress> read = readProgress(body);
        const ReportJobProgress *command = requestOf(read, body)) {
        require(!command->percent || (*command->percent >= 0 && *command->percent <= 100));
        job.state = ExecutionState::Running;
        job.percent = command->percent.value_or(0);
        job.message = command->message;
        tell(job);
    }
    if (const Read<ReportJobEnd> read = readCompletion(body); const ReportJobEnd *command = requestOf(read, body)) {
        require(isFinal(command->state));
        job.state = command->state;
        job.result = command->result;
        job.error = command->error;
        if (!command->errorDetails.isUndefined())
            editDetails<JobDetails>(job).errorDetails = command->errorDetails;
        tell(job);
    }
}

void agents(const QByteArray &body)
{
    Agent agent;
    if (const Read<RegisterAgent> read = readRegistration(body); const RegisterAgent *command = requestOf(read, body)) {
        require(!command->agentId.trimmed().isEmpty() && command->agentId.size() <= BodyReader::longestText);
        agent.id = command->agentId;
        agent.hostname = command->hostname;
        for (const QByteArray &event :
             {events::agentRegistered(agent), events::agentHeartbeat(agent), events::agentOffline(agent)}) {
            requireObject(event);
            require(event.size() < 4096);
        }
    }
    const Read<ReportHeartbeat> beat = readHeartbeat(body);
    (void)requestOf(beat, body);
}

void instances(const QByteArray &body)
{
    InstanceView view;
    if (const Read<CreateInstance> read = readNewInstance(body);
        const CreateInstance *command = requestOf(read, body)) {
        view.name = command->name;
        view.gameType = command->gameType;
        view.agentId = command->agentId;
        view.config = command->config;
        requireObject(instanceObject(view));
        requireObject(events::instanceCreated(u"i"_s, view.name, view.gameType, view.createdAt));
    }
    const Read<UpdateInstance> update = readInstanceUpdate(body, u"i"_s);
    if (const UpdateInstance *command = requestOf(update, body))
        require(!command->name || !command->name->trimmed().isEmpty());
}

void query(const QByteArray &text)
{
    dialects::RequestHead head;
    const auto items = QUrlQuery(QString::fromUtf8(text)).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items)
        head.query.append({name, value});
    QueryReader reader(head);
    const int limit = reader.integer(u"limit"_s, 100, 1, 1000);
    (void)reader.time(u"since"_s);
    (void)reader.oneOf(u"level"_s, {u"INFO"_s, u"WARN"_s});
    (void)reader.required(u"agentId"_s);
    require(!reader.problems().isEmpty() || (limit >= 1 && limit <= 1000));
    requireObject(validationResponse(Timestamp(), head, reader.problems()).body);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray body(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    agents(body);
    instances(body);
    jobs(body);
    query(body);
    const QString cutText = events::cut(QString::fromUtf8(body), 200);
    require(QJsonDocument::fromJson(events::systemError(cutText, {}, Timestamp())).isObject());
    return 0;
}
