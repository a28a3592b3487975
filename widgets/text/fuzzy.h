// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace signalbox::widgets {

struct FuzzyMatch
{
    int score = 0;           // higher is nearer to what was meant
    QList<qsizetype> places; // of the matched characters in the text
};

// Whether the characters of the pattern stand in the text in this order, and how well: beginnings of words and runs count
// more, gaps less. Case and spaces in the pattern do not matter. Pure.
std::optional<FuzzyMatch> fuzzyMatch(const QString &pattern, const QString &text);

} // namespace signalbox::widgets
