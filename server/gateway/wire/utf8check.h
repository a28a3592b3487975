// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace signalbox::gateway {

// Whether bytes are UTF-8, in pieces cut anywhere (RFC 3629: no overlong forms, no surrogates, nothing beyond U+10FFFF).
// A value.
class Utf8Check
{
public:
    bool add(QByteArrayView bytes); // false: these and what came before cannot be the beginning of a text
    bool isComplete() const { return m_left == 0; }

private:
    bool begin(unsigned char byte);

    unsigned char m_left = 0; // bytes that the current character still needs
    unsigned char m_lowest = 0x80;
    unsigned char m_highest = 0xbf; // of the next one
};

} // namespace signalbox::gateway
