// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/result.h"

#include <QStringList>

namespace signalbox::app {

// What --restore takes of an archive: files and folders.

// Whether the archive may be unpacked: no entry leads out of the folder, none is a device, and what the server opens by its
// name in the data directory is a file. Reads it from its beginning to its end. InvalidArgument: no; the text names the
// entry. Internal: tar cannot read it.
Result<void> checkArchive(const QString &file);

// Removes from what was unpacked into a folder what is neither file nor folder, as links, pipes and sockets that components
// and tasks made for themselves. Returns their names, from the folder on.
QStringList removeAllButFiles(const QString &folder);

} // namespace signalbox::app
