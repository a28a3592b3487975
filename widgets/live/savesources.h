// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/live/saver.h"

#include <QHash>

namespace signalbox::widgets {

// The log of a component, as far back as the server keeps it.
std::unique_ptr<SaveSource> wholeLog(const QString &componentId);
// These lines as they are shown together. names: whose they are, by LogLine::componentId.
std::unique_ptr<SaveSource> shownLines(const QList<LogLine> &lines, const QHash<QString, QString> &names);
// What an execution or, if nodeId is not empty, one of its nodes printed.
std::unique_ptr<SaveSource> wholeOutput(const QString &executionId, const QString &nodeId, OutputStream stream);

} // namespace signalbox::widgets
