// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/guard/secretmask.h"

#include <algorithm>
#include <cstring>

namespace signalbox::core {

std::size_t SecretMask::charactersOf(std::string_view text)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

void SecretMask::add(std::string_view secret)
{
    addPattern(secret);
    for (std::size_t at = 0; at < secret.size();) {
        const std::size_t end = std::min(secret.find('\n', at), secret.size());
        std::string_view line = secret.substr(at, end - at);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        addPattern(line);
        at = end + 1;
    }
}

void SecretMask::addPattern(std::string_view text)
{
    const auto isSame = [&](const Pattern &pattern) { return pattern.text == text; };
    if (charactersOf(text) < shortest || std::any_of(m_patterns.begin(), m_patterns.end(), isSame))
        return;
    Pattern pattern{std::string(text), std::vector<std::uint32_t>(text.size() + 1)};
    for (std::size_t length = 1, border = 0; length < text.size(); ++length) {
        while (border > 0 && text[border] != text[length])
            border = pattern.border[border];
        if (text[border] == text[length])
            ++border;
        pattern.border[length + 1] = static_cast<std::uint32_t>(border);
    }
    m_patterns.push_back(std::move(pattern));
}

// Knuth, Morris and Pratt. offset: where bytes begin in m_held.
void SecretMask::match(Pattern &pattern, std::string_view bytes, std::size_t offset)
{
    const std::string &text = pattern.text;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (pattern.matched == 0) {
            i = bytes.find(text.front(), i);
            if (i == std::string_view::npos)
                return;
        }
        while (pattern.matched > 0 && text[pattern.matched] != bytes[i])
            pattern.matched = pattern.border[pattern.matched];
        if (text[pattern.matched] == bytes[i])
            ++pattern.matched;
        if (pattern.matched == text.size()) {
            const std::size_t end = offset + i + 1;
            m_secret.push_back({end - text.size(), end});
            pattern.matched = pattern.border[pattern.matched];
        }
    }
}

std::size_t SecretMask::longestBeginning() const
{
    std::size_t longest = 0;
    for (const Pattern &pattern : m_patterns)
        longest = std::max(longest, pattern.matched);
    return longest;
}

void SecretMask::feed(std::string_view bytes, const Output &output)
{
    const std::size_t offset = m_held.size();
    m_held += bytes;
    for (Pattern &pattern : m_patterns)
        match(pattern, bytes, offset);
    std::sort(m_secret.begin(), m_secret.end(), [](const Range &a, const Range &b) { return a.begin < b.begin; });
    const std::size_t known = m_held.size() - longestBeginning();
    pass(known, output);
    forget(known);
}

void SecretMask::release(const Output &output)
{
    if (canRelease())
        pass(m_held.size(), output);
}

void SecretMask::finish(const Output &output)
{
    pass(m_held.size(), output);
    forget(m_held.size());
    m_isInSecret = false;
    for (Pattern &pattern : m_patterns)
        pattern.matched = 0;
}

// Gives out the bytes of m_held before `end` that were not given out yet.
void SecretMask::pass(std::size_t end, const Output &output)
{
    const auto show = [&](std::size_t until) {
        if (until <= m_passed)
            return;
        output(std::string_view(m_held).substr(m_passed, until - m_passed));
        m_passed = until;
        m_isInSecret = false;
    };
    for (const Range &range : m_secret) {
        if (range.begin >= end)
            break;
        if (range.end <= m_passed)
            continue;
        show(range.begin);
        if (!m_isInSecret)
            output("***");
        m_isInSecret = true;
        m_passed = std::min(range.end, end);
        if (m_passed == end)
            return;
    }
    show(end);
}

void SecretMask::forget(std::size_t end)
{
    m_held.erase(0, end);
    m_passed -= end;
    std::erase_if(m_secret, [end](const Range &range) { return range.end <= end; });
    for (Range &range : m_secret)
        range = {range.begin - std::min(range.begin, end), range.end - end};
}

} // namespace signalbox::core
