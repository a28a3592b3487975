// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/ask.h"
#include "server/core/auth/authenticator.h"
#include "server/core/auth/tokens.h"
#include "server/core/hub.h"
#include "server/dialects/airavata/events.h"
#include "server/dialects/rest.h"

#include <QObject>

namespace signalbox::airavata {

// What this dialect works with. References outlive the factory.
struct Services
{
    core::Hub &hub;
    core::Authenticator &authenticator;
    const core::Tokens &tokens; // for login and refresh
    core::Ask ask;
    int subscriptions = 256; // [limits.airavata] subscriptions; 0: no ceiling
    Milliseconds tokenLifetime = std::chrono::hours(1);
};

// The REST half of the dialect (wire.md, Airavata, REST), the same under both prefixes. Server thread; owned by the
// factory, whose services and events outlive it.
class Rest final : public QObject
{
    Q_OBJECT

public:
    static constexpr Milliseconds patience = std::chrono::seconds(30); // for a promised outcome
    static constexpr qint64 outputAtMost = 16 << 20;                   // bytes of one answer

    Rest(const Services &services, const Events &events) : m_services(services), m_events(events) {}

    QList<dialects::RestRoute> routes();

private:
    using Request = dialects::RestRequest;
    using Respond = dialects::Respond;
    using Handler = void (Rest::*)(const Request &, const Respond &);
    using WithDetail = std::function<void(const ExecutionDetail &)>;
    struct Entry
    {
        const char *method;
        const char *path;
        Handler handler;
        Role least;
    };
    static const QList<Entry> &table();

    // restsession.cpp
    void login(const Request &request, const Respond &respond);
    void refresh(const Request &request, const Respond &respond);
    void logout(const Request &request, const Respond &respond);
    void health(const Request &request, const Respond &respond);
    dialects::RestResponse session(const User &user) const;

    // restprojects.cpp
    void listProjects(const Request &request, const Respond &respond);
    void createProject(const Request &request, const Respond &respond);
    void getProject(const Request &request, const Respond &respond);
    void updateProject(const Request &request, const Respond &respond);
    void deleteProject(const Request &request, const Respond &respond);
    void listWorkers(const Request &request, const Respond &respond);
    const Project *visibleProject(const QString &id, const Actor &actor) const;
    void answerProject(int status, const QString &id, const Respond &respond) const;

    // restwishes.cpp
    void createExperiment(const Request &request, const Respond &respond);
    void updateExperiment(const Request &request, const Respond &respond);
    void deleteExperiment(const Request &request, const Respond &respond);
    void submitExperiment(const Request &request, const Respond &respond);
    void cancelExperiment(const Request &request, const Respond &respond);
    void retryExperiment(const Request &request, const Respond &respond);
    void answerExperiment(int status, const QString &id, bool withTasks, const QString &text,
                          const Respond &respond) const;

    // restqueries.cpp
    void listExperiments(const Request &request, const Respond &respond);
    void searchExperiments(const Request &request, const Respond &respond);
    void getExperiment(const Request &request, const Respond &respond);
    void summary(const Request &request, const Respond &respond);
    void progress(const Request &request, const Respond &respond);
    void listTasks(const Request &request, const Respond &respond);
    void failedTasks(const Request &request, const Respond &respond);
    void timeline(const Request &request, const Respond &respond);
    void listOutputs(const Request &request, const Respond &respond);
    void getOutput(const Request &request, const Respond &respond);
    void getTask(const Request &request, const Respond &respond);
    void taskProgress(const Request &request, const Respond &respond);
    void list(const Request &request, const HistoryQuery &query, const Respond &respond);
    void readOutput(const OutputQuery &query, const QString &file, QByteArray gathered, const Respond &respond);

    // rest.cpp
    // The execution of {id} if the actor may see it, from the Snapshot or the store; else answers 404.
    void withExecution(const Request &request, const Respond &respond, WithDetail use);
    void withExecution(const QString &id, const Actor &actor, const Respond &respond, WithDetail use);
    // The task of {id} or {task}, else 404.
    void withTask(const Request &request, const Respond &respond,
                  std::function<void(const ExecutionDetail &, const Task &)> use);
    // Submits; done is called when it settled well, with its subject. Otherwise the refusal is answered.
    void carryOut(const Actor &actor, CommandBody body, const Respond &respond,
                  std::function<void(const QString &)> done);
    Timestamp now() const { return m_services.hub.clock().now(); }
    const Snapshot &snapshot() const { return m_services.hub.snapshot(); }

    const Services &m_services;
    const Events &m_events;
};

// A sweep's tasks as its parameter sets stand in the request (t10 after t9), others by id.
QList<Task> inOrder(const Execution &execution, const QMap<QString, Task> &tasks);
// {"error":text}
dialects::RestResponse failure(int status, const QString &text);
dialects::RestResponse failure(const Error &error);
// The body as an object; an empty body is {}. Otherwise nothing.
std::optional<QJsonObject> bodyOf(const dialects::RestRequest &request);

} // namespace signalbox::airavata
