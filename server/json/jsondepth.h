// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace signalbox {

// Whether objects and arrays are nested deeper than this; looked at before a parser sees what a peer sent. Any bytes will do.
bool isDeeperThan(int depth, const QByteArray &json);

} // namespace signalbox
