// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/process/lease.h"

#include <QFile>

#include <fcntl.h>
#include <sys/file.h>

#include <cerrno>
#include <cstring>

using namespace Qt::StringLiterals;

namespace signalbox::core {

Result<void> Lease::open(const QString &dataDirectory)
{
    const QString path = dataDirectory + u"/lease"_s;
    m_file = Descriptor(::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (m_file.isOpen())
        return {};
    return unexpected(ErrorCode::Internal,
                      u"cannot open '%1': %2"_s.arg(path, QString::fromLocal8Bit(std::strerror(errno))));
}

bool Lease::take()
{
    return ::flock(m_file.number(), LOCK_EX | LOCK_NB) == 0;
}

} // namespace signalbox::core
