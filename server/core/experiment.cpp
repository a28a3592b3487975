// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/experiment.h"

using namespace Qt::StringLiterals;

namespace signalbox::core {

QString taskIdOf(const ParameterSet &set, qsizetype position)
{
    return set.id.isEmpty() ? u"t%1"_s.arg(position + 1) : set.id;
}

QStringList taskIdsOf(const Execution &execution)
{
    QStringList ids;
    const QList<ParameterSet> &sets = detailsOf<ExperimentDetails>(execution).parameters;
    for (qsizetype index = 0; index < sets.size(); ++index)
        ids.append(taskIdOf(sets.at(index), index));
    return ids;
}

bool isProgramAllowed(const QString &program, const QStringList &allowed)
{
    return allowed.contains(u"*"_s) || allowed.contains(program);
}

} // namespace signalbox::core
