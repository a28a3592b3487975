// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/auth/privatefile.h"

#include "server/model/words/systemwords.h"

#include <QFile>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

QString quoted(QString path)
{
    return u'\'' + path.replace(u'\'', u"'\\''"_s) + u'\'';
}

Unexpected failure(const QString &text)
{
    return unexpected(ErrorCode::Internal, text);
}

QString modeText(mode_t mode)
{
    return u'0' + QString::number(mode & 07777, 8);
}

Result<void> checkPrivate(const QString &what, int descriptor, const QString &path)
{
    struct stat facts = {};
    if (::fstat(descriptor, &facts) != 0)
        return failure(u"cannot use %1 %2: %3"_s.arg(what, path, systemWords(errno)));
    if (facts.st_uid != ::geteuid() && facts.st_uid != 0)
        return failure(u"cannot use %1 %2: it belongs to user %3, who knows it (remove it, or, if you made it: "
                       "chown %4 %5)"_s.arg(what, path)
                           .arg(facts.st_uid)
                           .arg(::geteuid())
                           .arg(quoted(path)));
    const bool isRoots = facts.st_uid == 0;
    const mode_t loose = isRoots ? S_IWGRP | S_IXGRP | S_IRWXO : S_IRWXG | S_IRWXO;
    if (facts.st_mode & loose)
        return failure(u"cannot use %1 %2: its mode %3 lets other users at it (chmod %4 %5; replace the key "
                       "if somebody may have read it)"_s.arg(what, path, modeText(facts.st_mode),
                                                             isRoots && ::geteuid() != 0 ? u"640"_s : u"600"_s,
                                                             quoted(path)));
    return {};
}

// otherwise: what to do if it is not this user's.
Result<void> checkOwned(const QString &what, const QString &otherwise, const struct stat &facts, const QString &path)
{
    if (facts.st_uid != ::geteuid())
        return failure(u"%1 belongs to user %2, who may have put there what you do not expect (%3, or, if all in it is "
                       "yours: chown -R %4 %5)"_s.arg(what)
                           .arg(facts.st_uid)
                           .arg(otherwise)
                           .arg(::geteuid())
                           .arg(quoted(path)));
    if (facts.st_mode & (S_IWGRP | S_IWOTH))
        return failure(u"other users may write into %1, whose mode is %2 (chmod go-w %3)"_s.arg(
            what, modeText(facts.st_mode), quoted(path)));
    return {};
}

} // namespace

Result<void> checkPrivateFolder(const QString &path)
{
    struct stat facts = {};
    if (::stat(QFile::encodeName(path).constData(), &facts) != 0)
        return failure(u"the data directory '%1' cannot be written: %2 (choose another with --data-dir)"_s.arg(
            path, systemWords(errno)));
    return checkOwned(u"the data directory '%1'"_s.arg(path), u"choose another with --data-dir"_s, facts, path);
}

Result<void> checkDatabaseFile(const QString &path)
{
    struct stat facts = {};
    if (::stat(QFile::encodeName(path).constData(), &facts) != 0)
        return {}; // it is made anew, or opening it tells why it cannot be
    return checkOwned(u"the database '%1'"_s.arg(path), u"move it away"_s, facts, path);
}

Result<QByteArray> readPrivateFile(const QString &what, const QString &path, qsizetype most, Links links)
{
    const Result<Descriptor> file = openRegularFile(path, O_RDONLY, links);
    if (!file) {
        const bool isMissing = file.error().code == ErrorCode::NotFound;
        return unexpected(isMissing ? ErrorCode::NotFound : ErrorCode::InvalidArgument, file.error().message);
    }
    if (const Result<void> isPrivate = checkPrivate(what, file->number(), path); !isPrivate)
        return Unexpected{isPrivate.error()};
    QFile contents;
    if (!contents.open(file->number(), QIODevice::ReadOnly))
        return unexpected(ErrorCode::InvalidArgument, contents.errorString());
    QByteArray text = contents.read(most + 1);
    if (contents.error() != QFileDevice::NoError)
        return unexpected(ErrorCode::InvalidArgument, contents.errorString());
    return text;
}

} // namespace signalbox::core
