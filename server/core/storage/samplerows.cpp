// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/storage/samplerows.h"

#include "server/json/jsonwriter.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace signalbox::core::samples {

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 stepMilliseconds = 10 * minute;            // of ticks joined at once
constexpr qint64 joinedAtOnce = 200;                        // components or figures
constexpr qint64 forgetMilliseconds = 24LL * 60LL * minute; // of minutes forgotten at once

// One figure of a sample, in its column.
struct Column
{
    QString name;
    const MetricInfo *metric = nullptr; // whose member of MetricsSample holds it
};
using Columns = QList<Column>;

Columns storedMetrics()
{
    Columns stored;
    for (const MetricInfo &metric : metricTable) {
        if (!metric.column.isEmpty())
            stored.append({metric.column, &metric});
    }
    return stored;
}

// In a component's samples the members of the host hold its own figures (SamplesQuery).
Columns componentMetrics()
{
    Columns stored;
    for (const ComponentMetricInfo &metric : componentMetricTable)
        stored.append({metricInfo(metric.host).column, &metricInfo(metric.host)});
    return stored;
}

// Two tables: of the host, of all components, or of all figures that programs tell. The last two have a column more that
// says whose a row is.
struct Tables
{
    QString ticks;
    QString minutes;
    Columns columns;
    QString key; // of that column; empty: of the host

    QString list(const QString &pattern) const // %1 is the column
    {
        QStringList texts;
        for (const Column &column : columns)
            texts.append(QString(pattern).replace(u"%1"_s, column.name));
        return texts.join(u',');
    }
    // The rows of one in a range of time; values() gives what is bound. Ticks stand by time: those of one component are
    // found at the times that the host's have.
    QString between(const QString &table) const
    {
        const QString range = u"time BETWEEN ? AND ?"_s;
        if (key.isEmpty())
            return u" FROM "_s % table % u" WHERE "_s % range;
        if (table == ticks)
            return u" FROM "_s % table % u" WHERE "_s % key % u"=? AND time IN (SELECT time FROM samples WHERE "_s
                   % range % u')';
        return u" FROM "_s % table % u" WHERE "_s % key % u"=? AND "_s % range;
    }
    QVariantList values(const QVariant &whose, const QVariantList &others) const
    {
        return key.isEmpty() ? others : QVariantList{whose} + others;
    }
};

const Tables &hostTables()
{
    static const Tables tables{u"samples"_s, u"sample_minutes"_s, storedMetrics(), {}};
    return tables;
}

const Tables &componentTables()
{
    static const Tables tables{u"component_samples"_s, u"component_minutes"_s, componentMetrics(), u"component"_s};
    return tables;
}

const Tables &figureTables()
{
    static const Tables tables{
        u"figure_samples"_s, u"figure_minutes"_s, {{u"value"_s, &metricInfo(SamplesQuery::figureMetric)}}, u"figure"_s};
    return tables;
}

// Joins ticks of these times into minutes. Replaces a minute that is there already: after the clock went back, the newer one
// counts.
Result<void> join(Database &database, const Tables &tables, const QString &where, const QVariantList &values)
{
    const QString key = tables.key.isEmpty() ? QString() : tables.key % u',';
    const QString columns = tables.list(u"%1,%1_low,%1_high"_s);
    const QString joined = tables.list(u"avg(%1),min(%1),max(%1)"_s);
    const QString sql = u"INSERT OR REPLACE INTO "_s % tables.minutes % u'(' % key % u"time,"_s % columns
                        % u") SELECT "_s % key % u"time/60000*60000 AS minute,"_s % joined % u" FROM "_s % tables.ticks
                        % where % u" GROUP BY "_s % key % u"minute"_s;
    if (const auto done = database.run(sql, values); !done)
        return done;
    return database.run(u"DELETE FROM "_s % tables.ticks % where, values);
}

// Of the next components or figures that have ticks before the end. True: of some there were.
Result<bool> joinSome(Database &database, const Tables &tables, qlonglong end)
{
    const QString times = u" WHERE time IN (SELECT time FROM samples WHERE time<?)"_s;
    const Result<QVariant> first =
        database.value(u"SELECT %1 FROM %2%3 ORDER BY time,%1 LIMIT 1"_s.arg(tables.key, tables.ticks, times), {end});
    if (!first || first->isNull())
        return first ? Result<bool>(false) : Unexpected{first.error()};
    const auto joined = join(database, tables, times % u" AND %1 BETWEEN ? AND ?"_s.arg(tables.key),
                             {end, *first, first->toLongLong() + joinedAtOnce - 1});
    return joined ? Result<bool>(true) : Unexpected{joined.error()};
}

