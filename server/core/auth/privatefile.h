// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/runtime/process/regularfile.h"
#include "server/model/result.h"

#include <QByteArray>
#include <QString>

namespace signalbox::core {

// Whether what is there already may be trusted with secrets. Internal: no; the text has the command that mends it.

// The folder belongs to this user, and no other user may write into it; otherwise its files could be another user's.
Result<void> checkPrivateFolder(const QString &path);

// The same of a file of the database, which another user may hold open or linked from a time when the folder was shared.
// Nothing there: it may be used.
Result<void> checkDatabaseFile(const QString &path);

// Not through this: lock, lease and seen hold no secret and are opened by openRegularFile(); SQLite opens the database, after a
// look at what has the names of its files, and through a link, since a person may keep it on a larger disk; LogFile
// refuses links and pipes itself; what a task printed, and may have replaced, is read without waiting for it.

// The one way to a secret that lies in a file: the key of the tokens, those of TLS, [secrets] and systemd's credentials. Gives
// all of a regular file, of a longer one `most` bytes and one more; it is this user's with mode 0600 or less, or root's with
// mode 0640 or less, and what is checked is what is read. what: as "the token key", for the text. NotFound: nothing is there;
// InvalidArgument: it cannot be read; of both the text is the reason alone. Internal, as of the folder: others may read it.
Result<QByteArray> readPrivateFile(const QString &what, const QString &path, qsizetype most, Links links);

} // namespace signalbox::core
