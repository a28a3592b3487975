// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/schedules/cronline.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>

using namespace signalbox;
using namespace signalbox::core;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

// Local times with their offset, as people read them: "2025-03-30T03:00+02:00".
QString shown(Timestamp time, const QTimeZone &zone)
{
    const QDateTime there = QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count(), zone);
    const int offset = there.offsetFromUtc() / 60;
    return there.toString(u"yyyy-MM-ddThh:mm"_s)
           + QString::asprintf("%c%02d:%02d", offset < 0 ? '-' : '+', std::abs(offset) / 60, std::abs(offset) % 60);
}

QStringList times(const QString &line, const char *zone, const QString &after, int count)
{
    const Result<CronLine> parsed = CronLine::parse(line);
    QStringList found;
    if (!parsed)
        return {parsed.error().message};
    std::optional<Timestamp> time = fromIso(after);
    for (int i = 0; i < count && time; ++i) {
        time = nextTime(*parsed, QTimeZone(zone), *time);
        found.append(time ? shown(*time, QTimeZone(zone)) : u"never"_s);
    }
    return found;
}

// ---- the slow reference: looks at each minute, with a reader of its own ------------------------------------------

struct SlowField
{
    bool isAny = false;
    QSet<int> values;
};

SlowField slowField(const QString &text, int least, int most)
{
    SlowField field;
    field.isAny = text.startsWith(u'*');
    for (const QString &part : text.split(u',')) {
        const QStringList halves = part.split(u'/');
        const QStringList ends = halves.first().split(u'-');
        const bool any = halves.first() == u"*"_s;
        const int first = any ? least : ends.first().toInt();
        const int last = any ? most : ends.last().toInt();
        const int step = halves.size() > 1 ? halves.last().toInt() : 1;
        for (int value = first; value <= last; ++value) {
            if ((value - first) % step == 0)
                field.values.insert(value);
        }
    }
    return field;
}

class SlowLine
{
public:
    explicit SlowLine(const QString &line)
    {
        const QStringList parts = line.split(u' ');
        m_minutes = slowField(parts.at(0), 0, 59);
        m_hours = slowField(parts.at(1), 0, 23);
        m_days = slowField(parts.at(2), 1, 31);
        m_months = slowField(parts.at(3), 1, 12);
        m_weekdays = slowField(parts.at(4), 0, 6);
        if (m_weekdays.values.contains(7))
            m_weekdays.values.insert(0);
    }

    // The times in (after, until], by looking at what the clock on the wall shows in each minute.
    QList<Timestamp> times(const QTimeZone &zone, Timestamp after, Timestamp until) const
    {
        QList<Timestamp> found;
        QSet<qint64> seen; // minutes that the clock has shown
        const auto minuteOf = [&](Timestamp time) {
            const QDateTime at = QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count(), QTimeZone::utc());
            return at.toMSecsSinceEpoch() / 60'000 + zone.offsetFromUtc(at) / 60;
        };
        Timestamp time = std::chrono::floor<std::chrono::minutes>(after) - 24h;
        qint64 before = minuteOf(time - 1min);
        for (; time <= until; time += 1min) {
            const qint64 shows = minuteOf(time);
            bool comes = matches(shows) && (m_minutes.isAny || m_hours.isAny || !seen.contains(shows));
            for (qint64 skipped = before + 1; skipped < shows && !m_hours.isAny; ++skipped)
                comes = comes || matches(skipped);
            seen.insert(shows);
            before = shows;
            if (comes && time > after)
                found.append(time);
        }
        return found;
    }

private:
    bool matches(qint64 minute) const
    {
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(minute * 60'000, QTimeZone::utc());
        const QDate date = at.date();
        const bool day = m_days.values.contains(date.day());
        const bool weekday = m_weekdays.values.contains(date.dayOfWeek() % 7);
        return m_minutes.values.contains(at.time().minute()) && m_hours.values.contains(at.time().hour())
               && m_months.values.contains(date.month())
               && (m_days.isAny || m_weekdays.isAny ? day && weekday : day || weekday);
    }

    SlowField m_minutes;
    SlowField m_hours;
    SlowField m_days;
    SlowField m_months;
    SlowField m_weekdays;
};

