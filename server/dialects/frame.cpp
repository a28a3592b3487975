// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/frame.h"

#include <QtEndian>

namespace signalbox::dialects {

namespace {

Frame build(char opcode, const QByteArray &payload)
{
    constexpr char finalFragment = static_cast<char>(0x80);
    QByteArray bytes;
    bytes.reserve(payload.size() + 10);
    bytes.append(static_cast<char>(finalFragment | opcode));
    if (payload.size() < 126) {
        bytes.append(static_cast<char>(payload.size()));
    } else if (payload.size() <= 0xffff) {
        bytes.append(char(126));
        const quint16 size = qToBigEndian(static_cast<quint16>(payload.size()));
        bytes.append(reinterpret_cast<const char *>(&size), sizeof size);
    } else {
        bytes.append(char(127));
        const quint64 size = qToBigEndian(static_cast<quint64>(payload.size()));
        bytes.append(reinterpret_cast<const char *>(&size), sizeof size);
    }
    bytes.append(payload);
    return Frame(bytes);
}

} // namespace

Frame Frame::text(const QByteArray &utf8)
{
    return build(0x1, utf8);
}

Frame Frame::binary(const QByteArray &payload)
{
    return build(0x2, payload);
}

} // namespace signalbox::dialects
