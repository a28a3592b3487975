// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/storage/historysql.h"

#include "server/core/storage/executionrows.h"

#include <algorithm>

namespace signalbox::core {

namespace {

constexpr int rowsAtMost = 1000;

// A part of the text as LIKE wants it, with \ before what LIKE gives a meaning.
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

class Where
{
public:
    explicit Where(const HistoryFilter &filter)
    {
        oneOf(QStringLiteral("state"), filter.states);
        oneOf(QStringLiteral("kind"), filter.kinds);
        is(QStringLiteral("owner"), filter.owner);
        is(QStringLiteral("dialect"), filter.dialect);
        is(QStringLiteral("project"), filter.project);
        if (filter.createdFrom)
            add(QStringLiteral("created>=?"), {qlonglong(filter.createdFrom->time_since_epoch().count())});
        if (filter.createdTo)
            add(QStringLiteral("created<=?"), {qlonglong(filter.createdTo->time_since_epoch().count())});
        if (!filter.text.isEmpty()) {
            const QString pattern = likePattern(filter.text);
            add(QStringLiteral("(id LIKE ? ESCAPE '\\' OR name LIKE ? ESCAPE '\\')"), {pattern, pattern});
        }
    }

    QString sql() const
    {
        return m_conditions.isEmpty() ? QString()
                                      : QStringLiteral(" WHERE ") % m_conditions.join(QStringLiteral(" AND "));
    }
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
            add(column % QStringLiteral("=?"), {wanted});
    }
    template<typename Enum>
    void oneOf(const QString &column, const QList<Enum> &wanted)
    {
        if (wanted.isEmpty())
            return;
        QVariantList names;
        for (const Enum value : wanted)
            names.append(toString(value));
        const QStringList marks(names.size(), QStringLiteral("?"));
        add(column % QStringLiteral(" IN (") % marks.join(u',') % u')', names);
    }

    QStringList m_conditions;
    QVariantList m_values;
};

} // namespace

Statement historyPage(const HistoryQuery &query)
{
    const QString newestFirst = QStringLiteral(" ORDER BY created DESC,number DESC");
    const Where where(query.filter);
    const QString page = QStringLiteral("SELECT number FROM executions") % where.sql() % newestFirst
                         % QStringLiteral(" LIMIT ? OFFSET ?");
    return {QStringLiteral("SELECT ") % rows::readColumns() % QStringLiteral(" FROM executions WHERE number IN (")
                % page % u')' % newestFirst,
            where.values() + QVariantList{std::clamp(query.limit, 0, rowsAtMost), std::max(0, query.offset)}};
}

Statement historyTotal(const HistoryFilter &filter)
{
    const Where where(filter);
    return {QStringLiteral("SELECT count(*) FROM executions") % where.sql(), where.values()};
}

} // namespace signalbox::core
