// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/query.h"

#include <QRegularExpression>

#include <array>
#include <string>
#include <string_view>

namespace signalbox::core {

// What is searched for in lines: a text, or a regular expression. Finds the lines that may have it at the speed of memory, and
// only looks at these more closely. Without regard to case, ASCII letters are found that way, others by QString. A value; its
// const functions on any thread.
class LinePattern
{
public:
    // InvalidArgument: no text, too long, or no regular expression, and why.
    static Result<LinePattern> make(const FindQuery &query);

    // Whether the line has it.
    bool matches(std::string_view line) const;

    // Looks for candidates in one block of bytes, forward.
    class Scan
    {
    public:
        Scan(const LinePattern &pattern, std::string_view block);
        // The first position from this one on that belongs to a line which may match; block.size(): there is none.
        std::size_t next(std::size_t from);

    private:
        std::size_t nextOf(std::size_t from, std::size_t which);

        const LinePattern &m_pattern;
        std::string_view m_block;
        std::array<std::size_t, 2> m_found{}; // where the rarest byte stands next, in either case
        bool m_isFresh = true;
    };

private:
    enum class Kind { Text, Unicode, Expression };

    LinePattern() = default;
    void setLiteral(const std::string &literal);
    bool hasLiteralAt(const char *at) const;
    bool hasLiteral(std::string_view text) const;

    Kind m_kind = Kind::Text;
    bool m_folds = false;
    QString m_text;
    QRegularExpression m_expression;
    std::string
        m_literal; // ASCII or, with regard to case, UTF-8; folded; a line without it does not match. Empty: any line may
    std::size_t m_rare = 0;
    std::array<char, 2> m_rareBytes{}; // at m_rare, in either case
};

// The longest text that whatever matches the expression must contain; empty where that cannot be told at a glance.
QString literalOf(const QString &expression);

} // namespace signalbox::core
