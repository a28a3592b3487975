// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/airavata/schemas.h"
#include "server/dialects/asyncapi.h"

#include <QString>

#include <array>
#include <optional>

// The names of the Airavata protocol and its message table (README.md, "Messages"). The names belong to the protocol:
// never rename. The table drives the reader, is printed by --print-protocol and stands in the README; tests demand a
// fixture for every type.
namespace signalbox::airavata {

enum class Type : quint8 {
    Ping,
    Pong,
    SystemStatus,
    Error,
    ExperimentCreated,
    ExperimentUpdated,
    ExperimentProgress,
    ExperimentCompleted,
    ExperimentFailed,
    TaskCreated,
    TaskUpdated,
    TaskProgress,
    TaskCompleted,
    TaskFailed,
    WorkerRegistered,
    WorkerUpdated,
    WorkerOffline,
};

enum class Direction : quint8 { Server, Both };

// One row of the message table.
struct Row
{
    Type type;
    const char16_t *name;
    const char16_t *prefix; // of its ids
    Direction direction;
    dialects::Schema (*data)(); // of the server; nullptr: none
    const char16_t *description;
    std::optional<Type> answerTo = std::nullopt;
    dialects::Schema (*request)() = nullptr; // data of clients, who may leave it out
};

inline constexpr std::array<Row, 17> messageTable{{
    {Type::Ping, u"ping", u"system", Direction::Both, nullptr,
     u"Answered with a `pong`; the server sends one every 54 s."},
    {Type::Pong, u"pong", u"system", Direction::Both, nullptr, u"The answer to a `ping`; a client's is only noted.",
     Type::Ping},
    {Type::SystemStatus, u"system_status", u"system", Direction::Both, &schemas::status,
     u"From a client without an action: asks for statistics. From the server: statistics, or what became of a "
     u"subscription.",
     Type::SystemStatus, &schemas::subscription},
    {Type::Error, u"error", u"system", Direction::Server, nullptr, u"Why a frame or a connection was refused.",
     Type::SystemStatus},
    {Type::ExperimentCreated, u"experiment_created", u"exp", Direction::Server, &schemas::experiment,
     u"An execution appeared."},
    {Type::ExperimentUpdated, u"experiment_updated", u"exp", Direction::Server, &schemas::experiment,
     u"Its status or name changed; also CANCELED."},
    {Type::ExperimentProgress, u"experiment_progress", u"exp", Direction::Server, &schemas::experimentProgress,
     u"One of its tasks ended, or it came further."},
    {Type::ExperimentCompleted, u"experiment_completed", u"exp", Direction::Server, &schemas::experiment,
     u"It succeeded."},
    {Type::ExperimentFailed, u"experiment_failed", u"exp", Direction::Server, &schemas::experiment,
     u"It failed or was interrupted."},
    {Type::TaskCreated, u"task_created", u"task", Direction::Server, &schemas::task, u"A task appeared."},
    {Type::TaskUpdated, u"task_updated", u"task", Direction::Server, &schemas::task,
     u"Its status or worker changed; also CANCELED."},
    {Type::TaskProgress, u"task_progress", u"task", Direction::Server, &schemas::taskProgress,
     u"It runs, came further, or is done."},
    {Type::TaskCompleted, u"task_completed", u"task", Direction::Server, &schemas::task, u"It succeeded."},
    {Type::TaskFailed, u"task_failed", u"task", Direction::Server, &schemas::task, u"It failed or was interrupted."},
    {Type::WorkerRegistered, u"worker_registered", u"worker", Direction::Server, &schemas::worker,
     u"A worker appeared or came back."},
    {Type::WorkerUpdated, u"worker_updated", u"worker", Direction::Server, &schemas::worker,
     u"It took or finished a task."},
    {Type::WorkerOffline, u"worker_offline", u"worker", Direction::Server, &schemas::worker, u"It is gone."},
}};

constexpr const Row &rowOf(Type type)
{
    return messageTable[static_cast<std::size_t>(type)];
}

// Nothing when clients may not send this type.
std::optional<Type> clientType(const QString &name);

// The table as Markdown: --print-protocol airavata, and the README of this folder.
QString protocolTable();
// The same as a document for programs: /api/v2/asyncapi.json.
dialects::AsyncApi asyncApi();

} // namespace signalbox::airavata