QString anyField(QRandomGenerator &random, int least, int most)
{
    const auto value = [&] { return random.bounded(least, most + 1); };
    switch (random.bounded(6)) {
    case 0:
        return QString::number(value());
    case 1: {
        const int first = value();
        return u"%1-%2"_s.arg(first).arg(random.bounded(first, most + 1));
    }
    case 2:
        return u"*/%1"_s.arg(random.bounded(1, most + 1));
    case 3:
        return u"%1,%2"_s.arg(value()).arg(value());
    case 4: {
        const int first = value();
        return u"%1-%2/%3"_s.arg(first).arg(random.bounded(first, most + 1)).arg(random.bounded(1, most + 1));
    }
    default:
        return u"*"_s;
    }
}

} // namespace

class CronLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comes_data();
    void comes();
    void wrong_data();
    void wrong();
    void clocksAreChanged_data();
    void clocksAreChanged();
    void isAsTheSlowReference_data();
    void isAsTheSlowReference();
    void isFast();
};

void CronLineTest::comes_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("times");
    const auto row = [](const char *line, const char *after, const char *times) {
        QTest::addRow("%s after %s", line, after)
            << QString::fromLatin1(line) << QString::fromLatin1(after) << QString::fromLatin1(times);
    };
    row("*/5 * * * *", "2025-01-01T00:00:00Z", "2025-01-01T00:05 2025-01-01T00:10");
    row("* * * * *", "2025-01-01T00:00:59.999Z", "2025-01-01T00:01 2025-01-01T00:02");
    row("* * * * *", "2025-01-01T00:00:59Z", "2025-01-01T00:01");
    row("0 3 * * *", "2025-01-01T02:59:59Z", "2025-01-01T03:00 2025-01-02T03:00");
    row("0 3 * * *", "2025-01-01T03:00:00Z", "2025-01-02T03:00");
    row("1,4,58-59 23 31 12 *", "2025-01-01T00:00:00Z",
        "2025-12-31T23:01 2025-12-31T23:04 2025-12-31T23:58 2025-12-31T23:59 2026-12-31T23:01");
    row("10-40/15 8 * * *", "2025-01-01T00:00:00Z",
        "2025-01-01T08:10 2025-01-01T08:25 2025-01-01T08:40 2025-01-02T08:10");
    row("0 0 * JAN mon", "2025-01-01T00:00:00Z", "2025-01-06T00:00 2025-01-13T00:00");
    row("0 0 * * fri-sun", "2025-01-01T00:00:00Z",
        "2025-01-03T00:00 2025-01-04T00:00 2025-01-05T00:00 2025-01-10T00:00");
    row("0 0 * * 5-7", "2025-01-01T00:00:00Z", "2025-01-03T00:00 2025-01-04T00:00 2025-01-05T00:00 2025-01-10T00:00");
    row("0 0 * * 7", "2025-01-01T00:00:00Z", "2025-01-05T00:00 2025-01-12T00:00");
    row("0 0 * * */2", "2025-01-01T00:00:00Z", "2025-01-02T00:00 2025-01-04T00:00 2025-01-05T00:00");
    // As Vixie's cron: both fields of the day restricted, one of them is enough.
    row("0 0 13 * FRI", "2025-06-01T00:00:00Z",
        "2025-06-06T00:00 2025-06-13T00:00 2025-06-20T00:00 2025-06-27T00:00 2025-07-04T00:00 2025-07-11T00:00 "
        "2025-07-13T00:00");
    // One of them begins with *: both must match.
    row("0 0 */10 * MON", "2025-01-01T00:00:00Z", "2025-03-31T00:00 2025-04-21T00:00");
    row("0 0 29 2 *", "2025-01-01T00:00:00Z", "2028-02-29T00:00 2032-02-29T00:00");
    row("0 0 29 2 *", "2096-03-01T00:00:00Z", "2104-02-29T00:00");
    row("0 0 29 2 */7", "2025-01-01T00:00:00Z", "2032-02-29T00:00 2060-02-29T00:00");
    row("  0  0  1  1  *  ", "2025-01-01T00:00:00Z", "2026-01-01T00:00");
    row("@yearly", "2025-01-01T00:00:00Z", "2026-01-01T00:00");
    row("@annually", "2025-01-01T00:00:00Z", "2026-01-01T00:00");
    row("@monthly", "2025-01-01T00:00:00Z", "2025-02-01T00:00");
    row("@weekly", "2025-01-01T00:00:00Z", "2025-01-05T00:00");
    row("@daily", "2025-01-01T00:00:00Z", "2025-01-02T00:00");
    row("@midnight", "2025-01-01T00:00:00Z", "2025-01-02T00:00");
    row("@Hourly", "2025-01-01T00:00:00Z", "2025-01-01T01:00 2025-01-01T02:00");
}

