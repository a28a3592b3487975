// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <deque>

namespace signalbox::pow {

// The newest complete lines of an output and the line being written (README.md, "REST"). Pure; a value.
class LineBuffer
{
public:
    static constexpr std::size_t linesKept = 1000;
    static constexpr qsizetype bytesKept = 1 << 20; // of all lines together; beyond, the oldest go first

    void add(const QByteArray &utf8);
    // The complete lines joined by \n, with the unfinished last one if it is wanted.
    QByteArray text(bool withUnfinished) const;
    qsizetype bytes() const { return m_bytes + m_unfinished.size(); }

private:
    void keep(const QByteArray &line);
    void limitUnfinished();

    std::deque<QByteArray> m_lines;
    qsizetype m_bytes = 0; // of m_lines, their line ends counted
    QByteArray m_unfinished;
};

} // namespace signalbox::pow
