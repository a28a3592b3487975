// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace signalbox::core {

// The candidate that was most likely meant by `word`, or an empty string if none is close. Two swapped neighbours count
// as one mistake.
QString nearest(const QString &word, const QStringList &candidates);

// " (did you mean 'x'?)" or nothing: what an error about an unknown word ends with.
QString didYouMean(const QString &word, const QStringList &candidates);

} // namespace signalbox::core
