// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/logs/linetokens.h"

#include <array>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

// 2024-01-15, 2024/01/15, 2024.01.15, 24/01/15, 01/15/2024, 15-Jan-2024, 01-15; what follows is not looked at.
bool startsWithDate(QStringView text)
{
    const qsizetype first = lengthOf(text, isDigit);
    if (first == 0 || first > 4 || first >= text.size())
        return false;
    const QChar separator = text[first];
    if (separator != u'-' && separator != u'/' && (separator != u'.' || first != 4))
        return false;
    const QStringView rest = text.sliced(first + 1);
    const qsizetype month = lengthOf(rest, [](QChar c) { return isDigit(c) || isLetter(c); });
    if (month == 2 && first == 2 && month == rest.size())
        return startsWithDigits(rest, 2);
    return (month == 2 || month == 3) && month + 1 < rest.size() && rest[month] == separator
           && isDigit(rest[month + 1]);
}

// 1705312200.123, 1.7053122e+09 of zap, and 20240115T103000Z
bool isDense(QStringView token)
{
    const qsizetype digits = lengthOf(token, isDigit);
    if (digits == 8 && token.startsWith("20"_L1))
        return token.size() == digits || token[digits] == u'T';
    return (digits >= 10 && digits <= 19 && (token.size() == digits || token[digits] == u'.'))
           || (digits == 1 && token.endsWith("e+09"_L1));
}

} // namespace

bool startsWithDigits(QStringView text, qsizetype count)
{
    return text.size() >= count && std::all_of(text.begin(), text.begin() + count, isDigit);
}

qsizetype quotedLength(QStringView text)
{
    qsizetype end = 1;
    while (end < text.size() && text[end] != u'"')
        end += text[end] == u'\\' ? 2 : 1;
    return std::min(end + 1, text.size());
}

QStringView unquoted(QStringView text)
{
    return text.sliced(1).chopped(text.size() > 1 && text.endsWith(u'"') ? 1 : 0);
}

// As in 2024-01-15T10:30:00.123Z and 15/Jan/2024:10:30:00, not in 10.0.0.1:80 and 1234:5678.
bool hasClock(QStringView text)
{
    for (qsizetype at = 1; at + 2 < text.size(); ++at) {
        if (text[at] != u':' || !isDigit(text[at - 1]) || !startsWithDigits(text.sliced(at + 1), 2))
            continue;
        const qsizetype begin = at >= 2 && isDigit(text[at - 2]) ? at - 2 : at - 1;
        const bool isAlone = begin == 0 || (!isDigit(text[begin - 1]) && text[begin - 1] != u'.');
        if (isAlone && (at + 3 == text.size() || !isDigit(text[at + 3])))
            return true;
    }
    return false;
}

bool isTime(QStringView token)
{
    return isDigit(token[0]) && (isDense(token) || startsWithDate(token) || hasClock(token));
}

bool isDayOrMonth(QStringView token)
{
    static constexpr std::array names{"jan"_L1, "feb"_L1, "mar"_L1, "apr"_L1, "may"_L1, "jun"_L1, "jul"_L1,
                                      "aug"_L1, "sep"_L1, "oct"_L1, "nov"_L1, "dec"_L1, "mon"_L1, "tue"_L1,
                                      "wed"_L1, "thu"_L1, "fri"_L1, "sat"_L1, "sun"_L1};
    return token.size() >= 3 && isCapital(token[0]) && (token.size() == 3 || !isLetter(token[3]))
           && isOneOf(token.first(3), names);
}

bool isZone(QStringView token)
{
    static constexpr std::array names{"AM"_L1,   "PM"_L1,  "UTC"_L1,  "GMT"_L1, "CET"_L1, "CEST"_L1, "EET"_L1,
                                      "EEST"_L1, "WET"_L1, "WEST"_L1, "BST"_L1, "MSK"_L1, "EST"_L1,  "EDT"_L1,
                                      "CST"_L1,  "CDT"_L1, "MST"_L1,  "MDT"_L1, "PST"_L1, "PDT"_L1,  "JST"_L1,
                                      "KST"_L1,  "IST"_L1, "AEST"_L1, "AEDT"_L1};
    if (token.endsWith(u':') || token.endsWith(u','))
        token.chop(1);
    return token.size() >= 2 && token.size() <= 4 && isCapital(token[0]) && isCapital(token[1])
           && isOneOf(token, names);
}

bool isNumber(QStringView token)
{
    const bool isSigned = token.size() > 1 && isAnyOf(token[0], u"+-#");
    if (!isDigit(token[isSigned ? 1 : 0]))
        return false;
    const bool isHexadecimal = token.startsWith("0x"_L1);
    return std::all_of(token.begin() + (isHexadecimal ? 2 : 1), token.end(), [isHexadecimal](QChar c) {
        return isDigit(c) || isAnyOf(c, u"#.,:;+-/") || (isHexadecimal && isLetter(c));
    });
}

bool isSeparator(QStringView token)
{
    return std::all_of(token.begin(), token.end(),
                       [](QChar c) { return isAnyOf(c, u"-:*!>") || (c.unicode() >= 0x80 && !c.isLetterOrNumber()); });
}

bool isName(QStringView token)
{
    return (isLetter(token[0]) || token.startsWith("..."_L1))
           && std::any_of(token.begin(), token.end(), [](QChar c) { return isDigit(c) || isAnyOf(c, u"._/@[(-"); });
}

bool isSetting(QStringView afterColon)
{
    static constexpr std::array values{"true"_L1, "false"_L1, "on"_L1,   "off"_L1, "yes"_L1,
                                       "no"_L1,   "none"_L1,  "null"_L1, "nil"_L1};
    const QStringView value = afterBlanks(afterColon);
    const qsizetype digits = lengthOf(value, isDigit);
    if (digits == 0)
        return isOneOf(value, values);
    const QStringView rest = afterBlanks(value.sliced(digits));
    return rest.isEmpty() || isAnyOf(rest[0], u",;") || firstToken(rest).endsWith(u':');
}

} // namespace signalbox::core
