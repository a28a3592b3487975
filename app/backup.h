// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"

#include <QTextStream>

namespace signalbox::app {

// Carries out --backup: the data directory as one archive, also while a server uses it. The database is the copy of one
// moment; files are copied after it, so that all it names is there. Nothing that is there is overwritten. Returns the exit code.
int backUp(const Options &options, int &argc, char **argv, QTextStream &out, QTextStream &err);

// Carries out --restore: what the archive holds instead of what is in the data directory, which is set aside in it. Refused
// while a server has the directory. Returns the exit code.
int restore(const Options &options, int &argc, char **argv, QTextStream &out, QTextStream &err);

} // namespace signalbox::app
