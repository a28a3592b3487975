// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/catalogue.h"

#include <algorithm>

namespace signalbox {

namespace {

template<typename T>
const T *find(const QList<T> &list, QString T::*key, const QString &value)
{
    const auto found = std::find_if(list.cbegin(), list.cend(), [&](const T &item) { return item.*key == value; });
    return found == list.cend() ? nullptr : &*found;
}

} // namespace

const NodeKind *Catalogue::kind(const QString &name) const
{
    return find(kinds, &NodeKind::name, name);
}

const Pipeline *Catalogue::pipeline(const QString &id) const
{
    return find(pipelines, &Pipeline::id, id);
}

const ProcessDefinition *Catalogue::process(const QString &name) const
{
    return find(processes, &ProcessDefinition::name, name);
}

} // namespace signalbox
