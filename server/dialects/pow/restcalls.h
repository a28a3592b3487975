// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/pow/callsession.h"
#include "server/dialects/pow/linebuffer.h"
#include "server/dialects/rest.h"

#include <chrono>
#include <list>

namespace signalbox::pow {

// A call that came by REST: lives between requests. Part of Sessions.
struct Session
{
    QString id;
    QString owner; // user name
    std::unique_ptr<Call> call;
    LineBuffer buffer;
    std::chrono::steady_clock::time_point usedAt;
    // Once it has ended: what it counts for, and where it stands among the others.
    qint64 keptBytes = 0;
    std::optional<std::list<QString>::iterator> ended;
};

// The REST half of pow-1: sessions by id, each forgotten, and cancelled where it still runs, after a minute without a
// request. Whoever did not open a session, and is no admin, does not learn that it exists. Server thread; owned by
// PowFactory.
class Sessions final : public QObject
{
    Q_OBJECT

public:
    static constexpr Milliseconds unusedLifetime{60'000}; // wire.md, pow-1, REST
    // What ended sessions may hold together, each counted with a kilobyte above its buffer; beyond, the one that ended
    // first is forgotten early.
    static constexpr qint64 endedBytes = 64 << 20;

    explicit Sessions(Calls &calls);

    // basePath begins and ends with /.
    QList<dialects::RestRoute> routes(const QString &basePath);
    std::size_t count() const { return static_cast<std::size_t>(m_sessions.size()); }

private:
    using Respond = dialects::Respond;
    using Request = dialects::RestRequest;

    void open(const Request &request, const Respond &respond);
    void status(Session &session, const Request &request, const Respond &respond);
    void input(Session &session, const Request &request, const Respond &respond);
    void closeInput(Session &session, const Request &request, const Respond &respond);
    void cancel(Session &session, const Request &request, const Respond &respond);

    using Handler = void (Sessions::*)(Session &, const Request &, const Respond &);
    dialects::RestRoute sessionRoute(const QByteArray &method, const QString &pattern, Handler handler);
    Session *find(const Request &request);
    void listenTo(Session &session);
    void callEnded(Session &session);
    void forget(const QString &id);
    void forgetWhenUnused(const QString &id, Milliseconds delay);

    Calls &m_calls;
    QHash<QString, std::shared_ptr<Session>> m_sessions;
    std::list<QString> m_ended; // first ended first
    qint64 m_endedBytes = 0;
};

} // namespace signalbox::pow
