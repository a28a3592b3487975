// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace signalbox::dialects {

// One complete server-to-client WebSocket message, header included (RFC 6455, 5.2: not masked, so its bytes are the
// same for every client). Encoded once, shared by all connections (docs/performance.md, "One tick for any number of
// clients").
struct Frame
{
    QByteArray bytes;

    static Frame text(const QByteArray &utf8);
    static Frame binary(const QByteArray &payload);
};

} // namespace signalbox::dialects
