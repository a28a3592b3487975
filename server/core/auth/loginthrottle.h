// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/time.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <chrono>

namespace signalbox::core {

// Slows guessing down: after five failures a (place, account) pair (core::placeOf()) waits 1 s, doubling to 15 min. Other pairs never
// wait for it, so that no place can lock a user out elsewhere (docs/model.md, "Who may do what"). Pure but for the
// time it is given; any one thread; owned by UserAuthenticator.
class LoginThrottle
{
public:
    using Moment = std::chrono::steady_clock::time_point; // not the wall clock: a jump would end the waiting

    static constexpr int freeFailures = 5;
    static constexpr Milliseconds firstWait = std::chrono::seconds(1);
    static constexpr Milliseconds longestWait = std::chrono::minutes(15); // failures are forgotten as long after a wait
    static constexpr qsizetype capacity = 4096; // pairs; beyond, the one that waits least is forgotten
    // Pairs of one place; all further accounts there are one pair, so that a place cannot have its own pairs forgotten by
    // guesses of names that nobody has.
    static constexpr int pairsOfPlace = 64;

    // How long this pair must still wait; zero: it may log in now.
    Milliseconds waitOf(const QString &place, const QString &account, Moment now) const;
    void failed(const QString &place, const QString &account, Moment now);
    void succeeded(const QString &place, const QString &account);

    qsizetype size() const { return m_pairs.size(); }

private:
    struct Entry
    {
        int failures = 0;
        Moment notBefore{};
        QString place;
    };

    QByteArray pairOf(const QString &place, const QString &account) const;
    void makeRoom(Moment now);
    void forget(QHash<QByteArray, Entry>::iterator pair);
    void forgetOld(Moment now);

    QHash<QByteArray, Entry> m_pairs; // by digest: account names come from outside and may be long
    QHash<QString, int> m_pairsOf;    // each place
};

} // namespace signalbox::core
