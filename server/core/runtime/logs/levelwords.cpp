// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/logs/levelwords.h"

#include "server/core/runtime/logs/levelnames.h"
#include "server/core/runtime/logs/linehead.h"
#include "server/core/runtime/logs/linetokens.h"

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

constexpr qsizetype headLength = 256;
constexpr qsizetype objectLength = 2048;
constexpr qsizetype deepest = 2; // blanks before a line; what stands further right goes on with the line before

// I0115 10:30:00.123456 of klog, I20240115 … of glog, I240115 … of CockroachDB
std::optional<LogLevel> levelOfGlog(QStringView line)
{
    const qsizetype digits = isCapital(line[0]) ? lengthOf(line.sliced(1), isDigit) : 0;
    if (digits != 4 && digits != 6 && digits != 8)
        return {};
    const QStringView rest = line.sliced(1 + digits);
    const QStringView clock = afterBlanks(rest);
    const bool isClock = clock.size() < rest.size() && clock.size() > 8 && startsWithDigits(clock, 2)
                         && clock[2] == u':' && startsWithDigits(clock.sliced(3), 2) && clock[5] == u':';
    return isClock ? levelOfLetter(line[0]) : std::nullopt;
}

// "<3>text" of systemd, "<34>Oct 11 …" of syslog: the lowest three bits are the severity.
std::optional<LogLevel> levelOfPriority(QStringView line)
{
    const qsizetype digits = lengthOf(line.sliced(1), isDigit);
    if (digits < 1 || digits > 3 || line.size() <= digits + 1 || line[digits + 1] != u'>')
        return {};
    const int priority = line.sliced(1, digits).toInt();
    return priority < 192 ? levelOfSeverity(priority % 8) : std::nullopt;
}

// "=ERROR REPORT==== 15-Jan-2024::10:30:00 ===" of Erlang
std::optional<LogLevel> levelOfReport(QStringView line)
{
    const qsizetype letters = lengthOf(line.sliced(1), isLetter);
    const bool isReport = letters > 0 && line.sliced(1 + letters).startsWith(" REPORT="_L1);
    return isReport ? levelNamed(line.sliced(1, letters)) : std::nullopt;
}

// Goes through the members of a JSON object; those of objects in it say nothing of the line.
class JsonFields
{
public:
    explicit JsonFields(QStringView text) : m_text(text), m_isMongo(text.startsWith("{\"t\":{\"$date\""_L1)) {}

    std::optional<LogLevel> level()
    {
        std::optional<LogLevel> found;
        int depth = 0;
        while (!found && m_at < m_text.size()) {
            const char16_t c = m_text[m_at].unicode();
            if (c == u'"') {
                found = member(depth == 1);
                continue;
            }
            ++m_at;
            if (c == u'{' || c == u'[')
                ++depth;
            else if (c == u'}' || c == u']')
                --depth;
        }
        return found;
    }

private:
    // A member that begins here, or a text that is none.
    std::optional<LogLevel> member(bool isOfLine)
    {
        const QStringView name = takeText();
        if (!takeColon() || !isOfLine)
            return {};
        const QStringView value = m_text.sliced(m_at);
        const bool isText = value.startsWith(u'"');
        if (m_isMongo && name == "s"_L1)
            return isText && value.size() > 1 ? levelOfLetter(value[1]) : std::nullopt;
        if (name == "PRIORITY"_L1) // of the journal
            return isText && value.size() > 1 && isDigit(value[1]) ? levelOfSeverity(takeText().toInt()) : std::nullopt;
        if (!isLevelField(name))
            return {};
        return levelOfField(isText ? takeText() : value.first(lengthOf(value, isDigit)));
    }

    // Its escape sequences stay as they are.
    QStringView takeText()
    {
        const QStringView text = m_text.sliced(m_at, quotedLength(m_text.sliced(m_at)));
        m_at += text.size();
        return unquoted(text);
    }

    bool takeColon()
    {
        const auto skipBlanks = [this] { m_at += lengthOf(m_text.sliced(m_at), isBlank); };
        skipBlanks();
        const bool isColon = m_at < m_text.size() && m_text[m_at] == u':';
        m_at += isColon ? 1 : 0;
        skipBlanks();
        return isColon;
    }

    const QStringView m_text;
    const bool m_isMongo;
    qsizetype m_at = 0;
};

} // namespace

std::optional<LogLevel> levelInWords(QStringView line)
{
    line = line.first(std::min(line.size(), objectLength));
    const qsizetype blanks = lengthOf(line.first(std::min(line.size(), deepest + 1)), isBlank);
    if (blanks > deepest || blanks == line.size())
        return {};
    line = line.sliced(blanks);
    if (line[0] == u'{')
        return JsonFields(line).level();
    line = line.first(std::min(line.size(), headLength));
    if (line[0] == u'<')
        return levelOfPriority(line);
    if (line[0] == u'=')
        return levelOfReport(line);
    if (const auto level = levelOfGlog(line))
        return level;
    return LineHead(line).level();
}

} // namespace signalbox::core
