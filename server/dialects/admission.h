// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/frame.h"
#include "server/dialects/rest.h"
#include "server/model/user.h"

#include <functional>
#include <optional>
#include <variant>

namespace signalbox::dialects {

// A dialect's answer to an upgrade request. It may come later: the hash of a password takes tens of ms.

struct Accept
{
    Actor actor;         // dialect and clientId are filled in by the gateway
    QString subprotocol; // echoed; empty: none
    QByteArray token{};  // that named the user; empty: a password did, or nobody is named
};

// A plain HTTP answer instead of the upgrade.
struct RefuseHttp
{
    RestResponse response;
};

// Upgrade, send firstFrame if there is one, close: how alger and airavata refuse (their READMEs, "Handshake").
struct AcceptThenClose
{
    QString subprotocol;
    std::optional<Frame> firstFrame;
    quint16 code = 1008;
    QString reason;
};

using Admission = std::variant<Accept, RefuseHttp, AcceptThenClose>;
using AdmissionCallback = std::function<void(Admission)>; // exactly once, on the server thread

} // namespace signalbox::dialects
