// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/process/regularfile.h"

#include "server/model/words/systemwords.h"

#include <QFile>

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstring>

using namespace Qt::StringLiterals;

namespace signalbox::core {

Result<Descriptor> openRegularFile(const QString &path, int flags, Links links)
{
    const bool refusesLinks = links == Links::Refused;
    const int safely = O_CLOEXEC | O_NONBLOCK | O_NOCTTY | (refusesLinks ? O_NOFOLLOW : 0);
    Descriptor file(::open(QFile::encodeName(path).constData(), flags | safely, 0600));
    if (!file.isOpen()) {
        const int number = errno;
        if (number == ELOOP && refusesLinks)
            return unexpected(ErrorCode::Internal, u"it is a symbolic link"_s);
        const bool isMissing = number == ENOENT || number == ENOTDIR;
        return unexpected(isMissing ? ErrorCode::NotFound : ErrorCode::Internal, systemWords(number));
    }
    struct stat facts = {};
    if (::fstat(file.number(), &facts) != 0 || !S_ISREG(facts.st_mode))
        return unexpected(ErrorCode::Internal, u"it is no file"_s);
    return file;
}

} // namespace signalbox::core
