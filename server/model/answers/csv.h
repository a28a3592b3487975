// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace signalbox {

// A cell with any text, in quotes. A spreadsheet would run a text that begins like a formula, and peers choose names, so such
// a text gets an apostrophe before it.
QString csvText(QString text);
// The cells, each a csvText() or a figure or word of our own, as one line with its end.
QString csvLine(const QStringList &cells);

} // namespace signalbox
