// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/result.h"

#include <QString>
#include <QStringList>

namespace signalbox::core {

// Argon2id by libsodium with its interactive limits: tens of milliseconds and 64 MiB a call, so never on the server
// thread. Safe to call from any thread.
Result<QString> hashPassword(const QString &password); // "$argon2id$v=19$…"
bool verifyPassword(const QString &hash, const QString &password);

// Whether text is a hash that verifyPassword() accepts.
bool isPasswordHash(const QString &text);

// Passwords that everybody tries first: a short list, and the user's own name, in any spelling of its letters. The list
// has them in lower case, besides the name as it is.
QStringList wellKnownPasswords(const QString &user);
bool isWellKnownPassword(const QString &password, const QString &user);

// Compares secrets in a time that does not tell where they differ.
bool equalsConstantTime(const QByteArray &a, const QByteArray &b);

} // namespace signalbox::core
