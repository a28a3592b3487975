// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/event.h"

namespace signalbox::widgets {

// What is written down of the past, in the user's language.
namespace eventtext {

QString kind(EventEntry::Kind kind);
// What happened, in a sentence; with how often, where it was more than once. Of an event that this program does not know,
// the server's own sentence.
QString sentence(const EventEntry &entry);
QString actor(const EventEntry &entry); // empty: it happened by itself
QString dialect(const EventEntry &entry);

} // namespace eventtext

} // namespace signalbox::widgets
