// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/query.h"

#include <QByteArray>

namespace signalbox::sutra {

// {"boxes":[{"name":…,"time":…,"bytes":…,"why":…,"healthy":…},…]}, newest first.
QByteArray blackBoxesObject(const QList<BlackBoxInfo> &boxes);
QByteArray blackBoxTaken(const QString &name); // {"success":true,"name":…}

// An execution, what became of its nodes and how many of them are in which state; nulls included.
QByteArray executionObject(const ExecutionDetail &detail);

} // namespace signalbox::sutra
