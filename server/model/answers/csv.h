// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace signalbox {

// A cell with any text, spelled() and in quotes. A spreadsheet would run a text that begins like a formula, one whose list
// has semicolons also what stands behind one, and peers choose names, so that both get an apostrophe before them.
QString csvText(const QString &text);
// The cells, each a csvText() or a figure or word of our own, as one line with its end.
QString csvLine(const QStringList &cells);

} // namespace signalbox
