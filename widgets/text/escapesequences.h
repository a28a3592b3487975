// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>

namespace signalbox::widgets {

// Recognises the escape sequences of terminals (ECMA-48: colours and movements; titles and links), however a text is
// cut into pieces.
class EscapeSequences
{
public:
    // Whether this character, the next of the text, belongs to a sequence.
    bool takes(QChar c)
    {
        const char16_t code = c.unicode();
        switch (m_inside) {
        case Inside::Text:
            if (code != 0x1b)
                return false;
            m_inside = Inside::Escape;
            break;
        case Inside::Escape:
            m_inside = code == u'[' ? Inside::Sequence : code == u']' ? Inside::Title : Inside::Text;
            break;
        case Inside::Sequence:
            if (code >= 0x40 && code <= 0x7e)
                m_inside = Inside::Text;
            break;
        case Inside::Title:
            if (code == 0x07 || code == 0x1b)
                m_inside = code == 0x07 ? Inside::Text : Inside::Escape;
            break;
        }
        return true;
    }

private:
    enum class Inside { Text, Escape, Sequence, Title };

    Inside m_inside = Inside::Text;
};

} // namespace signalbox::widgets
