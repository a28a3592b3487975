// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/sutra/rest.h"

#include "server/dialects/requests.h"
#include "server/dialects/sutra/codec.h"
#include "server/dialects/sutra/codes.h"
#include "server/dialects/sutra/componentdetails.h"
#include "server/json/jsonwriter.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace signalbox::sutra {

using dialects::Respond;
using dialects::RestRequest;
using dialects::RestResponse;

int Rest::httpStatus(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Unauthenticated:
        return 401;
    case ErrorCode::Forbidden:
        return 403;
    case ErrorCode::NotFound:
    case ErrorCode::InvalidArgument:
    case ErrorCode::Conflict:
        return 400; // an unknown component, or one that runs or is stopped already
    case ErrorCode::Capacity:
    case ErrorCode::Halted:
    case ErrorCode::Maintenance:
        return 503;
    case ErrorCode::Unsupported:
    case ErrorCode::Internal:
        break;
    }
    return 500;
}

namespace {

// Of a group, or instances of one description.
QStringList membersOf(const Snapshot &snapshot, const QString &name)
{
    QStringList ids;
    for (const Component &component : snapshot.componentsInOrder()) {
        if (component.group == name || component.instanceOf == name)
            ids.append(component.id);
    }
    return ids;
}

// Those that run, or are about to, though the component is not there for them; theirs, too.
QStringList activeDependents(const Snapshot &snapshot, const QString &id)
{
    QStringList needed{id};
    const QList<Component> components = snapshot.componentsInOrder();
    for (qsizetype next = 0; next < needed.size(); ++next) {
        for (const Component &component : components) {
            const bool isDown = component.state == ComponentState::Stopped || component.state == ComponentState::Error;
            if (!isDown && component.dependsOn.contains(needed.at(next)) && !needed.contains(component.id))
                needed.append(component.id);
        }
    }
    return needed.mid(1);
}

} // namespace

// Answers with the component as it is then.
void Rest::control(const RestRequest &request, CommandBody body, Respond respond)
{
    const QString id = request.captures.value(u"id"_s);
    const auto *stop = std::get_if<StopComponent>(&body);
    const QStringList neededBy = stop && !stop->dependents ? activeDependents(m_hub.snapshot(), id) : QStringList();
    const auto object = [this, id] {
        const Snapshot &snapshot = m_hub.snapshot();
        const Component *component = snapshot.component(id);
        return component ? componentObject(snapshot, *component, m_hub.clock().now()) : QByteArray();
    };
    submit(request, std::move(body), std::move(respond),
           {refusals(request), [object, neededBy] { return success(object(), neededBy); },
            [object](const QString &error) { return failure(error, object()); }});
}

// Answers with those of the group, or with the instances of the description.
void Rest::controlSeveral(const RestRequest &request, CommandBody body, Respond respond)
{
    const QString name = request.captures.value(u"id"_s);
    const auto done = [this, name] {
        return success(m_hub.snapshot(), membersOf(m_hub.snapshot(), name), m_hub.clock().now());
    };
    submit(request, std::move(body), std::move(respond),
           {refusals(request), done, [](const QString &error) { return failure(error); }});
}

std::function<RestResponse(const Error &)> Rest::refusals(const RestRequest &request) const
{
    return [this, head = request.head](const Error &error) {
        const int status = httpStatus(error.code);
        return status == 403 ? m_dialect.restError(head, 403, error.message)
                             : RestResponse::json(status, failure(error.message));
    };
}

void Rest::submit(const RestRequest &request, CommandBody body, const Respond &respond, const Answers &answers)
{
    const auto refused = [respond, answers](const Error &error) { respond(answers.refused(error)); };
    const auto completed = [respond, answers](const core::CommandOutcome &outcome) {
        respond(outcome.error ? RestResponse::json(500, answers.failed(outcome.error->message))
                              : RestResponse::json(200, answers.done()));
    };
    // A start that waits for readiness may take long; the answer then has the state it has reached.
    const auto late = [respond, answers] { respond(RestResponse::json(200, answers.done())); };
    dialects::submit(m_hub, request.actor, std::move(body), this, {refused, completed, late});
}

