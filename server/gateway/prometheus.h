// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/snapshot.h"

#include <QByteArray>

namespace signalbox::gateway {

// What GET /metrics answers: the Snapshot in Prometheus' text format 0.0.4, base units (seconds, bytes, ratios), in
// a fixed order. Pure; any thread.
QByteArray prometheusText(const Snapshot &snapshot);

} // namespace signalbox::gateway
