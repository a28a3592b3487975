// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/time.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <chrono>

namespace signalbox::core {

// Where guesses from this address are counted: a /64 of IPv6, since whoever has one address of it has them all, the
// loopback as a whole, and IPv4 by address.
QString networkOf(const QString &address);

// Slows guessing down: after five failures an (address, account) pair waits 1 s, doubling to 15 min. Other pairs never
// wait for it, so that no address can lock a user out elsewhere (docs/model.md, "Who may do what"). Pure but for the
// time it is given; any one thread; owned by UserAuthenticator.
class LoginThrottle
{
public:
    using Moment = std::chrono::steady_clock::time_point; // not the wall clock: a jump would end the waiting

    static constexpr int freeFailures = 5;
    static constexpr Milliseconds firstWait = std::chrono::seconds(1);
    static constexpr Milliseconds longestWait = std::chrono::minutes(15); // failures are forgotten as long after a wait
    static constexpr qsizetype capacity = 4096; // pairs; beyond, the one that waits least is forgotten

    // How long this pair must still wait; zero: it may log in now.
    Milliseconds waitOf(const QString &address, const QString &account, Moment now) const;
    void failed(const QString &address, const QString &account, Moment now);
    void succeeded(const QString &address, const QString &account);

    qsizetype size() const { return m_pairs.size(); }

private:
    struct Entry
    {
        int failures = 0;
        Moment notBefore{};
    };

    void makeRoom(Moment now);

    QHash<QByteArray, Entry> m_pairs; // by digest: account names come from outside and may be long
};

} // namespace signalbox::core
