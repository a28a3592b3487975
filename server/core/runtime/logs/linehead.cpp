// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/logs/linehead.h"

#include "server/core/runtime/logs/linetokens.h"

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

constexpr int mostParts = 16;
constexpr int mostNames = 3;

bool isCapitals(QStringView word)
{
    return isCapital(word[0]) && (word.size() == 1 || isCapital(word[1]));
}

// "core:error", "twisted.web#info"
std::optional<LogLevel> levelOfModule(QStringView content)
{
    const qsizetype name = lengthOf(content, [](QChar c) { return isLetter(c) || isDigit(c) || isAnyOf(c, u"._-"); });
    const bool isNamed = name > 0 && isLetter(content[0]) && name < content.size() && isAnyOf(content[name], u":#");
    return isNamed ? levelNamed(content.sliced(name + 1)) : std::nullopt;
}

// "error", "ERROR   ", "2024-01-15T10:30:00Z ERROR my_crate", "E 240115 10:30:00 web:12",
// "2024-01-15 10:30:00,123: ERROR/MainProcess", "1234:1234:0115/103000.123:ERROR:gpu.cc(12)"
std::optional<LogLevel> levelInBrackets(QStringView content, bool afterTime)
{
    const auto isBetween = [](QChar c) { return isBlank(c) || isAnyOf(c, u":,|/#"); };
    if (content.isEmpty())
        return {};
    if (content.size() == 1)
        return afterTime ? levelOfLetter(content[0]) : std::nullopt;
    if (content.size() > 2 && content[1] == u' ' && isDigit(content[2]))
        return levelOfLetter(content[0]);
    if (const auto level = levelNamed(content))
        return level;
    if (const auto level = levelOfModule(content))
        return level;
    QStringView rest = content;
    while (!rest.isEmpty() && (isDigit(rest[0]) || isBetween(rest[0])))
        rest = rest.sliced(isDigit(rest[0]) ? lengthOf(rest, [&](QChar c) { return !isBetween(c); }) : 1);
    const bool afterNumbers = rest.size() < content.size();
    const QStringView word = rest.first(lengthOf(rest, isLetter));
    const QStringView behind = rest.sliced(word.size());
    if (word.isEmpty() || !isCapitals(word) || (!behind.isEmpty() && !isBetween(behind[0])))
        return {};
    if (word.size() == 1)
        return afterNumbers ? levelOfLetter(word[0]) : std::nullopt;
    const bool isBeforeName = behind.isEmpty() || !isBlank(behind[0]) || !afterBlanks(behind).contains(u' ');
    return afterNumbers || isBeforeName ? levelNamed(word) : std::nullopt;
}

// Xorg marks lines with (EE), (WW) and (II).
std::optional<LogLevel> levelInParentheses(QStringView content)
{
    if (content.size() == 2 && content[0] == content[1] && isAnyOf(content[0], u"EWI"))
        return levelOfLetter(content[0]);
    return !content.isEmpty() && isCapitals(content) ? levelNamed(content) : std::nullopt;
}

std::optional<LogLevel> redisLevel(QChar mark)
{
    switch (mark.unicode()) {
    case u'.':
    case u'-':
        return LogLevel::Debug;
    case u'*':
        return LogLevel::Info;
    case u'#':
        return LogLevel::Warn;
    default:
        return {};
    }
}

// Of "1234:M 15 Jan 2024 10:30:00.123 * text".
bool isRedisRole(QStringView token)
{
    const qsizetype digits = lengthOf(token, isDigit);
    return digits > 0 && token.size() == digits + 2 && token[digits] == u':' && isAnyOf(token[digits + 1], u"XCSM");
}

// "INFO[0012] text" of logrus, "ERROR[1234][C-01] file.c:" of Asterisk, "error[E0308]: text" of rustc
bool isBeforeCount(const LevelName &name, bool isInCapitals, QStringView behind)
{
    const qsizetype end = behind.indexOf(u']');
    if (end < 2)
        return false;
    return isInCapitals ? startsWithDigits(behind.sliced(1), end - 1)
                        : (name.places & LevelName::BeforeColon) && behind.sliced(end + 1).startsWith(u':');
}

} // namespace

std::optional<LogLevel> LineHead::level()
{
    for (int part = 0; part < mostParts && !m_level; ++part) {
        const qsizetype blanks = lengthOf(m_rest, isBlank);
        m_afterTab = m_afterTab || (blanks > 0 && m_rest[blanks - 1] == u'\t');
        skip(blanks);
        if (m_rest.isEmpty() || !takePart())
            break;
    }
    return m_level;
}

bool LineHead::takePart()
{
    switch (m_rest[0].unicode()) {
    case u'|':
        return takeBar();
    case u'[':
        return takeBracket(u']');
    case u'(':
        return takeBracket(u')');
    case u'<':
        return m_afterTime && takeBracket(u'>');
    case u'{':
        return m_afterTime && takeBracket(u'}');
    default:
        return takeToken();
    }
}

