// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/frame.h"

#include <span>
#include <vector>

namespace signalbox::gateway {

// The frames of one client as one piece, which is copied together once for all clients that are sent the same ones
// after each other. Server thread; owned by Flusher.
class Joined
{
public:
    // Until the next call, and while frames live.
    QByteArrayView of(std::span<const dialects::Frame> frames);
    void clear();

private:
    std::vector<dialects::Frame> m_parts; // shared: an address that is used again would be taken for the same frame
    QByteArray m_bytes;
};

} // namespace signalbox::gateway
