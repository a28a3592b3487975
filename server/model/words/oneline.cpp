// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/words/oneline.h"

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

constexpr char32_t emojiStyle = 0xFE0F; // between a pictograph and a joiner
constexpr char32_t nonJoiner = 0x200C;
constexpr char32_t joiner = 0x200D;

// Of the format characters those that show something: signs of Arabic, Syriac and Kaithi before or round figures.
bool isSign(char32_t c)
{
    return (c >= 0x0600 && c <= 0x0605) || c == 0x06DD || c == 0x070F || c == 0x0890 || c == 0x0891 || c == 0x08E2
           || c == 0x110BD || c == 0x110CD;
}

bool isUnseen(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    case QChar::Other_Format:
        return !isSign(c);
    default:
        // Fillers of Hangul, the empty pattern of Braille and a joiner of marks are letters and signs, and show nothing; the
        // rest is kept for more of them: what Qt does not know has no category.
        return c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x2800 || c == 0x034F
               || (c >= 0xE0000 && c <= 0xE0FFF);
    }
}

// Whether a joiner behind it can change what is seen: scripts from Arabic to Myanmar, Khmer and Mongolian; pictographs
// and their colours of skin.
bool takesJoiners(char32_t c)
{
    return (c >= 0x0600 && c <= 0x109F) || (c >= 0x1780 && c <= 0x18AF) || (c >= 0x1F3FB && c <= 0x1F3FF)
           || QChar::category(c) == QChar::Symbol_Other;
}

QString spelling(char32_t c)
{
    const auto hex = [c](const char *prefix, int digits) -> QString {
        return QLatin1String(prefix) + QString::number(c, 16).rightJustified(digits, u'0');
    };
    return c <= 0xFF && QChar::category(c) == QChar::Other_Control ? hex("\\x", 2)
           : c <= 0xFFFF                                           ? hex("\\u", 4)
                                                                   : hex("\\U", 8);
}

// The text with these spelled by `spell`.
template<typename Spell>
QString replaced(const QString &text, Spell spell)
{
    QString line;
    line.reserve(text.size());
    char32_t before = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPair = text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        const char32_t c = isPair ? QChar::surrogateToUcs4(text.at(i), text.at(i + 1)) : text.at(i).unicode();
        const bool isJoined = (c == joiner || c == nonJoiner) && takesJoiners(before);
        const bool isSpelled = isUnseen(c) && !isJoined;
        if (isSpelled)
            line += spell(c);
        else
            line += QStringView(text).mid(i, isPair ? 2 : 1);
        if (c != emojiStyle)
            before = isSpelled ? 0 : c;
        i += isPair;
    }
    return line;
}

QString jsonSpelling(char32_t c)
{
    QString text;
    for (const QChar unit : QString::fromUcs4(&c, 1))
        text += "\\u"_L1 % QString::number(unit.unicode(), 16).rightJustified(4, u'0');
    return text;
}

} // namespace

QString spelled(const QString &text)
{
    return replaced(text, spelling);
}

QByteArray spelledJson(const QByteArray &json)
{
    return replaced(QString::fromUtf8(json), jsonSpelling).toUtf8();
}

QString asOneLine(QString message)
{
    return spelled(message.replace(u'\n', u' ').replace(u'\r', u' '));
}

} // namespace signalbox