// A line that begins with one is a row of a table.
bool LineHead::takeBar()
{
    m_afterTab = true;
    skip(1);
    return m_afterTime || m_names > 0;
}

bool LineHead::takeBracket(QChar close)
{
    const qsizetype end = m_rest.indexOf(close);
    if (end < 0) { // "[ Info: text" of Julia
        skip(1);
        return close == u']';
    }
    const QStringView content = m_rest.sliced(1, end - 1).trimmed();
    skip(end + 1);
    if (m_rest.startsWith(u':'))
        skip(1);
    if (close == u']')
        m_level = levelInBrackets(content, m_afterTime);
    else if (close == u')')
        m_level = levelInParentheses(content);
    else if (close == u'>')
        m_level = levelNamed(content);
    m_afterTime = m_afterTime || (!content.isEmpty() && (isTime(content) || hasClock(content)));
    m_afterBracket = true;
    m_afterTab = false;
    return true;
}

bool LineHead::takeToken()
{
    const qsizetype size = lengthOf(m_rest, [](QChar c) { return !isBlank(c) && c != u'|'; });
    const QStringView token = m_rest.first(size);
    qsizetype letters = lengthOf(token, isLetter);
    letters += letters == 5 && size > 5 && isDigit(token[5]) ? 1 : 0; // DEBUG1
    // "error_log", "errors", "error-page" and "info.py" are other words.
    const bool isWhole = letters == size || isAnyOf(token[letters], u":[>!+-,");
    if (const auto name = isWhole && letters > 2 ? levelName(token.first(letters)) : std::nullopt)
        return takeWord(*name, token, letters);
    if (letters == 1 && isLetterLevel(token)) {
        m_level = levelOfLetter(token[0]);
        return false;
    }
    const bool isTab = std::exchange(m_afterTab, false);
    if (isTime(token) || isDayOrMonth(token) || (m_afterTime && isZone(token)))
        return takeTime(token);
    if (isNumber(token)) {
        skip(size);
        return isBegun();
    }
    if (const qsizetype equals = token.indexOf(u'='); equals > 0)
        return takeField(equals);
    m_afterTab = isTab;
    if (!isSeparator(token))
        return takeName(token);
    skip(size);
    return isBegun() || token != u"*"; // which begins an item of a list, or a line of a comment
}

bool LineHead::takeWord(const LevelName &name, QStringView token, qsizetype letters)
{
    const bool isInCapitals = isCapitals(token);
    const QStringView behind = token.sliced(letters);
    skip(letters);
    bool isLevel = false;
    if (behind.isEmpty())
        isLevel = isInCapitals ? isBareLevel(name, token) : isInColumn() || m_isNpm || isBeforeDash(name);
    else if (behind[0] == u':')
        isLevel = isBeforeText(name, token);
    else if (behind[0] == u'[')
        isLevel = isBeforeCount(name, isInCapitals, behind);
    else if (behind[0] == u'>')
        isLevel = isInCapitals && m_afterTime; // Log4perl
    else if (behind[0] == u'+' || behind[0] == u'-')
        isLevel = isInCapitals && m_afterTime && startsWithDigits(behind.sliced(1), 1); // "INFO+2" of Go
    else
        isLevel = m_isNpm && behind == u"!";
    // "Fatal error: text"
    isLevel = isLevel || (token.compare("fatal"_L1, Qt::CaseInsensitive) == 0 && m_rest.startsWith(" error:"_L1));
    if (isLevel)
        m_level = name.level;
    return false;
}

// "ERROR text", but not "DEBUG = 1" and "TRACE /path HTTP/1.1".
bool LineHead::isBareLevel(const LevelName &name, QStringView token) const
{
    const QStringView text = afterBlanks(m_rest);
    if (text.startsWith(u'=') || (token == "TRACE"_L1 && text.startsWith(u'/')))
        return false;
    return m_afterTime || m_isNpm || ((name.places & LevelName::AtStart) && !m_afterPrefix && !m_afterField);
}

// "error - text" of Next.js
bool LineHead::isBeforeDash(const LevelName &name) const
{
    return (name.places & LevelName::BeforeColon) && !isBegun() && !m_afterPrefix && !m_afterField && m_names == 0
           && afterBlanks(m_rest).startsWith("- "_L1);
}

// After a time, between tabs or bars.
bool LineHead::isInColumn() const
{
    return m_afterTime && m_afterTab && !m_rest.isEmpty() && isAnyOf(m_rest[0], u"\t|");
}

// "ERROR: text", "ERROR:logger:text", "error: text"
bool LineHead::isBeforeText(const LevelName &name, QStringView token) const
{
    const QStringView text = m_rest.sliced(1);
    if (text.startsWith(u':') || isSetting(text))
        return false;
    if (isCapitals(token))
        return true;
    const bool isEnd = text.isEmpty() && isCapital(token[0]);
    return (name.places & LevelName::BeforeColon) && (isEnd || (!text.isEmpty() && isBlank(text[0])));
}

