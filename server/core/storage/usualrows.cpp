// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/storage/usualrows.h"

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace signalbox::core::rows {

namespace {

using Durations = std::vector<qint64>; // milliseconds

// By nearest rank: a duration that was really taken.
UsualDuration usual(Durations taken)
{
    if (taken.empty())
        return {};
    std::sort(taken.begin(), taken.end());
    const auto at = [&taken](std::size_t percent) {
        const std::size_t rank = (taken.size() * percent + 99) / 100;
        return Milliseconds(taken[std::max<std::size_t>(rank, 1) - 1]);
    };
    return {at(50), at(90), static_cast<int>(taken.size())};
}

// A clock that was set back meanwhile makes no run shorter than nothing.
qint64 taken(const Rows &row, int started, int ended)
{
    return std::max(row.value(ended).toLongLong() - row.value(started).toLongLong(), qlonglong(0));
}

} // namespace

Result<UsualDurations> usualDurations(Database &database, const UsualDurationQuery &query)
{
    static const QString runs =
        u"SELECT id,started,ended FROM executions WHERE state='succeeded' AND kind=? AND catalogue=?"
        " AND (CASE catalogue WHEN '' THEN name ELSE '' END)=? AND started IS NOT NULL AND ended IS NOT NULL"
        " AND json_extract(details,'$.retryOf') IS NULL ORDER BY created DESC LIMIT %1"_s.arg(
            UsualDurationQuery::mostRuns);
    static const QString nodes = u"SELECT node,started,ended FROM tasks WHERE execution=? AND state='succeeded'"
                                 " AND started IS NOT NULL AND ended IS NOT NULL"_s;
    const QString name = query.catalogueId.isEmpty() ? query.name : QString();
    QStringList ids;
    Durations whole;
    {
        Result<Rows> row = database.ask(runs, {toString(query.kind), text(query.catalogueId), text(name)});
        if (!row)
            return Unexpected{row.error()};
        while (row->next()) {
            ids.append(row->value(0).toString());
            whole.push_back(taken(*row, 1, 2));
        }
    }
    QMap<QString, Durations> ofNodes;
    for (const QString &id : std::as_const(ids)) {
        Result<Rows> row = database.ask(nodes, {id});
        if (!row)
            return Unexpected{row.error()};
        while (row->next())
            ofNodes[row->value(0).toString()].push_back(taken(*row, 1, 2));
    }
    UsualDurations durations{usual(std::move(whole)), {}};
    for (const auto &[node, its] : ofNodes.asKeyValueRange())
        durations.nodes.insert(node, usual(its));
    return durations;
}

} // namespace signalbox::core::rows
