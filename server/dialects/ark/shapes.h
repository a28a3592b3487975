// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/runtime/agents/agentregistry.h"
#include "server/dialects/rest.h"
#include "server/model/query.h"
#include "server/model/snapshot.h"

// What REST answers; pure. Members in the order of wire.md, absent ones left out.
namespace signalbox::ark {

// Components and instances are one list to ARK.
struct InstanceView
{
    QString id;
    QString name;
    QString gameType;
    ComponentState status = ComponentState::Stopped;
    QString agentId;
    Timestamp createdAt{};
    Timestamp updatedAt{};
    QJsonObject config;
};
QList<InstanceView> instancesOf(const Snapshot &snapshot); // components in their order, then instances by age
std::optional<InstanceView> instanceOf(const Snapshot &snapshot, const QString &id);

QByteArray jobObject(const Execution &execution);
QByteArray instanceObject(const InstanceView &instance);
QByteArray registrationObject(const Snapshot &snapshot, const core::AgentDesk &desk, const QString &agentId);
QByteArray pollObject(const QList<Execution> &jobs);
QByteArray logArray(const QList<LogLine> &lines);
QByteArray healthObject(Timestamp now, bool isConnected);
QByteArray arrayOf(const QList<QByteArray> &objects);

dialects::RestResponse errorResponse(Timestamp now, const dialects::Handshake &request, int status,
                                     const QString &message);
dialects::RestResponse validationResponse(Timestamp now, const dialects::Handshake &request,
                                          const QStringList &messages);

} // namespace signalbox::ark
