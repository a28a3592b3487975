// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/framewatch.h"

#include <QRegularExpression>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace signalbox::gateway {

namespace {

constexpr qsizetype shownBinaryBytes = 64;

FrameKind kindOf(char opcode)
{
    switch (opcode & 0x0f) {
    case 0x2:
        return FrameKind::Binary;
    case 0x8:
        return FrameKind::Close;
    case 0x9:
        return FrameKind::Ping;
    case 0xa:
        return FrameKind::Pong;
    default:
        return FrameKind::Text;
    }
}

QString closeText(const QByteArray &payload)
{
    if (payload.size() < 2)
        return {};
    const auto code = qFromBigEndian<quint16>(payload.constData());
    return QString::number(code) + u' ' + QString::fromUtf8(payload.mid(2));
}

// At most shownBytes, cut between characters, not within one.
QByteArray beginning(QByteArray utf8)
{
    if (utf8.size() <= shownBytes)
        return utf8;
    qsizetype end = shownBytes;
    while (end > 0 && (static_cast<unsigned char>(utf8.at(end)) & 0xc0) == 0x80)
        --end;
    utf8.truncate(end);
    return utf8;
}

ClientFrame describe(Timestamp time, FrameDirection direction, FrameKind kind, const QByteArray &payload)
{
    ClientFrame frame{time, direction, kind, payload.size(), {}, false};
    switch (kind) {
    case FrameKind::Text:
        frame.text = maskSecrets(QString::fromUtf8(beginning(payload)));
        frame.cut = payload.size() > shownBytes;
        break;
    case FrameKind::Close:
        frame.text = closeText(payload);
        break;
    case FrameKind::Binary:
    case FrameKind::Ping:
    case FrameKind::Pong:
        frame.text = QString::fromLatin1(payload.left(shownBinaryBytes).toHex(' '));
        frame.cut = payload.size() > shownBinaryBytes;
        break;
    }
    return frame;
}

} // namespace

ClientFrame receivedFrame(Timestamp time, FrameKind kind, const QByteArray &payload)
{
    return describe(time, FrameDirection::In, kind, payload);
}

ClientFrame sentFrame(Timestamp time, const dialects::Frame &frame)
{
    const QByteArray bytes = frame.bytes();
    const auto length = static_cast<unsigned char>(bytes.at(1)); // never masked
    const qsizetype header = length < 126 ? 2 : length == 126 ? 4 : 10;
    return describe(time, FrameDirection::Out, kindOf(bytes.at(0)), bytes.mid(header));
}

QString maskSecrets(const QString &text)
{
    static const QString names =
        u"[^\"\\\\&?\\s]*(?:password|passwd|passphrase|token|secret|authorization|api[_-]?key|jwt|"
        "credential|cookie)[^\"\\\\&?\\s]*"_s;
    // "name": "value", also inside a string (\"name\":\"value\"), up to the closing quote or the end.
    static const QRegularExpression plain(
        u"(\"%1\"\\s*:\\s*)(\"(?:[^\"\\\\]|\\\\.)*(?:\"|\\\\?$)|[-0-9][^,}\\]\\s]*)"_s.arg(names),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression nested(
        u"(\\\\+\"%1\\\\+\"\\s*:\\s*)(\\\\+\".*?(?:(?<!\\\\)\\\\+\"|$)|[-0-9][^,}\\]\\s]*)"_s.arg(names),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression query(u"([?&](?:%1)=)[^&\\s\"\\\\]+"_s.arg(names),
                                          QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression jwt(u"\\beyJ[A-Za-z0-9_-]{5,}(?:\\.[A-Za-z0-9_-]*){1,2}"_s);
    const QString mask = u"\u2022\u2022\u2022"_s;
    QString masked = text;
    masked.replace(plain, u"\\1\"%1\""_s.arg(mask));
    masked.replace(nested, u"\\1"_s + mask);
    masked.replace(query, u"\\1"_s + mask);
    masked.replace(jwt, mask);
    return masked;
}

} // namespace signalbox::gateway
