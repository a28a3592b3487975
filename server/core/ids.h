// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace signalbox::core {

// Identifiers, injected so that tests can name what they expect. Thread: the server's.
class Ids
{
public:
    virtual ~Ids() = default;

    // A UUID of version 7 (RFC 9562, 5.7 and 6.2): each is greater as text than the one before, so what was made in one
    // millisecond keeps its order wherever ids break a tie. 62 of its bits are random.
    virtual QString next();
    // A UUID of version 4: 122 random bits, of what only those who are told the id may reach.
    virtual QString secret();

private:
    quint64 m_last = 0; // milliseconds since 1970 UTC and, in the lowest 12 bits, the count within one
};

} // namespace signalbox::core
