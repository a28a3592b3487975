// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace signalbox::widgets {

// The same words, taken for markup by nothing that guesses whether it was given any: tool tips, message boxes, the
// desktop's notices. An invisible WORD JOINER parts what could begin a tag. Escaping would do for a tool tip alone, but a
// tool tip is also the accessible description, and a screen reader would read the escapes.
QString plain(QString text);

} // namespace signalbox::widgets