void CronLineTest::comes()
{
    QFETCH(QString, line);
    QFETCH(QString, after);
    QFETCH(QString, times);
    QStringList wanted = times.split(u' ');
    for (QString &time : wanted)
        time += u"+00:00"_s;
    QCOMPARE(::times(line, "UTC", after, static_cast<int>(wanted.size())), wanted);
}

void CronLineTest::wrong_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *line, const char *problem) {
        QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(problem);
    };
    const char *const five = " (five: minute, hour, day of the month, month, day of the week, as 0 3 * * MON)";
    row("", qPrintable(u"has 0 fields"_s + QString::fromLatin1(five)));
    row("* * * *", qPrintable(u"has 4 fields"_s + QString::fromLatin1(five)));
    row("0 * * * * *", qPrintable(u"has 6 fields"_s + QString::fromLatin1(five)));
    row("60 * * * *", "has '60' among its minutes (0 to 59)");
    row("-1 * * * *", "has '' among its minutes (0 to 59)");
    row("* 24 * * *", "has '24' among its hours (0 to 23)");
    row("* * 0 * *", "has '0' among its days of the month (1 to 31)");
    row("* * 32 * *", "has '32' among its days of the month (1 to 31)");
    row("* * * 13 *", "has '13' among its months (1 to 12 or JAN to DEC)");
    row("* * * MON *", "has 'MON' among its months (1 to 12 or JAN to DEC)");
    row("* * * * 8", "has '8' among its days of the week (0 to 7 or SUN to SAT)");
    row("* * * * Monday", "has 'Monday' among its days of the week (0 to 7 or SUN to SAT)");
    row("1, * * * *", "has '' among its minutes (0 to 59)");
    row("00000000000001 * * * *", "has '00000000000001' among its minutes (0 to 59)");
    row("99999999999999999999 * * * *", "has '99999999999999999999' among its minutes (0 to 59)");
    row("1-2-3 * * * *", "has '2-3' among its minutes (0 to 59)");
    row("٣ * * * *", "has '٣' among its minutes (0 to 59)");
    row("*/0 * * * *", "has the step '0' among its minutes (1 to 59)");
    row("*/60 * * * *", "has the step '60' among its minutes (1 to 59)");
    row("*/ * * * *", "has the step '' among its minutes (1 to 59)");
    row("*/1/2 * * * *", "has the step '1/2' among its minutes (1 to 59)");
    row("5/15 * * * *", "has '5/15' among its minutes, a step without a range (write 5-59/…)");
    row("50-10 * * * *",
        "has '50-10' among its minutes, which ends before it begins (write two ranges, as 50-59,0-10)");
    row("* * * * SAT-MON",
        "has 'SAT-MON' among its days of the week, which ends before it begins (write two ranges, as 6-6,0-1)");
    row("0 0 L * *", "has 'L' among its days of the month (1 to 31)");
    row("0 0 30 2 *", "never comes: none of its months has such a day (0 0 30 2 *)");
    row("0 0 31 2,4,6,9,11 *", "never comes: none of its months has such a day (0 0 31 2,4,6,9,11 *)");
    row("@reboot", "cannot be @reboot (a [[component]] with autostart is started with the server)");
    row("@often", "cannot be '@often' (@hourly, @daily, @weekly, @monthly, @yearly, or five fields as 0 3 * * MON)");
}

