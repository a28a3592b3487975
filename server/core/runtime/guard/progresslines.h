// SPDX-License-Identifier: GPL-3.0-or-later
// Free of Qt: part of the guard.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace signalbox::core {

// Takes the lines "::progress 75.0 text" out of what a command prints (docs/interface.md, "What a node finds"), however
// its writes are cut. Holds back the beginning of such a line, never more than longestLine.
class ProgressLines
{
public:
    static constexpr std::size_t longestLine = 4096; // bytes with the newline; a longer one is output

    struct Progress
    {
        double percent = 0.0; // 0…100, the highest of all lines so far
        std::string text;     // of the newest line that had one, UTF-8 if that was; at most longestProgressText bytes
    };
    using Output = std::function<void(std::string_view)>; // called with what is no such line, in order

    void feed(std::string_view bytes, const Output &output);
    void finish(const Output &output); // the end: what has no newline is a line, too

    bool hasNews() const { return m_hasNews; }
    Progress take(); // as it is now; until something else is told there are no news

private:
    bool read(std::string_view line);

    std::string m_held;        // the beginning of a line that may tell progress
    bool m_isOrdinary = false; // the rest of this line is output
    Progress m_progress;
    bool m_hasNews = false;
};

} // namespace signalbox::core
