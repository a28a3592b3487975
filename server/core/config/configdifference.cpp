// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/config/configdifference.h"

#include "server/core/config/configkeys.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

constexpr qsizetype mostTold = 120; // characters of a value

// One table of the file as it is written.
struct Table
{
    QString which; // of several
    QList<std::pair<QString, QString>> keys;

    QString value(const QString &key) const
    {
        const auto found =
            std::find_if(keys.cbegin(), keys.cend(), [&](const auto &each) { return each.first == key; });
        return found == keys.cend() ? QString() : found->second;
    }
};

// What tells one of several tables from the others: its first key, but of pipelines and the like the id stands first, too.
QString whichOf(const Table &table, const QList<Table> &others)
{
    if (table.keys.isEmpty())
        return {};
    const auto &[key, value] = table.keys.constFirst();
    QString which = value;
    which.remove(u'"');
    if (key != "id"_L1 && key != "name"_L1)
        which = key + u' ' + which;
    const auto same = std::count_if(others.cbegin(), others.cend(),
                                    [&](const Table &other) { return other.which.section(u" #"_s, 0, 0) == which; });
    return same == 0 ? which : which + u" #"_s + QString::number(same + 1);
}

// A value that goes over several lines goes on where a line is indented or closes a bracket.
QList<Table> tablesOf(const Section &section, const Config &config)
{
    QList<Table> tables;
    QList<Table> done;
    const QStringList lines = section.write(config, {}).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const qsizetype equals = line.indexOf(" = "_L1);
        if (line == section.header())
            tables.append(Table());
        else if (line.startsWith(u'#') || tables.isEmpty())
            continue;
        else if (equals > 0 && !line.at(0).isSpace())
            tables.last().keys.append({line.left(equals), line.mid(equals + 3)});
        else if (!tables.last().keys.isEmpty())
            tables.last().keys.last().second += u'\n' + line;
    }
    for (Table &table : tables) {
        if (section.isRepeated)
            table.which = whichOf(table, done);
        done.append(table);
    }
    return done;
}

bool isTold(const QString &value)
{
    return value.size() <= mostTold && !value.contains(u'\n');
}

void compare(const QString &header, const Table &before, const Table &now, QList<ReloadItem> &items)
{
    QStringList keys;
    for (const auto &[key, value] : now.keys + before.keys) {
        if (!keys.contains(key))
            keys.append(key);
    }
    for (const QString &key : std::as_const(keys)) {
        const QString was = before.value(key);
        const QString is = now.value(key);
        if (was == is)
            continue;
        const bool isShort = isTold(was) && isTold(is);
        items.append(
            {header, now.which, key, ReloadItem::Change::Changed, isShort ? was : QString(), isShort ? is : QString()});
    }
}

const Table *find(const QList<Table> &tables, const QString &which)
{
    const auto found =
        std::find_if(tables.cbegin(), tables.cend(), [&](const Table &table) { return table.which == which; });
    return found == tables.cend() ? nullptr : &*found;
}

} // namespace

QList<ReloadItem> differencesOf(const Config &before, const Config &now)
{
    QList<ReloadItem> items;
    for (const Section &section : configSections(now)) {
        const QList<Table> were = tablesOf(section, before);
        const QList<Table> are = tablesOf(section, now);
        for (const Table &table : are) {
            if (const Table *known = find(were, table.which))
                compare(section.header(), *known, table, items);
            else if (section.isRepeated)
                items.append({section.header(), table.which, {}, ReloadItem::Change::Added, {}, {}});
            else
                compare(section.header(), Table(), table, items);
        }
        for (const Table &table : were) {
            if (find(are, table.which))
                continue;
            if (section.isRepeated)
                items.append({section.header(), table.which, {}, ReloadItem::Change::Removed, {}, {}});
            else
                compare(section.header(), table, Table(), items);
        }
    }
    return items;
}

} // namespace signalbox::core
