// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/rest.h"
#include "server/model/time.h"

namespace signalbox::gateway {

// How a response is framed on the wire, beyond what the dialect said.
struct ResponseFraming
{
    Timestamp now{};
    bool head = false;        // answer to HEAD: sizes, no body
    bool keepAlive = false;   // else Connection: close
    QByteArray allowedOrigin; // empty: no CORS headers
};

// The bytes of a response. Headers cannot be broken out of: control characters are dropped, and the headers that
// frame the message (lengths, Connection, Date, …) come from the gateway alone.
QByteArray writeResponse(const dialects::RestResponse &response, const ResponseFraming &framing);

QByteArray reasonPhrase(int status);

} // namespace signalbox::gateway
