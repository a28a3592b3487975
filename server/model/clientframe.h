// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/time.h"

#include <QList>
#include <QMetaType>
#include <QString>

namespace signalbox {

enum class FrameDirection : quint8 { In, Out }; // seen from the server
enum class FrameKind : quint8 { Text, Binary, Ping, Pong, Close };

// One WebSocket message of a watched client, as the inspector shows it. Frames are a stream, not Changes: they reach
// followers only.
struct ClientFrame
{
    Timestamp time{};
    FrameDirection direction = FrameDirection::In;
    FrameKind kind = FrameKind::Text;
    qint64 bytes = 0; // of the payload
    QString text;     // its beginning: text with secrets masked, binary as hexadecimal, close as "1000 reason"
    bool cut = false; // there is more than text shows

    friend bool operator==(const ClientFrame &, const ClientFrame &) = default;
};

} // namespace signalbox
