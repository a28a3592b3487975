// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/result.h"
#include "server/model/serverinfo.h"

namespace signalbox::app {

// {"pid":…,"listeners":[…]} (docs/interface.md, "Command line"), written atomically. Errors: Internal, naming the file.
Result<void> writeReadyFile(const QString &path, const QList<ListenerInfo> &listeners);

} // namespace signalbox::app
