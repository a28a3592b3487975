// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/words/reason.h"

namespace signalbox::widgets::reasontext {

// A Reason of the server in the language and with the numerals of the window. What a program, the system or a person said
// stays as it is. Of the history, whose texts are English: as far as Reason::read() knows it.
QString words(const Reason &reason);
// With what a reason of now leaves out: for tips.
QString inFull(const Reason &reason);

} // namespace signalbox::widgets::reasontext