Result<QVariantList> numbersIn(Database &database, const QString &table)
{
    Result<Rows> found = database.ask(u"SELECT number FROM "_s % table);
    if (!found)
        return Unexpected{found.error()};
    QVariantList numbers;
    while (found->next())
        numbers.append(found->value(0));
    return numbers;
}

// The end of a step of `size` ms from the oldest row on, at most the horizon; none: there is nothing before the horizon.
Result<std::optional<qlonglong>> endOfStep(Database &database, const QString &table, qlonglong horizon, qlonglong size)
{
    const Result<QVariant> oldest = database.value(u"SELECT min(time) FROM "_s % table);
    if (!oldest)
        return Unexpected{oldest.error()};
    if (oldest->isNull() || oldest->toLongLong() >= horizon)
        return std::optional<qlonglong>();
    return std::optional(std::min(horizon, oldest->toLongLong() / minute * minute + size));
}

// Ten minutes of some components or figures, or, when theirs are joined, of the host. True: older ticks are left.
Result<bool> joinStep(Database &database, qlonglong horizon)
{
    const auto end = endOfStep(database, hostTables().ticks, horizon, stepMilliseconds);
    if (!end || !*end)
        return end ? Result<bool>(false) : Unexpected{end.error()};
    for (const Tables *tables : {&componentTables(), &figureTables()}) {
        if (const Result<bool> some = joinSome(database, *tables, **end); !some || *some)
            return some;
        // A row without a tick of the host at its time is found by no query.
        const auto orphans = database.run(u"DELETE FROM %1 WHERE time<?"_s.arg(tables->ticks), {**end});
        if (!orphans)
            return Unexpected{orphans.error()};
    }
    const auto host = join(database, hostTables(), u" WHERE time<?"_s, {**end});
    return host ? Result<bool>(**end < horizon) : Unexpected{host.error()};
}

// True: older minutes are left.
Result<bool> forgetStep(Database &database, qlonglong horizon)
{
    const auto end = endOfStep(database, hostTables().minutes, horizon, forgetMilliseconds);
    if (!end || !*end)
        return end ? Result<bool>(false) : Unexpected{end.error()};
    const QString sql = u"DELETE FROM %1 WHERE %2time<?"_s;
    if (const auto host = database.run(sql.arg(hostTables().minutes, QString()), {**end}); !host)
        return Unexpected{host.error()};
    for (const auto &[tables, names] :
         {std::pair(&componentTables(), u"components"_s), std::pair(&figureTables(), u"figures"_s)}) {
        const Result<QVariantList> numbers = numbersIn(database, names);
        if (!numbers)
            return Unexpected{numbers.error()};
        for (const QVariant &number : *numbers) {
            const auto one = database.run(sql.arg(tables->minutes, tables->key % u"=? AND "_s), {number, **end});
            if (!one)
                return Unexpected{one.error()};
        }
    }
    return **end < horizon;
}

struct Extent // of the rows of one table in a range
{
    qlonglong rows = 0;
    qlonglong first = std::numeric_limits<qlonglong>::max();
    qlonglong last = std::numeric_limits<qlonglong>::min();
};

Result<Extent> extentOf(Database &database, const Tables &tables, const QString &table, const QVariantList &range)
{
    Result<Rows> found = database.ask(u"SELECT count(*),min(time),max(time)"_s % tables.between(table), range);
    if (!found)
        return Unexpected{found.error()};
    if (!found->next() || found->value(0).toLongLong() == 0)
        return Extent{};
    return Extent{found->value(0).toLongLong(), found->value(1).toLongLong(), found->value(2).toLongLong()};
}

enum class Source { Ticks, Minutes, Both };

// Of a range of each: time, weight, and of each column the mean, the lowest and the highest. A minute weighs as many ticks
// as it has at the usual cadence.
QString rowsOf(const Tables &tables, Source source)
{
    const QString minutes =
        u"SELECT time,30 AS weight,"_s % tables.list(u"%1,%1_low,%1_high"_s) % tables.between(tables.minutes);
    const QString ticks =
        u"SELECT time,1 AS weight,"_s % tables.list(u"%1,%1 AS %1_low,%1 AS %1_high"_s) % tables.between(tables.ticks);
    if (source == Source::Both)
        return minutes % u" UNION ALL "_s % ticks;
    return source == Source::Minutes ? minutes : ticks;
}

