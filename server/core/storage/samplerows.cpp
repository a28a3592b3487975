// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/storage/samplerows.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox::core::samples {

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 stepMilliseconds = 10 * minute;            // of ticks joined at once
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
    QString where(const QString &condition) const
    {
        return u" WHERE "_s % (key.isEmpty() ? QString() : key % u"=? AND "_s) % condition;
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

// Joins ticks into minutes. Replaces a minute that is there already: after the clock went back, the newer one counts.
Result<void> join(Database &database, const Tables &tables, const QVariant &whose, qlonglong before)
{
    const QString key = tables.key.isEmpty() ? QString() : tables.key % u',';
    const QString columns = tables.list(u"%1,%1_low,%1_high"_s);
    const QString joined = tables.list(u"avg(%1),min(%1),max(%1)"_s);
    const QString sql = u"INSERT OR REPLACE INTO "_s % tables.minutes % u'(' % key % u"time,"_s % columns
                        % u") SELECT "_s % key % u"time/60000*60000 AS minute,"_s % joined % u" FROM "_s % tables.ticks
                        % tables.where(u"time<?"_s) % u" GROUP BY minute"_s;
    if (const auto done = database.run(sql, tables.values(whose, {before})); !done)
        return done;
    return database.run(u"DELETE FROM "_s % tables.ticks % tables.where(u"time<?"_s), tables.values(whose, {before}));
}

Result<void> forget(Database &database, const Tables &tables, const QVariant &whose, qlonglong before)
{
    return database.run(u"DELETE FROM "_s % tables.minutes % tables.where(u"time<?"_s), tables.values(whose, {before}));
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

// Does work for one step of `size` ms from the oldest row on, at most up to the horizon; true: older rows are left.
template<typename Work>
Result<bool> step(Database &database, const QString &table, qlonglong horizon, qlonglong size, Work work)
{
    const Result<QVariant> oldest = database.value(u"SELECT min(time) FROM "_s % table);
    if (!oldest)
        return Unexpected{oldest.error()};
    if (oldest->isNull() || oldest->toLongLong() >= horizon)
        return false;
    const qlonglong before = std::min(horizon, oldest->toLongLong() / minute * minute + size);
    if (const Result<void> host = work(hostTables(), QVariant(), before); !host)
        return Unexpected{host.error()};
    for (const auto &[tables, names] :
         {std::pair(&componentTables(), u"components"_s), std::pair(&figureTables(), u"figures"_s)}) {
        const Result<QVariantList> numbers = numbersIn(database, names);
        if (!numbers)
            return Unexpected{numbers.error()};
        for (const QVariant &number : *numbers) {
            if (const Result<void> one = work(*tables, number, before); !one)
                return Unexpected{one.error()};
        }
    }
    return before < horizon;
}

struct Extent // of the rows of one table in a range
{
    qlonglong rows = 0;
    qlonglong first = std::numeric_limits<qlonglong>::max();
    qlonglong last = std::numeric_limits<qlonglong>::min();
};

Result<Extent> extentOf(Database &database, const Tables &tables, const QString &table, const QVariantList &range)
{
    Result<Rows> found = database.ask(
        u"SELECT count(*),min(time),max(time) FROM "_s % table % tables.where(u"time BETWEEN ? AND ?"_s), range);
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
    const QString range = tables.where(u"time BETWEEN ? AND ?"_s);
    const QString minutes =
        u"SELECT time,30 AS weight,"_s % tables.list(u"%1,%1_low,%1_high"_s) % u" FROM "_s % tables.minutes % range;
    const QString ticks = u"SELECT time,1 AS weight,"_s % tables.list(u"%1,%1 AS %1_low,%1 AS %1_high"_s) % u" FROM "_s
                          % tables.ticks % range;
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

// Keeps a row of a component or figure, of which the first row finds no number: it is given one first.
Result<void> keepOf(Database &database, const QString &keep, const QVariantList &values, const QString &know,
                    const QVariantList &name)
{
    const Result<int> kept = database.change(keep, values);
    if (!kept || *kept > 0)
        return kept ? Result<void>() : Unexpected{kept.error()};
    if (const auto known = database.run(know, name); !known)
        return known;
    return database.run(keep, values);
}

// The component is known already.
Result<void> writeFigures(Database &database, Timestamp time, const QString &componentId,
                          const QMap<QString, double> &figures)
{
    static const QString know =
        u"INSERT OR IGNORE INTO figures(component,name) SELECT number,? FROM components WHERE id=?"_s;
    static const QString keep = u"INSERT OR REPLACE INTO figure_samples(figure,time,value)"
                                " SELECT figures.number,?,? FROM figures JOIN components"
                                " ON figures.component=components.number WHERE components.id=? AND figures.name=?"_s;
    for (const auto &[name, value] : figures.asKeyValueRange()) {
        const QVariantList values{rows::milliseconds(time), value, componentId, name};
        if (const auto kept = keepOf(database, keep, values, know, {name, componentId}); !kept)
            return kept;
    }
    return {};
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
    static const QString sqlOfComponent =
        u"INSERT OR REPLACE INTO component_samples(component,time,%1) SELECT number,?%2 FROM components WHERE id=?"_s
            .arg(componentTables().list(u"%1"_s), u",?"_s.repeated(componentTables().columns.size()));
    static const QString know = u"INSERT OR IGNORE INTO components(id) VALUES(?)"_s;
    QVariantList values{rows::milliseconds(sample.time)};
    for (const Column &column : hostTables().columns)
        values.append(valueOf(*column.metric, sample));
    if (const auto written = database.run(sql, values); !written)
        return written;
    for (const auto &[id, figures] : sample.components.asKeyValueRange()) {
        values = {rows::milliseconds(sample.time)};
        for (const ComponentMetricInfo &metric : componentMetricTable)
            values.append(figures.*metric.member);
        values.append(id);
        if (const auto written = keepOf(database, sqlOfComponent, values, know, {id}); !written)
            return written;
        if (const auto written = writeFigures(database, sample.time, id, figures.figures); !written)
            return written;
    }
    return {};
}

Result<bool> thin(Database &database, Timestamp now, bool mayForget)
{
    const qlonglong rawHorizon = rows::milliseconds(now - rawKept) / minute * minute;
    const auto joinStep = [&](const Tables &tables, const QVariant &whose, qlonglong before) {
        return join(database, tables, whose, before);
    };
    const Result<bool> joining = step(database, hostTables().ticks, rawHorizon, stepMilliseconds, joinStep);
    if (!joining || !mayForget)
        return joining;
    const auto forgetStep = [&](const Tables &tables, const QVariant &whose, qlonglong before) {
        return forget(database, tables, whose, before);
    };
    const Result<bool> forgetting =
        step(database, hostTables().minutes, rows::milliseconds(now - minutesKept), forgetMilliseconds, forgetStep);
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
