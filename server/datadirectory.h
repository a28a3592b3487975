// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"
#include "server/core/runtime/process/descriptor.h"
#include "server/core/runtime/process/lease.h"

#include <QObject>

#include <functional>

namespace signalbox {

// The folder with all state of one server (docs/interface.md, "Files in the data directory"): readable by this user alone,
// locked against a second server, and free of what a killed server left running. Server thread; owned by Server.
class DataDirectory final : public QObject
{
    Q_OBJECT

public:
    // clock outlives this.
    DataDirectory(QString path, core::Clock &clock, QObject *parent)
        : QObject(parent)
        , m_path(std::move(path))
        , m_clock(clock)
    {
    }

    // Makes the folder and locks it. Internal: it cannot be written, belongs to somebody else or may be written by others,
    // or another server has it; the text says what to do.
    Result<void> take();
    // Calls back once no guard of an earlier server is at work there, so that nothing runs twice. After take().
    void whenFree(std::function<void()> free);

    // Tells, now and whenever it changes, why nothing new may start; empty: at least `least` bytes are free. Looks every
    // second. 0: never tells.
    void watchSpace(qint64 least, std::function<void(const Reason &shortage)> tell);

    const QString &path() const { return m_path; }
    int leaseDescriptor() const { return m_lease.descriptor(); } // for Guards

private:
    Result<void> lock();
    QString inUse() const;
    void lookAtSpace();

    const QString m_path; // absolute
    core::Clock &m_clock;
    core::Descriptor m_lock;
    core::Descriptor m_folder; // locked, too
    core::Lease m_lease;
    bool m_isWaiting = false;
    qint64 m_leastBytes = 0;
    bool m_isShort = false;
    std::function<void(const Reason &)> m_tell;
};

} // namespace signalbox