QString everySql(const Tables &tables)
{
    return u"SELECT time,time,"_s % tables.list(u"%1_low,%1_high,%1"_s) % u" FROM ("_s % rowsOf(tables, Source::Both)
           % u") ORDER BY 1"_s;
}

// Each group is asked for by itself: all at once would be sorted, which takes three times as long for a month.
QString joinedSql(const Tables &tables, Source source)
{
    const QString mean = source == Source::Both ? u"sum(%1*weight)/sum((%1 IS NOT NULL)*weight)"_s : u"avg(%1)"_s;
    return u"SELECT min(time),max(time),"_s % tables.list(u"min(%1_low),max(%1_high),"_s + mean) % u" FROM ("_s
           % rowsOf(tables, source) % u')';
}

void appendPoints(SamplesPage &page, const Tables &tables, const Rows &row, bool two)
{
    const qlonglong first = row.value(0).toLongLong();
    const qlonglong last = row.value(1).toLongLong();
    MetricsSample low;
    low.time = Timestamp(Milliseconds(first));
    MetricsSample high;
    MetricsSample mean;
    int column = 2;
    for (const Column &of : tables.columns) {
        setValue(*of.metric, low, row.value(column++).toDouble());
        setValue(*of.metric, high, row.value(column++).toDouble());
        setValue(*of.metric, mean, row.value(column++).toDouble());
    }
    // The row of a single minute has no end: the highest values stand in its middle.
    high.time = Timestamp(Milliseconds(last > first ? last : first + minute / 2));
    mean.time = Timestamp((low.time + (high.time - low.time) / 2).time_since_epoch());
    MetricsSample same = high;
    same.time = low.time;
    if (same == low || !two) {
        page.samples.append(same);
        return;
    }
    page.pairs.append(page.samples.size());
    page.means.append(mean);
    page.samples.append(low);
    page.samples.append(high);
}

Result<void> append(Database &database, SamplesPage &page, const Tables &tables, const QString &sql,
                    const QVariantList &values, bool two)
{
    Result<Rows> row = database.ask(sql, values);
    if (!row)
        return Unexpected{row.error()};
    while (row->next()) {
        if (!row->value(0).isNull()) // nothing was measured then
            appendPoints(page, tables, *row, two);
    }
    return {};
}

// The rows of one tick as a JSON array: a statement for each row would cost three times as much.
struct TickRows
{
    JsonWriter text = JsonWriter().beginArray();
    int count = 0;

    Result<void> write(Database &database, const QString &keep, const QString &know, Timestamp time)
    {
        if (count == 0)
            return {};
        const QString json = QString::fromUtf8(text.endArray().take());
        const Result<int> kept = database.change(keep, {rows::milliseconds(time), json});
        if (!kept || *kept == count)
            return kept ? Result<void>() : Unexpected{kept.error()};
        if (const Result<void> known = database.run(know, {json}); !known) // the first row of some: they get numbers
            return known;
        return database.run(keep, {rows::milliseconds(time), json});
    }
};

Result<void> writeComponents(Database &database, const MetricsSample &sample)
{
    static const QString know = u"INSERT OR IGNORE INTO components(id) SELECT value->>0 FROM json_each(?)"_s;
    static const QString keep = [] {
        QString values;
        for (int place = 1; place <= componentTables().columns.size(); ++place)
            values += u",one.value->>%1"_s.arg(place);
        return u"INSERT OR REPLACE INTO component_samples(component,time,%1) SELECT number,?%2 FROM json_each(?) AS one"
               " CROSS JOIN components ON components.id=one.value->>0"_s.arg(componentTables().list(u"%1"_s), values);
    }();
    TickRows tick;
    for (const auto &[id, figures] : sample.components.asKeyValueRange()) {
        tick.text.beginArray().value(id);
        for (const ComponentMetricInfo &metric : componentMetricTable)
            tick.text.value(QJsonValue(figures.*metric.member));
        tick.text.endArray();
        ++tick.count;
    }
    return tick.write(database, keep, know, sample.time);
}

// After writeComponents(), which has given the components numbers.
Result<void> writeFigures(Database &database, const MetricsSample &sample)
{
    static const QString know = u"INSERT OR IGNORE INTO figures(component,name) SELECT number,one.value->>1"
                                " FROM json_each(?) AS one CROSS JOIN components ON components.id=one.value->>0"_s;
    static const QString keep = u"INSERT OR REPLACE INTO figure_samples(figure,time,value)"
                                " SELECT figures.number,?,one.value->>2 FROM json_each(?) AS one"
                                " CROSS JOIN components ON components.id=one.value->>0"
                                " CROSS JOIN figures ON figures.component=components.number"
                                " AND figures.name=one.value->>1"_s;
    TickRows tick;
    for (const auto &[id, component] : sample.components.asKeyValueRange()) {
        for (const auto &[name, value] : component.figures.asKeyValueRange()) {
            tick.text.beginArray().value(id).value(name).value(QJsonValue(value)).endArray();
            ++tick.count;
        }
    }
    return tick.write(database, keep, know, sample.time);
}

