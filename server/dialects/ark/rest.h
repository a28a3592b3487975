// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/hub.h"
#include "server/dialects/apipages.h"
#include "server/dialects/ark/codec.h"
#include "server/dialects/ark/codes.h"
#include "server/dialects/rest.h"
#include "server/dialects/services.h"

#include <QObject>

namespace signalbox::ark {

using namespace Qt::StringLiterals;

constexpr int mostItems = 1000; // the largest `limit` of a list

// REST for ARK's agents and desktop (README.md, "Requests"). Server thread; owned by ArkDialect.
class Rest final : public QObject
{
    Q_OBJECT

public:
    explicit Rest(const dialects::DialectServices &services) : m_services(services) {}

    QList<dialects::RestRoute> routes(); // of codes.h, at the root and under /api; pages under /api

private:
    using Request = dialects::RestRequest;
    using Respond = dialects::Respond;

    void handle(Route route, const Request &request, const Respond &respond);
    void handleAgents(Route route, const Request &request, const Respond &respond);
    void handleInstances(Route route, const Request &request, const Respond &respond);
    void handleJobs(Route route, const Request &request, const Respond &respond);

    void listInstances(const Request &request, const Respond &respond) const;
    void showInstance(const Request &request, int status, const QString &id, const Respond &respond) const;
    void showLogs(const Request &request, const Respond &respond);
    void listJobs(const Request &request, const Respond &respond) const;
    void poll(const Request &request, const Respond &respond);
    using WithJobs = std::function<void(const QList<Execution> &)>;
    void withJobsOf(const QString &agentId, const Request &request, const Respond &respond, const WithJobs &use);
    void showJob(const Request &request, int status, const QString &id, const Respond &respond);
    void cancelJob(const Request &request, const Respond &respond);
    void completeJob(const Request &request, const Respond &respond);
    void completeOldJob(const ReportJobEnd &command, const Request &request, const Respond &respond);

    // Submits the Command, and calls answer with its subject when it was carried out. A Problem with the request, a
    // refusal, a failure and a deadline that has passed are answered here.
    template<typename CommandType>
    void carryOut(const Read<CommandType> &read, const Request &request, const Respond &respond,
                  const std::function<void(const QString &)> &answer);
    void submit(CommandBody body, const Request &request, const Respond &respond,
                const std::function<void(const QString &)> &answer);
    void refuse(const Error &error, const Request &request, const Respond &respond) const;
    bool refuseProblems(const QStringList &problems, const Request &request, const Respond &respond) const;
    const Snapshot &snapshot() const { return m_services.hub.snapshot(); }

    dialects::DialectServices m_services;
    dialects::ApiPages m_pages{u":/signalbox/openapi/ark.json"_s, u"/api/"_s};
};

template<typename CommandType>
void Rest::carryOut(const Read<CommandType> &read, const Request &request, const Respond &respond,
                    const std::function<void(const QString &)> &answer)
{
    if (const auto *problem = std::get_if<Problem>(&read)) {
        if (!refuseProblems(problem->validation, request, respond))
            refuse({ErrorCode::InvalidArgument, problem->text}, request, respond);
        return;
    }
    submit(std::get<CommandType>(read), request, respond, answer);
}

} // namespace signalbox::ark
