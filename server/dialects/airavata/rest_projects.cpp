// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/airavata/codec.h"
#include "server/dialects/airavata/rest.h"

using namespace Qt::StringLiterals;

namespace signalbox::airavata {

using dialects::RestResponse;

namespace {

void writeProject(JsonWriter &json, const Project &project)
{
    json.beginObject()
        .member("id"_L1, project.id)
        .member("name"_L1, project.name)
        .member("description"_L1, project.description)
        .member("ownerId"_L1, project.owner.isEmpty() ? std::nullopt : std::optional(project.owner))
        .member("createdAt"_L1, toIsoSeconds(project.createdAt))
        .member("updatedAt"_L1, toIsoSeconds(project.updatedAt))
        .endObject();
}

bool mayUse(const Actor &actor, const Project &project)
{
    return project.owner.isEmpty() || project.owner == actor.user || actor.role == Role::Admin;
}

std::optional<QString> textOf(const QJsonObject &body, QLatin1String name)
{
    const QJsonValue value = member(body, name);
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

// What is wrong with the members of a project; empty: nothing.
QString problemOf(const std::optional<QJsonObject> &body, bool isNew)
{
    if (!body)
        return u"the body is not a JSON object"_s;
    for (const QLatin1String name : {"name"_L1, "description"_L1}) {
        const QJsonValue value = member(*body, name);
        if (!value.isUndefined() && !value.isString())
            return u"%1 must be a string"_s.arg(name);
    }
    const std::optional<QString> name = textOf(*body, "name"_L1);
    return (isNew && !name) || (name && name->trimmed().isEmpty()) ? u"name is required"_s : QString();
}

} // namespace

const Project *Rest::visibleProject(const QString &id, const Actor &actor) const
{
    const auto found = snapshot().projects.constFind(id);
    return found == snapshot().projects.cend() || !mayUse(actor, *found) ? nullptr : &*found;
}

void Rest::answerProject(int status, const QString &id, const Respond &respond) const
{
    JsonWriter json;
    json.beginObject().key("project"_L1);
    writeProject(json, snapshot().projects.value(id));
    json.member("success"_L1, true).endObject();
    respond(RestResponse::json(status, json.take()));
}

void Rest::listProjects(const Request &request, const Respond &respond)
{
    Result<dialects::Page> page = pageOf(request);
    if (!page)
        return respond(failure(page.error()));
    for (const Project &project : snapshot().projects) {
        if (mayUse(request.actor, project)) {
            page->add([&project] {
                JsonWriter json;
                writeProject(json, project);
                return json.take();
            });
        }
    }
    respond(listAnswer(request, "projects"_L1, *page));
}

void Rest::createProject(const Request &request, const Respond &respond)
{
    const std::optional<QJsonObject> body = bodyOf(request);
    if (const QString problem = problemOf(body, true); !problem.isEmpty())
        return respond(failure(400, problem));
    carryOut(request.actor,
             CreateProject{*textOf(*body, "name"_L1), textOf(*body, "description"_L1).value_or(QString())}, respond,
             [this, respond](const QString &id) { answerProject(201, id, respond); });
}

void Rest::getProject(const Request &request, const Respond &respond)
{
    const QString id = request.captures.value(u"id"_s);
    if (!visibleProject(id, request.actor))
        return respond(failure(404, u"project '%1' not found"_s.arg(id)));
    answerProject(200, id, respond);
}

void Rest::updateProject(const Request &request, const Respond &respond)
{
    const QString id = request.captures.value(u"id"_s);
    if (!visibleProject(id, request.actor))
        return respond(failure(404, u"project '%1' not found"_s.arg(id)));
    const std::optional<QJsonObject> body = bodyOf(request);
    if (const QString problem = problemOf(body, false); !problem.isEmpty())
        return respond(failure(400, problem));
    carryOut(request.actor, UpdateProject{id, textOf(*body, "name"_L1), textOf(*body, "description"_L1)}, respond,
             [this, respond](const QString &changed) { answerProject(200, changed, respond); });
}

void Rest::deleteProject(const Request &request, const Respond &respond)
{
    const QString id = request.captures.value(u"id"_s);
    if (!visibleProject(id, request.actor))
        return respond(failure(404, u"project '%1' not found"_s.arg(id)));
    carryOut(request.actor, DeleteProject{id}, respond, [respond](const QString &) {
        respond(RestResponse::json(200, R"({"success":true,"message":"Project deleted"})"));
    });
}

void Rest::listWorkers(const Request &request, const Respond &respond)
{
    Result<dialects::Page> page = pageOf(request);
    if (!page)
        return respond(failure(page.error()));
    for (const Worker &worker : snapshot().workers) {
        page->add([&worker] {
            JsonWriter json;
            shapes::writeWorker(json, worker);
            return json.endObject().take();
        });
    }
    respond(listAnswer(request, "workers"_L1, *page));
}

} // namespace signalbox::airavata
