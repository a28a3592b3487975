// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace signalbox::app {

// What a shell reads to complete the options of signalbox and their values, made of optionTable(). Pure.
QString bashCompletion();
QString zshCompletion();
QString fishCompletion();

} // namespace signalbox::app
