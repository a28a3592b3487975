// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/schedules/cronline.h"

#include <QDateTime>
#include <QStringList>

#include <algorithm>
#include <array>
#include <bit>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace signalbox::core {

namespace {

using std::chrono::days;
using std::chrono::local_days;
using std::chrono::local_seconds;
using std::chrono::seconds;
using std::chrono::sys_seconds;

constexpr auto horizon = std::chrono::years(50);
constexpr qsizetype longestText = 1000; // of a line; every minute of the hour, written out, is 170

struct Field
{
    QLatin1String name;
    int least;
    int most;
    QStringList names; // of the values from `least` on
};

const std::array<Field, 5> &fields()
{
    static const std::array<Field, 5> all{
        Field{"minutes"_L1, 0, 59, {}},
        Field{"hours"_L1, 0, 23, {}},
        Field{"days of the month"_L1, 1, 31, {}},
        Field{"months"_L1,
              1,
              12,
              {u"JAN"_s, u"FEB"_s, u"MAR"_s, u"APR"_s, u"MAY"_s, u"JUN"_s, u"JUL"_s, u"AUG"_s, u"SEP"_s, u"OCT"_s,
               u"NOV"_s, u"DEC"_s}},
        Field{"days of the week"_L1, 0, 7, {u"SUN"_s, u"MON"_s, u"TUE"_s, u"WED"_s, u"THU"_s, u"FRI"_s, u"SAT"_s}},
    };
    return all;
}

Unexpected wrong(const QString &problem)
{
    return unexpected(ErrorCode::InvalidArgument, problem);
}

std::optional<int> plainNumber(QStringView text)
{
    const bool isNumber = !text.isEmpty() && text.size() <= 4
                          && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return isNumber ? std::optional(text.toInt()) : std::nullopt;
}

Result<int> readValue(const Field &field, QStringView text)
{
    const qsizetype named = field.names.indexOf(text.toString().toUpper());
    if (named >= 0)
        return field.least + static_cast<int>(named);
    const std::optional<int> number = plainNumber(text);
    if (number && *number >= field.least && *number <= field.most)
        return *number;
    const QString names =
        field.names.isEmpty() ? QString() : u" or %1 to %2"_s.arg(field.names.constFirst(), field.names.constLast());
    return wrong(u"has '%1' among its %2 (%3 to %4%5)"_s.arg(text.left(40), QString(field.name))
                     .arg(field.least)
                     .arg(field.most)
                     .arg(names));
}

// "*", "7", "1-5", each but a number alone with "/2" behind it.
Result<quint64> readPart(const Field &field, QStringView part)
{
    const qsizetype slash = part.indexOf(u'/');
    const QStringView range = slash < 0 ? part : part.left(slash);
    const qsizetype dash = range.indexOf(u'-');
    int first = field.least;
    int last = field.most;
    if (range != u"*") {
        const Result<int> from = readValue(field, dash < 0 ? range : range.left(dash));
        Result<int> to = dash < 0 ? from : readValue(field, range.mid(dash + 1));
        if (!from || !to)
            return Unexpected{(from ? to : from).error()};
        if (dash >= 0 && field.most == 7 && *to == 0 && *from > 0)
            to = 7; // FRI-SUN
        if (*from > *to)
            return wrong(u"has '%1' among its %2, which ends before it begins (write two ranges, as %3)"_s.arg(
                range.left(40), QString(field.name),
                u"%1-%2,%3-%4"_s.arg(*from).arg(field.most == 7 ? 6 : field.most).arg(field.least).arg(*to)));
        if (slash >= 0 && dash < 0)
            return wrong(u"has '%1' among its %2, a step without a range (write %3-%4/…)"_s
                             .arg(part.left(40), QString(field.name))
                             .arg(*from)
                             .arg(field.most == 7 ? 6 : field.most));
        first = *from;
        last = *to;
    } else if (field.most == 7) {
        last = 6; // Sunday once
    }
    int step = 1;
    if (slash >= 0) {
        step = plainNumber(part.mid(slash + 1)).value_or(0);
        if (step < 1 || step > field.most)
            return wrong(
                u"has the step '%1' among its %2 (1 to %3)"_s.arg(part.mid(slash + 1).left(40), QString(field.name))
                    .arg(field.most));
    }
    quint64 bits = 0;
    for (int value = first; value <= last; value += step)
        bits |= quint64(1) << value;
    return bits;
}

Result<quint64> readField(const Field &field, QStringView text)
{
    quint64 bits = 0;
    for (const QStringView part : text.split(u',')) {
        const Result<quint64> more = readPart(field, part);
        if (!more)
            return more;
        bits |= *more;
    }
    if (field.most == 7 && (bits & (quint64(1) << 7)))
        bits = (bits | 1) & 0x7f; // 7 is Sunday, too
    return bits;
}

// Empty for no such word.
QString lineOf(const QString &word)
{
    static const QList<std::pair<QString, QString>> words{
        {u"@yearly"_s, u"0 0 1 1 *"_s}, {u"@annually"_s, u"0 0 1 1 *"_s}, {u"@monthly"_s, u"0 0 1 * *"_s},
        {u"@weekly"_s, u"0 0 * * 0"_s}, {u"@daily"_s, u"0 0 * * *"_s},    {u"@midnight"_s, u"0 0 * * *"_s},
        {u"@hourly"_s, u"0 * * * *"_s},
    };
    for (const auto &[name, line] : words) {
        if (name.compare(word, Qt::CaseInsensitive) == 0)
            return line;
    }
    return {};
}

QString problemOfWord(const QString &word)
{
    if (word.compare(u"@reboot"_s, Qt::CaseInsensitive) == 0)
        return u"cannot be @reboot (a [[component]] with autostart is started with the server)"_s;
    return u"cannot be '%1' (@hourly, @daily, @weekly, @monthly, @yearly, or five fields as 0 3 * * MON)"_s.arg(
        word.left(40));
}

} // namespace

