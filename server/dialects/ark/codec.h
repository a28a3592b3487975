// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/ark/messages.h"
#include "server/model/command.h"

#include <QByteArray>

// Request bodies → Commands, or what is wrong with the body. Pure.
namespace signalbox::ark {

Read<RegisterAgent> readRegistration(const QByteArray &body);
Read<ReportHeartbeat> readHeartbeat(const QByteArray &body);
Read<CreateInstance> readNewInstance(const QByteArray &body);
Read<UpdateInstance> readInstanceUpdate(const QByteArray &body, const QString &id);
Read<CreateJob> readNewJob(const QByteArray &body);
Read<ReportJobProgress> readProgress(const QByteArray &body);
Read<ReportJobEnd> readCompletion(const QByteArray &body);

} // namespace signalbox::ark
