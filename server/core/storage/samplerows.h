// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/storage/database.h"
#include "server/model/metrics.h"
#include "server/model/query.h"

namespace signalbox::core {

// Samples as rows: every tick for an hour (and up to ten minutes more: so many are joined at a time), then one row a minute
// (average, lowest, highest) for thirty days. The only place that knows their columns. Values; any thread.
namespace samples {

inline constexpr Milliseconds rawKept = std::chrono::hours(1);
inline constexpr Milliseconds minutesKept = std::chrono::hours(24 * 30);

Result<void> write(Database &database, const MetricsSample &sample);

// Joins ticks of whole ten minutes that are older than rawKept into minutes and, if mayForget, deletes minutes older than
// minutesKept. A bounded step, within the caller's transaction; true: there is more to do.
Result<bool> thin(Database &database, Timestamp now, bool mayForget);

// At most query.maxPoints, oldest first. Where that means joining several, each group gives two points: the lowest
// of each figure at its beginning and the highest at its end, so that no peak is lost (docs/performance.md, "Shape of
// the cost"), and the mean. Components are not listed. InvalidArgument: maxPoints below one.
Result<SamplesPage> read(Database &database, const SamplesQuery &query);

} // namespace samples

} // namespace signalbox::core
