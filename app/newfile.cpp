// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/newfile.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryFile>

#include <cerrno>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace signalbox::app {

namespace {

Unexpected cannotWrite(const QString &path, const QString &why)
{
    return unexpected(ErrorCode::Internal,
                      u"cannot write '%1': %2 (choose a place that you may write to)"_s.arg(path, why));
}

} // namespace

bool isThere(const QString &path)
{
    const QFileInfo file(path);
    return file.exists() || file.isSymLink();
}

Result<void> putInPlace(const QString &from, const QString &to)
{
    // link(), unlike rename(), leaves alone what came to be there in the meantime.
    const int done = ::link(QFile::encodeName(from).constData(), QFile::encodeName(to).constData());
    const int why = errno;
    QFile::remove(from);
    if (done == 0)
        return {};
    return why == EEXIST ? unexpected(ErrorCode::Conflict, u"'%1' is there already"_s.arg(to))
                         : cannotWrite(to, qt_error_string(why));
}

Result<void> writeNewFile(const QString &path, const QByteArray &text)
{
    umask(0077);
    const QString folder = QFileInfo(path).absolutePath();
    QDir().mkpath(folder);
    QTemporaryFile part(folder + "/.signalbox-XXXXXX"_L1);
    if (!part.open() || part.write(text) != text.size() || !part.flush() || ::fsync(part.handle()) != 0)
        return cannotWrite(path, part.errorString());
    part.setAutoRemove(false);
    return putInPlace(part.fileName(), path);
}

} // namespace signalbox::app
