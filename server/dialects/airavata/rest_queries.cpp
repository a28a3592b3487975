// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/airavata/codec.h"
#include "server/dialects/airavata/codec_rest.h"
#include "server/dialects/airavata/rest.h"
#include "server/dialects/airavata/routing.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox::airavata {

using dialects::RestResponse;

namespace {

constexpr int mostPerPage = 1000;

const QHash<QString, QList<ExecutionState>> &statesByStatus()
{
    using S = ExecutionState;
    static const QHash<QString, QList<S>> states{
        {u"CREATED"_s, {S::Created}},     {u"QUEUED"_s, {S::Queued}},      {u"RUNNING"_s, {S::Running}},
        {u"COMPLETED"_s, {S::Succeeded}}, {u"CANCELED"_s, {S::Cancelled}}, {u"FAILED"_s, {S::Failed, S::Interrupted}},
    };
    return states;
}

// The filters of a request: from the query or, in a POSTed search, from the body.
class Filters
{
public:
    Filters(const dialects::RestRequest &request, QJsonObject body) : m_request(request), m_body(std::move(body)) {}

    std::optional<QString> text(QLatin1String name) const
    {
        const QJsonValue value = member(m_body, name);
        if (value.isString())
            return value.toString();
        if (value.isDouble())
            return QString::number(value.toDouble());
        QJsonObject query; // so that member() finds either spelling here, too
        for (const auto &[key, given] : m_request.head.query) {
            if (!query.contains(key))
                query.insert(key, given);
        }
        const QJsonValue given = member(query, name);
        return given.isString() && !given.toString().isEmpty() ? std::optional(given.toString()) : std::nullopt;
    }

    Result<int> number(QLatin1String name, int fallback, int most) const
    {
        const std::optional<QString> given = text(name);
        bool isNumber = true;
        const int number = given ? given->toInt(&isNumber) : fallback;
        if (!isNumber || number < 0)
            return unexpected(ErrorCode::InvalidArgument, u"%1 must be a number from 0"_s.arg(name));
        return std::min(number, most);
    }

    Result<std::optional<Timestamp>> time(QLatin1String name) const
    {
        const std::optional<QString> given = text(name);
        if (!given)
            return std::optional<Timestamp>();
        const std::optional<Timestamp> time = fromIso(*given);
        if (!time)
            return unexpected(ErrorCode::InvalidArgument,
                              u"%1 must be a time such as 2024-01-15T10:30:00Z"_s.arg(name));
        return time;
    }

private:
    const dialects::RestRequest &m_request;
    QJsonObject m_body;
};

Result<HistoryQuery> readFilters(const Filters &filters)
{
    HistoryQuery query;
    if (const auto status = filters.text("status"_L1)) {
        const auto states = statesByStatus().constFind(status->toUpper());
        if (states == statesByStatus().cend())
            return unexpected(ErrorCode::InvalidArgument, u"unknown status '%1'"_s.arg(status->left(64)));
        query.filter.states = *states;
    }
    query.filter.project = filters.text("projectId"_L1).value_or(QString());
    query.filter.owner = filters.text("ownerId"_L1).value_or(QString());
    query.filter.text = filters.text("query"_L1).value_or(filters.text("name"_L1).value_or(QString()));
    const auto from = filters.time("createdAfter"_L1);
    const auto to = filters.time("createdBefore"_L1);
    const auto limit = filters.number("limit"_L1, 100, mostPerPage);
    const auto offset = filters.number("offset"_L1, 0, std::numeric_limits<int>::max());
    if (!from || !to)
        return Unexpected{from ? to.error() : from.error()};
    if (!limit || !offset)
        return Unexpected{limit ? offset.error() : limit.error()};
    query.filter.createdFrom = *from;
    query.filter.createdTo = *to;
    query.limit = *limit;
    query.offset = *offset;
    return query;
}

RestResponse pageAnswer(const dialects::RestRequest &request, const QList<Execution> &executions, int total,
                        const HistoryQuery &query)
{
    dialects::Page page(0, query.limit, query.mostBytes);
    for (const Execution &execution : executions) {
        page.add([&execution] {
            JsonWriter json;
            shapes::writeFullExperiment(json, execution);
            return json.take();
        });
    }
    JsonWriter json;
    json.beginObject()
        .key("experiments"_L1)
        .raw(page.array())
        .member("total"_L1, total)
        .member("limit"_L1, query.limit)
        .member("offset"_L1, query.offset)
        .endObject();
    return page.answer(request.head, json.take(), dialects::Page::Part{query.offset, total});
}

} // namespace

