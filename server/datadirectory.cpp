// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/datadirectory.h"

#include <QDir>
#include <QLoggingCategory>
#include <QTemporaryFile>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

Q_LOGGING_CATEGORY(lcServer, "signalbox.server", QtInfoMsg)

constexpr Milliseconds lookAgain{20};

} // namespace

Result<void> DataDirectory::take()
{
    umask(0077);
    QDir().mkpath(m_path);
    QTemporaryFile probe(m_path + "/.probe-XXXXXX"_L1);
    if (!probe.open())
        return unexpected(ErrorCode::Internal,
                          u"the data directory '%1' cannot be written: %2 (choose another with --data-dir)"_s.arg(
                              m_path, probe.errorString()));
    m_lock = std::make_unique<QLockFile>(m_path + "/lock"_L1);
    m_lock->setStaleLockTime(0);
    if (!m_lock->tryLock(0)) {
        qint64 pid = 0;
        QString host;
        QString application;
        m_lock->getLockInfo(&pid, &host, &application);
        return unexpected(ErrorCode::Internal,
                          u"the data directory '%1' is in use by process %2 (stop that Signalbox, or choose "
                          "another directory with --data-dir)"_s.arg(m_path)
                              .arg(pid));
    }
    return m_lease.open(m_path);
}

void DataDirectory::whenFree(std::function<void()> free)
{
    if (m_lease.take())
        return free();
    if (!std::exchange(m_isWaiting, true))
        qCWarning(lcServer, "waiting until what the last run started has ended");
    m_clock.after(lookAgain, this, [this, free = std::move(free)]() mutable { whenFree(std::move(free)); });
}

} // namespace signalbox
