// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/runtime/search/linepattern.h"

namespace signalbox::core {

struct FoundOutput
{
    FoundLine line;   // without node and time, which the files do not tell
    QString fileName; // in the folder of the execution
};

// What of the outputs one step has looked through.
struct OutputStep
{
    QList<FoundOutput> found;
    qint64 matches = 0;
    qint64 looked = 0;
    qint64 bytes = 0;
    std::optional<FindPlace> next; // none: that was all
};

// Looks through what executions printed, newest execution first, from this place on until so much time has passed or so many
// lines are found. directory: <data dir>/executions. Blocks; any thread.
OutputStep searchOutputs(const QString &directory, const LinePattern &pattern, const FindPlace &from,
                         Milliseconds atMost, qint64 mostLines);

} // namespace signalbox::core
