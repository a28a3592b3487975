// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/command.h"

#include <QByteArray>

#include <variant>

// Request bodies → Commands; pure.
namespace signalbox::ark {

// What is wrong with a request: one text, or (validation) a list of them (wire.md, ARK).
struct Problem
{
    QString text;
    QStringList validation;
};

template<typename Wish>
using Read = std::variant<Wish, Problem>;

Read<RegisterAgent> readRegistration(const QByteArray &body);
Read<ReportHeartbeat> readHeartbeat(const QByteArray &body);
Read<CreateInstance> readNewInstance(const QByteArray &body);
Read<UpdateInstance> readInstanceUpdate(const QByteArray &body, const QString &id);
Read<CreateJob> readNewJob(const QByteArray &body);
Read<ReportJobProgress> readProgress(const QByteArray &body);
Read<ReportJobEnd> readCompletion(const QByteArray &body);

} // namespace signalbox::ark
