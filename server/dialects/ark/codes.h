// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/ark/schemas.h"
#include "server/dialects/asyncapi.h"
#include "server/model/user.h"

#include <QString>

#include <array>

// The names of the ARK protocol: events and routes (README.md, "Events and routes"). They belong to the protocol: never
// rename. The tables make the routes, are printed by --print-protocol and stand in the README; tests demand a fixture
// for every event.
namespace signalbox::ark {

struct EventRow
{
    const char16_t *event;
    dialects::Schema (*data)(); // its members
    const char16_t *when;
};

inline constexpr std::array<EventRow, 14> eventTable{{
    {u"job:created", &schemas::jobCreated, u"an execution of any dialect was created"},
    {u"job:progress", &schemas::jobProgress,
     u"a task ended or told how far it is, an agent reported, or its job went back to the queue"},
    {u"job:completed", &schemas::jobCompleted, u"an execution succeeded"},
    {u"job:failed", &schemas::jobFailed, u"an execution failed or was interrupted"},
    {u"job:cancelled", &schemas::jobCancelled, u"an execution was cancelled"},
    {u"instance:created", &schemas::instanceCreated, u"a component or instance appeared"},
    {u"instance:updated", &schemas::instanceUpdated, u"its name or configuration changed"},
    {u"instance:status_changed", &schemas::instanceStatusChanged,
     u"its state changed, or a running component is degraded or no more"},
    {u"instance:deleted", &schemas::instanceDeleted, u"it was deleted, or left the configuration"},
    {u"instance:log", &schemas::instanceLog, u"a component printed a line; at most 50 a second each"},
    {u"agent:registered", &schemas::agentRegistered, u"an agent registered; this host at the start"},
    {u"agent:heartbeat", &schemas::agentHeartbeat, u"an agent was heard of"},
    {u"agent:offline", &schemas::agentOffline, u"three heartbeats are missing, or it said so"},
    {u"system:error", &schemas::systemError, u"something inside failed"},
}};

enum class Route {
    Health,
    RegisterAgent,
    Heartbeat,
    CreateInstance,
    ListInstances,
    ShowInstance,
    UpdateInstance,
    DeleteInstance,
    InstanceLogs,
    CreateJob,
    ListJobs,
    PollJobs,
    JobProgress,
    JobComplete,
    ShowJob,
    CancelJob,
};

// One route, served at the root and under /api.
struct RouteRow
{
    Route route;
    const char *method;
    const char *pattern;
    int success;
    Role least;
    const char16_t *description;
};

inline constexpr std::array<RouteRow, 16> routeTable{{
    {Route::Health, "GET", "/health", 200, Role::None, u"Whether the server and its database work."},
    {Route::RegisterAgent, "POST", "/agents/register", 200, Role::Operator, u"An agent introduces itself."},
    {Route::Heartbeat, "POST", "/agents/heartbeat", 204, Role::Operator, u"An agent is alive."},
    {Route::CreateInstance, "POST", "/instances", 201, Role::Operator, u"Creates an instance."},
    {Route::ListInstances, "GET", "/instances", 200, Role::Viewer,
     u"Instances and components; agentId, gameType, status, limit, offset."},
    {Route::ShowInstance, "GET", "/instances/{id}", 200, Role::Viewer, u"One of them."},
    {Route::UpdateInstance, "PUT", "/instances/{id}", 200, Role::Operator, u"Changes its name or config."},
    {Route::DeleteInstance, "DELETE", "/instances/{id}", 204, Role::Operator, u"Deletes it; not while it has jobs."},
    {Route::InstanceLogs, "GET", "/instances/{id}/logs", 200, Role::Viewer,
     u"What a component printed, newest first; limit, since, level (and above)."},
    {Route::CreateJob, "POST", "/jobs", 201, Role::Operator, u"Queues a job for an agent."},
    {Route::ListJobs, "GET", "/jobs", 200, Role::Viewer,
     u"Executions, newest first; status, jobType, agentId, instanceId, limit, offset."},
    {Route::PollJobs, "GET", "/jobs/poll", 200, Role::Viewer, u"What agentId is to do, by priority, then age."},
    {Route::JobProgress, "POST", "/jobs/progress", 204, Role::Operator, u"An agent reports progress."},
    {Route::JobComplete, "POST", "/jobs/complete", 204, Role::Operator, u"An agent reports the end of a job."},
    {Route::ShowJob, "GET", "/jobs/{id}", 200, Role::Viewer, u"One execution."},
    {Route::CancelJob, "POST", "/jobs/{id}/cancel", 201, Role::Operator, u"Cancels it; the job as it is then."},
}};

// Both tables as Markdown: --print-protocol ark, and the README of this folder.
QString protocolTable();
// The events as a document for programs: /api/asyncapi.json.
dialects::AsyncApi asyncApi();

} // namespace signalbox::ark
