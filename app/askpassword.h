// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTextStream>

namespace signalbox::app {

// Whether standard input is a terminal, at which a person can be asked.
bool isTerminal();

// One line of in. On a terminal prompt is written to err first, and what is typed is not shown. Empty: nothing was typed.
QString askPassword(const QString &prompt, QTextStream &in, QTextStream &err);

} // namespace signalbox::app
