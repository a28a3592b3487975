// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/words/oneline.h"

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

// Whether the character ends a line or turns the direction of those around it (Unicode's bidirectional controls), so that a
// line would show something else than it holds.
bool isTurning(char16_t unit)
{
    return unit == 0x061C || unit == 0x200E || unit == 0x200F || (unit >= 0x2028 && unit <= 0x202E)
           || (unit >= 0x2066 && unit <= 0x2069);
}

} // namespace

QString asOneLine(const QString &message)
{
    QString line;
    line.reserve(message.size());
    for (const QChar c : message) {
        const char16_t unit = c.unicode();
        if (unit == u'\n' || unit == u'\r')
            line += u' ';
        else if (c.category() == QChar::Other_Control)
            line += u"\\x%1"_s.arg(unit, 2, 16, QChar(u'0'));
        else if (isTurning(unit))
            line += u"\\u%1"_s.arg(unit, 4, 16, QChar(u'0'));
        else
            line += c;
    }
    return line;
}

} // namespace signalbox
