// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/result.h"

#include <QString>

namespace signalbox::core {

// Argon2id by libsodium with its interactive limits: tens of milliseconds and 64 MiB a call, so never on the server
// thread (model.md, Who may do what). Safe to call from any thread.
Result<QString> hashPassword(const QString &password); // "$argon2id$v=19$…"
bool verifyPassword(const QString &hash, const QString &password);

// True for text that verifyPassword() can work with.
bool isPasswordHash(const QString &text);

// Compares secrets in a time that says nothing about where they differ, nor about their lengths.
bool equalsConstantTime(const QByteArray &a, const QByteArray &b);

} // namespace signalbox::core
