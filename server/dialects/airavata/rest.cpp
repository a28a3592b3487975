// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/airavata/rest.h"
#include "server/dialects/requests.h"

#include "server/core/experiment.h"
#include "server/dialects/airavata/codec.h"
#include "server/dialects/airavata/routing.h"

using namespace Qt::StringLiterals;

namespace signalbox::airavata {

using dialects::RestResponse;

namespace {

int httpStatus(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotFound:
        return 404;
    case ErrorCode::InvalidArgument:
        return 400;
    case ErrorCode::Unauthenticated:
        return 401;
    case ErrorCode::Forbidden:
        return 403;
    case ErrorCode::Conflict:
        return 409;
    case ErrorCode::Capacity:
    case ErrorCode::Halted:
    case ErrorCode::Maintenance:
        return 503;
    case ErrorCode::Unsupported:
        return 501;
    case ErrorCode::Internal:
        break;
    }
    return 500;
}

} // namespace

QList<Task> inOrder(const Execution &execution, const QMap<QString, Task> &tasks)
{
    QList<Task> ordered;
    QMap<QString, Task> left = tasks;
    for (const QString &id : core::taskIdsOf(execution)) {
        if (left.contains(id))
            ordered.append(left.take(id));
    }
    return ordered + left.values();
}

RestResponse listAnswer(const dialects::RestRequest &request, QLatin1String name, const dialects::Page &page)
{
    JsonWriter json;
    json.beginObject().key(name).raw(page.array()).member("total"_L1, page.total()).endObject();
    return page.answer(request.head, json.take());
}

RestResponse failure(int status, const QString &text)
{
    return RestResponse::json(status, JsonWriter().beginObject().member("error"_L1, text).endObject().text());
}

RestResponse failure(const Error &error)
{
    return failure(httpStatus(error.code), error.message).laterIf(error);
}

std::optional<QJsonObject> bodyOf(const dialects::RestRequest &request)
{
    return request.body.trimmed().isEmpty() ? QJsonObject() : parseObject(request.body);
}

const QList<Rest::Entry> &Rest::table()
{
    static const QList<Entry> all{
        {"POST", "auth/login", &Rest::login, Role::None},
        {"POST", "auth/refresh", &Rest::refresh, Role::None}, // the token may come in the body
        {"POST", "auth/logout", &Rest::logout, Role::Viewer},
        {"GET", "health", &Rest::health, Role::None},
        {"GET", "projects", &Rest::listProjects, Role::Viewer},
        {"POST", "projects", &Rest::createProject, Role::Operator},
        {"GET", "projects/{id}", &Rest::getProject, Role::Viewer},
        {"PUT", "projects/{id}", &Rest::updateProject, Role::Operator},
        {"DELETE", "projects/{id}", &Rest::deleteProject, Role::Operator},
        {"GET", "experiments", &Rest::listExperiments, Role::Viewer},
        {"POST", "experiments", &Rest::createExperiment, Role::Operator},
        {"GET", "experiments/search", &Rest::searchExperiments, Role::Viewer},
        {"POST", "experiments/search", &Rest::searchExperiments, Role::Viewer},
        {"GET", "experiments/{id}", &Rest::getExperiment, Role::Viewer},
        {"PUT", "experiments/{id}", &Rest::updateExperiment, Role::Operator},
        {"DELETE", "experiments/{id}", &Rest::deleteExperiment, Role::Operator},
        {"POST", "experiments/{id}/submit", &Rest::submitExperiment, Role::Operator},
        {"POST", "experiments/{id}/cancel", &Rest::cancelExperiment, Role::Operator},
        {"POST", "experiments/{id}/retry", &Rest::retryExperiment, Role::Operator},
        {"GET", "experiments/{id}/summary", &Rest::summary, Role::Viewer},
        {"GET", "experiments/{id}/progress", &Rest::progress, Role::Viewer},
        {"GET", "experiments/{id}/tasks", &Rest::listTasks, Role::Viewer},
        {"GET", "experiments/{id}/failed-tasks", &Rest::failedTasks, Role::Viewer},
        {"GET", "experiments/{id}/timeline", &Rest::timeline, Role::Viewer},
        {"GET", "experiments/{id}/outputs", &Rest::listOutputs, Role::Viewer},
        {"GET", "experiments/{id}/outputs/{task}/{file}", &Rest::getOutput, Role::Viewer},
        {"GET", "tasks/{id}", &Rest::getTask, Role::Viewer},
        {"GET", "tasks/{id}/progress", &Rest::taskProgress, Role::Viewer},
        {"GET", "workers", &Rest::listWorkers, Role::Viewer},
    };
    return all;
}

