// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/config/cycles.h"

namespace signalbox::core {

namespace {

enum class Mark { New, OnPath, Done };

struct Step
{
    QString node;
    qsizetype nextEdge = 0;
};

} // namespace

QStringList findCycle(const QStringList &nodes, const QHash<QString, QStringList> &next)
{
    QHash<QString, Mark> marks;
    for (const QString &node : nodes)
        marks.insert(node, Mark::New);

    for (const QString &start : nodes) {
        if (marks.value(start) != Mark::New)
            continue;
        QList<Step> path{{start}};
        marks[start] = Mark::OnPath;
        while (!path.isEmpty()) {
            Step &step = path.last();
            const QStringList targets = next.value(step.node);
            if (step.nextEdge == targets.size()) {
                marks[step.node] = Mark::Done;
                path.removeLast();
                continue;
            }
            const QString target = targets.at(step.nextEdge++);
            const auto mark = marks.constFind(target);
            if (mark == marks.cend() || *mark == Mark::Done)
                continue;
            if (*mark == Mark::New) {
                marks[target] = Mark::OnPath;
                path.append({target});
                continue;
            }
            QStringList cycle;
            for (const Step &onPath : path) {
                if (!cycle.isEmpty() || onPath.node == target)
                    cycle.append(onPath.node);
            }
            cycle.append(target);
            return cycle;
        }
    }
    return {};
}

} // namespace signalbox::core
