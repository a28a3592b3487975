// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/storage/sessionrows.h"

using namespace Qt::StringLiterals;

namespace signalbox::core::rows {

Result<void> write(Database &database, const EndedSession &session)
{
    return database.run(u"INSERT OR REPLACE INTO ended_sessions(id,user,until) VALUES(?,?,?)"_s,
                        {session.id, session.user, milliseconds(session.until)});
}

Result<void> removeEndedSession(Database &database, const QString &id)
{
    return database.run(u"DELETE FROM ended_sessions WHERE id=?"_s, {id});
}

Result<QList<EndedSession>> endedSessions(Database &database, Timestamp now)
{
    const Result<void> forgotten = database.run(u"DELETE FROM ended_sessions WHERE until<=?"_s, {milliseconds(now)});
    if (!forgotten)
        return Unexpected{forgotten.error()};
    Result<Rows> rows = database.ask(u"SELECT id,user,until FROM ended_sessions ORDER BY id"_s);
    if (!rows)
        return Unexpected{rows.error()};
    QList<EndedSession> sessions;
    while (rows->next())
        sessions.append({rows->value(0).toString(), rows->value(1).toString(), timestamp(rows->value(2))});
    return sessions;
}

} // namespace signalbox::core::rows
