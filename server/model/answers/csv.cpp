// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/answers/csv.h"

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

// What a spreadsheet takes for the beginning of a formula, also in the wide forms, and behind blanks that it leaves out.
bool beginsAFormula(const QString &text)
{
    static const QString beginnings = u"=+-@\uFF1D\uFF0B\uFF0D\uFF20"_s;
    for (const QChar c : text) {
        if (c == u'\t' || c == u'\r' || c == u'\n' || beginnings.contains(c))
            return true;
        if (!c.isSpace())
            return false;
    }
    return false;
}

} // namespace

QString csvText(QString text)
{
    const bool isFormula = beginsAFormula(text);
    return (isFormula ? u"\"'"_s : u"\""_s) + text.replace(u'"', u"\"\""_s) + u'"';
}

QString csvLine(const QStringList &cells)
{
    return cells.join(u',') + u'\n';
}

} // namespace signalbox
