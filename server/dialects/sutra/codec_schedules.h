// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/schedule.h"

#include <QByteArray>

namespace signalbox::sutra {

// A schedule as /api/schedules shows it, nulls included; its params are not shown.
QByteArray scheduleObject(const Schedule &schedule);

QByteArray schedulesObject(const QByteArray &array);    // {"schedules":[…]}
QByteArray scheduleSuccess(const QByteArray &schedule); // {"success":true,"schedule":{…}}
// {"success":false,"error":…,"schedule":{…}}
QByteArray scheduleFailure(const QString &error, const QByteArray &schedule);

} // namespace signalbox::sutra