// "E: text" of apt, "E, [2024-01-15T…" of Ruby, and after a time "I NETWORK", "E [MSGID: 1]", "I tensorflow/…", "E Activity: …"
bool LineHead::isLetterLevel(QStringView token) const
{
    const QStringView behind = m_rest.sliced(token.size());
    const QStringView next = firstToken(afterBlanks(behind));
    if (next.isEmpty() || token.size() > 2)
        return false;
    if (token.size() == 2)
        return token[1] == u':' ? isAnyOf(token[0], u"EWI")
                                : token[1] == u',' && next.size() > 1 && next[0] == u'[' && isDigit(next[1]);
    return m_afterTime
           && (next[0] == u'[' || next.contains(u'/') || next.endsWith(u':')
               || (next.size() > 2 && std::all_of(next.begin(), next.end(), isCapital)));
}

bool LineHead::takeTime(QStringView token)
{
    m_afterDate = true;
    m_afterTime = m_afterTime || isTime(token);
    m_afterMonth = m_afterMonth || isDayOrMonth(token);
    m_afterComma = m_afterComma || token.indexOf(u',') == 8;
    skip(token.size());
    if (m_isRedis && hasClock(token) && m_rest.size() > 2 && isBlank(m_rest[0]) && isBlank(m_rest[2]))
        m_level = redisLevel(m_rest[1]);
    return true;
}

// "level=error", and fields before it; a value in quotes may have blanks.
bool LineHead::takeField(qsizetype equals)
{
    const QStringView name = m_rest.first(equals);
    if (!std::all_of(name.begin(), name.end(),
                     [](QChar c) { return isLetter(c) || isDigit(c) || isAnyOf(c, u"_.-@"); }))
        return false;
    skip(equals + 1);
    const bool isQuoted = m_rest.startsWith(u'"');
    QStringView value = isQuoted ? m_rest.first(quotedLength(m_rest)) : firstToken(m_rest);
    skip(value.size());
    if (isQuoted)
        value = unquoted(value);
    if (isSmall(name[0]) && isLevelField(name)) // LEVEL=debug is a variable of the environment
        m_level = levelOfField(value);
    m_afterField = true;
    return true;
}

bool LineHead::takeName(QStringView token)
{
    const bool isFirst = !isBegun() && !m_afterField && !m_afterPrefix && m_names == 0;
    const QStringView next = afterBlanks(m_rest.sliced(token.size()));
    if (next.startsWith("**"_L1)) { // "GLib-WARNING **: text"
        m_level = levelNamed(token.sliced(token.lastIndexOf(u'-') + 1));
        return false;
    }
    if (isFirst && isRedisRole(token))
        m_isRedis = m_afterDate = true;
    else if (isFirst && token == "npm"_L1)
        m_isNpm = true;
    else if (m_names == 0 && token == "PHP"_L1)
        m_afterPrefix = true;
    else if (token.endsWith(u':'))
        return takePrefix(token);
    else if (!isNameHere(token, next))
        return takeLastWord(token, next);
    skip(token.size());
    return ++m_names <= mostNames;
}

// "prog[12]:", "file.c:3:5:", and of Monolog "channel.ERROR:"
bool LineHead::takePrefix(QStringView token)
{
    const QStringView last = token.sliced(token.lastIndexOf(u'.') + 1).chopped(1);
    if (m_afterTime && last.size() + 1 < token.size() && !last.isEmpty() && isCapitals(last))
        m_level = levelNamed(last);
    m_afterPrefix = true;
    skip(token.size());
    return !token.contains("//"_L1) && !token.contains(u'"') && ++m_names <= mostNames;
}

// Before a separator any word may be a name; after a time also what is no word of a text, and a host before "prog[12]:".
bool LineHead::isNameHere(QStringView token, QStringView next) const
{
    if (!isLetter(token[0]) && !isName(token))
        return false;
    if (next.startsWith("- "_L1) || next.startsWith(u'|') || next.startsWith(": "_L1))
        return m_afterTime || m_names == 0;
    const QStringView program = firstToken(next);
    const bool isHost = m_names == 0 && (program.endsWith("]:"_L1) || (m_afterMonth && program.endsWith(u':')));
    return m_afterTime && (isName(token) || isHost);
}

// "root         INFO     text" and "root INFO text" of Python: a word before a level, where a logger has written columns or the
// time.
bool LineHead::takeLastWord(QStringView token, QStringView next)
{
    const QStringView word = next.first(lengthOf(next, isLetter));
    const QStringView behind = next.sliced(word.size());
    const bool isPadded = behind.size() > 1 && isBlank(behind[0]) && isBlank(behind[1]);
    const bool isAlone = isPadded || (m_afterComma && (behind.isEmpty() || isBlank(behind[0])));
    if (m_afterTime && isAlone && !word.isEmpty() && isCapitals(word)
        && std::all_of(token.begin(), token.end(), isSmall))
        m_level = levelNamed(word);
    return false;
}

} // namespace signalbox::core
