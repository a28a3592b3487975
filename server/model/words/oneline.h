// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace signalbox {

// The text with what one would not see in it spelled, since a peer chooses its words: controls, line ends too (\x1b, \x0a),
// what turns the direction of a text and what shows nothing at all (Unicode's format characters, \u202e, \U000e0041).
// Joiners stay where scripts and emoji need them, behind a letter of such a script or a pictograph. Text without any of
// these is the same byte by byte; a backslash is not spelled, so that this is for eyes and not to be read back.
QString spelled(const QString &text);

// The same for JSON, whose strings can spell each character so that it is read back: \u001b, \u202e.
QByteArray spelledJson(const QByteArray &json);

// The message as a line of the text log: spelled(), with blanks for its line ends.
QString asOneLine(QString message);

} // namespace signalbox
