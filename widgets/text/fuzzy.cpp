// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text/fuzzy.h"

#include <vector>

namespace signalbox::widgets {

namespace {

constexpr int none = -1'000'000;

int worth(const QString &text, qsizetype at)
{
    if (at == 0)
        return 10;
    const bool begins = !text[at - 1].isLetterOrNumber() || (text[at - 1].isLower() && text[at].isUpper());
    return begins ? 8 : 1;
}

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(const QString &pattern, const QString &text)
{
    QString wanted = pattern.toCaseFolded();
    wanted.remove(u' ');
    const QString folded = text.toCaseFolded();
    const auto rows = static_cast<std::size_t>(wanted.size());
    const auto columns = static_cast<std::size_t>(text.size());
    if (rows == 0)
        return FuzzyMatch{};
    if (rows > columns || folded.size() != text.size())
        return std::nullopt;
    // best[i][j]: the first i + 1 characters matched, the last of them at j.
    std::vector<std::vector<int>> best(rows, std::vector<int>(columns, none));
    std::vector<std::vector<std::size_t>> from(rows, std::vector<std::size_t>(columns, 0));
    for (std::size_t i = 0; i < rows; ++i) {
        int before = none; // the best of the row above, up to j - 2
        std::size_t place = 0;
        for (std::size_t j = i; j < columns; ++j) {
            if (i > 0 && j > 1 && best[i - 1][j - 2] > before) {
                before = best[i - 1][j - 2];
                place = j - 2;
            }
            if (folded[static_cast<qsizetype>(j)] != wanted[static_cast<qsizetype>(i)])
                continue;
            const int here = worth(text, static_cast<qsizetype>(j));
            if (i == 0) {
                best[i][j] = here - static_cast<int>(std::min<std::size_t>(j, 5));
                continue;
            }
            const int adjoining = best[i - 1][j - 1] == none ? none : best[i - 1][j - 1] + 6;
            const int apart = before == none ? none : before - 2;
            best[i][j] = std::max(adjoining, apart);
            from[i][j] = adjoining >= apart ? j - 1 : place;
            if (best[i][j] != none)
                best[i][j] += here;
        }
    }
    const auto end = std::max_element(best.back().cbegin(), best.back().cend());
    if (*end == none)
        return std::nullopt;
    FuzzyMatch match{*end - static_cast<int>(columns / 8), {}};
    auto j = static_cast<std::size_t>(end - best.back().cbegin());
    for (std::size_t i = rows; i-- > 0; j = from[i][j])
        match.places.prepend(static_cast<qsizetype>(j));
    return match;
}

} // namespace signalbox::widgets
