// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/wirecases.h"

#include <QtEndian>

namespace signalbox::test {

namespace {

constexpr quint8 Continuation = 0x0;
constexpr quint8 Text = 0x1;
constexpr quint8 Binary = 0x2;
constexpr quint8 Close = 0x8;
constexpr quint8 Ping = 0x9;
constexpr quint8 Pong = 0xa;

using Chunks = QList<QByteArray>;

Chunks chopped(const QByteArray &bytes, qsizetype size)
{
    Chunks chunks;
    for (qsizetype at = 0; at < bytes.size(); at += size)
        chunks.append(bytes.mid(at, size));
    return chunks;
}

// A message in fragments of that size, and an empty one at the end if asked for.
QByteArray fragmented(quint8 opcode, const QByteArray &payload, qsizetype size, bool endsEmpty = false)
{
    QByteArray bytes;
    for (qsizetype at = 0; at < payload.size(); at += size)
        bytes +=
            masked(at == 0 ? opcode : Continuation, payload.mid(at, size), !endsEmpty && at + size >= payload.size());
    return endsEmpty ? bytes + masked(Continuation, {}) : bytes;
}

QByteArray closing(int code, const QByteArray &reason = {})
{
    QByteArray payload(2, '\0');
    qToBigEndian(static_cast<quint16>(code), payload.data());
    return payload + reason;
}

QByteArray withByte(QByteArray frame, qsizetype at, int value)
{
    frame[at] = static_cast<char>(value);
    return frame;
}

class Cases
{
public:
    QList<WireCase> all;

    void answers(const QByteArray &name, const Chunks &chunks, const QList<WireFrame> &expected)
    {
        all.append({name, chunks, expected, 0, {}});
    }
    void closes(const QByteArray &name, const Chunks &chunks, int code, const QList<WireFrame> &before = {})
    {
        all.append({name, chunks, before, code, {}});
    }
    void echoesClose(const QByteArray &name, const QByteArray &bytes, int code, const QByteArray &reason,
                     const QList<WireFrame> &before = {})
    {
        all.append({name, {bytes}, before, code, reason});
    }

