// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/runtime/search/linepattern.h"

#include <functional>

namespace signalbox::core {

// What looking through a stretch of a file has seen.
struct Scanned
{
    qint64 lines = 0;
    qint64 bytes = 0; // up to the last line that is whole, or to the end of the file
};

// Visits every line that may match in the bytes from … to of the file, forward: where it begins, how many lines are before
// it from there, and what it is, without its newline. A line of more than a MiB is visited in pieces. Blocks; any thread.
using VisitLine = std::function<void(qint64 offset, qint64 number, std::string_view line)>;
Scanned scanFile(int file, qint64 from, qint64 to, const LinePattern &pattern, const VisitLine &visit);

} // namespace signalbox::core
