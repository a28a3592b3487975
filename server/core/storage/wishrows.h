// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/storage/database.h"
#include "server/model/component.h"

// The table of wishes: one row for each component of which a person wanted something.
namespace signalbox::core::rows {

Result<void> write(Database &database, const ComponentWish &wish);
Result<void> removeWish(Database &database, const QString &componentId);
Result<QList<ComponentWish>> wishes(Database &database); // by component id

} // namespace signalbox::core::rows
