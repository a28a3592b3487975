// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"
#include "server/model/result.h"

#include <QTextStream>

#include <optional>

namespace signalbox::app {

// Carries out --init: a first configuration, made of the built-in example, where a run would look for it. Nothing that is
// there is touched. Returns the exit code.
int writeFirstConfig(const Options &options, QTextStream &in, QTextStream &out, QTextStream &err);

// The same without a terminal: with this password, of the user "admin"; none: that user comes in by token alone. Takes as
// long as a password hash. Conflict: something is at path already; InvalidArgument: everybody tries that password first.
Result<void> writeFirstConfig(const QString &path, const std::optional<QString> &password);

// The text of that file. Pure. passwordHash: of the user "admin"; empty: that user has no password. Internal: the example
// is not what this function expects.
Result<QByteArray> firstConfigText(const QByteArray &example, const QString &passwordHash);

// The name of its user.
QString firstUser();

// Sixteen characters in groups of four, without those that are taken for others: 80 bits of the system's randomness.
QString makePassword();

} // namespace signalbox::app
