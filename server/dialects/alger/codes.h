// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/alger/schemas.h"
#include "server/dialects/asyncapi.h"
#include "server/model/user.h"

#include <QString>

#include <array>

// The numbers of the Alger protocol and its message table (README.md, "Messages"). The numbers belong to the protocol:
// never renumber. The table drives the dispatcher, is printed by --print-protocol and stands in the README; tests
// demand a fixture for every number.
namespace signalbox::alger {

enum Code : int {
    Login = 100,
    UserData = 101,
    CatalogueRequest = 102,
    RunStored = 103,
    RunGraph = 104,
    Stop = 106,
    OutputRequest = 107,

    NodeFinished = 205,
    Finished = 207,
    NodeFailed = 305,
    Crashed = 307,

    WrongId = 395,
    Malformed = 396,
    CapacityReached = 397,
    Halted = 398,
    Maintenance = 399,
};

// When the server sends an answer or error of a row.
enum class Occasion : quint8 {
    Request,    // to the row's request
    AnyRequest, // to any
    Start,      // to a 103 or 104
    StartOrEnd, // the same, and as a push
    Push,
};

struct Message
{
    int code = 0; // 0: there is no such message
    const char16_t *title = u"";
    dialects::Schema (*content)() = nullptr;
};

// One row of the message table. The answers of a request have its number plus 100 and plus 200.
struct Row
{
    Message request;
    Message success;
    Message error;
    Role least; // of the actor, else the error with `forbidden` (docs/model.md, "Who may do what")
    Occasion occasion;
    const char16_t *description;
};

inline constexpr std::array<Row, 14> messageTable{{
    {{Login, u"Login", &schemas::login},
     {200, u"Login OK", &schemas::loggedIn},
     {300, u"Unknown user", &schemas::failure},
     Role::None,
     Occasion::Request,
     u"Checks `username` and `password`; changes nothing."},
    {{UserData, u"Get user data", &schemas::userRequest},
     {201, u"User data", &schemas::user},
     {301, u"Fetch error", &schemas::failure},
     Role::Viewer,
     Occasion::Request,
     u"The profile of the user `userId`."},
    {{CatalogueRequest, u"Get pipeline catalog", &schemas::nothing},
     {202, u"Catalog data", &schemas::catalogue},
     {302, u"Catalog error", &schemas::failure},
     Role::Viewer,
     Occasion::Request,
     u"Every stored pipeline with its graph."},
    {{RunStored, u"Execute pipeline from DB", &schemas::runStored},
     {203, u"Execution started", &schemas::storedStarted},
     {303, u"Failed to start/fetch", &schemas::failure},
     Role::Operator,
     Occasion::Request,
     u"Starts the stored pipeline `pipelineId` with `params`."},
    {{RunGraph, u"Execute ad-hoc pipeline", &schemas::runGraph},
     {204, u"Execution started", &schemas::graphStarted},
     {304, u"Could not run", &schemas::failure},
     Role::Operator,
     Occasion::Request,
     u"Starts the pipeline described in `graph` with `params`."},
    {{Stop, u"Stop execution", &schemas::execution},
     {206, u"Stop confirmed", &schemas::stopped},
     {306, u"Stop failed", &schemas::failure},
     Role::Operator,
     Occasion::Request,
     u"Stops the execution `executionId`; answered after its processes ended."},
    {{OutputRequest, u"Request execution output", &schemas::execution},
     {207, u"Output payload", &schemas::output},
     {307, u"Output unavailable", &schemas::noOutput},
     Role::Viewer,
     Occasion::Request,
     u"The output file of the finished execution `executionId`."},
    {{},
     {NodeFinished, u"Status update", &schemas::nodeFinished},
     {NodeFailed, u"Status update error", &schemas::nodeFailed},
     Role::None,
     Occasion::Push,
     u"Pushed when a node ended."},
    {{},
     {Finished, u"Pipeline finished", &schemas::finished},
     {Crashed, u"Pipeline crashed", &schemas::crashed},
     Role::None,
     Occasion::Push,
     u"Pushed when an execution ended."},
    {{},
     {},
     {WrongId, u"Incorrect id or requestId", &schemas::wrongId},
     Role::None,
     Occasion::AnyRequest,
     u"Says which `id` was expected, and which `requestId` if that was wrong; the message is ignored."},
    {{},
     {},
     {Malformed, u"Malformed", &schemas::failure},
     Role::None,
     Occasion::AnyRequest,
     u"Unknown message type or malformed payload."},
    {{},
     {},
     {CapacityReached, u"Capacity reached", &schemas::failure},
     Role::None,
     Occasion::Start,
     u"103, 104: too many pipeline executions at once."},
    {{},
     {},
     {Halted, u"Halted", &schemas::failure},
     Role::None,
     Occasion::StartOrEnd,
     u"103, 104: executions are halted; pushed to those whose executions this ended."},
    {{},
     {},
     {Maintenance, u"Maintenance", &schemas::failure},
     Role::None,
     Occasion::Start,
     u"103, 104: maintenance mode is active."},
}};

// Null when clients may not send this type.
constexpr const Row *findRequest(qint64 type)
{
    for (const Row &row : messageTable) {
        if (row.request.code != 0 && row.request.code == type)
            return &row;
    }
    return nullptr;
}

// The table as Markdown: --print-protocol alger, and the README of this folder.
QString protocolTable();
// The same as a document for programs: /asyncapi.json.
dialects::AsyncApi asyncApi();

} // namespace signalbox::alger
