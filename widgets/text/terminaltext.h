// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/text/escapesequences.h"

#include <QByteArray>
#include <QString>
#include <QStringDecoder>

namespace signalbox::widgets {

// Turns what a program prints into text that can be shown: UTF-8 however the writes are cut, without escape sequences and
// control characters, and with a line feed inside lines nobody could show. Pure but for the state between two pieces.
class TerminalText
{
public:
    static constexpr int longestLine = 2'000; // characters

    QString feed(const QByteArray &bytes);
    void beginLine() { m_column = 0; } // somebody else ended the one before

private:
    QStringDecoder m_decoder{QStringDecoder::Utf8};
    EscapeSequences m_escapes;
    int m_column = 0;
    bool m_carriageReturn = false;
};

} // namespace signalbox::widgets