Result<dialects::Page> Rest::pageOf(const Request &request, qint64 besides) const
{
    const Filters filters(request, {});
    const Result<int> limit = filters.number("limit"_L1, dialects::Page::unlimited, dialects::Page::unlimited);
    const Result<int> offset = filters.number("offset"_L1, 0, std::numeric_limits<int>::max());
    if (!limit || !offset)
        return Unexpected{limit ? offset.error() : limit.error()};
    return dialects::Page(*offset, *limit, m_services.limits.answerBytes - besides);
}

void Rest::listExperiments(const Request &request, const Respond &respond)
{
    const Result<HistoryQuery> query = readFilters(Filters(request, {}));
    query ? list(request, *query, respond) : respond(failure(query.error()));
}

void Rest::searchExperiments(const Request &request, const Respond &respond)
{
    const std::optional<QJsonObject> body = bodyOf(request);
    if (!body)
        return respond(failure(400, u"the body is not a JSON object"_s));
    const Result<HistoryQuery> query = readFilters(Filters(request, *body));
    query ? list(request, *query, respond) : respond(failure(query.error()));
}

// Others' executions are seen in own projects alone (docs/model.md, "Who may do what").
void Rest::list(const Request &request, const HistoryQuery &given, const Respond &respond)
{
    HistoryQuery query = given;
    query.mostBytes = m_services.limits.answerBytes;
    const Actor &actor = request.actor;
    if (actor.role != Role::Admin) {
        QStringList own;
        for (const Project &project : snapshot().projects) {
            if (project.owner == actor.user)
                own.append(project.id);
        }
        const QString &wanted = given.filter.owner;
        const bool isOther = !wanted.isEmpty() && wanted != actor.user;
        if (!query.filter.project.isEmpty() && own.contains(query.filter.project)) {
            // all executions of an own project may be seen
        } else if (!isOther) {
            query.filter.owner = actor.user;
            if (wanted.isEmpty() && query.filter.project.isEmpty())
                query.filter.orProjects = own;
        } else {
            return respond(pageAnswer(request, {}, 0, query));
        }
    }
    m_services.ask({actor, query}, request.peer, [this, request, query, respond](const Result<Answer> &answer) {
        const auto *found = answer ? std::get_if<HistoryPage>(&*answer) : nullptr;
        if (!found)
            return respond(answer ? failure(500, u"the history gave no page"_s) : failure(answer.error()));
        QList<Execution> executions = found->executions;
        for (Execution &execution : executions) {
            if (const Execution *live = snapshot().execution(execution.id))
                execution = *live; // newer than the Store's
        }
        respond(pageAnswer(request, executions, found->total, query));
    });
}

void Rest::getExperiment(const Request &request, const Respond &respond)
{
    const QString withTasks = Filters(request, {}).text("includeTasks"_L1).value_or(QString()).toLower();
    const bool isWanted = withTasks == "true"_L1 || withTasks == "1"_L1;
    withExecution(request, respond, [this, request, respond, isWanted](const ExecutionDetail &detail) {
        JsonWriter json;
        json.beginObject().key("experiment"_L1);
        shapes::writeFullExperiment(json, detail.execution);
        Result<dialects::Page> page = pageOf(request, json.text().size());
        if (!page)
            return respond(failure(page.error()));
        if (isWanted) {
            shapes::addFullTasks(*page, detail.tasks);
            json.key("tasks"_L1).raw(page->array());
        }
        json.member("success"_L1, true).endObject();
        respond(page->answer(request.head, json.take()));
    });
}

void Rest::summary(const Request &request, const Respond &respond)
{
    withExecution(request, respond, [this, respond](const ExecutionDetail &detail) {
        respond(RestResponse::json(200, shapes::summary(detail.execution, now())));
    });
}

void Rest::progress(const Request &request, const Respond &respond)
{
    withExecution(request, respond, [this, respond](const ExecutionDetail &detail) {
        respond(RestResponse::json(
            200, shapes::experimentProgress(detail.execution, progressOf(detail.execution, now()), now())));
    });
}

void Rest::listTasks(const Request &request, const Respond &respond)
{
    Result<dialects::Page> page = pageOf(request);
    if (!page)
        return respond(failure(page.error()));
    withExecution(request, respond, [request, respond, page = *page](const ExecutionDetail &detail) mutable {
        shapes::addFullTasks(page, detail.tasks);
        respond(listAnswer(request, "tasks"_L1, page));
    });
}

