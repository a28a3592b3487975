// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/live/loglines.h"

#include "widgets/text/escapesequences.h"
#include "widgets/text/format.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(LogLines)
};

} // namespace

QString plainText(const QString &line)
{
    constexpr qsizetype longest = 8'000; // longer lines are whole in the saved file
    EscapeSequences escapes;
    QString text;
    text.reserve(std::min(line.size(), longest));
    for (const QChar c : QStringView(line).left(longest)) {
        if (!escapes.takes(c))
            text += c.unicode() < 0x20 ? QChar(u' ') : c;
    }
    if (line.size() > longest)
        text += Text::tr(" … %Ln more characters in the saved log", "", static_cast<int>(line.size() - longest));
    return text;
}

QString copyText(const LogLine &line)
{
    const QDateTime time = format::local(line.time);
    return time.toOffsetFromUtc(time.offsetFromUtc()).toString(Qt::ISODateWithMs) + u' ' + levelText(line) + u' '
           + line.text;
}

void LogLines::setBound(int lines)
{
    m_bound = lines;
    trim();
}

bool LogLines::setFilter(LogLevel least, const QString &text)
{
    if (m_least == least && m_text.pattern() == text)
        return false;
    m_least = least;
    m_text = QStringMatcher(text, Qt::CaseInsensitive);
    refilter();
    return true;
}

bool LogLines::passes(const LogLine &line) const
{
    return passesLevel(line, m_least) && m_text.indexIn(line.text) >= 0;
}

bool LogLines::hasUnknownLevels() const
{
    return std::any_of(m_lines.begin(), m_lines.end(), [](const LogLine &line) { return !line.level; });
}

int LogLines::rowFrom(qint64 number) const
{
    const auto found =
        std::lower_bound(m_shown.begin(), m_shown.end(), number, [this](quint64 sequence, qint64 wanted) {
            return m_lines[static_cast<std::size_t>(sequence - m_first)].number < wanted;
        });
    return static_cast<int>(found - m_shown.begin());
}

bool LogLines::goesOnIn(const QList<LogLine> &lines) const
{
    const LogLine *newest = newestWhole();
    return newest && std::any_of(lines.crbegin(), lines.crend(), [newest](const LogLine &line) {
               return line.number == newest->number && line.time == newest->time;
           });
}

const LogLine *LogLines::newestWhole() const
{
    const auto found = std::find_if(m_lines.rbegin(), m_lines.rend(), [](const LogLine &line) { return !line.isOpen; });
    return found == m_lines.rend() ? nullptr : &*found;
}

qint64 LogLines::newestNumber() const
{
    const LogLine *newest = newestWhole();
    return newest ? newest->number : -1;
}

int LogLines::append(const QList<LogLine> &lines)
{
    dropOpen();
    for (const LogLine &line : lines) {
        m_lines.push_back(line);
        m_lines.back().text = plainText(line.text);
        if (passes(m_lines.back()))
            m_shown.push_back(m_first + m_lines.size() - 1);
    }
    return trim();
}

// Lines without an end come again, as they are by then.
void LogLines::dropOpen()
{
    while (!m_lines.empty() && m_lines.back().isOpen) {
        m_lines.pop_back();
        while (!m_shown.empty() && m_shown.back() >= m_first + m_lines.size())
            m_shown.pop_back();
    }
}

void LogLines::replace(const QList<LogLine> &lines)
{
    m_lines.clear();
    m_shown.clear();
    append(lines);
}

int LogLines::hold(bool held)
{
    m_held = held;
    return trim();
}

int LogLines::trim()
{
    while (m_lines.size() > static_cast<std::size_t>(m_held ? std::max(m_bound, heldBound) : m_bound)) {
        m_lines.pop_front();
        ++m_first;
    }
    int gone = 0;
    while (!m_shown.empty() && m_shown.front() < m_first) {
        m_shown.pop_front();
        ++gone;
    }
    return gone;
}

void LogLines::refilter()
{
    m_shown.clear();
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        if (passes(m_lines[i]))
            m_shown.push_back(m_first + i);
    }
}

} // namespace signalbox::widgets
