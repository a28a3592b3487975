// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/loglines.h"

#include <QRegularExpression>

namespace signalbox::widgets {

QString plainText(const QString &line)
{
    static const QRegularExpression sequences(QStringLiteral("\x1b\\[[0-9;?]*[A-Za-z]"));
    constexpr qsizetype longest = 8'000; // longer lines are whole in the saved file
    QString text = line.left(longest);
    if (text.contains(QLatin1Char('\x1b')))
        text.remove(sequences);
    for (QChar &c : text) {
        if (c.unicode() < 0x20)
            c = QLatin1Char(' ');
    }
    return text;
}

void LogLines::setBound(int lines)
{
    m_bound = lines;
    trim();
}

void LogLines::setFilter(LogLevel least, const QString &text)
{
    m_least = least;
    m_text = QStringMatcher(text, Qt::CaseInsensitive);
    refilter();
}

bool LogLines::passes(const LogLine &line) const
{
    return line.level >= m_least && m_text.indexIn(line.text) >= 0;
}

int LogLines::append(const QList<LogLine> &lines)
{
    for (const LogLine &line : lines) {
        m_lines.push_back(line);
        m_lines.back().text = plainText(line.text);
        if (passes(m_lines.back()))
            m_shown.push_back(m_first + m_lines.size() - 1);
    }
    return trim();
}

void LogLines::replace(const QList<LogLine> &lines)
{
    m_lines.clear();
    m_shown.clear();
    append(lines);
}

int LogLines::trim()
{
    while (m_lines.size() > static_cast<std::size_t>(m_bound)) {
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