void Rest::failedTasks(const Request &request, const Respond &respond)
{
    Result<dialects::Page> page = pageOf(request);
    if (!page)
        return respond(failure(page.error()));
    withExecution(request, respond, [request, respond, page = *page](const ExecutionDetail &detail) mutable {
        QList<Task> failed;
        for (const Task &task : detail.tasks) {
            if (task.state == ExecutionState::Failed || task.state == ExecutionState::Interrupted)
                failed.append(task);
        }
        shapes::addFullTasks(page, failed);
        JsonWriter json;
        json.beginObject().member("experimentId"_L1, detail.execution.id).key("tasks"_L1).raw(page.array());
        json.member("total"_L1, page.total()).endObject();
        respond(page.answer(request.head, json.take()));
    });
}

void Rest::timeline(const Request &request, const Respond &respond)
{
    Result<dialects::Page> page = pageOf(request);
    if (!page)
        return respond(failure(page.error()));
    withExecution(request, respond, [request, respond, page = *page](const ExecutionDetail &detail) mutable {
        const QByteArray body = shapes::timeline(detail, page);
        respond(page.answer(request.head, body));
    });
}

void Rest::listOutputs(const Request &request, const Respond &respond)
{
    Result<dialects::Page> page = pageOf(request);
    if (!page)
        return respond(failure(page.error()));
    withExecution(request, respond, [request, respond, page = *page](const ExecutionDetail &detail) mutable {
        const QByteArray body = shapes::outputs(detail, page);
        respond(page.answer(request.head, body));
    });
}

// {task}: the node's id, or the task's whole id. {file} must be what the task left: a key, never a path.
void Rest::getOutput(const Request &request, const Respond &respond)
{
    const QString wanted = request.captures.value(u"task"_s);
    const QString file = request.captures.value(u"file"_s);
    const Result<int> offset = Filters(request, {}).number("offset"_L1, 0, std::numeric_limits<int>::max());
    if (!offset)
        return respond(failure(offset.error()));
    withExecution(request, respond, [=, this](const ExecutionDetail &detail) {
        for (const Task &task : detail.tasks) {
            if (task.nodeId == wanted || task.id == wanted)
                return readOutput(request, {task.executionId, task.nodeId, *offset}, file, {}, respond);
        }
        respond(failure(404, u"task '%1' not found"_s.arg(wanted)));
    });
}

void Rest::readOutput(const Request &request, const OutputQuery &given, const QString &file, QByteArray gathered,
                      const Respond &respond)
{
    OutputQuery query = given;
    query.maxBytes = std::min(query.maxBytes, m_services.limits.answerBytes - gathered.size());
    m_services.ask({request.actor, query}, request.peer, [=, this](const Result<Answer> &answer) mutable {
        const auto *chunk = answer ? std::get_if<OutputChunk>(&*answer) : nullptr;
        if (!chunk && answer.error().code != ErrorCode::NotFound)
            return respond(failure(answer.error()));
        if (!chunk || chunk->fileName != file)
            return respond(failure(404, u"output '%1' not found"_s.arg(file)));
        gathered += chunk->bytes;
        OutputQuery next = query;
        next.offset += chunk->bytes.size();
        if (!chunk->bytes.isEmpty() && next.offset < chunk->totalBytes
            && gathered.size() < m_services.limits.answerBytes)
            return readOutput(request, next, file, gathered, respond);
        RestResponse response{200, "application/octet-stream", gathered, {}};
        response.headers.append({"Content-Disposition"_ba, "attachment"_ba});
        response.headers.append({"X-Total-Bytes"_ba, QByteArray::number(chunk->totalBytes)});
        response.headers.append({"X-Content-Type-Options"_ba, "nosniff"_ba});
        respond(response);
    });
}

void Rest::getTask(const Request &request, const Respond &respond)
{
    withTask(request, respond, [respond](const ExecutionDetail &, const Task &task) {
        JsonWriter json;
        json.beginObject().key("task"_L1);
        shapes::writeFullTask(json, task);
        json.member("success"_L1, true).endObject();
        respond(RestResponse::json(200, json.take()));
    });
}

void Rest::taskProgress(const Request &request, const Respond &respond)
{
    withTask(request, respond, [this, respond](const ExecutionDetail &, const Task &task) {
        respond(RestResponse::json(200, shapes::taskProgress(task, m_events.stepOf(task, now()), now())));
    });
}

} // namespace signalbox::airavata
