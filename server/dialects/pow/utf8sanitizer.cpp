// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/pow/utf8sanitizer.h"

#include <algorithm>
#include <cstring>

namespace signalbox::pow {

namespace {

constexpr char replacement[] = "\xef\xbf\xbd";

struct Lead
{
    qsizetype length = 0; // of the code point; 0: none begins with this byte
    quint8 lowest = 0x80; // of the second byte: no overlong forms, surrogates, or beyond U+10FFFF
    quint8 highest = 0xbf;
};

Lead leadOf(quint8 byte)
{
    if (byte < 0x80)
        return {1};
    if (byte < 0xc2)
        return {};
    if (byte < 0xe0)
        return {2};
    if (byte < 0xf0)
        return {3, quint8(byte == 0xe0 ? 0xa0 : 0x80), quint8(byte == 0xed ? 0x9f : 0xbf)};
    if (byte < 0xf5)
        return {4, quint8(byte == 0xf0 ? 0x90 : 0x80), quint8(byte == 0xf4 ? 0x8f : 0xbf)};
    return {};
}

enum class Scan { Complete, Cut, Invalid };

// Whether bytes begin with a code point; length: of a complete one.
Scan scan(QByteArrayView bytes, qsizetype &length)
{
    const auto at = [bytes](qsizetype index) { return static_cast<quint8>(bytes.at(index)); };
    const Lead lead = leadOf(at(0));
    length = lead.length;
    if (length == 0)
        return Scan::Invalid;
    const qsizetype there = std::min(length, bytes.size());
    for (qsizetype index = 1; index < there; ++index) {
        const quint8 lowest = index == 1 ? lead.lowest : 0x80;
        const quint8 highest = index == 1 ? lead.highest : 0xbf;
        if (at(index) < lowest || at(index) > highest)
            return Scan::Invalid;
    }
    return there == length ? Scan::Complete : Scan::Cut;
}

constexpr bool continues(quint8 byte)
{
    return (byte & 0xc0) == 0x80;
}

// The same rules as leadOf(), in one fast pass; QByteArrayView::isValidUtf8() takes twice as long for text that is not
// ASCII (bench_pow, utf-8).
bool isWellFormed(QByteArrayView bytes)
{
    const auto *at = reinterpret_cast<const quint8 *>(bytes.data());
    const quint8 *const end = at + bytes.size();
    while (at < end) {
        const quint8 lead = *at;
        if (lead < 0x80) {
            quint64 eight = 0;
            for (++at; end - at >= 8; at += 8) {
                std::memcpy(&eight, at, sizeof eight);
                if ((eight & 0x8080808080808080) != 0)
                    break;
            }
        } else if (lead < 0xe0) {
            if (lead < 0xc2 || end - at < 2 || !continues(at[1]))
                return false;
            at += 2;
        } else if (lead < 0xf0) {
            if (end - at < 3 || !continues(at[1]) || !continues(at[2]) || (lead == 0xe0 && at[1] < 0xa0)
                || (lead == 0xed && at[1] > 0x9f))
                return false;
            at += 3;
        } else {
            if (lead > 0xf4 || end - at < 4 || !continues(at[1]) || !continues(at[2]) || !continues(at[3])
                || (lead == 0xf0 && at[1] < 0x90) || (lead == 0xf4 && at[1] > 0x8f))
                return false;
            at += 4;
        }
    }
    return true;
}

// Where the code point begins that the end of bytes may have cut; bytes.size() if it certainly cut none.
qsizetype lastWhole(QByteArrayView bytes)
{
    for (qsizetype back = 1; back <= std::min<qsizetype>(3, bytes.size()); ++back) {
        const auto byte = static_cast<quint8>(bytes.at(bytes.size() - back));
        if (byte >= 0xc0)
            return leadOf(byte).length > back ? bytes.size() - back : bytes.size();
        if (byte < 0x80)
            break;
    }
    return bytes.size();
}

} // namespace

QByteArray Utf8Sanitizer::add(const QByteArray &bytes)
{
    QByteArray all = m_waiting.isEmpty() ? bytes : QByteArray(m_waiting + bytes);
    m_waiting.clear();
    // The usual case: everything is valid, the end perhaps cut.
    const qsizetype whole = lastWhole(all);
    qsizetype length = 0;
    if (isWellFormed(QByteArrayView(all).first(whole))
        && (whole == all.size() || scan(QByteArrayView(all).sliced(whole), length) == Scan::Cut)) {
        m_waiting = all.sliced(whole);
        all.truncate(whole);
        return all;
    }
    return repair(all);
}

QByteArray Utf8Sanitizer::repair(const QByteArray &all)
{
    QByteArray clean;
    clean.reserve(all.size() + all.size() / 8 + 16);
    const QByteArrayView view(all);
    qsizetype copied = 0; // everything before is in clean, or replaced
    qsizetype at = 0;
    while (at < view.size()) {
        qsizetype length = 0;
        const Scan found = scan(view.sliced(at), length);
        if (found == Scan::Complete) {
            at += length;
            continue;
        }
        clean.append(view.sliced(copied, at - copied));
        copied = at;
        if (found == Scan::Cut)
            break;
        clean.append(replacement);
        copied = ++at;
    }
    if (at < view.size())
        m_waiting = all.sliced(at);
    else
        clean.append(view.sliced(copied));
    return clean;
}

QByteArray Utf8Sanitizer::finish()
{
    QByteArray clean;
    for (qsizetype count = m_waiting.size(); count > 0; --count)
        clean.append(replacement);
    m_waiting.clear();
    return clean;
}

} // namespace signalbox::pow
