// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/time.h"

#include <QString>

namespace signalbox {

using namespace Qt::StringLiterals;

// What executions are grouped by; Execution::project names one. Created over Airavata's REST.
struct Project
{
    QString id; // UUID, or "default"
    QString name;
    QString description;
    QString owner; // user name; empty for "default", which has no owner and is open to all
    Timestamp createdAt{};
    Timestamp updatedAt{};

    friend bool operator==(const Project &, const Project &) = default;
};

// The project that always exists; what names no project belongs to it.
inline QString defaultProjectId()
{
    return u"default"_s;
}

inline Project defaultProject()
{
    return {defaultProjectId(), u"Default"_s, u"Where everything goes that names no project"_s, {}, {}, {}};
}

} // namespace signalbox
