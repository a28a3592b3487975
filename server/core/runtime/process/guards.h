// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/runtime/guard/guardprotocol.h"
#include "server/core/runtime/process/descriptor.h"
#include "server/model/result.h"
#include "server/model/time.h"

#include <QByteArray>
#include <QSet>
#include <QTimer>

#include <sys/types.h>

#include <array>
#include <memory>

namespace signalbox::core {

using GuardPids = std::shared_ptr<QSet<pid_t>>;
// Waits for the end of a guard that Guards::start() gave; pids: Guards::pids().
void waitForGuard(pid_t guard, const GuardPids &pids);

// Starts guards and gives them their orders. Starting one takes as long as starting the command, so a *spare* can be
// kept: a guard that was started in advance, waits without an order and ends with the server.
// Server thread; owned by Server.
class Guards
{
public:
    // After the start of a command, which a process started at the same time would slow down.
    static constexpr Milliseconds spareAfter{2};

    // program empty: $SIGNALBOX_GUARD, or ownProgram(). The file of this moment is used to the end: after an upgrade another
    // one, which may expect other orders, lies at that path while this server still runs. lease: Lease::descriptor() of the
    // data dir, outlives this; -1: none.
    explicit Guards(QString program = {}, int lease = -1);
    ~Guards();
    Guards(const Guards &) = delete;
    Guards &operator=(const Guards &) = delete;

    // From now on there is a spare, a moment after this and after every start.
    void keepSpare();
    pid_t spare() const { return m_spare.pid; } // 0: none

    struct Guard
    {
        pid_t pid = 0;
        Descriptor control; // see guardprotocol.h; does not block
    };
    // text: see GuardOrder. order.limits.group: a descriptor of this process. standard: what becomes the command's 0, 1
    // and 2, still the caller's to close. Internal: no guard could be started, or the order is too much for this process.
    Result<Guard> start(const GuardOrder &order, const QByteArray &text, const std::array<int, 3> &standard);
    // Those that were not waited for; outlives this.
    const GuardPids &pids() const { return m_pids; }

private:
    Result<Guard> spawn();
    void refill();
    void end(Guard guard);

    const QString m_program;
    const Descriptor m_opened;
    const int m_lease;
    Guard m_spare;
    const GuardPids m_pids = std::make_shared<QSet<pid_t>>();
    bool m_keepsSpare = false;
    QTimer m_refill;
};

} // namespace signalbox::core
