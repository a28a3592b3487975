// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/foundmodel.h"

#include "widgets/text/format.h"
#include "widgets/text/reasontext.h"

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

QString sourceOf(const FoundLine &line)
{
    QString source = line.name;
    if (!line.nodeId.isEmpty())
        source = FoundModel::tr("%1 · %2", "execution, node").arg(source, line.nodeId);
    return line.source == LogSource::Error && line.componentId.isEmpty()
               ? FoundModel::tr("%1, errors", "whose standard error").arg(source)
               : source;
}

// A line of an output has no time of its own: it came after its node had begun.
QString timeOf(const FoundLine &line)
{
    const QString time = format::dateTime(line.time);
    return line.componentId.isEmpty() ? FoundModel::tr("after %1", "time").arg(time) : time;
}

constexpr auto foundColumns = std::to_array<Column<const FoundLine &>>({
    {.id = FoundModel::Time,
     .title = [] { return FoundModel::tr("Time"); },
     .width = 20,
     .firm = true,
     .display = timeOf,
     .sort = [](const FoundLine &line) { return QVariant(qint64{line.time.time_since_epoch().count()}); }},
    {.id = FoundModel::Source,
     .title = [] { return FoundModel::tr("In the log of"); },
     .width = 22,
     .display = sourceOf,
     .tip = sourceOf},
    {.id = FoundModel::Text,
     .title = [] { return FoundModel::tr("Line"); },
     .width = 60,
     .naming = true,
     .display = [](const FoundLine &line) { return line.text; },
     .tip = [](const FoundLine &line) { return line.text; },
     .tone = [](const FoundLine &line) { return line.level == LogLevel::Error ? Tone::Bad : Tone::Neutral; }},
});
static_assert(isComplete(foundColumns));

} // namespace

FoundModel::FoundModel(Replica &replica, QObject *parent) : ColumnTable(foundColumns, parent), m_replica(replica)
{
    // The answer that was waited for does not come any more.
    connect(&replica, &Replica::missed, this, &FoundModel::stop);
}

int FoundModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QString FoundModel::idOf(const FoundLine &line)
{
    const QString of = line.componentId.isEmpty() ? line.executionId % u'/' % line.nodeId : line.componentId;
    return of % u':' % QString::number(static_cast<int>(line.stream)) % u':' % QString::number(line.number);
}

void FoundModel::search(const FindQuery &query)
{
    beginResetModel();
    m_query = query;
    m_query.from.reset();
    m_lines.clear();
    m_sources.clear();
    m_matches = m_looked = 0;
    m_took = Milliseconds(0);
    m_isBounded = false;
    m_error.clear();
    endResetModel();
    m_timer.start();
    ask();
    Q_EMIT progressed();
}

void FoundModel::stop()
{
    m_asking.cancel();
    Q_EMIT progressed();
}

void FoundModel::ask()
{
    m_asking = m_replica.ask(m_query, [this](const Result<FoundLines> &found) { take(found); });
}

void FoundModel::take(const Result<FoundLines> &found)
{
    m_took = Milliseconds(m_timer.elapsed());
    if (!found) {
        m_error = reasontext::words(found.error().message);
        Q_EMIT progressed();
        return;
    }
    m_matches += found->matches;
    m_looked += found->looked;
    const QList<FoundLine> added =
        found->lines.first(std::min<qsizetype>(found->lines.size(), mostRows - m_lines.size()));
    if (!added.isEmpty()) {
        beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(added.size()) - 1);
        m_lines.append(added);
        endInsertRows();
    }
    for (const FoundLine &line : added)
        m_sources.insert(line.componentId + line.executionId + u'/' + line.nodeId);
    m_isBounded = m_lines.size() >= mostRows;
    m_query.from = found->next;
    if (m_query.from && !m_isBounded)
        ask();
    Q_EMIT progressed();
}

} // namespace signalbox::widgets
