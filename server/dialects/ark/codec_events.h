// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/agent.h"
#include "server/model/component.h"
#include "server/model/execution.h"
#include "server/model/logline.h"

// The fourteen events as bytes; pure. Members in the order of codes.h, absent ones left out, times ISO 8601 UTC with
// milliseconds. A known client reads 4096 bytes as one message: long texts are cut with a mark, and a result that does
// not fit is left out (GET /jobs/{id} has it).
namespace signalbox::ark::events {

inline constexpr qsizetype frameBytes = 4096; // header included: payloads are shorter

QByteArray jobCreated(const Execution &job);
QByteArray jobProgress(const Execution &job, const QString &message, Timestamp time);
QByteArray jobEnded(const Execution &job, Timestamp time); // completed, failed or cancelled
QByteArray instanceCreated(const QString &id, const QString &name, const QString &gameType, Timestamp time);
QByteArray instanceUpdated(const QString &id, Timestamp time);
QByteArray instanceStatusChanged(const QString &id, ComponentState state, const QString &error, Timestamp time);
QByteArray instanceDeleted(const QString &id, Timestamp time);
QByteArray instanceLog(const LogLine &line);
QByteArray agentRegistered(const Agent &agent);
QByteArray agentHeartbeat(const Agent &agent);
QByteArray agentOffline(const Agent &agent);
QByteArray systemError(const QString &error, const QString &context, Timestamp time);

// The text, or as much of it as fits into `budget` bytes of JSON, with a mark.
QString cut(const QString &text, qsizetype budget);

} // namespace signalbox::ark::events
