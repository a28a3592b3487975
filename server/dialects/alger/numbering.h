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

    // Whether the client's id is accepted, which uses it up. A client may send while a push is under way, so every id
    // from the last answer's + 1 to expected() is accepted.
    bool accept(qint64 id)
    {
        if (id <= m_lastAnswer || id > m_counter + 1)
            return false;
        m_counter = std::max(m_counter, id);
        return true;
    }

    // The id of an answer, or of the refusal of a frame: 395, or the 396 to an unreadable one.
    qint64 answer()
    {
        m_lastAnswer = ++m_counter;
        return m_counter;
    }

    qint64 push() { return ++m_counter; }

private:
    qint64 m_counter = 0;
    qint64 m_lastAnswer = 0;
};

} // namespace signalbox::alger
