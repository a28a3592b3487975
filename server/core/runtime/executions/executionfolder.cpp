// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/executions/executionfolder.h"

#include "server/model/words/systemwords.h"

#include <QFile>

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

QByteArray encoded(const QString &path)
{
    return QFile::encodeName(path);
}

Unexpected failure(const QString &what, const QString &path, int number)
{
    return unexpected(ErrorCode::Internal, u"cannot %1 '%2': %3"_s.arg(what, path, systemWords(number)));
}

Result<void> makeDirectory(const QString &path, bool mayExist)
{
    if (::mkdir(encoded(path).constData(), 0700) == 0 || (mayExist && errno == EEXIST))
        return {};
    return failure(u"create the directory"_s, path, errno);
}

} // namespace

ExecutionFolder::ExecutionFolder(const QString &dataDirectory, const QString &executionId)
    : m_path(dataDirectory % u"/executions/"_s % executionId)
{
}

// Tries mkdir() before anything else: the parent is nearly always there, and every execution comes through here.
Result<void> ExecutionFolder::create() const
{
    if (::mkdir(encoded(m_path).constData(), 0700) != 0) {
        if (errno != ENOENT)
            return failure(u"create the directory"_s, m_path, errno);
        if (const auto parent = makeDirectory(m_path.left(m_path.lastIndexOf(u'/')), true); !parent)
            return parent;
        if (const auto own = makeDirectory(m_path, false); !own)
            return own;
    }
    return makeDirectory(workDirectory(), false);
}

Result<void> ExecutionFolder::complete(const QString &safeName) const
{
    const QString part = path(partName(safeName));
    if (std::rename(encoded(part).constData(), encoded(path(outputName(safeName))).constData()) == 0)
        return {};
    return failure(u"rename the finished output"_s, part, errno);
}

void ExecutionFolder::forgetErrors(const QString &safeName) const
{
    (void)::unlink(encoded(path(errorName(safeName))).constData());
    (void)::unlink(encoded(path(orderName(safeName))).constData());
}

bool ExecutionFolder::adopt(const QString &filePath, const QString &fileName) const
{
    return ::link(encoded(filePath).constData(), encoded(path(fileName)).constData()) == 0;
}

} // namespace signalbox::core
