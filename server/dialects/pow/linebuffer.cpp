// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/pow/linebuffer.h"

namespace signalbox::pow {

void LineBuffer::add(const QByteArray &utf8)
{
    qsizetype from = 0;
    for (qsizetype end = utf8.indexOf('\n'); end >= 0; end = utf8.indexOf('\n', from)) {
        m_unfinished.append(QByteArrayView(utf8).sliced(from, end - from));
        limitUnfinished();
        keep(m_unfinished);
        m_unfinished.clear();
        from = end + 1;
    }
    m_unfinished.append(QByteArrayView(utf8).sliced(from));
    limitUnfinished();
}

void LineBuffer::keep(const QByteArray &line)
{
    m_lines.push_back(line);
    m_bytes += line.size() + 1;
    while (m_lines.size() > linesKept || (m_bytes > bytesKept && m_lines.size() > 1)) {
        m_bytes -= m_lines.front().size() + 1;
        m_lines.pop_front();
    }
}

// Of a line that is too long its end is kept, cut between code points.
void LineBuffer::limitUnfinished()
{
    if (m_unfinished.size() <= bytesKept)
        return;
    qsizetype cut = m_unfinished.size() - bytesKept;
    while (cut < m_unfinished.size() && (static_cast<unsigned char>(m_unfinished.at(cut)) & 0xc0) == 0x80)
        ++cut;
    m_unfinished.remove(0, cut);
}

QByteArray LineBuffer::text(bool withUnfinished) const
{
    QByteArray text;
    text.reserve(bytes());
    bool isFirst = true;
    const auto append = [&](const QByteArray &line) {
        if (!std::exchange(isFirst, false))
            text.append('\n');
        text.append(line);
    };
    for (const QByteArray &line : m_lines)
        append(line);
    if (withUnfinished && !m_unfinished.isEmpty())
        append(m_unfinished);
    return text;
}

} // namespace signalbox::pow