QList<dialects::RestRoute> Rest::routes()
{
    QList<dialects::RestRoute> routes;
    for (const QLatin1String version : {"/api/v2/"_L1, "/api/v1/"_L1}) {
        for (const Entry &entry : table()) {
            routes.append({entry.method, version + QLatin1String(entry.path),
                           [this, handler = entry.handler](const Request &request, const Respond &respond) {
                               (this->*handler)(request, respond);
                           },
                           entry.least});
        }
    }
    return routes;
}

void Rest::withExecution(const Request &request, const Respond &respond, WithDetail use)
{
    withExecution(request.captures.value(u"id"_s), request, respond, std::move(use));
}

// An execution that may not be seen is answered as if it were not there, so that 404 does not tell which ids exist.
void Rest::withExecution(const QString &id, const Request &request, const Respond &respond, WithDetail use)
{
    const Actor actor = request.actor;
    const auto missing = [id] { return failure(404, u"experiment '%1' not found"_s.arg(id)); };
    if (const Execution *execution = snapshot().execution(id)) {
        if (!maySee(actor, *execution, snapshot()))
            return respond(missing());
        return use({*execution, inOrder(*execution, snapshot().tasks.value(id))});
    }
    m_services.ask({actor, ExecutionQuery{id}}, request.peer, [=, this](const Result<Answer> &answer) {
        const auto *detail = answer ? std::get_if<ExecutionDetail>(&*answer) : nullptr;
        if (!answer && answer.error().code != ErrorCode::NotFound)
            return respond(failure(answer.error()));
        if (!detail || !maySee(actor, detail->execution, snapshot()))
            return respond(missing());
        QMap<QString, Task> tasks;
        for (const Task &task : detail->tasks)
            tasks.insert(task.nodeId, task);
        use({detail->execution, inOrder(detail->execution, tasks)});
    });
}

void Rest::withTask(const Request &request, const Respond &respond,
                    std::function<void(const ExecutionDetail &, const Task &)> use)
{
    // <execution>.<node>; an execution's id has no dot, a node's may.
    const QString id = request.captures.value(u"id"_s);
    const auto missing = [id] { return failure(404, u"task '%1' not found"_s.arg(id)); };
    const Respond respondMissing = [respond, missing](const RestResponse &response) {
        respond(response.status == 404 ? missing() : response);
    };
    withExecution(id.section(u'.', 0, 0), request, respondMissing, [=](const ExecutionDetail &detail) {
        for (const Task &task : detail.tasks) {
            if (task.id == id)
                return use(detail, task);
        }
        respond(missing());
    });
}

void Rest::carryOut(const Actor &actor, CommandBody body, const Respond &respond,
                    std::function<void(const QString &)> done)
{
    dialects::submit(
        m_services.hub, actor, std::move(body), this,
        {[respond](const Error &error) { respond(failure(error)); },
         [respond, done = std::move(done)](const core::CommandOutcome &outcome) {
             outcome.error ? respond(failure(*outcome.error)) : done(outcome.subject);
         },
         [respond] { respond(failure(503, u"no outcome after 30 s; ask for the experiment again later"_s)); },
         patience});
}

} // namespace signalbox::airavata
