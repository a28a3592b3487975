// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

// One row of the message table. 0 and an empty title: there is no such message. The answers of a request have its
// number plus 100 and plus 200.
struct Row
{
    int request;
    const char16_t *requestTitle;
    int success;
    const char16_t *successTitle;
    int error;
    const char16_t *errorTitle;
    Role least; // of the actor, else the error with `forbidden` (docs/model.md, "Who may do what")
    const char16_t *description;
};

inline constexpr std::array<Row, 14> messageTable{{
    {Login, u"Login", 200, u"Login OK", 300, u"Unknown user", Role::None,
     u"Checks `username` and `password`; changes nothing."},
    {UserData, u"Get user data", 201, u"User data", 301, u"Fetch error", Role::Viewer,
     u"The profile of the user `userId`."},
    {CatalogueRequest, u"Get pipeline catalog", 202, u"Catalog data", 302, u"Catalog error", Role::Viewer,
     u"Every stored pipeline with its graph."},
    {RunStored, u"Execute pipeline from DB", 203, u"Execution started", 303, u"Failed to start/fetch", Role::Operator,
     u"Starts the stored pipeline `pipelineId` with `params`."},
    {RunGraph, u"Execute ad-hoc pipeline", 204, u"Execution started", 304, u"Could not run", Role::Operator,
     u"Starts the pipeline described in `graph` with `params`."},
    {Stop, u"Stop execution", 206, u"Stop confirmed", 306, u"Stop failed", Role::Operator,
     u"Stops the execution `executionId`; answered after its processes ended."},
    {OutputRequest, u"Request execution output", 207, u"Output payload", 307, u"Output unavailable", Role::Viewer,
     u"The output file of the finished execution `executionId`."},
    {0, u"", NodeFinished, u"Status update", NodeFailed, u"Status update error", Role::None,
     u"Pushed when a node ended."},
    {0, u"", Finished, u"Pipeline finished", Crashed, u"Pipeline crashed", Role::None,
     u"Pushed when an execution ended."},
    {0, u"", 0, u"", WrongId, u"Incorrect id or requestId", Role::None,
     u"Says which `id` was expected, and which `requestId` if that was wrong; the message is ignored."},
    {0, u"", 0, u"", Malformed, u"Malformed", Role::None, u"Unknown message type or malformed payload."},
    {0, u"", 0, u"", CapacityReached, u"Capacity reached", Role::None,
     u"103, 104: too many pipeline executions at once."},
    {0, u"", 0, u"", Halted, u"Halted", Role::None,
     u"103, 104: executions are halted; pushed to those whose executions this ended."},
    {0, u"", 0, u"", Maintenance, u"Maintenance", Role::None, u"103, 104: maintenance mode is active."},
}};

// Null when clients may not send this type.
constexpr const Row *findRequest(qint64 type)
{
    for (const Row &row : messageTable) {
        if (row.request != 0 && row.request == type)
            return &row;
    }
    return nullptr;
}

// The table as Markdown: --print-protocol alger, and the README of this folder.
QString protocolTable();

} // namespace signalbox::alger
