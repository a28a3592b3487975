// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/schema.h"

// What the text in `content` of each message holds; the rows of codes.h name these. A test demands that nothing else is
// sent, and that each member is.
namespace signalbox::alger::schemas {

dialects::Schema failure(); // of most errors

dialects::Schema login();
dialects::Schema loggedIn();
dialects::Schema userRequest();
dialects::Schema user();
dialects::Schema nothing();
dialects::Schema catalogue();
dialects::Schema runStored();
dialects::Schema runGraph();
dialects::Schema storedStarted();
dialects::Schema graphStarted();
dialects::Schema execution(); // the request about one
dialects::Schema stopped();
dialects::Schema output();
dialects::Schema noOutput();

dialects::Schema nodeFinished();
dialects::Schema nodeFailed();
dialects::Schema finished();
dialects::Schema crashed();
dialects::Schema wrongId();

} // namespace signalbox::alger::schemas