// The number of the component or figure whose rows are asked for; null: it is not known.
Result<QVariant> keyOf(Database &database, const SamplesQuery &query)
{
    if (query.figure.isEmpty())
        return database.value(u"SELECT number FROM components WHERE id=?"_s, {query.componentId});
    return database.value(u"SELECT figures.number FROM figures JOIN components ON figures.component=components.number"
                          " WHERE components.id=? AND figures.name=?"_s,
                          {query.componentId, query.figure});
}

const Tables &tablesOf(const SamplesQuery &query)
{
    if (!query.figure.isEmpty())
        return figureTables();
    return query.componentId.isEmpty() ? hostTables() : componentTables();
}

} // namespace

Result<void> write(Database &database, const MetricsSample &sample)
{
    static const QString sql = u"INSERT OR REPLACE INTO samples(time,%1) VALUES(?%2)"_s.arg(
        hostTables().list(u"%1"_s), u",?"_s.repeated(hostTables().columns.size()));
    QVariantList values{rows::milliseconds(sample.time)};
    for (const Column &column : hostTables().columns)
        values.append(valueOf(*column.metric, sample));
    if (const auto written = database.run(sql, values); !written)
        return written;
    if (const auto written = writeComponents(database, sample); !written)
        return written;
    return writeFigures(database, sample);
}

Result<bool> thin(Database &database, Timestamp now, bool mayForget)
{
    const qlonglong rawHorizon = rows::milliseconds(now - rawKept) / stepMilliseconds * stepMilliseconds;
    const Result<bool> joining = joinStep(database, rawHorizon);
    if (!joining || !mayForget)
        return joining;
    const Result<bool> forgetting = forgetStep(database, rows::milliseconds(now - minutesKept));
    if (!forgetting)
        return forgetting;
    return *joining || *forgetting;
}

Result<SamplesPage> read(Database &database, const SamplesQuery &query)
{
    if (query.maxPoints < 1)
        return unexpected(ErrorCode::InvalidArgument, u"at least one point must be asked for"_s);
    const Tables &tables = tablesOf(query);
    QVariant whose;
    if (!tables.key.isEmpty()) {
        const Result<QVariant> number = keyOf(database, query);
        if (!number)
            return Unexpected{number.error()};
        if (number->isNull())
            return SamplesPage{};
        whose = *number;
    }
    const QVariantList range = tables.values(whose, {rows::milliseconds(query.from), rows::milliseconds(query.to)});
    const Result<Extent> ticks = extentOf(database, tables, tables.ticks, range);
    const Result<Extent> minutes = ticks ? extentOf(database, tables, tables.minutes, range) : ticks;
    if (!minutes)
        return Unexpected{minutes.error()};
    SamplesPage page;
    const bool isAll = ticks->rows + 2 * minutes->rows <= query.maxPoints;
    const bool two = query.maxPoints > 1;
    const qlonglong first = std::min(ticks->first, minutes->first);
    const qlonglong last = std::max(ticks->last, minutes->last);
    const qlonglong width = isAll ? 0 : (last - first) / std::max(1, query.maxPoints / 2) + 1;
    page.stretch = Milliseconds(std::max(width, minutes->rows > 0 ? minute : 0));
    if (isAll) {
        const Result<void> read = append(database, page, tables, everySql(tables), range + range, two);
        return read ? Result<SamplesPage>(std::move(page)) : Unexpected{read.error()};
    }
    for (qlonglong begin = first; begin <= last; begin += width) {
        const qlonglong end = begin + width - 1;
        const bool hasTicks = ticks->rows > 0 && end >= ticks->first && begin <= ticks->last;
        const bool hasMinutes = minutes->rows > 0 && end >= minutes->first && begin <= minutes->last;
        const Source source = !hasMinutes ? Source::Ticks : hasTicks ? Source::Both : Source::Minutes;
        const QVariantList group = tables.values(whose, {begin, end});
        const Result<void> read = append(database, page, tables, joinedSql(tables, source),
                                         source == Source::Both ? group + group : group, two);
        if (!read)
            return Unexpected{read.error()};
    }
    return page;
}

} // namespace signalbox::core::samples
