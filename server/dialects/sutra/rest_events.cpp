// SPDX-License-Identifier: GPL-3.0-or-later
// The route about events, which the protocol document does not know.
#include "server/core/policy.h"
#include "server/dialects/page.h"
#include "server/dialects/sutra/codec.h"
#include "server/dialects/sutra/codec_events.h"
#include "server/dialects/sutra/rest.h"
#include "server/model/answers/eventscsv.h"

using namespace Qt::StringLiterals;

namespace signalbox::sutra {

using dialects::Respond;
using dialects::RestRequest;
using dialects::RestResponse;

namespace {

constexpr int usualPage = 100;

// As in a filter of the route: a text that is not there is no filter. A plus that the client did not escape has become a blank.
Result<std::optional<Timestamp>> timeOf(const RestRequest &request, const QString &name)
{
    QString text = request.head.queryValue(name).value_or(QString());
    if (text.isEmpty())
        return std::optional<Timestamp>();
    const std::optional<Timestamp> time = fromIso(text.replace(u' ', u'+'));
    if (!time)
        return unexpected(ErrorCode::InvalidArgument,
                          u"%1 must be a time as 2026-10-25T02:30:00+01:00 (without offset: UTC)"_s.arg(name));
    return time;
}

Result<std::optional<qint64>> numberOf(const RestRequest &request, const QString &name)
{
    const std::optional<QString> text = request.head.queryValue(name);
    if (!text)
        return std::optional<qint64>();
    bool isNumber = false;
    const qint64 value = text->toLongLong(&isNumber);
    if (!isNumber || value < 0)
        return unexpected(ErrorCode::InvalidArgument, name + u" must be a number from 0 on"_s);
    return std::optional(value);
}

Result<QList<EventEntry::Kind>> kindsOf(const RestRequest &request)
{
    QList<EventEntry::Kind> kinds;
    for (const auto &[name, value] : request.head.query) {
        const QStringList wanted = name == "kind"_L1 ? value.split(u',', Qt::SkipEmptyParts) : QStringList();
        for (const QString &text : wanted) {
            const std::optional<EventEntry::Kind> kind = eventKindFromString(text);
            if (!kind)
                return unexpected(ErrorCode::InvalidArgument,
                                  u"kind must be of component, execution, schedule, agent, client and server"_s);
            kinds.append(*kind);
        }
    }
    return kinds;
}

Result<EventsQuery> queryOf(const RestRequest &request, qint64 answerBytes)
{
    EventsQuery query;
    const auto from = timeOf(request, u"from"_s);
    const auto to = timeOf(request, u"to"_s);
    const auto before = numberOf(request, u"before"_s);
    const auto limit = numberOf(request, u"limit"_s);
    auto kinds = kindsOf(request);
    for (const Error *error :
         {from ? nullptr : &from.error(), to ? nullptr : &to.error(), before ? nullptr : &before.error(),
          limit ? nullptr : &limit.error(), kinds ? nullptr : &kinds.error()}) {
        if (error)
            return Unexpected{*error};
    }
    query.from = *from;
    query.to = *to;
    query.before = *before;
    query.kinds = *std::move(kinds);
    query.limit = static_cast<int>(std::min<qint64>(limit->value_or(usualPage), EventsQuery::mostRows));
    query.subject = request.head.queryValue(u"subject"_s).value_or(QString());
    query.actor = request.head.queryValue(u"user"_s).value_or(QString());
    query.text = request.head.queryValue(u"text"_s).value_or(QString());
    query.onlyBad = request.head.queryValue(u"bad"_s) == u"true"_s;
    query.mostBytes = answerBytes / 6; // a character may become six: \u0001
    return query;
}

} // namespace

void Rest::listEvents(const RestRequest &request, const Respond &respond)
{
    const Result<EventsQuery> query = queryOf(request, m_answerBytes);
    if (!query)
        return respond(RestResponse::json(400, failure(query.error().message)));
    const bool isCsv = request.head.queryValue(u"format"_s) == u"csv"_s;
    m_ask({request.actor, *query}, request.peer,
          [this, head = request.head, respond, isCsv](const Result<Answer> &answer) {
              if (!answer)
                  return respond(m_dialect.restError(head, httpStatus(answer.error().code), answer.error().message)
                                     .laterIf(answer.error()));
              const auto &page = std::get<EventsPage>(*answer);
              RestResponse response = RestResponse::json(200, isCsv ? eventsCsv(page) : eventsObject(page));
              if (isCsv) {
                  response.contentType = "text/csv; charset=utf-8";
                  response.headers.append(
                      {"Content-Disposition"_ba, "attachment; filename=\"signalbox-events.csv\""_ba});
              }
              if (page.hasMore && !page.entries.isEmpty())
                  response.headers.append(dialects::linkToNext(head, u"before"_s, page.entries.constLast().number));
              respond(response);
          });
}

dialects::RestRoute Rest::eventsRoute()
{
    return {"GET", u"/api/events"_s,
            [this](const RestRequest &request, const Respond &respond) { listEvents(request, respond); },
            Role::Operator};
}

} // namespace signalbox::sutra
