// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>

namespace signalbox::alger {

// The ids of one connection (wire.md, Alger, Numbering): client and server share one counter. Pure; owned by its
// AlgerDialect.
class Numbering
{
public:
    qint64 expected() const { return m_counter + 1; }

    // Whether this id will do; then it is used up. A client may send while a push is under way, so every id since the
    // last answer will.
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
