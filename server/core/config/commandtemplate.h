// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

namespace signalbox::core {

// Commands are argument lists with placeholders: {param:name} in kinds and pipeline nodes, {0}, {1} in processes with
// params = "named". A literal { is written {{ everywhere (docs/model.md, "Processes"); } stands for itself. Any other
// use of { is an error, so that a mistyped placeholder never reaches a program as text.
enum class Placeholders { None, Param, Numbered };

// What is wrong with one argument and what to write instead; an empty string if nothing is.
QString templateProblem(const QString &argument, Placeholders allowed);

// How many parameters the numbered placeholders of a command ask for: one more than the highest number.
int numberedParameterCount(const QStringList &command);

// Fills the placeholders; one argument stays one argument whatever the values contain. `lookUp` gets "name" of
// {param:name} or "0" of {0} and returns the value. Only for commands that templateProblem() accepts.
QStringList expandCommand(const QStringList &command, const std::function<QString(const QString &)> &lookUp);

// For commands without placeholders: {{ becomes {; and back.
QString unescapeBraces(QString argument);

} // namespace signalbox::core
