// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/guard/progresslines.h"

#include "server/core/runtime/guard/guardprotocol.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

namespace signalbox::core {

namespace {

constexpr std::string_view word = "::progress";
constexpr std::string_view blanks = " \t";

bool mayTellProgress(std::string_view line)
{
    const std::size_t length = std::min(line.size(), word.size());
    return line.substr(0, length) == word.substr(0, length)
           && (line.size() <= word.size() || blanks.find(line[word.size()]) != std::string_view::npos);
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

// Never within a character of UTF-8.
std::string_view cut(std::string_view text)
{
    if (text.size() <= longestProgressText)
        return text;
    std::size_t end = longestProgressText;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U)
        --end;
    return text.substr(0, end);
}

} // namespace

void ProgressLines::feed(std::string_view bytes, const Output &output)
{
    std::size_t from = 0; // of output that was not handed on yet
    std::size_t at = 0;
    while (at < bytes.size()) {
        if (m_isOrdinary || (m_held.empty() && bytes[at] != word.front())) {
            const std::size_t newline = bytes.find('\n', at);
            m_isOrdinary = newline == std::string_view::npos;
            at = m_isOrdinary ? bytes.size() : newline + 1;
            continue;
        }
        if (at > from)
            output(bytes.substr(from, at - from));
        const std::size_t newline = bytes.find('\n', at);
        const std::size_t end = newline == std::string_view::npos ? bytes.size() : newline + 1;
        const std::string_view piece = bytes.substr(at, std::min(end - at, longestLine - m_held.size()));
        m_held += piece;
        from = at += piece.size();
        const bool isWhole = m_held.back() == '\n';
        if (mayTellProgress(m_held) && !isWhole && m_held.size() < longestLine)
            continue;
        if (!isWhole || !read(m_held))
            output(m_held);
        m_isOrdinary = !isWhole;
        m_held.clear();
    }
    if (at > from)
        output(bytes.substr(from, at - from));
}

void ProgressLines::finish(const Output &output)
{
    if (!m_held.empty() && !read(m_held))
        output(m_held);
    m_held.clear();
}

ProgressLines::Progress ProgressLines::take()
{
    m_hasNews = false;
    return m_progress;
}

// False: the line does not tell progress.
bool ProgressLines::read(std::string_view line)
{
    if (line.ends_with('\n'))
        line.remove_suffix(1);
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    if (line.size() <= word.size() || !mayTellProgress(line))
        return false;
    const std::string_view said = trimmed(line.substr(word.size()));
    const std::size_t length = std::min(said.find_first_of(blanks), said.size());
    double percent = 0.0;
    const auto [end, failure] = std::from_chars(said.data(), said.data() + length, percent);
    if (failure != std::errc{} || end != said.data() + length || !std::isfinite(percent))
        return false;
    const std::string_view text = cut(trimmed(said.substr(length)));
    percent = std::clamp(percent, m_progress.percent, 100.0);
    m_hasNews = m_hasNews || percent > m_progress.percent || (!text.empty() && text != m_progress.text);
    m_progress.percent = percent;
    if (!text.empty())
        m_progress.text = text;
    return true;
}

} // namespace signalbox::core
