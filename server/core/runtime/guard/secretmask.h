// SPDX-License-Identifier: GPL-3.0-or-later
// Free of Qt: part of the guard, and used by the server for what comes through pipes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox::core {

// Takes secrets out of what a command prints (docs/reliability.md, "Secrets stay secret"), however its writes are cut: of
// every run of bytes that belong to a secret "***" is left. Bytes that may be the beginning of a secret are held back, never as
// many as the longest secret has. Linear in the bytes that are fed, for each secret.
class SecretMask
{
public:
    static constexpr std::size_t shortest = 4; // characters; a shorter one could not be told from other output

    static std::size_t charactersOf(std::string_view text); // of UTF-8

    // The whole and, of several lines, each that is long enough, since output comes in lines. Before the first feed().
    void add(std::string_view secret);
    bool isEmpty() const { return m_patterns.empty(); }

    using Output = std::function<void(std::string_view)>; // called with what may be seen, in order

    void feed(std::string_view bytes, const Output &output);
    // Nothing has come for a while, and a prompt shall be seen: gives out the bytes that are held back where they are too few
    // to tell a secret. If they were the beginning of one nevertheless, its rest is masked.
    void release(const Output &output);
    bool canRelease() const { return m_held.size() > m_passed && longestBeginning() < shortest; }
    void finish(const Output &output); // nothing more comes

private:
    struct Pattern
    {
        std::string text;
        std::vector<std::uint32_t> border; // by length of a beginning: the longest end of it that begins the text, too
        std::size_t matched = 0;           // so much of the text is at the end of what was fed
    };
    struct Range
    {
        std::size_t begin;
        std::size_t end;
    };

    void addPattern(std::string_view text);
    void match(Pattern &pattern, std::string_view bytes, std::size_t offset);
    std::size_t longestBeginning() const;
    void pass(std::size_t end, const Output &output);
    void forget(std::size_t end);

    std::vector<Pattern> m_patterns;
    std::string m_held;          // from the first byte that may belong to a secret that is not complete
    std::size_t m_passed = 0;    // so many of these bytes were given out or left out
    std::vector<Range> m_secret; // bytes of m_held that belong to a secret
    bool m_isInSecret = false;   // the last byte that was passed did
};

} // namespace signalbox::core
