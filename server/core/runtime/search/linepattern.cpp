// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/search/linepattern.h"

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

// Bytes of logs, the commonest first; those that are missing are rarer still.
constexpr std::string_view commonest = " e0ta1on2ri3s:-45l67d8c9u.pmT\nf/=gh,b_vyw[]IZNEAOk()\"'xRSDLPCMFqzUGBHVWj{}";

char folded(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
}

char raised(char byte)
{
    return byte >= 'a' && byte <= 'z' ? static_cast<char>(byte - 'a' + 'A') : byte;
}

bool isAscii(char byte)
{
    return static_cast<unsigned char>(byte) < 0x80;
}

std::size_t rank(char byte, bool folds)
{
    const auto place = [](char of) {
        const std::size_t found = commonest.find(of);
        return found == std::string_view::npos ? commonest.size() : found;
    };
    return folds ? std::min(place(byte), place(raised(byte))) : place(byte);
}

std::size_t nextBeyondAscii(std::string_view text, std::size_t at)
{
    constexpr quint64 high = 0x8080808080808080;
    for (quint64 word = 0; at + sizeof word <= text.size(); at += sizeof word) {
        std::memcpy(&word, text.data() + at, sizeof word);
        if (word & high)
            break;
    }
    while (at < text.size() && isAscii(text[at]))
        ++at;
    return at;
}

// The longest stretch of ASCII.
std::string asciiOf(const std::string &text)
{
    std::string longest;
    std::string stretch;
    for (const char byte : text) {
        stretch = isAscii(byte) ? stretch + byte : std::string();
        if (stretch.size() > longest.size())
            longest = stretch;
    }
    return longest;
}

} // namespace

// Only what stands outside of groups and classes is looked at, and nothing is said of options and of what else begins
// with "(?".
QString literalOf(const QString &expression)
{
    const bool hasOptions = expression.count(u"(?"_s) > expression.count(u"(?:"_s) || expression.contains(u"(*"_s);
    if (hasOptions || expression.contains(u"\\Q"_s))
        return {};
    QString longest;
    QString stretch;
    const auto end = [&] {
        if (stretch.size() > longest.size())
            longest = stretch;
        stretch.clear();
    };
    int depth = 0;
    bool isInClass = false;
    for (qsizetype at = 0; at < expression.size(); ++at) {
        QChar c = expression[at];
        const bool isEscaped = c == u'\\' && at + 1 < expression.size();
        if (isEscaped)
            c = expression[++at];
        const bool isPlain = isEscaped ? !c.isLetterOrNumber() : !u"\\^$.[]()*+?{}|"_s.contains(c);
        if (isInClass) {
            isInClass = isEscaped || c != u']';
            continue;
        }
        if (!isEscaped && (c == u'?' || c == u'*' || c == u'{'))
            stretch.chop(1); // it may be missing
        if (!isEscaped && c == u'|' && depth == 0)
            return {};
        if (!isPlain)
            end();
        if (!isEscaped && c == u'{')
            at = std::max(at, expression.indexOf(u'}', at));
        isInClass = !isEscaped && c == u'[';
        if (isInClass && at + 1 < expression.size() && expression[at + 1] == u'^')
            ++at;
        if (isInClass && at + 1 < expression.size() && expression[at + 1] == u']')
            ++at; // stands for itself as the first of a class
        depth += isEscaped ? 0 : c == u'(' ? 1 : c == u')' ? -1 : 0;
        // What one letter more of \x41, \p{L} or \cA means is not known here.
        if (isEscaped && c.isLetterOrNumber() && !u"wWdDsSbBAzZtnr"_s.contains(c))
            return {};
        if (isPlain && depth == 0)
            stretch += c;
    }
    end();
    return longest;
}

