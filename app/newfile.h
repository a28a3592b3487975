// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/result.h"

#include <QByteArray>
#include <QString>

namespace signalbox::app {

// Whether anything is at path, a link that leads nowhere too.
bool isThere(const QString &path);

// Gives the file `from` the name `to`, on the same file system; `from` is gone afterwards, either way. Conflict: something
// is at `to` already, and stays. Internal: it cannot be done; the text says what to do.
Result<void> putInPlace(const QString &from, const QString &to);

// A file of mode 0600 that is there whole or not at all; folders on the way are made with 0700. Errors as of
// putInPlace().
Result<void> writeNewFile(const QString &path, const QByteArray &text);

} // namespace signalbox::app
