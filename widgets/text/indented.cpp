// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text/indented.h"

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

QString indented(const QString &json)
{
    QString text;
    int depth = 0;
    bool isInString = false;
    bool isEscaped = false;
    const auto breakLine = [&] { text += u'\n' + QString(4 * depth, u' '); };
    for (const QChar c : json) {
        if (isInString) {
            text += c;
            isInString = isEscaped || c != u'"';
            isEscaped = !isEscaped && c == u'\\';
            continue;
        }
        if (c.isSpace())
            continue;
        const bool opens = !text.isEmpty() && (text.back() == u'{' || text.back() == u'[');
        const bool closes = c == u'}' || c == u']';
        if (closes) {
            --depth;
            if (!opens) // {} and [] stay together
                breakLine();
        } else if (opens) {
            breakLine();
        }
        text += c;
        if (c == u'{' || c == u'[')
            ++depth;
        else if (c == u',')
            breakLine();
        else if (c == u':')
            text += u' ';
        isInString = c == u'"';
    }
    return text;
}

} // namespace signalbox::widgets
