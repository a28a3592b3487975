// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <optional>

namespace signalbox::sutra {

// What a client subscribed to. An unset member: everything.
struct StatusFilter
{
    std::optional<QStringList> components; // component ids
    std::optional<QStringList> metrics;    // member names, or the document's "cpu" and "memory"

    friend bool operator==(const StatusFilter &, const StatusFilter &) = default;
};

} // namespace signalbox::sutra
