// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/auth/loginthrottle.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

const QString ofOthers = u", other accounts"_s;

QByteArray keyOf(const QString &place, const QString &account)
{
    QCryptographicHash digest(QCryptographicHash::Sha256);
    digest.addData(place.toUtf8());
    digest.addData(QByteArrayView("\0", 1)); // "a"+"bc" is not "ab"+"c"
    digest.addData(account.toUtf8());
    return digest.result();
}

Milliseconds waitAfter(int failures)
{
    constexpr int doublingsToLongest = 10; // 1 s * 2^10 is beyond 15 min
    const int doublings = std::clamp(failures - LoginThrottle::freeFailures, 0, doublingsToLongest);
    return std::min(LoginThrottle::firstWait * (1 << doublings), LoginThrottle::longestWait);
}

bool isForgotten(LoginThrottle::Moment notBefore, LoginThrottle::Moment now)
{
    return now >= notBefore + LoginThrottle::longestWait;
}

} // namespace

Milliseconds LoginThrottle::waitOf(const QString &place, const QString &account, Moment now) const
{
    const auto pair = m_pairs.constFind(pairOf(place, account));
    if (pair == m_pairs.cend() || pair->notBefore <= now)
        return Milliseconds(0);
    return std::chrono::ceil<Milliseconds>(pair->notBefore - now);
}

void LoginThrottle::failed(const QString &place, const QString &account, Moment now)
{
    if (m_pairsOf.value(place) >= pairsOfPlace)
        forgetOld(now);
    const QByteArray key = pairOf(place, account);
    if (!m_pairs.contains(key)) {
        makeRoom(now);
        ++m_pairsOf[place];
    }
    Entry &entry = m_pairs[key];
    entry.place = place;
    if (isForgotten(entry.notBefore, now))
        entry.failures = 0;
    ++entry.failures;
    entry.notBefore = now;
    if (entry.failures >= freeFailures)
        entry.notBefore += waitAfter(entry.failures);
}

void LoginThrottle::succeeded(const QString &place, const QString &account)
{
    // That of all further accounts is none of this one's.
    if (const auto pair = m_pairs.find(keyOf(place, account)); pair != m_pairs.end())
        forget(pair);
}

QByteArray LoginThrottle::pairOf(const QString &place, const QString &account) const
{
    const QByteArray own = keyOf(place, account);
    return m_pairs.contains(own) || m_pairsOf.value(place) < pairsOfPlace ? own : keyOf(place % ofOthers, {});
}

void LoginThrottle::forget(QHash<QByteArray, Entry>::iterator pair)
{
    if (const auto count = m_pairsOf.find(pair->place); count != m_pairsOf.end() && --*count <= 0)
        m_pairsOf.erase(count);
    m_pairs.erase(pair);
}

void LoginThrottle::forgetOld(Moment now)
{
    m_pairs.removeIf([&](const auto &pair) {
        const Entry &entry = pair.value();
        if (!isForgotten(entry.notBefore, now))
            return false;
        if (const auto count = m_pairsOf.find(entry.place); count != m_pairsOf.end() && --*count <= 0)
            m_pairsOf.erase(count);
        return true;
    });
}

// Forgets the pair that waits least: to have its own pair forgotten, an attacker needs failures of as many other pairs
// as there are, from many places.
void LoginThrottle::makeRoom(Moment now)
{
    if (m_pairs.size() >= capacity)
        forgetOld(now);
    if (m_pairs.size() < capacity)
        return;
    forget(std::min_element(m_pairs.begin(), m_pairs.end(),
                            [](const Entry &left, const Entry &right) { return left.notBefore < right.notBefore; }));
}

} // namespace signalbox::core
