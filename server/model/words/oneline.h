// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace signalbox {

// The message as a line of the text log: a peer chooses words in it, so line ends are blanks, and what a terminal obeys or
// what turns the direction of a text is spelled (\x1b, \u202e).
QString asOneLine(const QString &message);

} // namespace signalbox
