// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/frame.h"
#include "server/model/clientframe.h"

namespace signalbox::gateway {

// A WebSocket message as the window's ClientInspector shows it. At most shownBytes of the payload are looked at. Pure;
// any thread.
constexpr int shownBytes = 4096;

ClientFrame receivedFrame(Timestamp time, FrameKind kind, const QByteArray &payload);
ClientFrame sentFrame(Timestamp time, const dialects::Frame &frame);

// Values of JSON members and query parameters whose names say that they are secret (password, token, …), and anything
// that looks like a JWT, are replaced, also where the text was cut in the middle of one (docs/reliability.md, "Secrets
// stay secret").
QString maskSecrets(const QString &text);

} // namespace signalbox::gateway