void Rest::scale(const RestRequest &request, Respond respond)
{
    const QJsonValue count = QJsonDocument::fromJson(request.body).object().value("instances"_L1);
    if (!count.isDouble() || count.toInt(-1) != count.toDouble())
        return respond(RestResponse::json(400, failure(u"body must be {\"instances\":N}"_s)));
    controlSeveral(request, ScaleComponent{request.captures.value(u"id"_s), count.toInt()}, std::move(respond));
}

QList<dialects::RestRoute> Rest::routes()
{
    const auto componentRoute = [this](const char *verb, auto makeCommand) {
        return dialects::RestRoute{"POST", "/api/components/{id}/"_L1 + QLatin1String(verb),
                                   [this, makeCommand](const RestRequest &request, Respond respond) {
                                       const QString id = request.captures.value(u"id"_s);
                                       control(request, makeCommand(id), std::move(respond));
                                   },
                                   Role::Operator};
    };
    const auto groupRoute = [this](const char *verb, auto makeCommand) {
        return dialects::RestRoute{"POST", "/api/groups/{id}/"_L1 + QLatin1String(verb),
                                   [this, makeCommand](const RestRequest &request, Respond respond) {
                                       const QStringList ids =
                                           membersOf(m_hub.snapshot(), request.captures.value(u"id"_s));
                                       if (ids.isEmpty())
                                           return respond(RestResponse::json(400, failure(u"Unknown group"_s)));
                                       controlSeveral(request, makeCommand(ids), std::move(respond));
                                   },
                                   Role::Operator};
    };
    const auto fileRoute = [this](const char *path, const char *file) {
        return dialects::RestRoute{"GET", QLatin1String(path),
                                   [this, file](const RestRequest &request, const Respond &respond) {
                                       respond(m_files.serve(request.head, QLatin1String(file)));
                                   },
                                   Role::None};
    };
    const QList<dialects::RestRoute> own{
        fileRoute("/", "index.html"),
        fileRoute("/dashboard.js", "dashboard.js"),
        fileRoute("/dashboard.css", "dashboard.css"),
        fileRoute("/icon.svg", "icon.svg"),
        {"GET", u"/api/status"_s,
         [this](const RestRequest &, const Respond &respond) {
             respond(RestResponse::json(200, status(m_hub.snapshot())));
         },
         Role::Viewer},
        componentRoute("start", [](const QString &id) { return StartComponent{id}; }),
        {"POST", u"/api/components/{id}/stop"_s,
         [this](const RestRequest &request, Respond respond) {
             const bool dependents = request.head.queryValue(u"dependents"_s) == u"true"_s;
             control(request, StopComponent{request.captures.value(u"id"_s), dependents}, std::move(respond));
         },
         Role::Operator},
        componentRoute("restart", [](const QString &id) { return RestartComponent{id}; }),
        componentRoute("kill", [](const QString &id) { return KillComponent{id}; }),
        {"POST", u"/api/components/{id}/input"_s,
         [this](const RestRequest &request, Respond respond) {
             control(request, TypeToComponent{request.captures.value(u"id"_s), request.body}, std::move(respond));
         },
         Role::Operator},
        {"PUT", u"/api/components/{id}/instances"_s,
         [this](const RestRequest &request, Respond respond) { scale(request, std::move(respond)); }, Role::Operator},
        groupRoute("start", [](const QStringList &ids) { return StartComponents{ids}; }),
        groupRoute("stop", [](const QStringList &ids) { return StopComponents{ids}; }),
        groupRoute("restart", [](const QStringList &ids) { return RestartComponents{ids}; }),
        {"GET", u"/api/components"_s,
         [this](const RestRequest &, const Respond &respond) {
             respond(RestResponse::json(200, components(m_hub.snapshot())));
         },
         Role::Viewer},
        dialects::asyncApiRoute(u"/asyncapi.json"_s, &asyncApi, m_hub),
    };
    return own + serverRoutes() + scheduleRoutes() + evidenceRoutes() + QList<dialects::RestRoute>{eventsRoute()}
           + m_pages.routes() + QList<dialects::RestRoute>{m_pages.pageAt(u"redoc"_s)};
}

} // namespace signalbox::sutra
