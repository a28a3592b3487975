// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/wire/joined.h"

#include <algorithm>

namespace signalbox::gateway {

QByteArrayView Joined::of(std::span<const dialects::Frame> frames)
{
    if (frames.size() == 1)
        return frames.front().view();
    const auto isSame = [](const dialects::Frame &part, const dialects::Frame &frame) { return part.isSame(frame); };
    if (!std::equal(m_parts.cbegin(), m_parts.cend(), frames.begin(), frames.end(), isSame)) {
        m_parts.clear();
        m_bytes.resize(0);
        for (const dialects::Frame &frame : frames) {
            m_parts.push_back(frame);
            m_bytes.append(frame.view());
        }
    }
    return m_bytes;
}

void Joined::clear()
{
    m_parts.clear();
}

} // namespace signalbox::gateway
