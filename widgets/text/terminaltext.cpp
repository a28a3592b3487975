// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text/terminaltext.h"

namespace signalbox::widgets {

QString TerminalText::feed(const QByteArray &bytes)
{
    const QString decoded = m_decoder(bytes);
    QString text;
    text.reserve(decoded.size());
    const auto breakLine = [this, &text] {
        text += u'\n';
        m_column = 0;
    };
    for (const QChar c : decoded) {
        if (m_escapes.takes(c))
            continue;
        const char16_t code = c.unicode();
        // A lone carriage return begins a line anew; the old one stays above it.
        if (m_carriageReturn && code != u'\n' && m_column > 0)
            breakLine();
        m_carriageReturn = code == u'\r';
        if (code == u'\n')
            breakLine();
        else if (code == u'\t' || (code >= 0x20 && code != 0x7f)) {
            text += c;
            if (++m_column >= longestLine && !c.isHighSurrogate())
                breakLine();
        }
    }
    return text;
}

} // namespace signalbox::widgets
