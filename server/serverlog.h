// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace signalbox {

// Of the program's log: what concerns all of it, such as starting, stopping and reloading.
Q_DECLARE_LOGGING_CATEGORY(lcServer)

} // namespace signalbox
