// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/logline.h"

#include <QStringMatcher>

#include <deque>

namespace signalbox::widgets {

// The newest lines of one log in bounded memory, and which of them pass the filter. A value of LogView.
class LogLines
{
public:
    void setBound(int lines); // trims; the view reloads to get more
    int bound() const { return m_bound; }
    bool setFilter(LogLevel least, const QString &text); // text empty: every line; false: as it was

    static constexpr int heldBound = 50'000;
    // While held, as somebody reads what is not the newest, lines stay beyond the bound. Both tell how many shown lines went at the
    // front, so that a view scrolled up can stay where it is.
    int hold(bool held);
    int append(const QList<LogLine> &lines);
    void replace(const QList<LogLine> &lines);

    bool isEmpty() const { return m_lines.empty(); }
    bool hasUnknownLevels() const; // of some line it is not known
    int shown() const { return static_cast<int>(m_shown.size()); }
    const LogLine &at(int row) const
    {
        return m_lines[static_cast<std::size_t>(m_shown[static_cast<std::size_t>(row)] - m_first)];
    }
    // The first row with this line or a later one; shown() if there is none.
    int rowFrom(qint64 number) const;
    // Whether these are the same log read again, maybe with later lines: a server that started anew counts anew.
    bool goesOnIn(const QList<LogLine> &lines) const;
    qint64 newestNumber() const; // of those that have an end; -1: there is none

private:
    bool passes(const LogLine &line) const;
    const LogLine *newestWhole() const;
    void dropOpen();
    int trim();
    void refilter();

    std::deque<LogLine> m_lines;
    std::deque<quint64> m_shown; // sequence numbers: they stay true when lines go at the front
    quint64 m_first = 0;         // sequence number of m_lines.front()
    int m_bound = 5'000;
    bool m_held = false;
    LogLevel m_least = LogLevel::Trace;
    QStringMatcher m_text; // twice to five times as fast as contains()
};

// What a terminal would draw: without colour sequences, tabs and control characters as spaces. A very long line ends
// with how much of it is left out.
QString plainText(const QString &line);
// A line outside of the window: its time is local as in there, and says how far from UTC.
QString copyText(const LogLine &line);

} // namespace signalbox::widgets