Result<CronLine> CronLine::parse(const QString &text)
{
    const QString given = text.simplified();
    const bool isWord = given.startsWith(u'@');
    const QString line = isWord ? lineOf(given) : given;
    if (isWord && line.isEmpty())
        return wrong(problemOfWord(given));
    if (text.size() > longestText)
        return wrong(u"is longer than %1 characters (write ranges and steps, as 0-59/5)"_s.arg(longestText));
    const QStringList parts = line.split(u' ', Qt::SkipEmptyParts);
    if (parts.size() != 5)
        return wrong(
            u"has %1 fields (five: minute, hour, day of the month, month, day of the week, as 0 3 * * MON)"_s.arg(
                parts.size()));
    std::array<quint64, 5> bits{};
    for (std::size_t i = 0; i < bits.size(); ++i) {
        const Result<quint64> read = readField(fields()[i], parts.at(static_cast<qsizetype>(i)));
        if (!read)
            return Unexpected{read.error()};
        bits[i] = *read;
    }
    CronLine made;
    made.m_minutes = bits[0];
    made.m_hours = bits[1];
    made.m_days = bits[2];
    made.m_months = bits[3];
    made.m_weekdays = bits[4];
    made.m_anyMinute = parts.at(0).startsWith(u'*');
    made.m_anyHour = parts.at(1).startsWith(u'*');
    made.m_anyDay = parts.at(2).startsWith(u'*');
    made.m_anyWeekday = parts.at(4).startsWith(u'*');
    if (!made.comes())
        return wrong(u"never comes: none of its months has such a day (%1)"_s.arg(given.left(80)));
    return made;
}

bool CronLine::comes() const
{
    constexpr local_seconds begin = local_days(std::chrono::year(2000) / 1 / 1);
    return firstIn(begin, local_seconds::max()).has_value();
}

bool CronLine::matches(std::chrono::year_month_day date) const
{
    const auto has = [](quint64 bits, unsigned value) { return (bits >> value) & 1; };
    const bool day = has(m_days, unsigned(date.day()));
    const bool weekday = has(m_weekdays, std::chrono::weekday(local_days(date)).c_encoding());
    return has(m_months, unsigned(date.month())) && (m_anyDay || m_anyWeekday ? day && weekday : day || weekday);
}

// The first time of a day that matches, not before `from`.
std::optional<seconds> CronLine::firstOfDay(seconds from) const
{
    const int begin = static_cast<int>(std::chrono::ceil<std::chrono::minutes>(from).count());
    for (int hour = begin / 60; hour < 24; ++hour) {
        if (!((m_hours >> hour) & 1))
            continue;
        const int past = hour == begin / 60 ? begin % 60 : 0;
        if (const quint64 left = m_minutes >> past; left != 0)
            return std::chrono::hours(hour) + std::chrono::minutes(past + std::countr_zero(left));
    }
    return std::nullopt;
}