void CronLineTest::wrong()
{
    QFETCH(QString, line);
    const Result<CronLine> parsed = CronLine::parse(line);
    QVERIFY(!parsed);
    QTEST(parsed.error().message.text(), "problem");
    QVERIFY(!CronLine::parse(u"0"_s + QString(20'000, u',') + u" * * * *"_s));
}

// docs/model.md, "Schedules": "a local time that does not exist comes at the first instant after the gap", "one that exists
// twice comes the first time".
void CronLineTest::clocksAreChanged_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("times");
    const auto row = [](const char *zone, const char *what, const char *line, const char *after, const char *times) {
        QTest::addRow("%s %s: %s", zone, what, line) << QString::fromLatin1(line) << QByteArray(zone)
                                                     << QString::fromLatin1(after) << QString::fromLatin1(times);
    };
    // At 02:00+01:00 it becomes 03:00+02:00.
    const char *zone = "Europe/Berlin";
    const char *gap = "2025-03-29T12:00:00Z";
    row(zone, "gap", "30 2 * * *", gap, "2025-03-30T03:00+02:00 2025-03-31T02:30+02:00");
    row(zone, "gap", "0,30 2 * * *", gap, "2025-03-30T03:00+02:00 2025-03-31T02:00+02:00");
    row(zone, "gap", "0 2,3 * * *", gap, "2025-03-30T03:00+02:00 2025-03-31T02:00+02:00");
    row(zone, "gap", "0 3 * * *", gap, "2025-03-30T03:00+02:00 2025-03-31T03:00+02:00");
    row(zone, "gap", "59 1 * * *", gap, "2025-03-30T01:59+01:00 2025-03-31T01:59+02:00");
    row(zone, "gap", "*/20 2 * * *", gap, "2025-03-30T03:00+02:00 2025-03-31T02:00+02:00");
    row(zone, "gap", "30 * * * *", "2025-03-30T00:00:00Z", "2025-03-30T01:30+01:00 2025-03-30T03:30+02:00");
    row(zone, "gap", "0 2 30 3 *", "2025-03-30T01:00:00Z", "2026-03-30T02:00+02:00"); // the gap itself was that run
    // At 03:00+02:00 it becomes 02:00+01:00.
    const char *twice = "2025-10-25T12:00:00Z";
    row(zone, "twice", "30 2 * * *", twice, "2025-10-26T02:30+02:00 2025-10-27T02:30+01:00");
    row(zone, "twice", "0 2,3 * * *", twice, "2025-10-26T02:00+02:00 2025-10-26T03:00+01:00 2025-10-27T02:00+01:00");
    row(zone, "twice", "30 2 * * *", "2025-10-26T01:00:00Z", "2025-10-27T02:30+01:00"); // asked in the second hour
    row(zone, "twice", "30 * * * *", "2025-10-26T00:00:00Z",
        "2025-10-26T02:30+02:00 2025-10-26T02:30+01:00 2025-10-26T03:30+01:00");
    row(zone, "twice", "*/30 2 * * *", twice,
        "2025-10-26T02:00+02:00 2025-10-26T02:30+02:00 2025-10-26T02:00+01:00 2025-10-26T02:30+01:00 "
        "2025-10-27T02:00+01:00");
    // At 02:00-05:00 it becomes 03:00-04:00, and at 02:00-04:00 01:00-05:00.
    zone = "America/New_York";
    row(zone, "gap", "30 2 * * *", "2025-03-08T12:00:00Z", "2025-03-09T03:00-04:00 2025-03-10T02:30-04:00");
    row(zone, "gap", "30 * * * *", "2025-03-09T06:00:00Z", "2025-03-09T01:30-05:00 2025-03-09T03:30-04:00");
    row(zone, "twice", "30 1 * * *", "2025-11-01T12:00:00Z", "2025-11-02T01:30-04:00 2025-11-03T01:30-05:00");
    row(zone, "twice", "30 * * * *", "2025-11-02T05:00:00Z",
        "2025-11-02T01:30-04:00 2025-11-02T01:30-05:00 2025-11-02T02:30-05:00");
    // At 02:00+10:30 it becomes 02:30+11:00, and at 02:00+11:00 01:30+10:30.
    zone = "Australia/Lord_Howe";
    row(zone, "gap", "15 2 * * *", "2025-10-04T12:00:00Z", "2025-10-05T02:30+11:00 2025-10-06T02:15+11:00");
    row(zone, "gap", "15,45 2 * * *", "2025-10-04T12:00:00Z",
        "2025-10-05T02:30+11:00 2025-10-05T02:45+11:00 2025-10-06T02:15+11:00");
    row(zone, "gap", "15 * * * *", "2025-10-04T14:30:00Z",
        "2025-10-05T01:15+10:30 2025-10-05T03:15+11:00 2025-10-05T04:15+11:00");
    row(zone, "twice", "45 1 * * *", "2025-04-05T12:00:00Z", "2025-04-06T01:45+11:00 2025-04-07T01:45+10:30");
    row(zone, "twice", "45 * * * *", "2025-04-05T14:00:00Z",
        "2025-04-06T01:45+11:00 2025-04-06T01:45+10:30 2025-04-06T02:45+10:30");
    // A day that did not exist, and a midnight.
    row("Pacific/Apia", "gap of a day", "0 12 30 12 *", "2011-12-29T20:00:00Z",
        "2011-12-31T00:00+14:00 2012-12-30T12:00+14:00");
    row("Asia/Beirut", "gap at midnight", "0 0 * * *", "2025-03-29T12:00:00Z",
        "2025-03-30T01:00+03:00 2025-03-31T00:00+03:00");
    // Across the last change that the files of the zone list, which may be the end of seconds in 32 bits, and long after it.
    row(zone, "gap", "15 2 * 10 *", "2038-01-19T03:14:07Z",
        "2038-10-01T02:15+10:30 2038-10-02T02:15+10:30 2038-10-03T02:30+11:00");
    row("Europe/Berlin", "last listed", "0 0 29 4 *", "2037-08-12T01:57:19Z", "2038-04-29T00:00+02:00");
    row("Europe/Berlin", "gap", "30 2 * 3 SUN", "2038-01-19T03:14:06Z",
        "2038-03-07T02:30+01:00 2038-03-14T02:30+01:00 2038-03-21T02:30+01:00 2038-03-28T03:00+02:00");
    row("Europe/Berlin", "gap", "30 2 * 3 SUN", "2060-03-27T12:00:00Z", "2060-03-28T03:00+02:00");
    row("Europe/Berlin", "twice", "30 2 * 10 SUN", "2060-10-30T12:00:00Z",
        "2060-10-31T02:30+02:00 2061-10-02T02:30+02:00");
}

void CronLineTest::clocksAreChanged()
{
    QFETCH(QString, line);
    QFETCH(QByteArray, zone);
    QFETCH(QString, after);
    QFETCH(QString, times);
    const QStringList wanted = times.split(u' ');
    QCOMPARE(::times(line, zone.constData(), after, static_cast<int>(wanted.size())), wanted);
}

void CronLineTest::isAsTheSlowReference_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QStringList>("days"); // round which the clocks are changed
    QTest::newRow("Berlin") << QByteArray("Europe/Berlin") << QStringList{u"2025-03-29"_s, u"2025-10-25"_s};
    QTest::newRow("New York") << QByteArray("America/New_York") << QStringList{u"2025-03-08"_s, u"2025-11-01"_s};
    QTest::newRow("Lord Howe") << QByteArray("Australia/Lord_Howe") << QStringList{u"2025-04-05"_s, u"2025-10-04"_s};
    QTest::newRow("Beirut") << QByteArray("Asia/Beirut") << QStringList{u"2025-03-29"_s, u"2025-10-25"_s};
    QTest::newRow("Kolkata") << QByteArray("Asia/Kolkata") << QStringList{u"2025-02-27"_s, u"2024-12-30"_s};
}

void CronLineTest::isAsTheSlowReference()
{
    QFETCH(QByteArray, zone);
    QFETCH(QStringList, days);
    QRandomGenerator random(4711);
    const QTimeZone there(zone);
    for (int i = 0; i < 60; ++i) {
        const QString day = random.bounded(3) == 0 ? anyField(random, 1, 31) : u"*"_s;
        const QString month = random.bounded(6) == 0 ? anyField(random, 1, 12) : u"*"_s;
        const QString weekday = random.bounded(3) == 0 ? anyField(random, 0, 7) : u"*"_s;
        const QString line =
            QStringList{anyField(random, 0, 59), anyField(random, 0, 23), day, month, weekday}.join(u' ');
        const Result<CronLine> parsed = CronLine::parse(line);
        if (!parsed) {
            QVERIFY2(parsed.error().message.startsWith(u"never comes"_s), qPrintable(line + parsed.error().message));
            continue;
        }
        const Timestamp from = *fromIso(days.at(i % 2) + u"T06:00:00Z"_s) + Milliseconds(random.bounded(60'000));
        const Timestamp until = from + std::chrono::hours(54);
        QStringList found;
        for (auto time = nextTime(*parsed, there, from); time && *time <= until; time = nextTime(*parsed, there, *time))
            found.append(shown(*time, there));
        QStringList wanted;
        for (const Timestamp time : SlowLine(line).times(there, from, until))
            wanted.append(shown(time, there));
        QVERIFY2(found == wanted, qPrintable(u"%1: %2 instead of %3"_s.arg(line, found.join(u' '), wanted.join(u' '))));
    }
}

// A thousand schedules that all come each minute, and the longest search there is.
void CronLineTest::isFast()
{
    const QTimeZone zone("Europe/Berlin");
    const auto often = CronLine::parse(u"*/5 * * * *"_s);
    const auto seldom = CronLine::parse(u"0 0 29 2 */7"_s);
    const Timestamp now = *fromIso(u"2032-03-01T00:00:00Z"_s);
    QBENCHMARK
    {
        for (int i = 0; i < 1000; ++i)
            (void)nextTime(*often, zone, now);
    }
    QElapsedTimer timer;
    timer.start();
    QVERIFY(nextTime(*seldom, zone, now));
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(CronLineTest)
#include "tst_cronline.moc"
