// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/logline.h"

#include <QHash>
#include <QStringMatcher>

#include <deque>
#include <tuple>
#include <vector>

namespace signalbox::widgets {

// Where a line stands among those of several sources: of one source by its number, of several by time.
struct LogPlace
{
    Timestamp time{}; // its own, but never before that of an earlier line of its source: a clock may have been set back
    QString source;   // LogLine::componentId
    qint64 number = 0;

    friend bool operator==(const LogPlace &, const LogPlace &) = default;
    friend bool operator<(const LogPlace &one, const LogPlace &other)
    {
        return std::tie(one.time, one.source, one.number) < std::tie(other.time, other.source, other.number);
    }
};

// The newest lines of one log, or of several merged by time, in bounded memory, and which of them pass the filter. What a
// line is of, a component or the output of something else, is in its componentId. A value of LogView.
class LogLines
{
public:
    void setBound(int lines); // trims; the view reloads to get more
    int bound() const { return m_bound; }
    bool setFilter(LogLevel least, const QString &text); // text empty: every line; false: as it was

    static constexpr int heldBound = 50'000;
    // While held, as somebody reads what is not the newest, lines stay beyond the bound. Tells how many shown lines went at the
    // front, so that a view scrolled up can stay where it is.
    int hold(bool held);
    // Later lines of the sources they are of. Those without an end of these sources, and of this one, are replaced.
    void append(const QList<LogLine> &lines, const QString &source = {});
    void replace(const QList<LogLine> &lines); // in the order of each source

    bool isEmpty() const { return m_lines.empty(); }
    bool hasUnknownLevels() const; // of some line it is not known
    int shown() const { return static_cast<int>(m_shown.size()); }
    const LogLine &at(int row) const { return kept(m_shown[static_cast<std::size_t>(row)]).line; }
    LogPlace placeAt(int row) const;
    // The first row at this place or after it; shown() if there is none.
    int rowFrom(const LogPlace &place) const;
    int rowAfter(const LogPlace &place) const;
    // The row of that very line; -1: it is not shown.
    int rowOf(const LogPlace &place) const;
    int rowOf(const QString &source, qint64 number) const;
    // Whether these are the same logs read again, maybe with later lines: a server that started anew counts anew.
    bool goesOnIn(const QList<LogLine> &lines) const;
    std::optional<LogPlace> newest() const; // of the lines that have an end
    qint64 newestNumber(const QString &source) const;

private:
    struct Kept
    {
        LogLine line;
        Timestamp time{}; // as in LogPlace
    };
    struct Newest
    {
        Timestamp time{};
        qint64 number = -1;
        int open = 0; // lines without an end that are kept
    };

    const Kept &kept(quint64 sequence) const { return m_lines[static_cast<std::size_t>(sequence - m_first)]; }
    static LogPlace placeOf(const Kept &kept) { return {kept.time, kept.line.componentId, kept.line.number}; }
    static bool isBefore(const Kept &one, const Kept &other) { return placeOf(one) < placeOf(other); }
    bool passes(const LogLine &line) const;
    const Kept *newestWhole() const;
    Kept made(const LogLine &line);
    void push(Kept line);
    std::vector<Kept> takeFrom(std::size_t index);
    int trim();
    void refilter();

    std::deque<Kept> m_lines;        // by place
    std::deque<quint64> m_shown;     // sequence numbers: they stay true when lines go at the front
    quint64 m_first = 0;             // sequence number of m_lines.front()
    QHash<QString, Newest> m_newest; // the last whole line, by source
    int m_bound = 5'000;
    bool m_held = false;
    LogLevel m_least = LogLevel::Trace;
    QStringMatcher m_text; // twice to five times as fast as contains()
};

// What a terminal would draw: without colour sequences, tabs and control characters as spaces. A very long line ends
// with how much of it is left out.
QString plainText(const QString &line);
// A line outside of the window: its time is local as in there, and says how far from UTC. name: of its source, among several.
QString copyText(const LogLine &line, const QString &name = {});

} // namespace signalbox::widgets
