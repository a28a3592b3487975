// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/config/config.h"
#include "server/model/serverinfo.h"

namespace signalbox::core {

// What is different, key by key, as --print-config writes it: what that does not show, such as a password, is not told
// here. In the order of the file. Both have the same dialects.
QList<ReloadItem> differencesOf(const Config &before, const Config &now);

} // namespace signalbox::core
