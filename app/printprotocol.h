// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextStream>

namespace signalbox::app {

// Writes the message table of one dialect as Markdown to out. Returns the exit code.
int printProtocol(const QString &name, QTextStream &out, QTextStream &err);

} // namespace signalbox::app