Result<LinePattern> LinePattern::make(const FindQuery &query)
{
    if (query.text.isEmpty() || query.text.size() > FindQuery::mostText)
        return unexpected(ErrorCode::InvalidArgument,
                          u"what is searched for has 1 to %1 characters"_s.arg(FindQuery::mostText));
    LinePattern pattern;
    pattern.m_text = query.text;
    pattern.m_folds = !query.isCaseSensitive;
    std::string literal = query.text.toStdString();
    if (query.isExpression) {
        pattern.m_kind = Kind::Expression;
        pattern.m_expression =
            QRegularExpression(query.text, query.isCaseSensitive ? QRegularExpression::NoPatternOption
                                                                 : QRegularExpression::CaseInsensitiveOption);
        if (!pattern.m_expression.isValid())
            return unexpected(ErrorCode::InvalidArgument,
                              u"%1, at character %2"_s.arg(pattern.m_expression.errorString())
                                  .arg(pattern.m_expression.patternErrorOffset() + 1));
        pattern.m_expression.optimize();
        literal = literalOf(query.text).toStdString();
    } else if (pattern.m_folds && !std::all_of(literal.begin(), literal.end(), isAscii)) {
        pattern.m_kind = Kind::Unicode;
    }
    pattern.setLiteral(pattern.m_folds ? asciiOf(literal) : literal);
    return pattern;
}

void LinePattern::setLiteral(const std::string &literal)
{
    m_literal = literal;
    if (m_folds)
        std::transform(m_literal.begin(), m_literal.end(), m_literal.begin(), folded);
    for (std::size_t i = 1; i < m_literal.size(); ++i) {
        if (rank(m_literal[i], m_folds) > rank(m_literal[m_rare], m_folds))
            m_rare = i;
    }
    if (!m_literal.empty())
        m_rareBytes = {m_literal[m_rare], m_folds ? raised(m_literal[m_rare]) : m_literal[m_rare]};
}

bool LinePattern::hasLiteralAt(const char *at) const
{
    if (!m_folds)
        return std::memcmp(at, m_literal.data(), m_literal.size()) == 0;
    for (const char wanted : m_literal) {
        if (folded(*at++) != wanted)
            return false;
    }
    return true;
}

bool LinePattern::hasLiteral(std::string_view text) const
{
    for (std::size_t at = 0; at + m_literal.size() <= text.size(); ++at) {
        const char byte = text[at + m_rare];
        if ((byte == m_rareBytes[0] || byte == m_rareBytes[1]) && hasLiteralAt(text.data() + at))
            return true;
    }
    return false;
}

bool LinePattern::matches(std::string_view line) const
{
    if (m_kind == Kind::Text)
        return hasLiteral(line);
    const QString text = QString::fromUtf8(line.data(), static_cast<qsizetype>(line.size()));
    return m_kind == Kind::Expression ? m_expression.match(text).hasMatch()
                                      : text.contains(m_text, Qt::CaseInsensitive);
}

LinePattern::Scan::Scan(const LinePattern &pattern, std::string_view block) : m_pattern(pattern), m_block(block)
{
}

std::size_t LinePattern::Scan::nextOf(std::size_t from, std::size_t which)
{
    if (!m_isFresh && m_found[which] >= from)
        return m_found[which];
    const void *found = from < m_block.size()
                            ? std::memchr(m_block.data() + from, m_pattern.m_rareBytes[which], m_block.size() - from)
                            : nullptr;
    return m_found[which] =
               found ? static_cast<std::size_t>(static_cast<const char *>(found) - m_block.data()) : m_block.size();
}

std::size_t LinePattern::Scan::next(std::size_t from)
{
    const std::string &literal = m_pattern.m_literal;
    if (literal.empty())
        return m_pattern.m_kind == Kind::Unicode ? nextBeyondAscii(m_block, from) : from;
    const std::size_t behind = literal.size() - m_pattern.m_rare;
    std::size_t at = from + m_pattern.m_rare;
    const bool hasTwo = m_pattern.m_rareBytes[0] != m_pattern.m_rareBytes[1];
    while (true) {
        std::size_t found = nextOf(at, 0);
        if (hasTwo)
            found = std::min(found, nextOf(at, 1));
        m_isFresh = false;
        if (found + behind > m_block.size())
            return m_block.size();
        if (m_pattern.hasLiteralAt(m_block.data() + found - m_pattern.m_rare))
            return found - m_pattern.m_rare;
        at = found + 1;
    }
}

} // namespace signalbox::core
