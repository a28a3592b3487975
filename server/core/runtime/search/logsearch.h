// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/runtime/logs/logfile.h"
#include "server/core/runtime/search/linepattern.h"

namespace signalbox::core {

struct LogStep
{
    QList<FoundLine> lines; // the newest FindQuery::mostOfOne, oldest first
    qint64 matches = 0;
    qint64 looked = 0;
    qint64 bytes = 0;
};

// Looks through the files of a component's log, which are at most 50 MiB. Blocks; any thread.
LogStep searchLog(const QString &componentId, const StoredLog &log, const LinePattern &pattern);

} // namespace signalbox::core
