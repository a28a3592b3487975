// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/logline.h"

#include <QStringView>

#include <optional>

namespace signalbox::core {

// The level that a line names itself, as loggers write it: at its start or after what stands before its text (a time,
// names, numbers, things in brackets), in capitals, in brackets or before a colon; as the value of a field; as a number
// or letter of syslog, klog and the like. Words of the text are none: "no error found" names no level. Where there is
// doubt there is none. `line` is text for people (displayText()); its first 256 characters are looked at, of a JSON
// object 2048. Any thread.
std::optional<LogLevel> levelInWords(QStringView line);

} // namespace signalbox::core
