// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/result.h"

#include <QJsonObject>
#include <QStringList>

namespace signalbox::core {

// Fills the placeholders of commands with values that peers sent. A value is always one argument, or part of
// one: it is never split, never read for placeholders again and never seen by a shell (docs/reliability.md, "No
// injection"). "{{" is a literal "{"; a "{" that begins no placeholder stays as it is, so that awk and JSON in
// Airavata's templates need no escaping (configured commands with one are refused at load, see commandtemplate.h). The
// program itself (word 0) takes no placeholders. All pure.
// Errors: InvalidArgument; the message names the argument or the missing parameter.

// [[kind]] and [[pipeline]]: {param:name} from params. Numbers and truth values as JSON spells them, objects
// and arrays as compact JSON; null counts as missing.
Result<QStringList> fillNodeCommand(const QStringList &command, const QJsonObject &params);

// Airavata commandTemplate, already split: {name} from the values of one parameter set.
Result<QStringList> fillTemplate(const QStringList &words, const QJsonObject &values);

// [[process]] with params = "named": {0}, {1}, … by position.
Result<QStringList> fillProcessCommand(const QStringList &command, const QStringList &params);

// Refuses an empty command, and arguments above maxArgumentBytes or with a NUL character.
Result<void> checkArguments(const QStringList &command);

// Splits once at white space that is not inside '…' or "…"; inside "…" and outside quotes a backslash takes the next
// character as it is.
Result<QStringList> splitTemplate(const QString &commandTemplate);

// Whether [experiments] programs names exactly this program, or "*".
bool isProgramAllowed(const QString &program, const QStringList &allowed);

} // namespace signalbox::core
