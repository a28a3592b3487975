// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/process/lease.h"

#include "server/core/runtime/process/regularfile.h"

#include <fcntl.h>
#include <sys/file.h>

using namespace Qt::StringLiterals;

namespace signalbox::core {

Result<void> Lease::open(const QString &dataDirectory)
{
    const QString path = dataDirectory + u"/lease"_s;
    Result<Descriptor> file = openRegularFile(path, O_RDWR | O_CREAT, Links::Refused);
    if (!file)
        return unexpected(ErrorCode::Internal, u"cannot open '%1': %2"_s.arg(path, file.error().message));
    m_file = std::move(*file);
    return {};
}

bool Lease::take()
{
    return ::flock(m_file.number(), LOCK_EX | LOCK_NB) == 0;
}

} // namespace signalbox::core
