// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/auth/privatefile.h"
#include "server/core/auth/tokens.h"

#include <QDir>
#include <QSaveFile>

#include <sodium.h>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

constexpr qsizetype keyBytes = 64;      // of a key that is generated
constexpr qsizetype leastKeyBytes = 32; // RFC 7518, 3.2: HS256 needs 256 bits
constexpr qint64 mostKeyBytes = 64 * 1024;
constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

Unexpected failure(const QString &what, const QString &path, const QString &advice)
{
    return unexpected(ErrorCode::Internal, u"%1 %2: %3"_s.arg(what, path, advice));
}

Result<QByteArray> usable(const QByteArray &key, const QString &path)
{
    if (key.size() < leastKeyBytes || key.size() > mostKeyBytes)
        return failure(u"cannot use the token key"_s, path,
                       u"it has %1 bytes. Give it 32 to 65536 random ones, for example with "
                       "head -c 64 /dev/urandom"_s.arg(key.size()));
    return key;
}

Result<QByteArray> makeKey(const QString &path)
{
    if (sodium_init() < 0)
        return failure(u"cannot make the token key"_s, path,
                       u"the system gives no random numbers. Is /dev/urandom there?"_s);
    QByteArray key(keyBytes, Qt::Uninitialized);
    randombytes_buf(key.data(), static_cast<std::size_t>(key.size()));
    QSaveFile file(path);
    // Permissions come before the contents, so that no other user can have the file open when it is written.
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(ownerOnly) || file.write(key) != key.size()
        || !file.commit())
        return failure(u"cannot write the token key"_s, path,
                       u"%1. Make the data directory writable for this user, or name another one "
                       "with --data-dir"_s.arg(file.errorString()));
    return key;
}

} // namespace

Result<QByteArray> loadTokenKey(const QString &dataDirectory, const QString &secretFile)
{
    const bool isOurs = secretFile.isEmpty();
    const QString path = isOurs ? QDir(dataDirectory).filePath(u"jwt.key"_s) : secretFile;
    const Result<QByteArray> key =
        readPrivateFile(u"the token key"_s, path, mostKeyBytes, isOurs ? Links::Refused : Links::Followed);
    if (key)
        return usable(*key, path);
    if (key.error().code == ErrorCode::Internal)
        return Unexpected{key.error()};
    if (isOurs && key.error().code == ErrorCode::NotFound)
        return makeKey(path);
    return failure(u"cannot read the token key"_s, path,
                   isOurs
                       ? u"%1. Put the key itself there, name its place with [auth] jwt_secret_file, or remove it: a "
                         "new one is made, which ends all tokens"_s.arg(key.error().message)
                       : u"%1. Make it readable for this user"_s.arg(key.error().message));
}

} // namespace signalbox::core
