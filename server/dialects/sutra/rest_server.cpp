// SPDX-License-Identifier: GPL-3.0-or-later
// The routes about the server itself, which the protocol document does not know: its mode, and its configuration.
#include "server/dialects/requests.h"
#include "server/dialects/sutra/codec.h"
#include "server/dialects/sutra/rest.h"
#include "server/json/jsonwriter.h"
#include "server/model/answers/modeeffect.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace signalbox::sutra {

using dialects::Respond;
using dialects::RestRequest;
using dialects::RestResponse;

namespace {

QByteArray modeObject(Mode mode)
{
    return JsonWriter().beginObject().member("mode"_L1, toString(mode)).endObject().text();
}

void writeExecutions(JsonWriter &json, const Snapshot &snapshot, const QStringList &ids)
{
    json.beginArray();
    for (const QString &id : ids) {
        const Execution &execution = *snapshot.execution(id);
        json.beginObject()
            .member("id"_L1, id)
            .member("kind"_L1, toString(execution.kind))
            .member("name"_L1, execution.name)
            .member("owner"_L1, execution.owner)
            .endObject();
    }
    json.endArray();
}

QByteArray effectObject(const Snapshot &snapshot, Mode mode)
{
    const ModeEffect effect = modeEffect(snapshot, mode);
    JsonWriter json;
    json.beginObject().member("mode"_L1, toString(snapshot.mode)).member("effect_of"_L1, toString(mode));
    writeExecutions(json.key("ends"_L1), snapshot, effect.ended);
    writeExecutions(json.key("go_on"_L1), snapshot, effect.goOn);
    return json.member("schedules_refused"_L1, effect.schedules).endObject().take();
}

void writeItems(JsonWriter &json, const QList<ReloadItem> &items)
{
    static const QStringList names{u"changed"_s, u"added"_s, u"removed"_s};
    json.beginArray();
    for (const ReloadItem &item : items)
        json.beginObject()
            .member("section"_L1, item.section)
            .member("which"_L1, unlessEmpty(item.which))
            .member("key"_L1, unlessEmpty(item.key))
            .member("change"_L1, names.at(static_cast<int>(item.change)))
            .member("before"_L1, unlessEmpty(item.before))
            .member("now"_L1, unlessEmpty(item.now))
            .member("text"_L1, item.toString())
            .endObject();
    json.endArray();
}

QByteArray reloadObject(const ReloadReport &report)
{
    JsonWriter json;
    json.beginObject().member("success"_L1, true).member("at"_L1, toIsoMilliseconds(report.at));
    writeItems(json.key("applied"_L1), report.appliedItems);
    writeItems(json.key("waiting"_L1), report.waitingItems);
    return json.member("problems"_L1, report.problems).endObject().take();
}

} // namespace

// With ?effect_of=halted what a switch to that would do.
void Rest::showMode(const RestRequest &request, const Respond &respond) const
{
    const std::optional<QString> wanted = request.head.queryValue(u"effect_of"_s);
    if (!wanted)
        return respond(RestResponse::json(200, modeObject(m_hub.snapshot().mode)));
    const std::optional<Mode> mode = modeFromString(*wanted);
    respond(mode ? RestResponse::json(200, effectObject(m_hub.snapshot(), *mode))
                 : RestResponse::json(400, failure(u"effect_of must be normal, maintenance or halted"_s)));
}

void Rest::changeMode(const RestRequest &request, const Respond &respond)
{
    const QString text = QJsonDocument::fromJson(request.body).object().value("mode"_L1).toString();
    const std::optional<Mode> mode = modeFromString(text);
    if (!mode)
        return respond(
            RestResponse::json(400, failure(u"body must be {\"mode\":\"normal\"|\"maintenance\"|\"halted\"}"_s)));
    const Result<QString> admitted =
        m_hub.submit(request.actor, SetMode{*mode}, this, [this, respond](const CommandCompleted &outcome) {
            respond(outcome.error ? RestResponse::json(500, failure(outcome.error->message))
                                  : RestResponse::json(200, modeObject(m_hub.snapshot().mode)));
        });
    if (!admitted)
        respond(m_dialect.restError(request.head, httpStatus(admitted.error().code), admitted.error().message));
}

// Answers once the file was read and what can be applied is.
void Rest::reload(const RestRequest &request, const Respond &respond)
{
    const auto refused = refusals(request);
    const auto done = [this] { return reloadObject(m_hub.snapshot().server.reload.value_or(ReloadReport{})); };
    const auto completed = [respond, done](const core::CommandOutcome &outcome) {
        respond(outcome.error ? RestResponse::json(400, failure(outcome.error->message))
                              : RestResponse::json(200, done()));
    };
    const auto late = [respond] {
        respond(RestResponse::json(500, failure(u"the configuration is still being read; see the log"_s)));
    };
    dialects::submit(m_hub, request.actor, ReloadConfiguration{}, this,
                     {[respond, refused](const Error &error) { respond(refused(error)); }, completed, late});
}

QList<dialects::RestRoute> Rest::serverRoutes()
{
    return {
        {"GET", u"/api/mode"_s,
         [this](const RestRequest &request, const Respond &respond) { showMode(request, respond); }, Role::Viewer},
        {"PUT", u"/api/mode"_s,
         [this](const RestRequest &request, const Respond &respond) { changeMode(request, respond); }, Role::Admin},
        {"POST", u"/api/reload"_s,
         [this](const RestRequest &request, const Respond &respond) { reload(request, respond); }, Role::Admin},
    };
}

} // namespace signalbox::sutra
