// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/result.h"

#include <QString>

namespace signalbox::core {

// Whether what is there already may be trusted with secrets. Internal: no; the text has the command that mends it.

// The folder belongs to this user, and no other user may write into it; otherwise its files could be another user's.
Result<void> checkPrivateFolder(const QString &path);
// A key is this user's with mode 0600 or less, or root's with mode 0640 or less. Of the open file, so that what is checked
// is what is read. what: as "the token key", for the text.
Result<void> checkPrivateKey(const QString &what, int descriptor, const QString &path);

} // namespace signalbox::core
