// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>

namespace signalbox::alger {

// The ids of one connection (README.md, "Numbering"): client and server share one counter. Pure; owned by its
// AlgerSession.
class Numbering
{
public:
    qint64 expected() const { return m_counter + 1; }

    // A client may send while a push is under way, so every id from the last answer's + 1 to expected() is in turn.
    bool isInTurn(qint64 id) const { return id > m_lastAnswer && id <= expected(); }

    // Uses up the id of a client's message; only one that is in turn.
    void accept(qint64 id) { m_counter = std::max(m_counter, id); }

    // The id of an answer, or of the 396 to an unreadable frame.
    qint64 answer()
    {
        m_lastAnswer = ++m_counter;
        return m_counter;
    }

    // The id of a 395, which is expected() as well. It may be sent once more by a client that does what the 395 says;
    // others go on with the id after it.
    qint64 refuse()
    {
        m_lastAnswer = m_counter;
        return ++m_counter;
    }

    qint64 push() { return ++m_counter; }

private:
    qint64 m_counter = 0;
    qint64 m_lastAnswer = 0;
};

} // namespace signalbox::alger
