// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace signalbox::app {

// The manual pages, in the man(7) language. date: that of the build, as 2026-11-30. Pure.
QString manualOfProgram(const QString &date); // signalbox(1), made of optionTable() and exitMeanings()
QString manualOfFile(const QString &date);    // signalbox.toml(5), made of the key table of the configuration

} // namespace signalbox::app
