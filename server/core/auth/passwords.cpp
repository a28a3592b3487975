// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/auth/passwords.h"

#include <sodium.h>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

bool ensureSodium()
{
    static const bool ready = sodium_init() >= 0; // 1: it was initialised already
    return ready;
}

} // namespace

Result<QString> hashPassword(const QString &password)
{
    QByteArray plain = password.toUtf8();
    char hash[crypto_pwhash_STRBYTES] = {};
    const bool done = ensureSodium()
                      && crypto_pwhash_str_alg(hash, plain.constData(), static_cast<unsigned long long>(plain.size()),
                                               crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE,
                                               crypto_pwhash_ALG_ARGON2ID13)
                             == 0;
    sodium_memzero(plain.data(), static_cast<std::size_t>(plain.size()));
    if (!done)
        return unexpected(ErrorCode::Internal,
                          u"cannot hash the password: 64 MiB of memory are needed for it (free some and "
                          "try again)"_s);
    return QString::fromLatin1(hash);
}

bool verifyPassword(const QString &hash, const QString &password)
{
    if (!isPasswordHash(hash))
        return false;
    QByteArray plain = password.toUtf8();
    const QByteArray encoded = hash.toLatin1();
    const bool right =
        crypto_pwhash_str_verify(encoded.constData(), plain.constData(), static_cast<unsigned long long>(plain.size()))
        == 0;
    sodium_memzero(plain.data(), static_cast<std::size_t>(plain.size()));
    return right;
}

bool isPasswordHash(const QString &text)
{
    const QByteArray encoded = text.toLatin1();
    return ensureSodium() && encoded.startsWith(crypto_pwhash_STRPREFIX)
           && encoded.size() < static_cast<qsizetype>(crypto_pwhash_STRBYTES)
           && crypto_pwhash_str_needs_rehash(encoded.constData(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                                             crypto_pwhash_MEMLIMIT_INTERACTIVE)
                  >= 0;
}

QStringList wellKnownPasswords(const QString &user)
{
    QStringList words{u"admin"_s, u"password"_s, u"changeme"_s, u"signalbox"_s, u"secret"_s,
                      u"root"_s,  u"test"_s,     u"guest"_s,    u"123456"_s,    u"12345678"_s};
    for (const QString &name : {user, user.toLower()}) {
        if (!words.contains(name))
            words.append(name);
    }
    return words;
}

bool isWellKnownPassword(const QString &password, const QString &user)
{
    return !password.isEmpty() && wellKnownPasswords(user.toLower()).contains(password.toLower());
}

bool equalsConstantTime(const QByteArray &a, const QByteArray &b)
{
    if (!ensureSodium())
        return false;
    std::array<unsigned char, crypto_generichash_BYTES> left{};
    std::array<unsigned char, crypto_generichash_BYTES> right{};
    const auto digest = [](auto &out, const QByteArray &in) {
        crypto_generichash(out.data(), out.size(), reinterpret_cast<const unsigned char *>(in.constData()),
                           static_cast<unsigned long long>(in.size()), nullptr, 0);
    };
    digest(left, a);
    digest(right, b);
    return sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

} // namespace signalbox::core
