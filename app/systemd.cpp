// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/systemd.h"

#ifdef SIGNALBOX_HAVE_SYSTEMD
#include <systemd/sd-daemon.h>

#include <ctime>
#endif

namespace signalbox::app::systemd {

#ifdef SIGNALBOX_HAVE_SYSTEMD

void notify(const QByteArray &state)
{
    sd_notify(0, state.constData());
}

void notifyStopping()
{
    notify("EXTEND_TIMEOUT_USEC=30000000");
}

void notifyReloading()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    const qint64 microseconds = qint64(now.tv_sec) * 1'000'000 + now.tv_nsec / 1000;
    notify("RELOADING=1\nMONOTONIC_USEC=" + QByteArray::number(microseconds));
}

std::optional<Milliseconds> watchdogPeriod()
{
    uint64_t microseconds = 0;
    if (sd_watchdog_enabled(0, &microseconds) <= 0)
        return std::nullopt;
    return Milliseconds(microseconds / 2000);
}

#else

void notify(const QByteArray &)
{
}

void notifyStopping()
{
}

void notifyReloading()
{
}

std::optional<Milliseconds> watchdogPeriod()
{
    return std::nullopt;
}

#endif

} // namespace signalbox::app::systemd
