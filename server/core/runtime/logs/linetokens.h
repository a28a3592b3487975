// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <algorithm>
#include <array>

namespace signalbox::core {

// What stands before the text of a printed line, by its looks. Tokens are not empty. Any thread.

inline bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}
inline bool isCapital(QChar c)
{
    return c >= u'A' && c <= u'Z';
}
inline bool isSmall(QChar c)
{
    return c >= u'a' && c <= u'z';
}
inline bool isLetter(QChar c)
{
    return isCapital(c) || isSmall(c);
}
inline bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t';
}
inline bool isAnyOf(QChar c, const char16_t *characters)
{
    while (*characters && c != *characters)
        ++characters;
    return *characters != 0;
}

// How many of the first characters are of this kind.
template<typename Is>
qsizetype lengthOf(QStringView text, Is is)
{
    return std::find_if_not(text.begin(), text.end(), is) - text.begin();
}
inline QStringView afterBlanks(QStringView text)
{
    return text.sliced(lengthOf(text, isBlank));
}
inline QStringView firstToken(QStringView text)
{
    return text.first(lengthOf(text, [](QChar c) { return !isBlank(c); }));
}
// In letters of either case.
template<std::size_t Size>
bool isOneOf(QStringView text, const std::array<QLatin1String, Size> &texts)
{
    return std::any_of(texts.begin(), texts.end(), [text](QLatin1String each) {
        return text.size() == each.size() && text.compare(each, Qt::CaseInsensitive) == 0;
    });
}
bool startsWithDigits(QStringView text, qsizetype count);
qsizetype
quotedLength(QStringView text);         // of a text that begins with a quotation mark, to the end when it has no other
QStringView unquoted(QStringView text); // without that mark, and the other one

bool hasClock(QStringView text);        // "10:30" somewhere in it
bool isTime(QStringView token);         // a date, a time of day or seconds since 1970
bool isDayOrMonth(QStringView token);   // "Jan", "Mon,", "Jan-15"
bool isZone(QStringView token);         // "UTC", "PM:"
bool isNumber(QStringView token);       // pids, threads, offsets: 1234, 1234#1234:, 0x7f12, +01:00
bool isSeparator(QStringView token);    // "-", "---", ":", "***", "┌"
bool isName(QStringView token);         // no word of a text: app.module, host-1, prog[12], file.go:12, user@db
bool isSetting(QStringView afterColon); // "0", "true": "error: 0" is a figure, "debug: true" a setting

} // namespace signalbox::core
