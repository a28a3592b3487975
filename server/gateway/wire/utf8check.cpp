// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/wire/utf8check.h"

#include <cstring>

namespace signalbox::gateway {

bool Utf8Check::add(QByteArrayView bytes)
{
    const char *at = bytes.begin();
    const char *const end = bytes.end();
    while (at < end) {
        quint64 word = 0;
        while (m_left == 0 && end - at >= 8 && (std::memcpy(&word, at, 8), (word & 0x8080808080808080U) == 0))
            at += 8;
        if (at == end)
            break;
        const auto byte = static_cast<unsigned char>(*at++);
        if (m_left == 0) {
            if (byte >= 0x80 && !begin(byte))
                return false;
            continue;
        }
        if (byte < m_lowest || byte > m_highest)
            return false;
        --m_left;
        m_lowest = 0x80;
        m_highest = 0xbf;
    }
    return true;
}

bool Utf8Check::begin(unsigned char byte)
{
    if (byte < 0xc2 || byte > 0xf4)
        return false;
    m_left = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
    if (byte == 0xe0)
        m_lowest = 0xa0;
    else if (byte == 0xed)
        m_highest = 0x9f;
    else if (byte == 0xf0)
        m_lowest = 0x90;
    else if (byte == 0xf4)
        m_highest = 0x8f;
    return true;
}

} // namespace signalbox::gateway
