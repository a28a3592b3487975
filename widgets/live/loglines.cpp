// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/live/loglines.h"

#include "widgets/text/escapesequences.h"
#include "widgets/text/format.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

struct LogLinesText
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
        text +=
            LogLinesText::tr(" … %Ln more characters in the saved log", "", static_cast<int>(line.size() - longest));
    return text;
}

QString copyText(const LogLine &line, const QString &name)
{
    const QDateTime time = format::local(line.time);
    return time.toOffsetFromUtc(time.offsetFromUtc()).toString(Qt::ISODateWithMs) + u' '
           + (name.isEmpty() ? QString() : name + u' ') + levelText(line) + u' ' + line.text;
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
    return std::any_of(m_lines.begin(), m_lines.end(), [](const Kept &kept) { return !kept.line.level; });
}

LogPlace LogLines::placeAt(int row) const
{
    return placeOf(kept(m_shown[static_cast<std::size_t>(row)]));
}

int LogLines::rowFrom(const LogPlace &place) const
{
    const auto found =
        std::lower_bound(m_shown.begin(), m_shown.end(), place,
                         [this](quint64 sequence, const LogPlace &wanted) { return placeOf(kept(sequence)) < wanted; });
    return static_cast<int>(found - m_shown.begin());
}

int LogLines::rowAfter(const LogPlace &place) const
{
    LogPlace next = place;
    ++next.number;
    return rowFrom(next);
}

int LogLines::rowOf(const LogPlace &place) const
{
    const auto isIt = [&](int row) {
        return row >= 0 && row < shown() && at(row).number == place.number && at(row).componentId == place.source;
    };
    const int row = rowFrom(place);
    if (isIt(row))
        return row;
    // The time of a line without an end is that of its newest bytes.
    constexpr int openAtMost = 64;
    for (int open = shown() - 1; open >= std::max(0, shown() - openAtMost); --open) {
        if (isIt(open))
            return open;
    }
    return -1;
}

int LogLines::rowOf(const QString &source, qint64 number) const
{
    for (int row = shown() - 1; row >= 0; --row) {
        if (at(row).number == number && at(row).componentId == source)
            return row;
    }
    return -1;
}

bool LogLines::goesOnIn(const QList<LogLine> &lines) const
{
    const Kept *newest = newestWhole();
    return newest && std::any_of(lines.crbegin(), lines.crend(), [newest](const LogLine &line) {
               return line.number == newest->line.number && line.time == newest->line.time
                      && line.componentId == newest->line.componentId;
           });
}

const LogLines::Kept *LogLines::newestWhole() const
{
    const auto found =
        std::find_if(m_lines.rbegin(), m_lines.rend(), [](const Kept &kept) { return !kept.line.isOpen; });
    return found == m_lines.rend() ? nullptr : &*found;
}

std::optional<LogPlace> LogLines::newest() const
{
    const Kept *newest = newestWhole();
    return newest ? std::optional(placeOf(*newest)) : std::nullopt;
}

qint64 LogLines::newestNumber(const QString &source) const
{
    return m_newest.value(source).number;
}

LogLines::Kept LogLines::made(const LogLine &line)
{
    Newest &newest = m_newest[line.componentId];
    Kept kept{line, std::max(line.time, newest.time)};
    kept.line.text = plainText(line.text);
    if (!line.isOpen) {
        newest.time = kept.time;
        newest.number = line.number;
    }
    return kept;
}

void LogLines::push(Kept line)
{
    const bool isShown = passes(line.line);
    m_newest[line.line.componentId].open += line.line.isOpen ? 1 : 0;
    m_lines.push_back(std::move(line));
    if (isShown)
        m_shown.push_back(m_first + m_lines.size() - 1);
}

std::vector<LogLines::Kept> LogLines::takeFrom(std::size_t index)
{
    std::vector<Kept> taken(std::make_move_iterator(m_lines.begin() + static_cast<std::ptrdiff_t>(index)),
                            std::make_move_iterator(m_lines.end()));
    m_lines.resize(index);
    for (const Kept &kept : taken)
        m_newest[kept.line.componentId].open -= kept.line.isOpen ? 1 : 0;
    while (!m_shown.empty() && m_shown.back() >= m_first + index)
        m_shown.pop_back();
    return taken;
}

// Of several sources, one may tell later than another what it printed before, and a line without an end stands where it began:
// the newest lines kept are then taken back and merged with what is added.
void LogLines::append(const QList<LogLine> &lines, const QString &source)
{
    std::vector<Kept> added;
    added.reserve(static_cast<std::size_t>(lines.size()));
    QSet<QString> sources;
    for (const LogLine &line : lines) {
        added.push_back(made(line));
        sources.insert(line.componentId);
    }
    if (!source.isEmpty())
        sources.insert(source);
    else if (lines.isEmpty())
        sources = QSet<QString>(m_newest.keyBegin(), m_newest.keyEnd());
    std::stable_sort(added.begin(), added.end(), isBefore);
    int open = 0; // to be replaced
    for (const QString &id : std::as_const(sources))
        open += m_newest.value(id).open;
    const auto isReplaced = [&](const Kept &kept) {
        return kept.line.isOpen && sources.contains(kept.line.componentId);
    };
    std::size_t keep = m_lines.size();
    while (keep > 0 && (open > 0 || (!added.empty() && isBefore(added.front(), m_lines[keep - 1]))))
        open -= isReplaced(m_lines[--keep]) ? 1 : 0;
    std::vector<Kept> tail = takeFrom(keep);
    std::erase_if(tail, isReplaced);
    std::vector<Kept> merged;
    merged.reserve(tail.size() + added.size());
    std::merge(std::make_move_iterator(tail.begin()), std::make_move_iterator(tail.end()),
               std::make_move_iterator(added.begin()), std::make_move_iterator(added.end()), std::back_inserter(merged),
               isBefore);
    for (Kept &line : merged)
        push(std::move(line));
    trim();
}

void LogLines::replace(const QList<LogLine> &lines)
{
    m_lines.clear();
    m_shown.clear();
    m_newest.clear();
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
        m_newest[m_lines.front().line.componentId].open -= m_lines.front().line.isOpen ? 1 : 0;
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
        if (passes(m_lines[i].line))
            m_shown.push_back(m_first + i);
    }
}

} // namespace signalbox::widgets
