// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/time.h"

#include <QByteArray>

#include <optional>

namespace signalbox::app::systemd {

// sd_notify(3): does nothing when not started by systemd, or when built without libsystemd.
void notify(const QByteArray &state);
void notifyStopping();  // asks for half a minute more
void notifyReloading(); // with the monotonic time that Type=notify-reload wants

// How often WATCHDOG=1 is due (half of WatchdogSec); nothing when systemd does not watch.
std::optional<Milliseconds> watchdogPeriod();

} // namespace signalbox::app::systemd
