// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace signalbox {

// Whether objects and arrays in json are nested deeper than depth. For the text of a peer, before a parser gets it:
// json need not be valid.
bool isDeeperThan(int depth, const QByteArray &json);

} // namespace signalbox
