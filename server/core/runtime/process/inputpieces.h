// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/runtime/process/pipes.h"
#include "server/model/time.h"

#include <QTimer>

#include <chrono>
#include <deque>

namespace signalbox::core {

// Gives a command its input piece by piece: a piece is written at one go, and the next one once the command has read all
// of it and has answered it or had the time to, so that a command that answers each read answers each piece. Two pieces
// that come at once would otherwise be one read. A command that does not answer, and input that comes faster than it is
// read, are given all that waits. Server thread; owned by GuardedProcess.
class InputPieces : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 bulkBytes = 64 * 1024;  // more than that does not wait for its turn
    static constexpr int unansweredAllowed = 8;     // pieces in a row that wait for an answer that does not come
    static constexpr Milliseconds shortestPause{1}; // between two looks at the pipe
    // That find everything read, after which a piece has had the time to be answered; by a command that answered the last
    // one, which may just have no processor for itself, or by one that did not.
    static constexpr int looksForAnAnswer = 32;
    static constexpr int looksWithoutHope = 2;
    static constexpr Milliseconds longestPause{32}; // of a command that does not read

    // pipe outlives this.
    explicit InputPieces(PipeWriter &pipe);

    void write(const QByteArray &piece);
    qint64 pendingBytes() const { return m_bytes; } // beside those of the pipe
    void answered();                                // the command printed something
    void closeWhenPassed();                         // then the pipe, once its bytes are written
    bool isClosing() const { return m_isClosing; }
    void drop();

Q_SIGNALS:
    void passed(); // pieces that had to wait went on to the pipe

private:
    void passOn();
    void passOnAndTell();
    bool mayPass();
    void look();
    int looksNeeded() const;
    void countUnanswered();
    bool isAllRead() const;

    PipeWriter &m_pipe;
    QTimer m_timer;
    std::deque<QByteArray> m_pieces;
    qint64 m_bytes = 0; // of m_pieces
    std::chrono::steady_clock::time_point m_passedAt{};
    Milliseconds m_pause = shortestPause;
    int m_unanswered = 0;
    int m_looks = 0;          // in a row that found everything read
    bool m_isAnswered = true; // the last piece, or it had the time to be
    bool m_isBulk = false;    // until nothing waits
    bool m_isClosing = false;
};

} // namespace signalbox::core
