// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/storage/instancerows.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace signalbox::core::rows {

Result<void> write(Database &database, const Instance &instance)
{
    return database.run(u"INSERT OR REPLACE INTO instances(id,name,game,agent,config,status,created,updated)"
                        " VALUES(?,?,?,?,?,?,?,?)"_s,
                        {text(instance.id), text(instance.name), text(instance.gameType), text(instance.agentId),
                         QString::fromUtf8(QJsonDocument(instance.config).toJson(QJsonDocument::Compact)),
                         toString(instance.settled), milliseconds(instance.createdAt),
                         milliseconds(instance.updatedAt)});
}

Result<void> removeInstance(Database &database, const QString &id)
{
    return database.run(u"DELETE FROM instances WHERE id=?"_s, {id});
}

Result<QList<Instance>> instances(Database &database)
{
    Result<Rows> rows =
        database.ask(u"SELECT id,name,game,agent,config,status,created,updated FROM instances ORDER BY created,id"_s);
    if (!rows)
        return Unexpected{rows.error()};
    QList<Instance> instances;
    while (rows->next()) {
        Instance instance;
        instance.id = rows->value(0).toString();
        instance.name = rows->value(1).toString();
        instance.gameType = rows->value(2).toString();
        instance.agentId = rows->value(3).toString();
        instance.config = QJsonDocument::fromJson(rows->value(4).toString().toUtf8()).object();
        instance.settled = componentStateFromString(rows->value(5).toString()).value_or(ComponentState::Stopped);
        instance.status = instance.settled;
        instance.createdAt = timestamp(rows->value(6));
        instance.updatedAt = timestamp(rows->value(7));
        instances.append(instance);
    }
    return instances;
}

} // namespace signalbox::core::rows
