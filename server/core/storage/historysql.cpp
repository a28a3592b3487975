// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/storage/historysql.h"

#include "server/core/storage/executionrows.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

constexpr int rowsAtMost = 1000;

// How many columns with an index of their own the filter uses.
int indexed(const HistoryFilter &filter)
{
    if (!filter.schedule.isEmpty())
        return 1; // its index is used before all others, whatever else is asked for
    if (!filter.orProjects.isEmpty())
        return 2; // one index cannot serve either-or in order
    return int(!filter.states.isEmpty()) + int(!filter.kinds.isEmpty()) + int(!filter.owner.isEmpty())
           + int(!filter.dialect.isEmpty()) + int(!filter.project.isEmpty());
}

class Where
{
public:
    // Without ownIndices SQLite must use executions_list: a + before a column forbids that column's own index.
    Where(const HistoryFilter &filter, bool ownIndices)
        : m_prefix(ownIndices && filter.schedule.isEmpty() ? QString() : u"+"_s)
    {
        if (!filter.schedule.isEmpty())
            add(u"schedule=?"_s, {filter.schedule});
        oneOf(u"state"_s, filter.states);
        oneOf(u"kind"_s, filter.kinds);
        if (filter.owner.isEmpty() || filter.orProjects.isEmpty())
            is(u"owner"_s, filter.owner);
        else
            ownerOrProjects(filter.owner, filter.orProjects);
        is(u"dialect"_s, filter.dialect);
        is(u"project"_s, filter.project);
        if (filter.createdFrom)
            add(u"created>=?"_s, {qlonglong(filter.createdFrom->time_since_epoch().count())});
        if (filter.createdTo)
            add(u"created<=?"_s, {qlonglong(filter.createdTo->time_since_epoch().count())});
        if (!filter.text.isEmpty()) {
            const QString pattern = likePattern(filter.text);
            add(u"(id LIKE ? ESCAPE '\\' OR name LIKE ? ESCAPE '\\')"_s, {pattern, pattern});
        }
    }

    QString sql() const { return m_conditions.isEmpty() ? QString() : u" WHERE "_s % m_conditions.join(u" AND "_s); }
    const QVariantList &values() const { return m_values; }

private:
    void add(const QString &condition, const QVariantList &values)
    {
        m_conditions.append(condition);
        m_values.append(values);
    }
    void is(const QString &column, const QString &wanted)
    {
        if (!wanted.isEmpty())
            add(m_prefix % column % u"=?"_s, {wanted});
    }
    void ownerOrProjects(const QString &owner, const QStringList &projects)
    {
        const QStringList marks(projects.size(), u"?"_s);
        QVariantList values{owner};
        for (const QString &project : projects)
            values.append(project);
        add(u"(+owner=? OR +project IN ("_s % marks.join(u',') % u"))"_s, values);
    }
    template<typename Enum>
    void oneOf(const QString &column, const QList<Enum> &wanted)
    {
        if (wanted.isEmpty())
            return;
        QVariantList names;
        for (const Enum value : wanted)
            names.append(toString(value));
        const QStringList marks(names.size(), u"?"_s);
        add(m_prefix % column % u" IN ("_s % marks.join(u',') % u')', names);
    }

    QString m_prefix;
    QStringList m_conditions;
    QVariantList m_values;
};

} // namespace

QString likePattern(const QString &part)
{
    QString pattern;
    for (const QChar c : part) {
        if (c == u'%' || c == u'_' || c == u'\\')
            pattern += u'\\';
        pattern += c;
    }
    return u'%' % pattern % u'%';
}

Statement historyPage(const HistoryQuery &query)
{
    const QString newestFirst = u" ORDER BY created DESC,number DESC"_s;
    // Several values in one index would have to be sorted by time first.
    const bool inOrder = query.filter.states.size() <= 1 && query.filter.kinds.size() <= 1;
    const Where where(query.filter, inOrder && indexed(query.filter) == 1);
    const QString page = u"SELECT number FROM executions"_s % where.sql() % newestFirst % u" LIMIT ? OFFSET ?"_s;
    return {u"SELECT "_s % rows::readColumns() % u" FROM executions WHERE number IN ("_s % page % u')' % newestFirst,
            where.values() + QVariantList{std::clamp(query.limit, 0, rowsAtMost), std::max(0, query.offset)}};
}

Statement historyTotal(const HistoryFilter &filter)
{
    const Where where(filter, indexed(filter) == 1);
    return {u"SELECT count(*) FROM executions"_s % where.sql(), where.values()};
}

} // namespace signalbox::core
