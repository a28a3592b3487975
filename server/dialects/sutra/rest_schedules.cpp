// SPDX-License-Identifier: GPL-3.0-or-later
// The routes about schedules, which the protocol document does not know.
#include "server/dialects/page.h"
#include "server/dialects/requests.h"
#include "server/dialects/sutra/codec.h"
#include "server/dialects/sutra/codec_schedules.h"
#include "server/dialects/sutra/rest.h"

using namespace Qt::StringLiterals;

namespace signalbox::sutra {

using dialects::Respond;
using dialects::RestRequest;
using dialects::RestResponse;

namespace {

// Two codes are more exact than what the document has for components.
int statusOf(ErrorCode code, int ofComponents)
{
    return code == ErrorCode::NotFound ? 404 : code == ErrorCode::Conflict ? 409 : ofComponents;
}

// A count from the query; nothing: it is none.
std::optional<int> count(const RestRequest &request, const QString &name, int fallback)
{
    const std::optional<QString> text = request.head.queryValue(name);
    if (!text)
        return fallback;
    bool isNumber = false;
    const int value = text->toInt(&isNumber);
    return isNumber && value >= 0 ? std::optional(value) : std::nullopt;
}

} // namespace

void Rest::listSchedules(const RestRequest &request, const Respond &respond) const
{
    const std::optional<int> limit = count(request, u"limit"_s, dialects::Page::unlimited);
    const std::optional<int> offset = count(request, u"offset"_s, 0);
    if (!limit || !offset)
        return respond(RestResponse::json(400, failure(u"limit and offset must be numbers from 0 on"_s)));
    dialects::Page page(*offset, *limit, m_answerBytes);
    for (const Schedule &schedule : m_hub.snapshot().schedulesInOrder())
        page.add([&] { return scheduleObject(schedule); });
    respond(page.answer(request.head, schedulesObject(page.array())));
}

void Rest::showSchedule(const RestRequest &request, const Respond &respond) const
{
    const Schedule *schedule = m_hub.snapshot().schedule(request.captures.value(u"id"_s));
    respond(schedule ? RestResponse::json(200, scheduleObject(*schedule))
                     : RestResponse::json(404, failure(u"unknown schedule"_s)));
}

void Rest::controlSchedule(const RestRequest &request, CommandBody body, const Respond &respond)
{
    const auto object = [this, id = request.captures.value(u"id"_s)] {
        const Schedule *schedule = m_hub.snapshot().schedule(id);
        return schedule ? scheduleObject(*schedule) : "null"_ba;
    };
    const auto refused = [this, head = request.head](const Error &error) {
        const int status = statusOf(error.code, httpStatus(error.code));
        return status == 403 ? m_dialect.restError(head, 403, error.message)
                             : RestResponse::json(status, failure(error.message));
    };
    submit(request, std::move(body), respond,
           {refused, [object] { return scheduleSuccess(object()); },
            [object](const QString &error) { return scheduleFailure(error, object()); }});
}

QList<dialects::RestRoute> Rest::scheduleRoutes()
{
    const auto control = [this](const QString &verb, auto makeCommand) {
        return dialects::RestRoute{"POST", u"/api/schedules/{id}/"_s + verb,
                                   [this, makeCommand](const RestRequest &request, const Respond &respond) {
                                       controlSchedule(request, makeCommand(request.captures.value(u"id"_s)), respond);
                                   },
                                   Role::Operator};
    };
    return {
        {"GET", u"/api/schedules"_s,
         [this](const RestRequest &request, const Respond &respond) { listSchedules(request, respond); }, Role::Viewer},
        {"GET", u"/api/schedules/{id}"_s,
         [this](const RestRequest &request, const Respond &respond) { showSchedule(request, respond); }, Role::Viewer},
        control(u"run"_s, [](const QString &id) { return RunScheduleNow{id}; }),
        control(u"enable"_s, [](const QString &id) { return EnableSchedule{id}; }),
        control(u"disable"_s, [](const QString &id) { return DisableSchedule{id}; }),
    };
}

} // namespace signalbox::sutra