std::optional<local_seconds> CronLine::firstIn(local_seconds from, local_seconds end) const
{
    const local_seconds last = std::min(end, from + horizon);
    for (local_days day = std::chrono::floor<days>(from); day < last; day += days(1)) {
        const std::chrono::year_month_day date(day);
        if (!((m_months >> unsigned(date.month())) & 1)) {
            day = local_days(date.year() / date.month() / std::chrono::last);
            continue;
        }
        if (!matches(date))
            continue;
        if (const auto time = firstOfDay(std::max<seconds>(from - day, 0s)))
            return day + *time < last ? std::optional<local_seconds>(day + *time) : std::nullopt;
    }
    return std::nullopt;
}

namespace {

// A stretch of time in which a zone has one offset.
struct Stretch
{
    seconds offset{};
    std::optional<sys_seconds> begin; // when the clocks were changed to it
    seconds offsetBefore{};
    std::optional<sys_seconds> end;
};

QDateTime toDateTime(sys_seconds time)
{
    return QDateTime::fromSecsSinceEpoch(time.time_since_epoch().count(), QTimeZone::utc());
}

sys_seconds fromDateTime(const QDateTime &time)
{
    return sys_seconds(seconds(time.toSecsSinceEpoch()));
}

seconds offsetAt(const QTimeZone &zone, sys_seconds time)
{
    return seconds(zone.offsetFromUtc(toDateTime(time)));
}

// When a zone's clocks are changed next. At the very moment of the last change that the zone's file lists, Qt 6.4 knows of
// none after it; a second later it does.
std::optional<sys_seconds> nextChange(const QTimeZone &zone, sys_seconds time)
{
    QDateTime next = zone.nextTransition(toDateTime(time)).atUtc;
    if (!next.isValid())
        next = zone.nextTransition(toDateTime(time + 1s)).atUtc;
    return next.isValid() ? std::optional(fromDateTime(next)) : std::nullopt;
}

Stretch stretchAt(const QTimeZone &zone, sys_seconds time)
{
    Stretch stretch;
    stretch.offset = offsetAt(zone, time);
    if (!zone.hasTransitions())
        return stretch;
    if (const auto before = zone.previousTransition(toDateTime(time + 1s)); before.atUtc.isValid()) {
        stretch.begin = fromDateTime(before.atUtc);
        stretch.offsetBefore = offsetAt(zone, *stretch.begin - 1s);
    }
    stretch.end = nextChange(zone, time);
    return stretch;
}

local_seconds local(sys_seconds time, seconds offset)
{
    return local_seconds(time.time_since_epoch() + offset);
}

sys_seconds universal(local_seconds time, seconds offset)
{
    return sys_seconds(time.time_since_epoch() - offset);
}

// The first time in the stretch that is not before `from`.
std::optional<sys_seconds> firstOfStretch(const CronLine &line, const Stretch &stretch, sys_seconds from)
{
    local_seconds begin = local(from, stretch.offset);
    if (stretch.begin) {
        const local_seconds endBefore = local(*stretch.begin, stretch.offsetBefore);
        const bool isGap = line.hasFixedHours() && from <= *stretch.begin;
        if (isGap && line.firstIn(endBefore, local(*stretch.begin, stretch.offset)))
            return stretch.begin;
        if (!line.goesOnInRealTime())
            begin = std::max(begin, endBefore); // what was before the clocks were set back came then
    }
    const auto found = line.firstIn(begin, stretch.end ? local(*stretch.end, stretch.offset) : local_seconds::max());
    return found ? std::optional(universal(*found, stretch.offset)) : std::nullopt;
}

} // namespace

std::optional<Timestamp> nextTime(const CronLine &line, const QTimeZone &zone, Timestamp after)
{
    sys_seconds from = std::chrono::floor<seconds>(after) + 1s;
    const sys_seconds last = from + horizon;
    while (from < last) {
        const Stretch stretch = stretchAt(zone, from);
        if (const auto found = firstOfStretch(line, stretch, from))
            return *found;
        if (!stretch.end || *stretch.end <= from)
            return std::nullopt;
        from = *stretch.end;
    }
    return std::nullopt;
}

} // namespace signalbox::core
