// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/agents/agentregistry.h"
#include "server/dialects/ark/bodyreader.h"
#include "server/dialects/ark/events.h"
#include "server/dialects/ark/messages.h"
#include "server/dialects/ark/shapes.h"

#include <QJsonDocument>
#include <QUrlQuery>

#include <cstdint>
#include <cstdlib>

using namespace signalbox;
using namespace signalbox::ark;
using namespace Qt::StringLiterals;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

void requireObject(const QByteArray &json)
{
    require(QJsonDocument::fromJson(json).isObject());
}

// Whatever is wrong with a body is said in an answer of a few sizes of it at most.
template<typename Wish>
const Wish *wishOf(const Read<Wish> &read, const QByteArray &body)
{
    const auto *problem = std::get_if<Problem>(&read);
    if (!problem)
        return &std::get<Wish>(read);
    require(problem->text.isEmpty() != problem->validation.isEmpty());
    dialects::Handshake head;
    head.path = QString::fromUtf8(body.left(100));
    const dialects::RestResponse answer = problem->validation.isEmpty()
                                              ? errorResponse(Timestamp(), head, 400, problem->text)
                                              : validationResponse(Timestamp(), head, problem->validation);
    requireObject(answer.body);
    require(answer.body.size() < 100'000);
    return nullptr;
}

// What was admitted can be told in frames that a known client can read.
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
    if (const Read<CreateJob> read = readNewJob(body); const CreateJob *wish = wishOf(read, body)) {
        job.params = wish->params;
        job.details = {{core::jobdetail::jobType, wish->jobType}, {core::jobdetail::priority, wish->priority}};
        tell(job);
    }
    if (const Read<ReportJobProgress> read = readProgress(body); const ReportJobProgress *wish = wishOf(read, body)) {
        require(!wish->percent || (*wish->percent >= 0 && *wish->percent <= 100));
        job.state = ExecutionState::Running;
        job.percent = wish->percent.value_or(0);
        job.message = wish->message;
        tell(job);
    }
    if (const Read<ReportJobEnd> read = readCompletion(body); const ReportJobEnd *wish = wishOf(read, body)) {
        require(isFinal(wish->state));
        job.state = wish->state;
        job.result = wish->result;
        job.error = wish->error;
        if (!wish->errorDetails.isUndefined())
            job.details.insert(core::jobdetail::errorDetails, wish->errorDetails);
        tell(job);
    }
}

void agents(const QByteArray &body)
{
    Agent agent;
    if (const Read<RegisterAgent> read = readRegistration(body); const RegisterAgent *wish = wishOf(read, body)) {
        require(!wish->agentId.trimmed().isEmpty() && wish->agentId.size() <= BodyReader::longestText);
        agent.id = wish->agentId;
        agent.hostname = wish->hostname;
        for (const QByteArray &event :
             {events::agentRegistered(agent), events::agentHeartbeat(agent), events::agentOffline(agent)}) {
            requireObject(event);
            require(event.size() < 4096);
        }
    }
    const Read<ReportHeartbeat> beat = readHeartbeat(body);
    (void)wishOf(beat, body);
}

void instances(const QByteArray &body)
{
    InstanceView view;
    if (const Read<CreateInstance> read = readNewInstance(body); const CreateInstance *wish = wishOf(read, body)) {
        view.name = wish->name;
        view.gameType = wish->gameType;
        view.agentId = wish->agentId;
        view.config = wish->config;
        requireObject(instanceObject(view));
        requireObject(events::instanceCreated(u"i"_s, view.name, view.gameType, view.createdAt));
    }
    const Read<UpdateInstance> update = readInstanceUpdate(body, u"i"_s);
    if (const UpdateInstance *wish = wishOf(update, body))
        require(!wish->name || !wish->name->trimmed().isEmpty());
}

void query(const QByteArray &text)
{
    dialects::Handshake head;
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
