// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/rest.h"
#include "server/model/job.h"
#include "server/model/query.h"
#include "server/model/snapshot.h"

// What REST answers; pure. Members in the order of README.md, "Requests", absent ones left out.
namespace signalbox::ark {

// An instance as ARK shows it: one of the model's Instances, or a component (README.md, "Components").
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
    QString error = {}; // why a component is as it is
};
QList<InstanceView> instancesOf(const Snapshot &snapshot); // components in their order, then instances by age
std::optional<InstanceView> instanceOf(const Snapshot &snapshot, const QString &id);

QByteArray jobObject(const Execution &execution);
QByteArray instanceObject(const InstanceView &instance);
QByteArray registrationObject(const Snapshot &snapshot, const QList<Execution> &waiting, Milliseconds heartbeat,
                              const QString &agentId);
QByteArray pollObject(const QList<Execution> &jobs, qint64 answerBytes);
QByteArray logArray(const QList<LogLine> &lines, qint64 answerBytes); // newest first, given oldest first
QByteArray healthObject(Timestamp now, bool isConnected);

dialects::RestResponse errorResponse(Timestamp now, const dialects::RequestHead &request, int status,
                                     const QString &message);
dialects::RestResponse validationResponse(Timestamp now, const dialects::RequestHead &request,
                                          const QStringList &messages);

} // namespace signalbox::ark
