// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/auth/authenticator.h"
#include "server/core/hub.h"
#include "server/dialects/requesthead.h"

#include <functional>

namespace signalbox::dialects {

// What every dialect does alike with a request. Server thread.

// The actor of a request: the user its token names, else "anonymous" with the role `anonymous`.
// Errors: Unauthenticated "invalid or expired token", or "authentication required" for an actor below `least`.
Result<Actor> actorOf(const RequestHead &head, const core::Authenticator *authenticator, Role anonymous,
                      Role least = Role::None);

// The message with a capital letter, for wires whose refusals are sentences.
QString asSentence(const QString &message);

// The answers to a request that submits a Command, of which submit() gives one, once.
struct CommandAnswer
{
    std::function<void(const Error &)> refused;                  // not admitted
    std::function<void(const core::CommandOutcome &)> completed; // with the Command's outcome, good or bad
    std::function<void()> late;                                  // not completed within `patience`
    Milliseconds patience{15'000};
};

// Submits a Command for the actor. completed and late are called only while context lives.
void submit(core::Hub &hub, const Actor &actor, CommandBody body, QObject *context, CommandAnswer answer);

} // namespace signalbox::dialects
