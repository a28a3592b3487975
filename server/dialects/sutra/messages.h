// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <optional>

namespace signalbox::sutra {

using namespace Qt::StringLiterals;

// What a client subscribed to. An unset member: everything. Names are sorted, each there once.
struct StatusFilter
{
    std::optional<QStringList> components; // component ids
    std::optional<QStringList> metrics;    // member names, or the document's "cpu" and "memory"

    // For people; equal for equal filters.
    QStringList texts() const
    {
        QStringList texts;
        if (components)
            texts.append("components: "_L1 + components->join(", "_L1));
        if (metrics)
            texts.append("metrics: "_L1 + metrics->join(", "_L1));
        return texts;
    }
};

} // namespace signalbox::sutra
