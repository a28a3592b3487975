// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/snapshot.h"

// What this server knows of components beyond the status of the document. Pure; docs: README.md, "Rules as implemented".

namespace signalbox::sutra {

// {"components": [{"id", "name", "state", "reason", …}]}, in the order of the configuration.
QByteArray components(const Snapshot &snapshot);
// {"success": true, "components": {"id": {its status}, …}} of those that there are.
QByteArray success(const Snapshot &snapshot, const QStringList &ids, Timestamp now);

} // namespace signalbox::sutra
