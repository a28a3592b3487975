// SPDX-License-Identifier: GPL-3.0-or-later
// The routes about what failed, which the protocol document does not know: black boxes of components, and what executions
// printed.
#include "server/dialects/page.h"
#include "server/dialects/requests.h"
#include "server/dialects/sutra/codec.h"
#include "server/dialects/sutra/codec_evidence.h"
#include "server/dialects/sutra/rest.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace signalbox::sutra {

using dialects::Respond;
using dialects::RestRequest;
using dialects::RestResponse;

namespace {

int statusOf(const Error &error)
{
    return error.code == ErrorCode::NotFound          ? 404
           : error.code == ErrorCode::InvalidArgument ? 400
           : error.code == ErrorCode::Conflict        ? 409
           : error.code == ErrorCode::Capacity        ? 503
                                                      : 500;
}

// A page that a browser shows as text, whatever it holds.
RestResponse plain(const QByteArray &bytes)
{
    RestResponse response = RestResponse::text(200, bytes);
    response.headers.append({"X-Content-Type-Options"_ba, "nosniff"_ba});
    return response;
}

std::optional<OutputStream> streamNamed(const QString &name)
{
    constexpr std::array<QLatin1String, 4> names{"out"_L1, "err"_L1, "both"_L1, "everything"_L1};
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? std::nullopt : std::optional(static_cast<OutputStream>(found - names.begin()));
}

} // namespace

// Hands over the answer as the type it has, or answers with the error.
template<typename Wanted, typename Use>
void Rest::withAnswer(const RestRequest &request, QueryBody query, const Respond &respond, Use use)
{
    m_ask({request.actor, std::move(query)}, request.peer, [respond, use](const Result<Answer> &answer) {
        if (!answer)
            return respond(
                RestResponse::json(statusOf(answer.error()), failure(answer.error().message)).laterIf(answer.error()));
        if (const auto *wanted = std::get_if<Wanted>(&*answer))
            use(*wanted);
        else
            respond(RestResponse::json(500, failure(u"there is no answer"_s)));
    });
}

void Rest::listBlackBoxes(const RestRequest &request, const Respond &respond)
{
    withAnswer<BlackBoxList>(
        request, BlackBoxesQuery{request.captures.value(u"id"_s)}, respond,
        [respond](const BlackBoxList &list) { respond(RestResponse::json(200, blackBoxesObject(list.boxes))); });
}

void Rest::showBlackBox(const RestRequest &request, const Respond &respond)
{
    const BlackBoxQuery query{request.captures.value(u"id"_s), request.captures.value(u"name"_s)};
    withAnswer<BlackBox>(request, query, respond, [respond](const BlackBox &box) { respond(plain(box.text)); });
}

void Rest::takeBlackBox(const RestRequest &request, const Respond &respond)
{
    const auto refused = [this, respond, head = request.head](const Error &error) {
        respond(error.code == ErrorCode::Forbidden ? m_dialect.restError(head, 403, error.message)
                                                   : RestResponse::json(statusOf(error), failure(error.message)));
    };
    const auto completed = [respond](const core::CommandOutcome &outcome) {
        respond(outcome.error ? RestResponse::json(500, failure(outcome.error->message))
                              : RestResponse::json(200, blackBoxTaken(outcome.subject)));
    };
    const auto late = [respond] {
        respond(RestResponse::json(500, failure(u"it takes long; look at the list later"_s)));
    };
    dialects::submit(m_hub, request.actor, TakeBlackBox{request.captures.value(u"id"_s)}, this,
                     {refused, completed, late});
}

void Rest::showExecution(const RestRequest &request, const Respond &respond)
{
    withAnswer<ExecutionDetail>(
        request, ExecutionQuery{request.captures.value(u"id"_s)}, respond,
        [respond](const ExecutionDetail &detail) { respond(RestResponse::json(200, executionObject(detail))); });
}

void Rest::showOutput(const RestRequest &request, const Respond &respond)
{
    OutputQuery query;
    query.executionId = request.captures.value(u"id"_s);
    query.nodeId = request.head.queryValue(u"node"_s).value_or(QString());
    const QString usual = query.nodeId.isEmpty() ? u"everything"_s : u"both"_s;
    const std::optional<OutputStream> stream = streamNamed(request.head.queryValue(u"stream"_s).value_or(usual));
    bool isNumber = true;
    if (const std::optional<QString> offset = request.head.queryValue(u"offset"_s))
        query.offset = offset->toLongLong(&isNumber);
    if (!stream || !isNumber || query.offset < 0)
        return respond(RestResponse::json(
            400, failure(u"stream must be out, err, both or everything, and offset a number from 0 on"_s)));
    query.stream = *stream;
    query.maxBytes = m_answerBytes;
    withAnswer<OutputChunk>(request, query, respond,
                            [respond, head = request.head, offset = query.offset](const OutputChunk &chunk) {
                                RestResponse response = plain(chunk.bytes);
                                response.headers.append({"X-Total-Bytes"_ba, QByteArray::number(chunk.totalBytes)});
                                const qint64 next = offset + chunk.bytes.size();
                                if (!chunk.bytes.isEmpty() && next < chunk.totalBytes)
                                    response.headers.append(dialects::linkToNext(head, u"offset"_s, next));
                                respond(response);
                            });
}

void Rest::markSeen(const RestRequest &request, const QStringList &ids, const Respond &respond)
{
    const auto answer = [respond](const std::optional<Error> &error) {
        respond(error ? RestResponse::json(500, failure(error->message))
                      : RestResponse::json(200, R"({"success":true})"));
    };
    const auto refused = [this, respond, head = request.head](const Error &error) {
        respond(m_dialect.restError(head, error.code == ErrorCode::Forbidden ? 403 : statusOf(error), error.message));
    };
    dialects::submit(
        m_hub, request.actor, MarkSeen{ids}, this,
        {refused, [answer](const core::CommandOutcome &outcome) { answer(outcome.error); }, [answer] { answer({}); }});
}

QList<dialects::RestRoute> Rest::evidenceRoutes()
{
    using Handler = void (Rest::*)(const RestRequest &, const Respond &);
    const auto route = [this](const char *method, const QString &pattern, Handler handler, Role least) {
        return dialects::RestRoute{
            method, pattern,
            [this, handler](const RestRequest &request, const Respond &respond) { (this->*handler)(request, respond); },
            least};
    };
    const auto seen = [this](const QString &pattern) {
        return dialects::RestRoute{"POST", pattern,
                                   [this](const RestRequest &request, const Respond &respond) {
                                       const QString id = request.captures.value(u"id"_s);
                                       markSeen(request, id.isEmpty() ? QStringList() : QStringList{id}, respond);
                                   },
                                   Role::Operator};
    };
    return {
        route("GET", u"/api/components/{id}/blackbox"_s, &Rest::listBlackBoxes, Role::Operator),
        route("POST", u"/api/components/{id}/blackbox"_s, &Rest::takeBlackBox, Role::Operator),
        route("GET", u"/api/components/{id}/blackbox/{name}"_s, &Rest::showBlackBox, Role::Operator),
        route("GET", u"/api/executions/{id}"_s, &Rest::showExecution, Role::Viewer),
        route("GET", u"/api/executions/{id}/output"_s, &Rest::showOutput, Role::Operator),
        seen(u"/api/executions/{id}/seen"_s),
        seen(u"/api/seen"_s),
    };
}

} // namespace signalbox::sutra
