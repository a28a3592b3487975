// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/storage/projectrows.h"

using namespace Qt::StringLiterals;

namespace signalbox::core::rows {

Result<void> write(Database &database, const Project &project)
{
    return database.run(u"INSERT OR REPLACE INTO projects(id,name,description,owner,created,updated)"
                        " VALUES(?,?,?,?,?,?)"_s,
                        {text(project.id), text(project.name), text(project.description), text(project.owner),
                         milliseconds(project.createdAt), milliseconds(project.updatedAt)});
}

Result<void> removeProject(Database &database, const QString &id)
{
    return database.run(u"DELETE FROM projects WHERE id=?"_s, {id});
}

Result<QList<Project>> projects(Database &database)
{
    Result<Rows> rows =
        database.ask(u"SELECT id,name,description,owner,created,updated FROM projects ORDER BY created,id"_s);
    if (!rows)
        return Unexpected{rows.error()};
    QList<Project> projects;
    while (rows->next()) {
        projects.append({rows->value(0).toString(), rows->value(1).toString(), rows->value(2).toString(),
                         rows->value(3).toString(), timestamp(rows->value(4)), timestamp(rows->value(5))});
    }
    return projects;
}

} // namespace signalbox::core::rows
