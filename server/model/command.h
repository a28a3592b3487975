// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/agent.h"
#include "server/model/catalogue.h"
#include "server/model/execution.h"
#include "server/model/user.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace signalbox {

enum class Mode : quint8 { Normal, Maintenance, Halted };

QString toString(Mode mode); // "normal", "maintenance", "halted"
std::optional<Mode> modeFromString(const QString &text);

// Names a Command in the Changes it causes. Unique per server run.
using CommandId = QString;

struct StartComponent
{
    QString id;
};
struct StopComponent
{
    QString id;
    bool dependents = false; // first those that need it, too
};
// All its processes at once, without being asked to end.
struct KillComponent
{
    QString id;
};
struct RestartComponent
{
    QString id;
};
// So many instances of a description (Component::instanceOf), until the server ends or a reload changes the number.
struct ScaleComponent
{
    QString id;
    int instances = 1;
};
// To its standard input (Component::takesInput), as they are: a line ends with its \n. At most typedBytes.
struct TypeToComponent
{
    QString id;
    QByteArray bytes;
};
constexpr qsizetype typedBytes = 4096;
// Writes down what can be seen of it now (BlackBoxesQuery). The subject of its completion is the name of the page.
struct TakeBlackBox
{
    QString id;
};
// Group actions follow depends_on: started in its order, stopped in reverse. Empty ids: all.
struct StartComponents
{
    QStringList ids;
};
struct StopComponents
{
    QStringList ids;
};
struct RestartComponents
{
    QStringList ids;
};

struct StartPipeline
{
    QString pipelineId;
    QJsonObject params;
    QString scheduleId{}; // of the schedule that began it; empty: none did
    bool queue = false;   // beyond [server] capacity it waits for room instead of being refused
};
struct StartGraph
{
    QString name;
    QList<PipelineNode> nodes;
    QJsonObject params;
    QJsonObject original;
    bool queue = false; // as of StartPipeline
};
// A pow-1 call. Its input and live output go through core::LiveStreams, not as Commands.
struct StartProcess
{
    QString name;
    QStringList params;
    QString scheduleId{}; // as of StartPipeline
};
struct StartExperiment
{
    QString name;
    QString project;
    ExperimentDetails details;
    bool submit = true; // false: stays Created until SubmitExperiment
};
struct SubmitExperiment
{
    QString executionId;
};
struct CancelExecution
{
    QString executionId;
};
// Starts a new execution; with failedOnly it takes over the outputs of tasks that succeeded.
struct RetryExecution
{
    QString executionId;
    bool failedOnly = false;
    bool queue = false; // as of StartPipeline
};

// Changes the name and description of an execution that has not ended; unset members stay.
struct UpdateExperiment
{
    QString executionId;
    std::optional<QString> name{};
    std::optional<QString> description{};
};
// They failed, and an operator knows (Execution::isUnseen). Empty ids: all.
struct MarkSeen
{
    QStringList executionIds;
};
// Refused while the execution is queued or running.
struct DeleteExecution
{
    QString executionId;
};

struct CreateProject
{
    QString name;
    QString description;
};
// Unset members stay.
struct UpdateProject
{
    QString id;
    std::optional<QString> name{};
    std::optional<QString> description{};
};
struct DeleteProject
{
    QString id;
};
// Agents, their instances and jobs (server/dialects/ark/README.md). An agent belongs to the user who registered it.
struct RegisterAgent
{
    QString agentId;
    QString hostname;
    QString version;
    QJsonObject capabilities;
};
struct ReportHeartbeat
{
    QString agentId;
    AgentState state = AgentState::Online; // Offline: the agent signs off
    QJsonObject resourceUsage;
};
struct CreateInstance
{
    QString name;
    QString gameType;
    QString agentId;
    QJsonObject config;
};
struct UpdateInstance
{
    QString id;
    std::optional<QString> name; // absent: stays
    std::optional<QJsonObject> config;
};
struct DeleteInstance
{
    QString id;
};
struct CreateJob
{
    QString jobType;
    QString instanceId; // empty: none
    QJsonObject params;
    int priority = 0; // higher first
};
struct ReportJobProgress
{
    QString jobId;
    QString jobRunId;
    std::optional<double> percent; // 0…100
    QString message;
};
struct ReportJobEnd
{
    QString jobId;
    QString jobRunId;
    ExecutionState state = ExecutionState::Succeeded; // or Failed, Cancelled
    QJsonValue result = QJsonValue::Undefined;
    QString error;
    QJsonValue errorDetails = QJsonValue::Undefined;
};

// Begins a run at once, as the actor's own; the plan stays as it is.
struct RunScheduleNow
{
    QString id;
};
// Hold until a person says otherwise, also over a restart, or the configuration comes to say the same.
struct EnableSchedule
{
    QString id;
};
struct DisableSchedule
{
    QString id;
};

struct SetMode
{
    Mode mode = Mode::Normal;
};
struct DisconnectClient
{
    QString clientId;
};
struct ReloadConfiguration
{
};
// A token with which the user's programs may connect. Only the submitter receives it (core::CommandOutcome::secret);
// no Change holds it.
struct IssueToken
{
    QString user;
    Milliseconds lifetime = std::chrono::hours(1);
};

// Copied and destroyed in one place, as ChangeBody, QueryBody and Answer are: a variant of forty kinds is thousands of
// functions in each file that does so by itself.
struct CommandBody
    : std::variant<StartComponent, StopComponent, KillComponent, RestartComponent, ScaleComponent, TypeToComponent,
                   StartComponents, StopComponents, RestartComponents, StartPipeline, StartGraph, StartProcess,
                   StartExperiment, SubmitExperiment, CancelExecution, RetryExecution, UpdateExperiment,
                   DeleteExecution, CreateProject, UpdateProject, DeleteProject, RegisterAgent, ReportHeartbeat,
                   CreateInstance, UpdateInstance, DeleteInstance, CreateJob, ReportJobProgress, ReportJobEnd,
                   RunScheduleNow, EnableSchedule, DisableSchedule, SetMode, DisconnectClient, ReloadConfiguration,
                   IssueToken, TakeBlackBox, MarkSeen>
{
    using variant::variant;
    CommandBody(const CommandBody &);
    CommandBody(CommandBody &&) noexcept;
    CommandBody &operator=(const CommandBody &);
    CommandBody &operator=(CommandBody &&) noexcept;
    ~CommandBody();
    // Most kinds have none, which a metatype must see.
    friend bool operator==(const CommandBody &, const CommandBody &) = delete;
    friend bool operator<(const CommandBody &, const CommandBody &) = delete;
};

// A request to act. Admitted or refused at once; the outcome of an admitted one is one CommandCompleted with its id.
struct Command
{
    CommandId id;
    Actor actor;
    CommandBody body;
};

} // namespace signalbox
