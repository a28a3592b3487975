// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/nearest.h"

#include <algorithm>
#include <numeric>
#include <vector>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

constexpr qsizetype longestWord = 64; // a longer one is no mistyped candidate

qsizetype editDistance(const QString &a, const QString &b)
{
    using Row = std::vector<qsizetype>;
    const auto index = [](qsizetype i) { return static_cast<std::size_t>(i); };
    Row beforePrevious(index(b.size() + 1));
    Row previous(index(b.size() + 1));
    Row current(index(b.size() + 1));
    std::iota(previous.begin(), previous.end(), 0);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        current[0] = i;
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const bool same = a.at(i - 1) == b.at(j - 1);
            current[index(j)] =
                std::min({previous[index(j)] + 1, current[index(j - 1)] + 1, previous[index(j - 1)] + (same ? 0 : 1)});
            const bool swapped = i > 1 && j > 1 && a.at(i - 1) == b.at(j - 2) && a.at(i - 2) == b.at(j - 1);
            if (swapped)
                current[index(j)] = std::min(current[index(j)], beforePrevious[index(j - 2)] + 1);
        }
        beforePrevious.swap(previous);
        previous.swap(current);
    }
    return previous.back();
}

} // namespace

QString nearest(const QString &word, const QStringList &candidates)
{
    if (word.size() > longestWord)
        return {};
    QString best;
    qsizetype bestDistance = std::max<qsizetype>(2, word.size() / 3) + 1;
    for (const QString &candidate : candidates) {
        const qsizetype distance = editDistance(word.toLower(), candidate.toLower());
        if (distance < bestDistance && distance < candidate.size()) {
            best = candidate;
            bestDistance = distance;
        }
    }
    return best;
}

QString didYouMean(const QString &word, const QStringList &candidates)
{
    const QString candidate = nearest(word, candidates);
    return candidate.isEmpty() ? QString() : u" (did you mean '%1'?)"_s.arg(candidate);
}

} // namespace signalbox::core
