// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/time.h"

#include <QString>

namespace signalbox {

using namespace Qt::StringLiterals;

// What executions are grouped by; Execution::project names one. Made over Airavata's REST, seen by all.
struct Project
{
    QString id; // UUID, or "default"
    QString name;
    QString description;
    QString owner; // user name; empty for "default", which is nobody's own and open to all
    Timestamp createdAt{};
    Timestamp updatedAt{};

    friend bool operator==(const Project &, const Project &) = default;
};

// There is always this one (wire.md, Airavata, REST).
inline QString defaultProjectId()
{
    return u"default"_s;
}

inline Project defaultProject()
{
    return {defaultProjectId(), u"Default"_s, u"Where everything goes that names no project"_s, {}, {}, {}};
}

} // namespace signalbox
