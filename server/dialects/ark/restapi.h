// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/ask.h"
#include "server/core/hub.h"
#include "server/core/runtime/agents/agentregistry.h"
#include "server/dialects/apipages.h"
#include "server/dialects/ark/codes.h"
#include "server/dialects/ark/messages.h"
#include "server/dialects/rest.h"

#include <QObject>

namespace signalbox::ark {

using namespace Qt::StringLiterals;

// What ARK needs of the server; everything outlives the factory.
struct Services
{
    core::Hub &hub;
    core::Ask ask; // logs and old executions
    const core::AgentDesk &desk;
    std::function<void(const QString &componentId, bool wanted)> followLog; // LogBook's follow and unfollow
    std::function<bool()> isDatabaseConnected;                              // absent: it is
};

// REST for ARK's agents and desktop (wire.md, ARK). Server thread; owned by ArkFactory.
class RestApi final : public QObject
{
    Q_OBJECT

public:
    explicit RestApi(const Services &services) : m_services(services) {}

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
    void poll(const Request &request, const Respond &respond) const;
    void showJob(const Request &request, int status, const QString &id, const Respond &respond);
    void cancelJob(const Request &request, const Respond &respond);
    void completeJob(const Request &request, const Respond &respond);
    void completeOldJob(const ReportJobEnd &wish, const Request &request, const Respond &respond);

    // Submits what was read, and answers once it is settled: answer(subject) if it went well.
    template<typename Wish>
    void carryOut(const Read<Wish> &read, const Request &request, const Respond &respond,
                  const std::function<void(const QString &)> &answer);
    void submit(CommandBody body, const Request &request, const Respond &respond,
                const std::function<void(const QString &)> &answer);
    void refuse(const Error &error, const Request &request, const Respond &respond) const;
    bool refuseProblems(const QStringList &problems, const Request &request, const Respond &respond) const;
    const Snapshot &snapshot() const { return m_services.hub.snapshot(); }

    Services m_services;
    dialects::ApiPages m_pages{u":/signalbox/openapi/ark.json"_s, u"/api/"_s, {}};
};

template<typename Wish>
void RestApi::carryOut(const Read<Wish> &read, const Request &request, const Respond &respond,
                       const std::function<void(const QString &)> &answer)
{
    if (const auto *problem = std::get_if<Problem>(&read)) {
        if (!refuseProblems(problem->validation, request, respond))
            refuse({ErrorCode::InvalidArgument, problem->text}, request, respond);
        return;
    }
    submit(std::get<Wish>(read), request, respond, answer);
}

} // namespace signalbox::ark
