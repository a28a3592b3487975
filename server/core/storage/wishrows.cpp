// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/storage/wishrows.h"

using namespace Qt::StringLiterals;

namespace signalbox::core::rows {

Result<void> write(Database &database, const ComponentWish &wish)
{
    return database.run(u"INSERT OR REPLACE INTO wishes(component,run,user) VALUES(?,?,?)"_s,
                        {wish.componentId, wish.toRun ? 1 : 0, text(wish.user)});
}

Result<void> removeWish(Database &database, const QString &componentId)
{
    return database.run(u"DELETE FROM wishes WHERE component=?"_s, {componentId});
}

Result<QList<ComponentWish>> wishes(Database &database)
{
    Result<Rows> rows = database.ask(u"SELECT component,run,user FROM wishes ORDER BY component"_s);
    if (!rows)
        return Unexpected{rows.error()};
    QList<ComponentWish> wishes;
    while (rows->next())
        wishes.append({rows->value(0).toString(), rows->value(1).toBool(), rows->value(2).toString()});
    return wishes;
}

} // namespace signalbox::core::rows
