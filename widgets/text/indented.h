// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace signalbox::widgets {

// JSON with a line for each member, in the order in which it was written: a parser of Qt's would sort the members, and protocol
// documents do not. json must be JSON; blanks between its parts are not kept.
QString indented(const QString &json);

} // namespace signalbox::widgets
