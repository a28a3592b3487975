// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/snapshot.h"

#include <optional>

namespace signalbox::core {

// What a Change or a Command is called among the events: kind, what, subject, name, detail and text; nothing where it is
// not worth remembering. EventBook adds the actor and the time. The table of names is in docs/model.md, "Events". Pure.
namespace eventwords {

inline constexpr qsizetype mostDetail = 400; // characters

std::optional<EventEntry> of(const Component &now, const Component *before, bool isWanted); // isWanted: by a Command
// retryOf: the id of the execution that a Command wants again; empty: none does.
std::optional<EventEntry> of(const Execution &now, const Execution *before, const QString &retryOf);
std::optional<EventEntry> of(const Schedule &now, const Schedule *before);
std::optional<EventEntry> of(const Agent &now, const Agent *before);
EventEntry ofMode(Mode mode);
EventEntry ofReload(const ReloadReport &report);
EventEntry ofShortage(const QString &shortage); // empty: it is over
EventEntry ofProblem(const ProblemOccurred &problem);

// Of Commands that no Change tells of.
std::optional<EventEntry> of(const Command &command, const Snapshot &snapshot);
// A start that was not admitted, or what the role does not allow.
std::optional<EventEntry> ofRefusal(const Command &command, const Error &error, const Snapshot &snapshot);

EventEntry made(EventEntry::Kind kind, const QString &what, const QString &subject, const QString &name,
                const QString &text, const QString &detail = {});
EventEntry bad(EventEntry entry);
QString shortened(const QString &text);

} // namespace eventwords

} // namespace signalbox::core
