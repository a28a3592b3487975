// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace signalbox::core {

// One cycle in a graph, first node repeated at the end ("a", "b", "a"), or an empty list. `next` gives the nodes an
// edge leads to; names that are not in `nodes` are ignored. Starts and edges are tried in the order given, so that
// the same graph always gives the same cycle. Without recursion: depth is limited by memory only.
QStringList findCycle(const QStringList &nodes, const QHash<QString, QStringList> &next);

} // namespace signalbox::core
