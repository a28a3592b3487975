// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMetaType>

#include <optional>

namespace signalbox::test {

// A frame as the server sends it, without a mask.
struct WireFrame
{
    quint8 opcode = 0;
    QByteArray payload;

    friend bool operator==(const WireFrame &, const WireFrame &) = default;
};

// Of RFC 6455: what a client sends, and what an echo answers.
struct WireCase
{
    QByteArray name;
    QList<QByteArray> chunks;  // each sent by itself
    QList<WireFrame> expected; // without the close frame
    int closeCode = 0;         // 0: the connection stays
    std::optional<QByteArray> reason{};
};

constexpr qint64 caseMessageBytes = 200'000; // the server's limit

QByteArray masked(quint8 opcode, const QByteArray &payload, bool isFinal = true, quint32 mask = 0x5ac3127e);
QList<WireFrame> framesOf(const QByteArray &sent); // whole ones
int closeCodeOf(const WireFrame &frame);           // 1005: it has none
QList<WireCase> wireCases();

} // namespace signalbox::test

Q_DECLARE_METATYPE(signalbox::test::WireCase)
