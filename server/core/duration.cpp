// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/duration.h"

using namespace Qt::StringLiterals;

namespace signalbox::core {

QString durationProblem(Milliseconds value, Milliseconds least, Milliseconds most)
{
    return value >= least && value <= most ? QString()
                                           : u"cannot be \"%1\" (\"%2\" to \"%3\")"_s.arg(
                                                 formatDuration(value), formatDuration(least), formatDuration(most));
}

} // namespace signalbox::core
