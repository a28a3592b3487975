// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/answers/csv.h"

#include "server/model/words/oneline.h"

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

// What a spreadsheet takes for the beginning of a formula, also in the wide and the small forms, and behind blanks and
// quotes that it leaves out.
bool beginsAFormula(const QString &text)
{
    static const QString beginnings = u"=+-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B"_s;
    for (const QChar c : text) {
        if (beginnings.contains(c))
            return true;
        if (!c.isSpace() && c != u'"')
            return false;
    }
    return false;
}

} // namespace

// Where a list has its semicolons between cells, a spreadsheet divides at them whatever the quotes say.
QString csvText(const QString &text)
{
    QStringList pieces = spelled(text).split(u';');
    for (QString &piece : pieces) {
        if (beginsAFormula(piece))
            piece.prepend(u'\'');
    }
    return u'"' + pieces.join(u';').replace(u'"', u"\"\""_s) + u'"';
}

QString csvLine(const QStringList &cells)
{
    return cells.join(u',') + u'\n';
}

} // namespace signalbox
