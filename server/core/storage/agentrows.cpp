// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/storage/agentrows.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace signalbox::core::rows {

namespace {

QString json(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject object(const QVariant &value)
{
    return QJsonDocument::fromJson(value.toString().toUtf8()).object();
}

} // namespace

Result<void> write(Database &database, const Agent &agent)
{
    return database.run(u"INSERT OR REPLACE INTO agents(id,hostname,version,state,registered,seen,capabilities,usage,"
                        "owner) VALUES(?,?,?,?,?,?,?,?,?)"_s,
                        {text(agent.id), text(agent.hostname), text(agent.version), toString(agent.state),
                         milliseconds(agent.registeredAt), milliseconds(agent.lastSeenAt), json(agent.capabilities),
                         json(agent.resourceUsage), text(agent.owner)});
}

Result<void> removeAgent(Database &database, const QString &id)
{
    return database.run(u"DELETE FROM agents WHERE id=?"_s, {id});
}

Result<QList<Agent>> agents(Database &database)
{
    Result<Rows> rows =
        database.ask(u"SELECT id,hostname,version,state,registered,seen,capabilities,usage,owner FROM agents"
                     " ORDER BY id"_s);
    if (!rows)
        return Unexpected{rows.error()};
    QList<Agent> agents;
    while (rows->next()) {
        Agent agent;
        agent.id = rows->value(0).toString();
        agent.hostname = rows->value(1).toString();
        agent.version = rows->value(2).toString();
        agent.state = agentStateFromString(rows->value(3).toString()).value_or(AgentState::Offline);
        agent.registeredAt = timestamp(rows->value(4));
        agent.lastSeenAt = timestamp(rows->value(5));
        agent.capabilities = object(rows->value(6));
        agent.resourceUsage = object(rows->value(7));
        agent.owner = rows->value(8).toString();
        agents.append(agent);
    }
    return agents;
}

} // namespace signalbox::core::rows