    void lengths();
    void controls();
    void reservedBitsAndOpcodes();
    void fragments();
    void goodText();
    void badText();
    void closeFrames();
    void masks();
    void badLengths();
};

void Cases::lengths()
{
    for (const quint8 opcode : {Text, Binary}) {
        const QByteArray kind = opcode == Text ? "text " : "binary ";
        for (const int size : {0, 1, 124, 125, 126, 127, 128, 65535, 65536, 131072, 200000}) {
            const QByteArray payload(size, opcode == Text ? 'x' : '\xfe');
            const QByteArray frame = masked(opcode, payload);
            const QByteArray name = kind + QByteArray::number(size);
            answers(name, {frame}, {{opcode, payload}});
            answers(name + " chopped", chopped(frame, size < 200 ? 1 : 9973), {{opcode, payload}});
        }
        answers(kind + "in one segment with others", {masked(opcode, "a") + masked(opcode, {}) + masked(opcode, "b")},
                {{opcode, "a"}, {opcode, {}}, {opcode, "b"}});
        closes(kind + "beyond the limit", {masked(opcode, QByteArray(200001, 'x')).first(14)}, 1009);
        closes(kind + "beyond the limit in fragments",
               {masked(opcode, QByteArray(150000, 'x'), false) + masked(Continuation, QByteArray(50001, 'x')).first(8)},
               1009);
        closes(kind + "as long as can be written",
               {QByteArray(1, static_cast<char>(0x80 | opcode))
                + QByteArray("\xff\x7f\xff\xff\xff\xff\xff\xff\xff\0\0\0\0", 13)},
               1009);
    }
}

void Cases::controls()
{
    for (const int size : {0, 1, 4, 124, 125}) {
        const QByteArray payload(size, '\xff');
        const QByteArray name = QByteArray::number(size);
        answers("ping " + name, {masked(Ping, payload)}, {{Pong, payload}});
        answers("ping " + name + " chopped", chopped(masked(Ping, payload), 1), {{Pong, payload}});
        answers("pong nobody asked for " + name, {masked(Pong, payload)}, {});
    }
    QByteArray ten;
    QList<WireFrame> answered;
    for (int number = 0; number < 10; ++number) {
        ten += masked(Ping, QByteArray::number(number));
        answered.append({Pong, QByteArray::number(number)});
    }
    answers("ten pings", {ten}, answered);
    answers("ten pings chopped", chopped(ten, 1), answered);
    for (const quint8 opcode : {Close, Ping, Pong}) {
        const QByteArray kind = opcode == Close ? "close" : opcode == Ping ? "ping" : "pong";
        closes(kind + " of 126 bytes", {masked(opcode, QByteArray(126, 'x'))}, 1002);
        closes(kind + " of 126 bytes, head alone", {masked(opcode, QByteArray(126, 'x')).first(2)}, 1002);
        closes(kind + " in fragments", {masked(opcode, "\x03\xe8", false)}, 1002);
    }
}

void Cases::reservedBitsAndOpcodes()
{
    for (int bits = 1; bits < 8; ++bits) {
        for (const quint8 opcode : {Text, Binary, Close, Ping, Pong}) {
            const QByteArray frame = withByte(masked(opcode, "x"), 0, 0x80 | bits << 4 | opcode);
            const QByteArray name =
                "reserved bits " + QByteArray::number(bits) + " opcode " + QByteArray::number(opcode);
            closes(name, {frame}, 1002);
        }
        const QByteArray bad = withByte(masked(Text, "x"), 0, 0x80 | bits << 4 | Text);
        closes("reserved bits " + QByteArray::number(bits) + " after a message", {masked(Text, "good") + bad}, 1002,
               {{Text, "good"}});
        closes("reserved bits " + QByteArray::number(bits) + " one byte at a time", chopped(bad, 1), 1002);
    }
    for (const int opcode : {3, 4, 5, 6, 7, 11, 12, 13, 14, 15}) {
        const auto code = static_cast<quint8>(opcode);
        const QByteArray name = "opcode " + QByteArray::number(opcode);
        closes(name, {masked(code, {})}, 1002);
        closes(name + " with a payload", {masked(code, "x")}, 1002);
        closes(name + " after a message and before a ping",
               {masked(Text, "good") + masked(code, "x") + masked(Ping, {})}, 1002, {{Text, "good"}});
    }
}

void Cases::fragments()
{
    const QByteArray payload = "Hellö, wörld: \xe2\x9c\x93 \xf0\x9f\x9a\xa6";
    for (const quint8 opcode : {Text, Binary}) {
        const QByteArray kind = opcode == Text ? "text " : "binary ";
        for (const int size : {1, 2, 3, 5, 8, 13, 21}) {
            const QByteArray bytes = fragmented(opcode, payload, size);
            answers(kind + "in fragments of " + QByteArray::number(size), {bytes}, {{opcode, payload}});
            answers(kind + "in chopped fragments of " + QByteArray::number(size), chopped(bytes, 1),
                    {{opcode, payload}});
        }
        answers(kind + "ends with an empty fragment", {fragmented(opcode, payload, 4, true)}, {{opcode, payload}});
        answers(kind + "of empty fragments",
                {masked(opcode, {}, false) + masked(Continuation, {}, false) + masked(Continuation, {})},
                {{opcode, {}}});
        answers(kind + "empty fragments round one that is not",
                {masked(opcode, {}, false) + masked(Continuation, "x", false) + masked(Continuation, {})},
                {{opcode, "x"}});
        answers(kind + "of many fragments", {fragmented(opcode, QByteArray(20000, 'x'), 7)},
                {{opcode, QByteArray(20000, 'x')}});
        answers(kind + "up to the limit in fragments", {fragmented(opcode, QByteArray(200000, 'x'), 4096)},
                {{opcode, QByteArray(200000, 'x')}});
        const QByteArray begun = masked(opcode, "be", false);
        answers(kind + "ping between fragments", {begun + masked(Ping, "p") + masked(Continuation, "gun")},
                {{Pong, "p"}, {opcode, "begun"}});
        answers(kind + "chopped ping between fragments",
                chopped(begun + masked(Ping, "p") + masked(Continuation, "gun"), 1), {{Pong, "p"}, {opcode, "begun"}});
        answers(kind + "pongs between fragments",
                {begun + masked(Pong, "p") + masked(Continuation, "g", false) + masked(Pong, {})
                 + masked(Continuation, "un")},
                {{opcode, "begun"}});
        answers(kind + "after one in fragments", {begun + masked(Continuation, "gun") + masked(opcode, "next")},
                {{opcode, "begun"}, {opcode, "next"}});
        echoesClose(kind + "close between fragments",
                    begun + masked(Close, closing(1001)) + masked(Continuation, "gun"), 1001, {});
        closes(kind + "a message within a message", {begun + masked(opcode, "x")}, 1002);
        closes(kind + "another kind within a message", {begun + masked(opcode == Text ? Binary : Text, "x", false)},
               1002);
    }
    closes("nothing to continue", {masked(Continuation, "x")}, 1002);
    closes("nothing to continue, and more", {masked(Continuation, "x", false) + masked(Continuation, "x")}, 1002);
    closes("nothing to continue after a message", {masked(Text, "good") + masked(Continuation, "x")}, 1002,
           {{Text, "good"}});
    closes("nothing to continue after fragments", {fragmented(Text, "good", 2) + masked(Continuation, "x")}, 1002,
           {{Text, "good"}});
}

void Cases::goodText()
{
    const QList<QByteArray> texts{"\x7f",
                                  "\xc2\x80",
                                  "\xdf\xbf",
                                  "\xe0\xa0\x80",
                                  "\xed\x9f\xbf",
                                  "\xee\x80\x80",
                                  "\xef\xbf\xbf",
                                  "\xf0\x90\x80\x80",
                                  "\xf0\x9f\x9a\xa6",
                                  "\xf4\x8f\xbf\xbf",
                                  "\xef\xbb\xbf"
                                  "bom",
                                  "\xce\xba\xe1\xbd\xb9\xcf\x83\xce\xbc\xce\xb5"};
    for (const QByteArray &text : texts) {
        const QByteArray name = "UTF-8 " + text.toHex();
        answers(name, {masked(Text, text)}, {{Text, text}});
        answers(name + " chopped", chopped(masked(Text, text), 1), {{Text, text}});
        answers(name + " in fragments of one byte", {fragmented(Text, text, 1)}, {{Text, text}});
        answers(name + " behind ASCII", {masked(Text, "12345678" + text + "12345678")},
                {{Text, "12345678" + text + "12345678"}});
    }
    answers("text with NUL", {masked(Text, QByteArray("a\0b", 3))}, {{Text, QByteArray("a\0b", 3)}});
    answers("binary need not be UTF-8", {masked(Binary, "\xff\xfe\xc0")}, {{Binary, "\xff\xfe\xc0"}});
    answers("ping need not be UTF-8 within text",
            {masked(Text, "a", false) + masked(Ping, "\xff") + masked(Continuation, "b")},
            {{Pong, "\xff"}, {Text, "ab"}});
}

void Cases::badText()
{
    const QList<QByteArray> texts{"\x80",
                                  "\xbf",
                                  "\xc0\x80",
                                  "\xc1\xbf",
                                  "\xc2 ",
                                  "\xe0\x80\x80",
                                  "\xe0\x9f\xbf",
                                  "\xed\xa0\x80",
                                  "\xed\xbf\xbf",
                                  "\xf0\x80\x80\x80",
                                  "\xf0\x8f\xbf\xbf",
                                  "\xf4\x90\x80\x80",
                                  "\xf5\x80\x80\x80",
                                  "\xf8\x88\x80\x80\x80",
                                  "\xfc\x84\x80\x80\x80\x80",
                                  "\xfe",
                                  "\xff",
                                  "\xce\xba\xed\xa0\x80"
                                  "edited"};
    for (const QByteArray &text : texts) {
        const QByteArray name = "no UTF-8 " + text.toHex();
        closes(name, {masked(Text, text + "rest")}, 1007);
        closes(name + " chopped", chopped(masked(Text, text), 1), 1007);
        closes(name + " in fragments of one byte", {fragmented(Text, text + "rest", 1)}, 1007);
        // RFC 6455, 8.1; before the frame and the message are whole.
        closes(name + " at once", {masked(Text, text + QByteArray(1000, 'x'), false).first(8 + text.size())}, 1007);
    }
    for (const QByteArray &text : {QByteArray("\xc2"), QByteArray("\xe2\x9c"), QByteArray("\xf0\x9f\x9a")}) {
        closes("text ends within " + text.toHex(), {masked(Text, "a" + text)}, 1007);
        closes("fragments end within " + text.toHex(), {masked(Text, "a" + text, false) + masked(Continuation, {})},
               1007);
    }
    closes("no UTF-8 after a message", {masked(Text, "good") + masked(Text, "\xff")}, 1007, {{Text, "good"}});
}

void Cases::closeFrames()
{
    all.append({"close without a code", {masked(Close, {})}, {}, 1000, {}});
    for (const int code :
         {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 3999, 4000, 4999}) {
        const QByteArray name = "close " + QByteArray::number(code);
        echoesClose(name, masked(Close, closing(code)), code, {});
        echoesClose(name + " with a reason",
                    masked(Close, closing(code, "r\xc3\xbc"
                                                "ckwärts")),
                    code,
                    "r\xc3\xbc"
                    "ckwärts");
    }
    for (const int code : {0, 1, 999, 1004, 1005, 1006, 1015, 1016, 1100, 1999, 2000, 2999, 5000, 65535}) {
        const QByteArray name = "close " + QByteArray::number(code);
        closes(name, {masked(Close, closing(code))}, 1002);
        closes(name + " with a reason", {masked(Close, closing(code, "reason"))}, 1002);
    }
    closes("close of one byte", {masked(Close, "x")}, 1002);
    echoesClose("close with the longest reason", masked(Close, closing(1000, QByteArray(123, 'r'))), 1000,
                QByteArray(123, 'r'));
    closes("close with too long a reason", {masked(Close, closing(1000, QByteArray(124, 'r')))}, 1002);
    closes("close whose reason is no UTF-8", {masked(Close, closing(1000, "\xce\xba\xed\xa0\x80"))}, 1007);
    closes("close, chopped", chopped(masked(Close, closing(4000, "reason")), 1), 4000);
    closes("close twice", {masked(Close, closing(1000)) + masked(Close, closing(1001))}, 1000);
    closes("a message after the close", {masked(Close, closing(1000)) + masked(Text, "x")}, 1000);
    closes("a ping after the close", {masked(Close, closing(1000)) + masked(Ping, "x")}, 1000);
    closes("much after the close", {masked(Close, closing(1000)) + masked(Binary, QByteArray(150000, 'x'))}, 1000);
    closes("a message before the close", {masked(Text, "good") + masked(Close, closing(1000))}, 1000, {{Text, "good"}});
    closes("much before the close", {masked(Binary, QByteArray(150000, 'x')) + masked(Close, closing(1000))}, 1000,
           {{Binary, QByteArray(150000, 'x')}});
}

void Cases::masks()
{
    for (const quint32 mask : {0U, 1U, 0xffffffffU, 0x01020304U, 0x80000000U, 0x00ff00ffU}) {
        const QByteArray name = "mask " + QByteArray::number(mask, 16);
        const QByteArray text = "grüße ✓ and more than eight bytes";
        answers(name, {masked(Text, text, true, mask)}, {{Text, text}});
        answers(name + " chopped", chopped(masked(Text, text, true, mask), 3), {{Text, text}});
        answers(name + " of a ping", {masked(Ping, text, true, mask)}, {{Pong, text}});
        echoesClose(name + " of a close", masked(Close, closing(1013, text), true, mask), 1013, text);
    }
    answers("another mask for each fragment",
            {masked(Text, "one ", false, 0x11223344) + masked(Continuation, "two ", false, 0)
             + masked(Continuation, "three", true, 0xdeadbeef)},
            {{Text, "one two three"}});
    // RFC 6455, 5.1: "The server MUST close the connection upon receiving a frame that is not masked."
    closes("text without a mask", {QByteArray("\x81\x01x")}, 1002);
    closes("binary without a mask", {QByteArray("\x82\x01x")}, 1002);
    closes("ping without a mask", {QByteArray("\x89\x00", 2)}, 1002);
    closes("close without a mask", {QByteArray("\x88\x02\x03\xe8")}, 1002);
    closes("a fragment without a mask", {masked(Text, "x", false) + QByteArray("\x80\x01x")}, 1002);
}

// RFC 6455, 5.2: "the minimal number of bytes MUST be used to encode the length"
void Cases::badLengths()
{
    const QByteArray mask(4, '\0');
    closes("0 in two bytes", {QByteArray("\x81\xfe\0\0", 4) + mask}, 1002);
    closes("125 in two bytes", {QByteArray("\x82\xfe\0\x7d", 4) + mask}, 1002);
    closes("1 in eight bytes", {QByteArray("\x82\xff\0\0\0\0\0\0\0\x01", 10) + mask}, 1002);
    closes("65535 in eight bytes", {QByteArray("\x82\xff\0\0\0\0\0\0\xff\xff", 10) + mask}, 1002);
    closes("the highest bit of a length", {QByteArray("\x82\xff\x80\0\0\0\0\0\0\0", 10) + mask}, 1002);
    closes("every bit of a length", {QByteArray("\x82\xff\xff\xff\xff\xff\xff\xff\xff\xff", 10) + mask}, 1002);
    closes("0 in two bytes, one at a time", chopped(QByteArray("\x81\xfe\0\0", 4) + mask, 1), 1002);
    closes("no WebSocket at all", {"GET / HTTP/1.1\r\n\r\n"}, 1002);
}

} // namespace

QByteArray masked(quint8 opcode, const QByteArray &payload, bool isFinal, quint32 mask)
{
    QByteArray bytes(1, static_cast<char>((isFinal ? 0x80 : 0) | opcode));
    if (payload.size() < 126) {
        bytes.append(static_cast<char>(0x80 | payload.size()));
    } else if (payload.size() <= 0xffff) {
        bytes.append("\xfe\0\0", 3);
        qToBigEndian(static_cast<quint16>(payload.size()), bytes.data() + 2);
    } else {
        bytes.append("\xff\0\0\0\0\0\0\0\0", 9);
        qToBigEndian(static_cast<quint64>(payload.size()), bytes.data() + 2);
    }
    QByteArray key(4, '\0');
    qToBigEndian(mask, key.data());
    bytes += key;
    for (qsizetype at = 0; at < payload.size(); ++at)
        bytes.append(static_cast<char>(payload.at(at) ^ key.at(at % 4)));
    return bytes;
}

QList<WireFrame> framesOf(const QByteArray &sent)
{
    QList<WireFrame> frames;
    for (qsizetype at = 0; at + 2 <= sent.size();) {
        quint64 length = static_cast<quint8>(sent.at(at + 1)); // never masked
        const qsizetype head = length < 126 ? 2 : length == 126 ? 4 : 10;
        if (at + head > sent.size())
            break;
        if (length == 126)
            length = qFromBigEndian<quint16>(sent.constData() + at + 2);
        else if (length == 127)
            length = qFromBigEndian<quint64>(sent.constData() + at + 2);
        if (static_cast<quint64>(sent.size() - at - head) < length)
            break;
        frames.append({static_cast<quint8>(sent.at(at) & 0x0f), sent.mid(at + head, static_cast<qsizetype>(length))});
        at += head + static_cast<qsizetype>(length);
    }
    return frames;
}

int closeCodeOf(const WireFrame &frame)
{
    return frame.payload.size() < 2 ? 1005 : qFromBigEndian<quint16>(frame.payload.constData());
}

QList<WireCase> wireCases()
{
    Cases cases;
    cases.lengths();
    cases.controls();
    cases.reservedBitsAndOpcodes();
    cases.fragments();
    cases.goodText();
    cases.badText();
    cases.closeFrames();
    cases.masks();
    cases.badLengths();
    return cases.all;
}

} // namespace signalbox::test
