// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/hub.h"
#include "server/dialects/airavata/events.h"
#include "server/dialects/page.h"
#include "server/dialects/rest.h"
#include "server/dialects/services.h"

#include <QObject>

namespace signalbox::airavata {

// The routes (README.md, "REST"), the same below /api/v2 and /api/v1. Server thread; owned by AiravataDialect, whose
// services and events outlive it.
class Rest final : public QObject
{
    Q_OBJECT

public:
    static constexpr Milliseconds patience = std::chrono::seconds(30); // for the outcome of a Command

    Rest(const dialects::DialectServices &services, const Events &events) : m_services(services), m_events(events) {}

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

    // rest_login.cpp
    void login(const Request &request, const Respond &respond);
    void refresh(const Request &request, const Respond &respond);
    void logout(const Request &request, const Respond &respond);
    void health(const Request &request, const Respond &respond);

    // rest_projects.cpp
    void listProjects(const Request &request, const Respond &respond);
    void createProject(const Request &request, const Respond &respond);
    void getProject(const Request &request, const Respond &respond);
    void updateProject(const Request &request, const Respond &respond);
    void deleteProject(const Request &request, const Respond &respond);
    void listWorkers(const Request &request, const Respond &respond);
    const Project *visibleProject(const QString &id, const Actor &actor) const;
    void answerProject(int status, const QString &id, const Respond &respond) const;

    // rest_commands.cpp
    void createExperiment(const Request &request, const Respond &respond);
    void updateExperiment(const Request &request, const Respond &respond);
    void deleteExperiment(const Request &request, const Respond &respond);
    void submitExperiment(const Request &request, const Respond &respond);
    void cancelExperiment(const Request &request, const Respond &respond);
    void retryExperiment(const Request &request, const Respond &respond);
    void answerExperiment(int status, const QString &id, bool withTasks, const QString &text,
                          const Respond &respond) const;

    // rest_queries.cpp
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
    void readOutput(const Request &request, const OutputQuery &query, const QString &file, QByteArray gathered,
                    const Respond &respond);

    // What `limit` and `offset` of the request leave room for. InvalidArgument: one of them is no number.
    Result<dialects::Page> pageOf(const Request &request, qint64 besides = 0) const;

    // rest.cpp
    // Hands `use` the execution of {id}, from the Snapshot or the Store; answers 404 if there is none that the actor
    // may see.
    void withExecution(const Request &request, const Respond &respond, WithDetail use);
    void withExecution(const QString &id, const Request &request, const Respond &respond, WithDetail use);
    // The same for the task of {id}.
    void withTask(const Request &request, const Respond &respond,
                  std::function<void(const ExecutionDetail &, const Task &)> use);
    // Submits the Command. When it was carried out, done gets its subject; else the error is answered, or 503 after
    // `patience`.
    void carryOut(const Actor &actor, CommandBody body, const Respond &respond,
                  std::function<void(const QString &)> done);
    Timestamp now() const { return m_services.hub.clock().now(); }
    const Snapshot &snapshot() const { return m_services.hub.snapshot(); }

    const dialects::DialectServices &m_services;
    const Events &m_events;
};

// The tasks of an experiment in the order of its parameter sets (t10 after t9), of other executions by id.
QList<Task> inOrder(const Execution &execution, const QMap<QString, Task> &tasks);
// {"error":text}
dialects::RestResponse failure(int status, const QString &text);
dialects::RestResponse failure(const Error &error);
// The body as an object, {} of an empty body; nothing if it is no object.
std::optional<QJsonObject> bodyOf(const dialects::RestRequest &request);
// {name:[…],"total":n}, with a Link to the rest.
dialects::RestResponse listAnswer(const dialects::RestRequest &request, QLatin1String name, const dialects::Page &page);

} // namespace signalbox::airavata
