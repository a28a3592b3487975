// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/pow/callsession.h"
#include "server/dialects/pow/linebuffer.h"
#include "server/dialects/rest.h"

#include <chrono>
#include <list>

namespace signalbox::pow {

// A call over REST, which lives between requests. Owned by RestCalls.
struct RestCall
{
    QString id;    // random, and not the execution's, which every viewer sees
    QString owner; // user name
    std::unique_ptr<CallSession> call;
    LineBuffer buffer;
    std::chrono::steady_clock::time_point usedAt;
    // Of an ended call: the bytes it counts for, and its place in RestCalls::m_ended.
    qint64 keptBytes = 0;
    std::optional<std::list<QString>::iterator> ended;
};

// The routes of pow-1: calls by id, each forgotten, and cancelled where it still runs, after a minute without a
// request. For users that did not start a call, and are no admins, it does not exist. Server thread; owned by
// PowDialect.
class RestCalls final : public QObject
{
    Q_OBJECT

public:
    static constexpr Milliseconds unusedLifetime{60'000}; // README.md, "REST"
    // What ended calls may hold together, each counted with a kilobyte above its buffer; beyond, the one that ended
    // first is forgotten early.
    static constexpr qint64 endedBytes = 64 << 20;

    explicit RestCalls(Calls &calls);

    // basePath begins and ends with /.
    QList<dialects::RestRoute> routes(const QString &basePath);
    std::size_t count() const { return static_cast<std::size_t>(m_restCalls.size()); }

private:
    using Respond = dialects::Respond;
    using Request = dialects::RestRequest;

    void open(const Request &request, const Respond &respond);
    void status(RestCall &restCall, const Request &request, const Respond &respond);
    void input(RestCall &restCall, const Request &request, const Respond &respond);
    void closeInput(RestCall &restCall, const Request &request, const Respond &respond);
    void cancel(RestCall &restCall, const Request &request, const Respond &respond);

    using Handler = void (RestCalls::*)(RestCall &, const Request &, const Respond &);
    dialects::RestRoute callRoute(const QByteArray &method, const QString &pattern, Handler handler);
    RestCall *find(const Request &request);
    void listenTo(RestCall &restCall);
    void callEnded(RestCall &restCall);
    void forget(const QString &id);
    void forgetWhenUnused(const QString &id, Milliseconds delay);

    Calls &m_calls;
    QHash<QString, std::shared_ptr<RestCall>> m_restCalls;
    std::list<QString> m_ended; // first ended first
    qint64 m_endedBytes = 0;
};

} // namespace signalbox::pow
