// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/replaced.h"

namespace signalbox::ark {

// The events of a Change, in order, each encoded. Pure: what is news follows from what the Change replaced.
QList<QByteArray> eventsOf(const Change &change, const Replaced &replaced);

} // namespace signalbox::ark
