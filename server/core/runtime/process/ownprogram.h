// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace signalbox::core {

// Where another program of Signalbox is: beside the program that runs, as in the build folder, or in ../lib/signalbox/
// of it, as cmake --install lays them. The second path when it is in neither. Needs no application object; any thread.
QString ownProgram(const QString &name);

} // namespace signalbox::core
