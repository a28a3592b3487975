// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/process/inputpieces.h"

namespace signalbox::core {

InputPieces::InputPieces(PipeWriter &pipe) : m_pipe(pipe)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &InputPieces::look);
}

void InputPieces::write(const QByteArray &piece)
{
    m_pieces.push_back(piece);
    m_bytes += piece.size();
    if (!m_isAnswered && m_pieces.size() == 1 && isAllRead()
        && std::chrono::steady_clock::now() - m_passedAt > looksNeeded() * shortestPause)
        countUnanswered();
    passOn();
}

void InputPieces::answered()
{
    m_unanswered = 0;
    m_isAnswered = m_isAnswered || isAllRead(); // else it is not about the last piece
    passOnAndTell();
}

void InputPieces::closeWhenPassed()
{
    m_isClosing = true;
    passOn();
}

void InputPieces::drop()
{
    m_pieces.clear();
    m_bytes = 0;
    m_timer.stop();
}

void InputPieces::passOn()
{
    if (!m_pipe.isOpen()) // the command closed its input or has ended
        return drop();
    while (!m_pieces.empty() && mayPass()) {
        m_bytes -= m_pieces.front().size();
        m_pipe.write(m_pieces.front());
        m_pieces.pop_front();
        m_passedAt = std::chrono::steady_clock::now();
        m_isAnswered = false;
        m_looks = 0;
        m_pause = shortestPause;
    }
    if (!m_pieces.empty()) {
        if (!m_timer.isActive())
            m_timer.start(m_pause);
        return;
    }
    m_timer.stop();
    m_isBulk = false;
    if (m_isClosing)
        m_pipe.closeWhenWritten();
}

bool InputPieces::mayPass()
{
    m_isBulk = m_isBulk || m_bytes > bulkBytes || m_unanswered > unansweredAllowed;
    return m_isBulk || (m_isAnswered && isAllRead());
}

int InputPieces::looksNeeded() const
{
    return m_unanswered == 0 ? looksForAnAnswer : looksWithoutHope;
}

// The last piece had the time to be answered.
void InputPieces::countUnanswered()
{
    m_isAnswered = true;
    ++m_unanswered;
}

void InputPieces::look()
{
    const bool isRead = isAllRead();
    m_pause = isRead ? shortestPause : std::min(2 * m_pause, longestPause);
    m_looks = isRead ? m_looks + 1 : 0;
    if (m_looks >= looksNeeded())
        countUnanswered();
    passOnAndTell();
}

void InputPieces::passOnAndTell()
{
    const qint64 before = m_bytes;
    passOn();
    if (m_bytes != before)
        Q_EMIT passed();
}

bool InputPieces::isAllRead() const
{
    return m_pipe.pendingBytes() == 0 && m_pipe.unreadBytes() == 0;
}

} // namespace signalbox::core
