// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    const char16_t *description;
};

inline constexpr std::array<Row, 17> messageTable{{
    {Type::Ping, u"ping", u"system", Direction::Both, u"Answered with a `pong`; the server sends one every 54 s."},
    {Type::Pong, u"pong", u"system", Direction::Both, u"The answer to a `ping`; a client's is only noted."},
    {Type::SystemStatus, u"system_status", u"system", Direction::Both,
     u"From a client without an action: asks for statistics. From the server: statistics, or what became of a "
     u"subscription."},
    {Type::Error, u"error", u"system", Direction::Server, u"Why a frame or a connection was refused."},
    {Type::ExperimentCreated, u"experiment_created", u"exp", Direction::Server, u"An execution appeared."},
    {Type::ExperimentUpdated, u"experiment_updated", u"exp", Direction::Server,
     u"Its status or name changed; also CANCELED."},
    {Type::ExperimentProgress, u"experiment_progress", u"exp", Direction::Server, u"One of its tasks ended."},
    {Type::ExperimentCompleted, u"experiment_completed", u"exp", Direction::Server, u"It succeeded."},
    {Type::ExperimentFailed, u"experiment_failed", u"exp", Direction::Server, u"It failed or was interrupted."},
    {Type::TaskCreated, u"task_created", u"task", Direction::Server, u"A task appeared."},
    {Type::TaskUpdated, u"task_updated", u"task", Direction::Server, u"Its status or worker changed; also CANCELED."},
    {Type::TaskProgress, u"task_progress", u"task", Direction::Server, u"It runs, came further, or is done."},
    {Type::TaskCompleted, u"task_completed", u"task", Direction::Server, u"It succeeded."},
    {Type::TaskFailed, u"task_failed", u"task", Direction::Server, u"It failed or was interrupted."},
    {Type::WorkerRegistered, u"worker_registered", u"worker", Direction::Server, u"A worker appeared or came back."},
    {Type::WorkerUpdated, u"worker_updated", u"worker", Direction::Server, u"It took or finished a task."},
    {Type::WorkerOffline, u"worker_offline", u"worker", Direction::Server, u"It is gone."},
}};

constexpr const Row &rowOf(Type type)
{
    return messageTable[static_cast<std::size_t>(type)];
}

// Nothing when clients may not send this type.
std::optional<Type> clientType(const QString &name);

// The table as Markdown: --print-protocol airavata, and the README of this folder.
QString protocolTable();

} // namespace signalbox::airavata
